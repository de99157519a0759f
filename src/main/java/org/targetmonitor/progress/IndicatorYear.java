package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Revision;

/**
 * An indicator in one year of an area.
 *
 * @param year the year, as it was known at a moment
 * @param target what the indicator was then
 */
record IndicatorYear(PlanYear year, Target target) {

	private static final int QUARTER = 3;

	Series series() {
		return Series.of(this.target, this.year.figures());
	}

	/** The reported periods that end with a quarter. */
	List<Period> quarterEnds() {
		Reporting reporting = this.target.reporting();
		if (reporting == null || reporting.frequency().months() > QUARTER) {
			return List.of();
		}
		return reporting.periods().stream().filter((period) -> period.monthsEnded() % QUARTER == 0).toList();
	}

	/** What part of the year's whole quantity was reached by a period. */
	Optional<BigDecimal> part(Period period) {
		BigDecimal reached = level(period);
		BigDecimal whole = Optional.ofNullable(this.target.reporting())
			.map((reporting) -> level(reporting.periods().getLast()))
			.orElse(null);
		if (reached == null || whole == null || reached.signum() <= 0 || reached.compareTo(whole) >= 0) {
			return Optional.empty();
		}
		return Optional.of(reached.divide(whole, MathContext.DECIMAL128));
	}

	/** The revisions with the levels of a period and of the whole year. */
	List<Revision> levels(Period period) {
		Series series = series();
		return Stream.of(period, Objects.requireNonNull(this.target.reporting()).periods().getLast())
			.flatMap((end) -> ended(series, end).stream())
			.toList();
	}

	/**
	 * What was approved for the period that ends on the same day, however it is called.
	 */
	private static Optional<Revision> ended(Series series, Period period) {
		return series.revisions().stream().filter((revision) -> revision.period().endsWith(period)).findFirst();
	}

	/** The quantity of a period: the value itself, or the level beside a rate. */
	private @Nullable BigDecimal level(Period period) {
		Revision revision = ended(series(), period).orElse(null);
		if (revision == null) {
			return null;
		}
		boolean own = Objects.requireNonNull(this.target.measurement()).measure() == Measure.LEVEL;
		return own ? revision.value() : revision.figure().level();
	}

}
