package org.targetmonitor.progress;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.plan.Plan;
import org.targetmonitor.submission.Figures;

/**
 * What a plan's standing is computed from.
 *
 * @param plan the plan with the targets in force
 * @param figures all its figures
 * @param before the same area's plan of the year before, if the monitor has it
 * @param figuresBefore that plan's figures
 * @param nextRelease the first later moment from which something recorded already counts
 * as known, if there is one
 */
public record PlanFacts(Plan plan, Figures figures, @Nullable Plan before, @Nullable Figures figuresBefore,
		@Nullable Instant nextRelease) {

	/** The same plan with other figures. */
	PlanFacts with(Figures others) {
		return new PlanFacts(this.plan, others, this.before, this.figuresBefore, this.nextRelease);
	}

	LastYear lastYear(Instant moment) {
		return (this.before == null || this.figuresBefore == null) ? LastYear.UNKNOWN
				: LastYear.of(this.before, this.figuresBefore.asOf(moment));
	}

}
