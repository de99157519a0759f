package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.Period;

/**
 * One immutable version of a base share: what part of its whole the base year, the year
 * before the plan's, had reached by the same period.
 *
 * @param indicator the indicator's code
 * @param period the period of the plan's year
 * @param number 1 for the first, then counting up without a hole
 * @param share above 0 and below 1
 * @param origin where it comes from
 * @param reason why it was corrected; null for a first one
 * @param author who recorded it
 * @param recordedAt when the monitor recorded it
 * @param knownFrom from when it counts as known; never later
 */
public record BaseShare(String indicator, Period period, int number, BigDecimal share, String origin,
		@Nullable String reason, String author, Instant recordedAt, Instant knownFrom) {
}
