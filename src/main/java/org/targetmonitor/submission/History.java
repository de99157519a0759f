package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;

/**
 * What is known of one indicator in a plan's year and in the year before, as far as it
 * was measured alike then.
 */
final class History {

	private final Target target;

	/** The periods it is reported for, in order, over both years. */
	private final List<Period> periods;

	/** The newest figure of each period that was not returned. */
	private final Map<Period, Figure> known = new HashMap<>();

	private final Map<Period, Figure> approved = new HashMap<>();

	private History(Target target, List<Period> periods) {
		this.target = target;
		this.periods = periods;
	}

	/**
	 * How much a figure changed against the period before.
	 *
	 * @param period the period
	 * @param size the difference; of what adds up over the year the increment
	 */
	record Change(Period period, BigDecimal size) {
	}

	static History of(Target target, Plan plan, Figures figures, @Nullable YearBefore before) {
		TreeSet<Period> periods = new TreeSet<>(expected(target, plan.year()));
		Optional<YearBefore.Alike> earlier = (before == null) ? Optional.empty() : before.alike(target);
		earlier.ifPresent((other) -> periods.addAll(expected(other.target(), plan.year() - 1)));
		History history = new History(target, List.copyOf(periods));
		history.take(figures);
		earlier.ifPresent((other) -> history.take(other.figures()));
		return history;
	}

	private static List<Period> expected(Target target, int year) {
		return (target.reporting() == null) ? List.of()
				: target.reporting().periods().stream().filter((period) -> period.year() == year).toList();
	}

	private void take(Figures figures) {
		figures.submitted(this.target.indicator())
			.forEach((period, revision) -> this.known.put(period, revision.figure()));
		figures.approved(this.target.indicator())
			.forEach((period, revision) -> this.approved.put(period, revision.figure()));
	}

	/** The figure of the period just before, in this year or the last. */
	Optional<Figure> before(Period period) {
		return periodBefore(period).map(this.known::get);
	}

	/** The period just before, in this year or the last. */
	Optional<Period> periodBefore(Period period) {
		int index = this.periods.indexOf(period);
		return (index < 1) ? Optional.empty() : Optional.of(this.periods.get(index - 1));
	}

	/** The figure of the period just before, if that is of the same year. */
	Optional<Figure> beforeInYear(Period period) {
		return isFirstOfYear(period) ? Optional.empty() : before(period);
	}

	/** The figure of the period just after, if that is of the same year. */
	Optional<Figure> nextInYear(Period period) {
		int next = this.periods.indexOf(period) + 1;
		return (next == 0 || next == this.periods.size() || isFirstOfYear(this.periods.get(next))) ? Optional.empty()
				: Optional.ofNullable(this.known.get(this.periods.get(next)));
	}

	/** The figure of the next period of the same year that is known. */
	Optional<Figure> afterInYear(Period period) {
		return this.periods.stream()
			.filter((later) -> later.compareTo(period) > 0 && later.year() == period.year())
			.flatMap((later) -> Optional.ofNullable(this.known.get(later)).stream())
			.findFirst();
	}

	boolean isFirstOfYear(Period period) {
		int index = this.periods.indexOf(period);
		return index < 1 || this.periods.get(index - 1).year() != period.year();
	}

	/** The figure of the same period of the year before. */
	Optional<Figure> yearBefore(Period period) {
		return Optional.ofNullable(this.known.get(new Period(period.year() - 1, period.frequency(), period.number())));
	}

	/** How a figure would change against what is known of the period before. */
	Optional<Change> change(Period period, Figure figure, Measure measure) {
		Map<Period, Figure> with = new HashMap<>(this.known);
		with.put(period, figure);
		return change(this.periods.indexOf(period), with, measure);
	}

	/**
	 * How much the figure of the same period of the year before changed, of what is
	 * known.
	 */
	Optional<Change> changeOfYearBefore(Period period, Measure measure) {
		return change(this.periods.indexOf(new Period(period.year() - 1, period.frequency(), period.number())),
				this.known, measure);
	}

	/**
	 * The changes between approved figures of periods before that one, the earliest
	 * first.
	 */
	List<Change> changesBefore(Period period, Measure measure) {
		List<Change> changes = new ArrayList<>();
		for (int index = 0; index < this.periods.indexOf(period); index++) {
			change(index, this.approved, measure).ifPresent(changes::add);
		}
		return changes;
	}

	/** Of several changes the one with the largest size, whatever its sign. */
	static Change largest(List<Change> changes) {
		return changes.stream().max(Comparator.comparing((change) -> change.size().abs())).orElseThrow();
	}

	private Optional<Change> change(int index, Map<Period, Figure> figures, Measure measure) {
		if (index < 0) {
			return Optional.empty();
		}
		Period period = this.periods.get(index);
		BigDecimal value = value(figures.get(period));
		boolean startsAnew = measure.accumulatesOverYear() && isFirstOfYear(period);
		BigDecimal before = startsAnew ? BigDecimal.ZERO
				: (index == 0) ? null : value(figures.get(this.periods.get(index - 1)));
		return (value == null || before == null) ? Optional.empty()
				: Optional.of(new Change(period, value.subtract(before)));
	}

	private static @Nullable BigDecimal value(@Nullable Figure figure) {
		return (figure != null) ? figure.value() : null;
	}

	/** The quantity that a figure gives: the level itself, or the level beside a rate. */
	static Function<Figure, Optional<BigDecimal>> quantity(Target target) {
		Measurement measurement = target.measurement();
		boolean itself = measurement != null && measurement.measure() == Measure.LEVEL;
		return (figure) -> Optional.ofNullable(itself ? figure.value() : figure.level());
	}

}
