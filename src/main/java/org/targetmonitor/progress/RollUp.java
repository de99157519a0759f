package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;

/**
 * What the parts' approved figures of one period come to: their sum where they add up,
 * else their mean: of growth by the plan's weights, since a level of this year has the
 * growth in it already; of ratios and other values by the levels that stand beside them,
 * which are the denominators, else by the plan's weights. Over some of the parts it is no
 * figure of the whole.
 *
 * @param period the period
 * @param value what they come to; null where no part has a figure, or there is nothing to
 * weigh them by
 * @param missing the parts without a figure
 * @param own the whole's own figure of the period; null where it has none
 * @param weighing how they were put together
 */
public record RollUp(Period period, @Nullable BigDecimal value, List<Target> missing, @Nullable BigDecimal own,
		Weighing weighing) {

	/** How figures are put together. */
	public enum Weighing {

		/** They add up. */
		SUM,
		/** By the levels handed in beside them. */
		LEVELS,
		/** By the weights that the plan names. */
		WEIGHTS,
		/** There is nothing to weigh them by. */
		NONE

	}

	public RollUp {
		missing = List.copyOf(missing);
	}

	/**
	 * Puts the parts' figures of a period together.
	 * @param whole the target
	 * @param parts what it is split into, in any order
	 */
	static RollUp of(Target whole, List<Target> parts, Figures figures, Period period) {
		Predicate<Target> there = (part) -> value(part, figures, period).isPresent();
		List<Target> given = parts.stream().filter(there).toList();
		Weighing weighing = weighing(Objects.requireNonNull(whole.measurement()), given, figures, period);
		return new RollUp(period, value(given, weighing, figures, period),
				parts.stream().filter(there.negate()).toList(), value(whole, figures, period).orElse(null), weighing);
	}

	/** Whether every part has a figure, so that it may be held against the whole's. */
	public boolean isComplete() {
		return this.missing.isEmpty() && this.value != null;
	}

	/**
	 * Rolled up, at the decimals that the whole is published with, − the whole's own
	 * figure; only where every part has a figure.
	 */
	public Optional<BigDecimal> difference() {
		return (isComplete() && this.value != null && this.own != null)
				? Optional.of(this.value.setScale(this.own.scale(), RoundingMode.HALF_UP).subtract(this.own))
				: Optional.empty();
	}

	private static Weighing weighing(Measurement measurement, List<Target> given, Figures figures, Period period) {
		if (Decomposition.adds(measurement)) {
			return Weighing.SUM;
		}
		if (measurement.measure() != Measure.GROWTH
				&& given.stream().allMatch((part) -> level(part, figures, period).isPresent())) {
			return Weighing.LEVELS;
		}
		return (given.size() == 1 || given.stream().allMatch((part) -> part.entry().weight().isPresent()))
				? Weighing.WEIGHTS : Weighing.NONE;
	}

	private static @Nullable BigDecimal value(List<Target> given, Weighing weighing, Figures figures, Period period) {
		if (given.isEmpty() || weighing == Weighing.NONE) {
			return null;
		}
		List<BigDecimal> values = given.stream().flatMap((part) -> value(part, figures, period).stream()).toList();
		if (weighing == Weighing.SUM) {
			return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		}
		List<BigDecimal> weights = given.stream()
			.map((part) -> (weighing == Weighing.LEVELS) ? level(part, figures, period).orElseThrow()
					: part.entry().weight().orElse(BigDecimal.ONE))
			.toList();
		return Allocation.mean(values, weights);
	}

	/** The published value of a period, as far as it is approved. */
	static Optional<BigDecimal> value(Target target, Figures figures, Period period) {
		return approved(target, figures, period).flatMap((revision) -> Optional.ofNullable(revision.value()))
			.map((value) -> Objects.requireNonNull(target.measurement()).published(value));
	}

	private static Optional<BigDecimal> level(Target part, Figures figures, Period period) {
		return approved(part, figures, period).flatMap((revision) -> Optional.ofNullable(revision.figure().level()))
			.filter((level) -> level.signum() > 0);
	}

	private static Optional<Revision> approved(Target target, Figures figures, Period period) {
		return Optional.ofNullable(figures.approved(target.indicator()).get(period));
	}

}
