package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Accumulation;
import org.targetmonitor.plan.Goal;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Target;

/** Gives the {@link Outlook} of the targets that have one. */
final class Outlooks {

	private final YearsOnRecord years;

	Outlooks(YearsOnRecord years) {
		this.years = years;
	}

	/** The outlook from a verdict; null for none. */
	@Nullable Outlook of(Target target, @Nullable Verdict verdict) {
		if (verdict == null || whyNone(target, verdict).isPresent()) {
			return null;
		}
		BigDecimal number = target.goal().number().orElseThrow();
		boolean lower = lowerIsBetter(target.goal(), number);
		return (measure(target) == Measure.GROWTH)
				? new GrowthOutlook(this.years, target, verdict, enough(target, number, lower), lower).outlook()
				: new QuantityOutlook(this.years, target, verdict, number, lower).outlook();
	}

	/** The nearest published rate that meets: above 0 it is 0.1. */
	private static BigDecimal enough(Target target, BigDecimal number, boolean lower) {
		BigDecimal unit = BigDecimal.ONE.movePointLeft(Objects.requireNonNull(target.measurement()).decimals());
		return !target.goal().isStrict() ? number : lower ? number.subtract(unit) : number.add(unit);
	}

	/** Why a target has no outlook, whatever figures there are; empty if it has one. */
	static Optional<Text> whyNone(Target target, @Nullable Verdict verdict) {
		if (target.goal().number().isEmpty() || target.goal().operand().isPresent()) {
			return Optional.of(new Text("目标不是一个数值，不作全年测算", "the goal is no number, so there is no outlook"));
		}
		if (target.goal().isShutOnBothSides()) {
			return Optional
				.of(new Text("目标两侧都有界限，不作全年测算", "the goal has bounds on both sides, so there is no outlook"));
		}
		if (target.terms().path() != null) {
			return Optional.of(new Text("要达到的数按路径评价，不作全年测算",
					"what must be reached is held against its path, so there is no outlook"));
		}
		if (target.goal().isNone() && adds(target)) {
			return Optional.of(new Text("目标为零，不作全年测算", "none at all is asked for, so there is no outlook"));
		}
		if (!addsUp(target)) {
			return Optional.of(new Text("平均数、时点数和比率不作全年测算",
					"there is no outlook for averages, states at a point in time, and ratios"));
		}
		if (target.deadline().isPresent() && measure(target) == Measure.GROWTH) {
			return Optional.of(new Text("有期限的增速目标不作测算", "there is no outlook for a growth with a deadline"));
		}
		if (verdict == null) {
			return Optional.of(new Text("本年尚无已审核的数据", "no approved figure of this year yet"));
		}
		boolean done = verdict.headway() != null && verdict.headway().done().compareTo(BigDecimal.ONE) >= 0;
		if (done && target.goal().isFinalOnceMet()) {
			return Optional.of(new Text("已完成，不再测算", "it is done, nothing is estimated any more"));
		}
		return verdict.last() ? Optional.of(target.deadline().isPresent()
				? new Text("期限已到，数据已出，不再测算", "the deadline's figure is in, nothing is estimated any more")
				: new Text("全年数据已出", "the year's last figure is in")) : Optional.empty();
	}

	/** Of none at all there is no share; a rate of 0 is a number as any other. */
	private static boolean adds(Target target) {
		Measurement measurement = target.measurement();
		return measurement != null && measurement.measure().accumulatesOverYear();
	}

	private static boolean addsUp(Target target) {
		Measurement measurement = target.measurement();
		return measurement != null && measurement.accumulation() == Accumulation.YEAR_TO_DATE
				&& (measurement.measure() == Measure.GROWTH || measurement.measure().accumulatesOverYear());
	}

	private static @Nullable Measure measure(Target target) {
		return (target.measurement() != null) ? target.measurement().measure() : null;
	}

	/** Whether a larger value is further behind. */
	private static boolean lowerIsBetter(Goal goal, BigDecimal number) {
		BigDecimal more = number.add(BigDecimal.ONE);
		return goal.compare(more, more).margin().compareTo(goal.compare(number, number).margin()) < 0;
	}

}
