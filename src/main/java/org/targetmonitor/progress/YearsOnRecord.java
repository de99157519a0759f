package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Accumulation;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.BaseShare;
import org.targetmonitor.submission.Revision;

/**
 * The years of an area that the monitor has, as far as they were known at a moment: base
 * shares, single quarters and earlier quantities out of them.
 */
final class YearsOnRecord {

	private static final int QUARTER = 3;

	private final List<PlanYear> years;

	/**
	 * @param years the plan's own year first, then the earlier ones, newest first
	 */
	YearsOnRecord(List<PlanYear> years, Instant moment) {
		this.years = years.stream().map((year) -> year.asOf(moment)).toList();
	}

	/**
	 * What part of the base year's whole was reached by the same period: from the levels
	 * of the year before where both are known, else as recorded for the plan itself.
	 */
	Optional<AppliedShare> baseShare(Target target, Period period) {
		if (period.isLastOfYear()) {
			return Optional
				.of(new AppliedShare(BigDecimal.ONE, new Text("全年", "the whole year"), null, List.of(), null));
		}
		return fromLevels(target, period).or(() -> recorded(target, period));
	}

	/**
	 * The single quarters of the year before the period's end and of earlier years, as
	 * far as they were measured alike; the oldest first.
	 */
	List<QuarterGrowth> quarters(Target target) {
		return this.years.reversed()
			.stream()
			.flatMap((year) -> alike(year, target).stream()
				.flatMap(
						(then) -> quarterEnds(then).stream().flatMap((period) -> quarter(year, then, period).stream())))
			.toList();
	}

	/**
	 * The latest quarter that has ended with a period, a month for example, or before it.
	 */
	Optional<Period> lastQuarterEnd(Target target, Period period) {
		return quarterEnds(target).stream()
			.filter((end) -> end.monthsEnded() <= period.monthsEnded())
			.max(Comparator.comparingInt(Period::monthsEnded));
	}

	/** The single quarter that a period of this year ends with. */
	Optional<QuarterGrowth> quarter(Target target, Period end) {
		return quarter(this.years.getFirst(), target, end);
	}

	/** This year's value of a period as published. */
	Optional<Band> value(Target target, Period period) {
		Series series = Series.of(target, this.years.getFirst().figures());
		return Optional.ofNullable(series.values().get(period))
			.map((value) -> Band.published(value, series.measurement().decimals()));
	}

	/**
	 * What part of its whole each earlier year had reached by the same period, of a
	 * quantity that adds up.
	 */
	List<BigDecimal> earlierParts(Target target, Period period) {
		return this.years.stream()
			.skip(1)
			.flatMap((year) -> alike(year, target).stream()
				.flatMap((then) -> part(year, then, moved(period, year.plan().year())).stream()))
			.toList();
	}

	private Optional<AppliedShare> fromLevels(Target target, Period period) {
		Period before = moved(period, period.year() - 1);
		return year(before.year()).flatMap((year) -> year.plan()
			.target(target.indicator())
			.filter((then) -> sameQuantity(then.measurement(), target.measurement()))
			.flatMap((then) -> part(year, then, before).map((share) -> {
				List<Revision> levels = levels(year, then, before);
				return new AppliedShare(share, source(year.plan()), known(levels), levels, null);
			})));
	}

	private static Text source(Plan year) {
		return Text.format("%d年同期总量占全年的比重（%s）", "the part of the year %d reached by then, from its levels (%s)",
				year.year(), year.id());
	}

	private Optional<AppliedShare> recorded(Target target, Period period) {
		return year(period.year()).flatMap((year) -> year.shares().of(target.indicator(), period))
			.map((share) -> new AppliedShare(share.share(), source(share), share.knownFrom(), List.of(), share));
	}

	private static Text source(BaseShare share) {
		return Text.format("录入的基期比重第%d版，来源：%s", "a base share as recorded, revision %d, from: %s", share.number(),
				share.origin());
	}

	private static Optional<BigDecimal> part(PlanYear year, Target target, Period period) {
		BigDecimal reached = level(year, target, period);
		BigDecimal whole = Optional.ofNullable(target.reporting())
			.map((reporting) -> level(year, target, reporting.periods().getLast()))
			.orElse(null);
		if (reached == null || whole == null || reached.signum() <= 0 || reached.compareTo(whole) >= 0) {
			return Optional.empty();
		}
		return Optional.of(reached.divide(whole, MathContext.DECIMAL128));
	}

