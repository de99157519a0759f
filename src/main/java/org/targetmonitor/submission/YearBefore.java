package org.targetmonitor.submission;

import java.util.Objects;
import java.util.Optional;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;

/**
 * The same area's plan of the year before, with its figures.
 *
 * @param plan the plan
 * @param figures its figures
 */
public record YearBefore(Plan plan, Figures figures) {

	/** What the indicator was then, if it was measured alike. */
	Optional<Target> alike(Target target) {
		return this.plan.target(target.indicator()).filter((before) -> alike(before, target));
	}

	/** The figure of the same period of the year before, if it was measured alike. */
	public Optional<Figure> figure(Target target, Period period) {
		Period before = new Period(period.year() - 1, period.frequency(), period.number());
		return alike(target).flatMap((then) -> this.figures.known(then.indicator(), before)).map(Revision::figure);
	}

	/** The last figure of the year before, if it was measured alike. */
	public Optional<Revision> last(Target target) {
		return alike(target).flatMap((then) -> Optional.ofNullable(then.reporting())
			.flatMap((reporting) -> this.figures.known(then.indicator(), reporting.periods().getLast())));
	}

	private static boolean alike(Target one, Target other) {
		Measurement first = one.measurement();
		Measurement second = other.measurement();
		return first != null && second != null && first.measure() == second.measure()
				&& first.unit().equals(second.unit()) && Objects.equals(first.quantityUnit(), second.quantityUnit());
	}

}
