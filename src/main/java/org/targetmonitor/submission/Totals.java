package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Frequency;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;

/**
 * Whether totals since 1 January fit one another: the period before and, where an earlier
 * one is corrected, the period after.
 */
final class Totals {

	private Totals() {
	}

	/** What is below 0 by nature, such as a balance, was so up to the period before. */
	static Optional<Fault> isNotBelowZero(Rule.Candidate candidate) {
		BigDecimal now = total(candidate, candidate.figure());
		boolean usual = candidate.history()
			.beforeInYear(candidate.period())
			.map((before) -> total(candidate, before))
			.filter((before) -> before.signum() < 0)
			.isPresent();
		return (now == null || now.signum() >= 0 || usual) ? Optional.empty() : candidate.refuse(field(candidate),
				"below-zero", new Text("累计数小于0，请核对正负号", "a total since 1 January is below 0: is the sign right"));
	}

	static Optional<Fault> doesNotShrink(Rule.Candidate candidate) {
		BigDecimal now = total(candidate, candidate.figure());
		return candidate.history()
			.beforeInYear(candidate.period())
			.map((before) -> total(candidate, before))
			.filter((before) -> now != null && now.compareTo(before) < 0)
			.flatMap((before) -> candidate.refuse(field(candidate), "shrinks",
					Text.format("累计数小于上期累计数%s；应填年初以来累计，不是当季数",
							"is less than the %s up to the period before; figures count from 1 January",
							Numbers.plain(before))));
	}

	static Optional<Fault> doesNotExceedTheNext(Rule.Candidate candidate) {
		BigDecimal now = total(candidate, candidate.figure());
		return candidate.history()
			.afterInYear(candidate.period())
			.map((after) -> total(candidate, after))
			.filter((after) -> now != null && now.compareTo(after) > 0)
			.flatMap((after) -> candidate.refuse(field(candidate), "shrinks", Text.format("累计数大于下期已报的累计数%s",
					"is more than the %s reported up to the period after", Numbers.plain(after))));
	}

	/** What counts from 1 January. */
	private static @Nullable BigDecimal total(Rule.Candidate candidate, Figure figure) {
		Measurement measurement = candidate.target().measurement();
		if (measurement == null || !measurement.hasGrowingQuantity()) {
			return null;
		}
		return measurement.measure().accumulatesOverYear() ? figure.value() : figure.level();
	}

	private static String field(Rule.Candidate candidate) {
		Measurement measurement = candidate.target().measurement();
		return (measurement != null && measurement.measure().accumulatesOverYear()) ? "value" : "level";
	}

	static Optional<Fault> quarterAddsUp(Rule.Candidate candidate) {
		Optional<BigDecimal> before = (candidate.period().number() == 1) ? Optional.of(BigDecimal.ZERO)
				: candidate.history().beforeInYear(candidate.period()).map(Figure::value);
		return before.filter((reached) -> !addsUp(candidate, reached, candidate.figure()))
			.flatMap((reached) -> candidate.refuse("quarter-value", "quarter-sum", Text.format("当季数与累计数不符：按累计数计算，当季为%s",
					"does not fit the totals: by them the quarter is %s", difference(candidate.figure(), reached))));
	}

	static Optional<Fault> nextQuarterAddsUp(Rule.Candidate candidate) {
		BigDecimal reached = candidate.figure().value();
		return candidate.history()
			.nextInYear(candidate.period())
			.filter((after) -> reached != null && !addsUp(candidate, reached, after))
			.flatMap((after) -> candidate.refuse("value", "quarter-sum",
					Text.format("与下期已报的当季数不符：按累计数计算，下期当季为%s",
							"does not fit the quarter reported for the period after: by the totals it is %s",
							difference(after, (reached != null) ? reached : BigDecimal.ZERO))));
	}

	/** Whether a figure's quarter is what it adds, but for the rounding of all three. */
	private static boolean addsUp(Rule.Candidate candidate, BigDecimal reached, Figure figure) {
		Measurement measurement = candidate.target().measurement();
		BigDecimal total = figure.value();
		BigDecimal quarter = figure.quarterValue();
		if (measurement == null || measurement.measure() != Measure.LEVEL || quarter == null || total == null
				|| candidate.period().frequency() != Frequency.QUARTERLY) {
			return true;
		}
		BigDecimal rounding = Doubts.half(total.scale())
			.add(Doubts.half(reached.scale()))
			.add(Doubts.half(quarter.scale()));
		return total.subtract(reached).subtract(quarter).abs().compareTo(rounding) <= 0;
	}

	private static String difference(Figure figure, BigDecimal reached) {
		BigDecimal total = figure.value();
		return (total == null) ? "" : Numbers.plain(total.subtract(reached));
	}

}
