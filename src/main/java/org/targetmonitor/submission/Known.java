package org.targetmonitor.submission;

import java.util.Optional;

import org.targetmonitor.plan.Plan;

/**
 * A plan with its figures as somebody knows them.
 *
 * @param plan the plan with the targets in force
 * @param figures its figures
 * @param yearBefore what the same area's plans know of the year before, if the monitor
 * has one
 */
public record Known(Plan plan, Figures figures, Optional<YearBefore> yearBefore) implements Ledger.Reader {

	/** What is read of a plan. */
	static Known of(Ledger.Reader reader) {
		return new Known(reader.plan(), reader.figures(), reader.yearBefore());
	}

	/** As somebody sees it: what a rule says of other figures is told to them. */
	public Known seenBy(Sight sight) {
		return new Known(this.plan, sight.of(this.plan, this.figures), this.yearBefore.map(sight::of));
	}

	/** With what was recorded before a submission. */
	Known before(Revision first) {
		return new Known(this.plan, this.figures.whenCame(first),
				this.yearBefore.map((year) -> year.with((plan, figures) -> figures.whenCame(first))));
	}

}
