package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Deadline;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Target;

/**
 * Says what a deadline within the year still asks for, and whether it was made up for.
 */
final class DeadlineWords {

	private DeadlineWords() {
	}

	/**
	 * What is left of a quantity before the deadline, where no outlook tells that; after
	 * one that was missed with which period the goal was reached all the same.
	 * @param values what is known, by period
	 * @param over whether the time is over and its figure overdue
	 */
	static Optional<Text> of(Target target, Verdict verdict, NavigableMap<Period, BigDecimal> values,
			Optional<Period> late, boolean over) {
		Deadline deadline = target.terms().deadline();
		Measurement measurement = target.measurement();
		if (deadline == null || measurement == null) {
			return Optional.empty();
		}
		if (verdict.last()) {
			return late.map((period) -> reachedLate(target, measurement, period, values));
		}
		return (over || target.goal().number().isPresent()) ? Optional.empty() : left(target, verdict, deadline);
	}

	/** Against another value the own one alone says nothing. */
	private static Text reachedLate(Target target, Measurement measurement, Period late,
			NavigableMap<Period, BigDecimal> values) {
		Text when = PeriodWords.of(late, measurement);
		BigDecimal value = values.get(late);
		boolean relative = target.goal().operand().isPresent() || target.goal().isAgainstYearBefore();
		if (value != null && !relative && measurement.measure() == Measure.GROWTH && value.signum() < 0) {
			return Text.format("逾期后，%s下降%s%%，已达到", "reached after the deadline: down %2$s%% in %1$s", when,
					Numbers.plain(value.abs()));
		}
		return (value == null || relative) ? Text.format("逾期后，%s达到", "reached after the deadline, in %s", when)
				: Text.format("逾期后，%s达到%s", "reached after the deadline: %2$s in %1$s", when,
						SignedWords.amount(value, measurement));
	}

	private static Optional<Text> left(Target target, Verdict verdict, Deadline deadline) {
		if (verdict.headway() == null) {
			return Optional.empty();
		}
		Measurement measurement = Objects.requireNonNull(target.measurement());
		BigDecimal left = target.goal()
			.whole(Objects.requireNonNullElse(verdict.operand(), BigDecimal.ZERO))
			.subtract(verdict.actual());
		if (left.signum() <= 0) {
			return Optional.empty();
		}
		Text much = SignedWords.share(left, measurement);
		return Optional.of(target.goal().isCeiling()
				? Text.format("%s须控制在%s以内", "no more than %2$s may come %1$s", deadline.words(), much)
				: Text.format("%s还需完成%s", "%2$s are left to be done %1$s", deadline.words(), much));
	}

}
