package org.targetmonitor.plan;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Seals what is recorded of a plan, in the transaction that records it, so that a later
 * change behind the monitor's back is found.
 */
public interface PlanSeal {

	/**
	 * Seals new revisions.
	 * @param heading the number of the heading's new revision, null if it has none
	 * @param targets the number of each new target revision, by indicator
	 */
	void seal(String plan, @Nullable Integer heading, Map<String, Integer> targets, Instant now);

}
