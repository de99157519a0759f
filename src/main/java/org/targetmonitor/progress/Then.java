package org.targetmonitor.progress;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;

/**
 * A plan and the year before it as they were at earlier moments: what was in force then,
 * and what was known then.
 *
 * @param plan the plan now in force, whose targets stand in for those that were not there
 * yet
 * @param inForce the target that was in force at a moment
 * @param lastYear what was known of the year before at a moment
 */
record Then(Plan plan, TargetsInForce inForce, Function<Instant, LastYear> lastYear) {

	/** Finds the target that was in force at a moment. */
	@FunctionalInterface
	interface TargetsInForce {

		Optional<Target> at(String indicator, Instant moment);

	}

	/** A target as it was in force at a moment, else as it is now. */
	Target target(Target now, Instant moment) {
		return this.inForce.at(now.indicator(), moment).orElse(now);
	}

	/** The target of an indicator as it was in force at a moment, else as it is now. */
	Optional<Target> target(String indicator, Instant moment) {
		return this.inForce.at(indicator, moment).or(() -> this.plan.target(indicator));
	}

	/**
	 * Judges by the targets of one moment, operands that were withdrawn since included.
	 * @param figures the figures as they were known
	 * @param known when the year before was looked at
	 */
	Judge judge(Figures figures, Instant moment, Instant known) {
		return new Judge((indicator) -> target(indicator, moment), figures, this.lastYear.apply(known));
	}

}
