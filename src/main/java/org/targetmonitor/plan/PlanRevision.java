package org.targetmonitor.plan;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A revision of a plan's heading or of one of its targets.
 *
 * @param difference which part, and what differs from the revision before
 * @param number counted from 1 for each part
 * @param grounds what it rests on; the first one may have no reason
 * @param author the account that recorded it
 * @param recordedAt when
 * @param knownFrom from when it counts
 */
public record PlanRevision(PlanDifference difference, int number, Grounds grounds, String author, Instant recordedAt,
		Instant knownFrom) {

	/** Why; null where the first one gives no reason. */
	public @Nullable String reason() {
		return this.grounds.reason();
	}

}