	/** The revisions with the levels of a period and of the whole year. */
	private static List<Revision> levels(PlanYear year, Target target, Period period) {
		Series series = Series.of(target, year.figures());
		return Stream.of(period, Objects.requireNonNull(target.reporting()).periods().getLast())
			.flatMap((end) -> ended(series, end).stream())
			.toList();
	}

	/**
	 * What was approved for the period that ends on the same day, however it is called.
	 */
	private static Optional<Revision> ended(Series series, Period period) {
		return series.revisions().stream().filter((revision) -> revision.period().endsWith(period)).findFirst();
	}

	private static @Nullable Instant known(List<Revision> levels) {
		return levels.stream().map(Revision::countsFrom).max(Comparator.naturalOrder()).orElse(null);
	}

	/** The quantity of a period: the value itself, or the level beside a rate. */
	private static @Nullable BigDecimal level(PlanYear year, Target target, Period period) {
		Revision revision = ended(Series.of(target, year.figures()), period).orElse(null);
		if (revision == null) {
			return null;
		}
		boolean own = Objects.requireNonNull(target.measurement()).measure() == Measure.LEVEL;
		return own ? revision.value() : revision.figure().level();
	}

	private Optional<QuarterGrowth> quarter(PlanYear year, Target target, Period period) {
		Series series = Series.of(target, year.figures());
		int decimals = series.measurement().decimals();
		Optional<QuarterGrowth> submitted = series.revision(period)
			.map((revision) -> revision.figure().quarterValue())
			.map((value) -> new QuarterGrowth(period, Band.published(series.measurement().published(value), decimals),
					false));
		return submitted.or(() -> implied(target, series, period));
	}

	/**
	 * A quarter out of the cumulative rates G at its end and before it, with the base
	 * shares s: (s₂G₂ − s₁G₁) / (s₂ − s₁).
	 */
	private Optional<QuarterGrowth> implied(Target target, Series series, Period period) {
		BigDecimal rate = series.values().get(period);
		if (rate == null) {
			return Optional.empty();
		}
		int decimals = series.measurement().decimals();
		Band now = Band.published(rate, decimals);
		if (period.monthsEnded() == QUARTER) {
			return Optional.of(new QuarterGrowth(period, now, false));
		}
		Period before = quarterEnds(target).stream()
			.filter((end) -> end.monthsEnded() == period.monthsEnded() - QUARTER)
			.findFirst()
			.orElse(null);
		BigDecimal rateBefore = (before != null) ? series.values().get(before) : null;
		if (before == null || rateBefore == null) {
			return Optional.empty();
		}
		Band then = Band.published(rateBefore, decimals);
		return baseShare(target, period).flatMap((second) -> baseShare(target, before)
			.filter((first) -> first.share().compareTo(second.share()) < 0)
			.map((first) -> new QuarterGrowth(period, implied(first.share(), then, second.share(), now), true)));
	}

	private static Band implied(BigDecimal first, Band then, BigDecimal second, Band now) {
		return new Band(implied(first, then.high(), second, now.low()),
				implied(first, then.middle(), second, now.middle()), implied(first, then.low(), second, now.high()));
	}

	private static BigDecimal implied(BigDecimal first, BigDecimal then, BigDecimal second, BigDecimal now) {
		return second.multiply(now)
			.subtract(first.multiply(then))
			.divide(second.subtract(first), MathContext.DECIMAL128);
	}

	/** The reported periods that end with a quarter. */
	private static List<Period> quarterEnds(Target target) {
		Reporting reporting = target.reporting();
		if (reporting == null || reporting.frequency().months() > QUARTER) {
			return List.of();
		}
		return reporting.periods().stream().filter((period) -> period.monthsEnded() % QUARTER == 0).toList();
	}

	private Optional<PlanYear> year(int number) {
		return this.years.stream().filter((year) -> year.plan().year() == number).findFirst();
	}

	private static Period moved(Period period, int year) {
		return new Period(year, period.frequency(), period.number());
	}

	/** What the indicator was in a year, if it was measured and priced alike. */
	private static Optional<Target> alike(PlanYear year, Target target) {
		Measurement now = target.measurement();
		return year.plan().target(target.indicator()).filter((then) -> then.reporting() != null).filter((then) -> {
			Measurement before = then.measurement();
			return before != null && now != null && before.isLike(now);
		});
	}

	private static boolean sameQuantity(@Nullable Measurement before, @Nullable Measurement now) {
		return before != null && now != null && before.quantityUnit() != null
				&& Objects.equals(before.quantityUnit(), now.quantityUnit())
				&& before.accumulation() == Accumulation.YEAR_TO_DATE
				&& now.accumulation() == Accumulation.YEAR_TO_DATE;
	}

}
