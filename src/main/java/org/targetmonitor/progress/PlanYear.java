package org.targetmonitor.progress;

import java.time.Instant;

import org.targetmonitor.plan.Plan;
import org.targetmonitor.submission.BaseShares;
import org.targetmonitor.submission.Figures;

/**
 * One year of an area: its plan with what was recorded for it.
 *
 * @param plan the plan
 * @param figures its figures
 * @param shares the base shares that were recorded for it
 */
public record PlanYear(Plan plan, Figures figures, BaseShares shares) {

	/** The year as it was known at a moment. */
	PlanYear asOf(Instant moment) {
		return new PlanYear(this.plan, this.figures.asOf(moment), this.shares.asOf(moment));
	}

	/** The year as verdicts that froze at a moment go on seeing it. */
	PlanYear frozenAt(Instant moment) {
		return new PlanYear(this.plan, this.figures.frozenAt(moment), this.shares.asOf(moment));
	}

}
