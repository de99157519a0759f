package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Extent;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Accumulation;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Revision;

/**
 * What a target's values are held against, period by period, besides the goal's number.
 */
interface Opposite {

	/** Held against for want of an opposite: no goal looks at it. */
	Against NOTHING = new Against(null, null, null);

	/** Of a goal that is a number alone. */
	Opposite NONE = (period) -> Optional.of(NOTHING);

	/**
	 * A value as published.
	 *
	 * @param value null of nothing, and where it was published without an exact number
	 * @param revision the revision it comes from, null where it comes from none
	 * @param extent what was published without an exact number; else null
	 */
	record Against(@Nullable BigDecimal value, @Nullable Revision revision, @Nullable Extent extent) {

		static Against of(LastYear.Known known) {
			return new Against(known.value(), known.revision(), null);
		}

	}

	/** What there is for the period of another indicator; empty where nothing is. */
	Optional<Against> at(Period period);

	/** What is missing where it has nothing for any period. */
	default Optional<Text> whyNothing() {
		return Optional.empty();
	}

	/** The figures behind it, whose bases may be others. */
	default Optional<Series> series() {
		return Optional.empty();
	}

	/** Another indicator's value for the period that ends on the same day. */
	record OfIndicator(Series operand) implements Opposite {

		@Override
		public Optional<Against> at(Period period) {
			return this.operand.endingWith(period)
				.map((own) -> new Against(this.operand.values().get(own), this.operand.revision(own).orElseThrow(),
						this.operand.extents().get(own)));
		}

		@Override
		public Optional<Series> series() {
			return Optional.of(this.operand);
		}

	}

	/**
	 * The own value of the year before: of a state at a point in time as the year ended,
	 * of a quantity that adds up as it was by the same day as the goal is for (the year's
	 * end, or the deadline); of an average and of a rate, of the same period.
	 */
	record OfYearBefore(Target target, int year, Map<LocalDate, LastYear.Known> lastYear,
			Map<LocalDate, LastYear.Inexact> inexact) implements Opposite {

		@Override
		public Optional<Against> at(Period period) {
			return this.target.goal()
				.yearBefore()
				.map((given) -> new Against(given, null, null))
				.or(() -> Optional.ofNullable(this.lastYear.get(asOf(period))).map(Against::of))
				.or(() -> Optional.ofNullable(this.inexact.get(asOf(period)))
					.map((known) -> new Against(null, known.revision(), known.extent())));
		}

		private LocalDate asOf(Period period) {
			Measurement measurement = Objects.requireNonNull(this.target.measurement());
			if (measurement.accumulation() == Accumulation.POINT) {
				return LocalDate.of(this.year + 1, 1, 1);
			}
			return measurement.measure().accumulatesOverYear()
					? LocalDate.of(this.year, 1, 1).plusMonths(this.target.months()) : period.end();
		}

		@Override
		public Optional<Text> whyNothing() {
			return Optional.of(new Text("缺少上年同口径的数：上年计划没有该指标的已审核数据，本计划也未填写 from",
					"last year's value measured alike is missing: no approved figure of it is in last year's plan, and the goal has no from"));
		}

	}

}
