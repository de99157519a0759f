package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.util.Optional;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.PeriodWords;

/** Whether a quantity is in the unit that is asked for. */
final class UnitSlips {

	/**
	 * Quantities this many times larger or smaller are in another unit: within a year
	 * they double at most from one quarter to the next.
	 */
	private static final BigDecimal TIMES = BigDecimal.valueOf(8);

	private UnitSlips() {
	}

	/** Held against the same period of last year, else the period before. */
	static Optional<Fault> isInTheUsualUnit(Rule.Candidate candidate) {
		Measurement measurement = candidate.target().measurement();
		Optional<BigDecimal> quantity = candidate.quantity();
		Optional<Usual> usual = usual(candidate);
		if (measurement == null || quantity.isEmpty() || usual.isEmpty()
				|| !differsByFar(quantity.get(), usual.get().quantity())) {
			return Optional.empty();
		}
		String unit = candidate.target().quantityUnit().orElse("");
		Text name = (measurement.measure() == Measure.LEVEL) ? new Text("累计数", "total") : measurement.levelName();
		return candidate.refuse(candidate.quantityField(), "unit-slip",
				Text.format("与%1$s%2$s%3$s%4$s相差悬殊，请核对单位是否为%4$s（不是万元、元等）",
						"is far from the %2$s of %1$s, %3$s %4$s; see whether it is in %4$s", usual.get().when(), name,
						Numbers.plain(usual.get().quantity()), unit));
	}

	/** What it is held against, and when that was. */
	private record Usual(Text when, BigDecimal quantity) {
	}

	private static Optional<Usual> usual(Rule.Candidate candidate) {
		History history = candidate.history();
		Period period = candidate.period();
		Period lastYear = new Period(period.year() - 1, period.frequency(), period.number());
		return history.yearBefore(period)
			.flatMap(History.quantity(candidate.target()))
			.map((quantity) -> new Usual(PeriodWords.named(lastYear), quantity))
			.or(() -> history.beforeInYear(period)
				.flatMap(History.quantity(candidate.target()))
				.flatMap((quantity) -> history.periodBefore(period)
					.map((before) -> new Usual(PeriodWords.named(before), quantity))));
	}

	private static boolean differsByFar(BigDecimal one, BigDecimal other) {
		return one.signum() > 0 && other.signum() > 0
				&& (one.compareTo(other.multiply(TIMES)) >= 0 || other.compareTo(one.multiply(TIMES)) >= 0);
	}

}
