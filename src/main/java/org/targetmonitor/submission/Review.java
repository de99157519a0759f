package org.targetmonitor.submission;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decided about one revision.
 *
 * @param approved approved, or returned
 * @param reason why it was returned
 * @param reviewer who decided
 * @param recordedAt when it was recorded
 * @param knownFrom from when it counts
 */
public record Review(boolean approved, @Nullable String reason, String reviewer, Instant recordedAt,
		Instant knownFrom) {
}
