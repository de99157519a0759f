package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.List;

import org.targetmonitor.input.Text;
import org.targetmonitor.submission.Revision;

/**
 * How much of the year's quantity is done, and how much should be.
 *
 * @param done the share done, 1 is all
 * @param pace the share that should be done by now
 * @param basis what the pace is taken from
 * @param from the revisions the pace was taken from: last year's figure of the same
 * period and of the whole year; else none
 */
public record Headway(BigDecimal done, BigDecimal pace, Text basis, List<Revision> from) {

	public Headway {
		from = List.copyOf(from);
	}

	/** With a pace that rests on no figure. */
	static Headway of(BigDecimal done, BigDecimal pace, Text basis) {
		return new Headway(done, pace, basis, List.of());
	}

}
