package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.submission.BaseShare;
import org.targetmonitor.submission.Revision;

/**
 * What part of its whole the base year had reached by a period.
 *
 * @param share above 0 and up to 1
 * @param source where it was taken from
 * @param knownFrom from when it was known; null of the whole year, whose share is 1
 * @param levels the revisions whose levels it was taken from: of the period, of the whole
 * year; none where it was recorded as a share
 * @param recorded the share as recorded; null where it was taken from levels
 */
public record AppliedShare(BigDecimal share, Text source, @Nullable Instant knownFrom, List<Revision> levels,
		@Nullable BaseShare recorded) {

	public AppliedShare {
		levels = List.copyOf(levels);
	}

}
