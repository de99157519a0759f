package org.targetmonitor.oversight;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A deviation from a target that was accepted for a time (认可的偏差).
 *
 * @param cause why the target is not reached
 * @param measure what is done about it
 * @param expectation what is expected instead, a number or words
 * @param agreedBy who agreed
 * @param document the document it stands in, null for none
 * @param until the last local day on which it counts
 */
public record Deviation(String cause, String measure, String expectation, String agreedBy, @Nullable String document,
		LocalDate until) {
}
