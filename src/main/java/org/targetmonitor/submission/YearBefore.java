package org.targetmonitor.submission;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.plan.YearsBefore;

/**
 * What the same area's plans know of the year before. Where several know an indicator,
 * none is taken.
 *
 * @param plans the plans, each with its figures
 */
public record YearBefore(List<OfPlan> plans) {

	public YearBefore {
		plans = List.copyOf(plans);
	}

	/** Of one plan. */
	public YearBefore(Plan plan, Figures figures) {
		this(List.of(new OfPlan(plan, figures)));
	}

	/**
	 * A plan with its figures.
	 *
	 * @param plan the plan
	 * @param figures its figures
	 */
	public record OfPlan(Plan plan, Figures figures) {
	}

	/**
	 * An indicator as it was measured then.
	 *
	 * @param target what it was
	 * @param figures the figures of its plan
	 */
	record Alike(Target target, Figures figures) {
	}

	/** What plans know; empty where there is none. */
	public static Optional<YearBefore> of(List<OfPlan> plans) {
		return plans.isEmpty() ? Optional.empty() : Optional.of(new YearBefore(plans));
	}

	/** The same with other figures, made from each plan's. */
	YearBefore with(BiFunction<Plan, Figures, Figures> others) {
		return new YearBefore(this.plans.stream()
			.map((one) -> new OfPlan(one.plan(), others.apply(one.plan(), one.figures())))
			.toList());
	}

	/** What the indicator was then, if it was measured alike. */
	Optional<Alike> alike(Target target) {
		return YearsBefore.only(this.plans,
				(one) -> one.plan()
					.target(target.indicator())
					.filter((before) -> alike(before, target))
					.map((before) -> new Alike(before, one.figures())));
	}

	/** The figure of the same period of the year before, if it was measured alike. */
	public Optional<Figure> figure(Target target, Period period) {
		Period before = new Period(period.year() - 1, period.frequency(), period.number());
		return alike(target).flatMap((then) -> then.figures().known(then.target().indicator(), before))
			.map(Revision::figure);
	}

	/** The last figure of the year before, if it was measured alike. */
	public Optional<Revision> last(Target target) {
		return alike(target).flatMap((then) -> Optional.ofNullable(then.target().reporting())
			.flatMap((reporting) -> then.figures().known(then.target().indicator(), reporting.periods().getLast())));
	}

	private static boolean alike(Target one, Target other) {
		Measurement first = one.measurement();
		Measurement second = other.measurement();
		return first != null && second != null && first.isComparable(second)
				&& Objects.equals(first.quantityUnit(), second.quantityUnit());
	}

}
