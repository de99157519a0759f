package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.plan.YearsBefore;
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
	 * @param years the plan's own year first, then the earlier ones, newest first; of one
	 * of them there may be several plans
	 */
	YearsOnRecord(List<PlanYear> years, Instant moment) {
		this.years = years.stream().map((year) -> year.asOf(moment)).toList();
	}

	/**
	 * What part of the base year's whole was reached by the same period: from the levels
	 * of the year before where both are known, else as recorded for the plan itself.
	 */
	Optional<AppliedShare> baseShare(Target target, Period period) {
		return baseShare(own(target), period);
	}

	private IndicatorYear own(Target target) {
		return new IndicatorYear(this.years.getFirst(), target);
	}

	private Optional<AppliedShare> baseShare(IndicatorYear of, Period period) {
		return period.isLastOfYear()
				? Optional.of(new AppliedShare(BigDecimal.ONE, new Text("全年", "the whole year"), null, List.of(), null))
				: fromLevels(of.target(), period).or(() -> recorded(of, period));
	}

	/**
	 * The single quarters of the year before the period's end and of earlier years, as
	 * far as they were measured alike; the oldest first.
	 */
	List<QuarterGrowth> quarters(Target target) {
		return numbers().reversed()
			.stream()
			.flatMap((number) -> alike(number, target).stream()
				.flatMap((then) -> then.quarterEnds().stream().flatMap((period) -> quarter(then, period).stream())))
			.toList();
	}

	/**
	 * The latest quarter that has ended with a period, a month for example, or before it.
	 */
	Optional<Period> lastQuarterEnd(Target target, Period period) {
		return own(target).quarterEnds()
			.stream()
			.filter((end) -> end.monthsEnded() <= period.monthsEnded())
			.max(Comparator.comparingInt(Period::monthsEnded));
	}

	/** The single quarter that a period of this year ends with. */
	Optional<QuarterGrowth> quarter(Target target, Period end) {
		return quarter(own(target), end);
	}

	/** This year's value of a period as published. */
	Optional<Band> value(Target target, Period period) {
		Series series = own(target).series();
		return Optional.ofNullable(series.values().get(period))
			.map((value) -> Band.published(value, series.measurement()));
	}

	/**
	 * What part of its whole each earlier year had reached by the same period, of a
	 * quantity that adds up.
	 */
	List<BigDecimal> earlierParts(Target target, Period period) {
		return numbers().stream()
			.skip(1)
			.flatMap((number) -> alike(number, target).stream()
				.flatMap((then) -> then.part(moved(period, number)).stream()))
			.toList();
	}

	/**
	 * Says that several plans of the year before know an indicator, so that none is
	 * taken; empty where at most one does.
	 */
	Optional<Text> unclear(Target target) {
		int before = this.years.getFirst().plan().year() - 1;
		List<String> plans = ofYear(before).stream()
			.filter((year) -> year.plan()
				.target(target.indicator())
				.filter((then) -> then.reporting() != null && (isLike(then, target)
						|| YearsBefore.isSameQuantity(then.measurement(), target.measurement())))
				.isPresent())
			.map((year) -> year.plan().id())
			.toList();
		return (plans.size() < 2) ? Optional.empty() : Optional.of(Text.format(
				"%1$d年有%2$d个计划有该指标（%3$s），计划未指明以哪个为上年计划（year-before），都未采用",
				"%2$d plans of %1$d have the indicator (%3$s); the plan does not name its year-before, so none is used",
				before, plans.size(), String.join(", ", plans)));
	}

	private Optional<AppliedShare> fromLevels(Target target, Period period) {
		Period before = moved(period, period.year() - 1);
		return then(before.year(), target,
				(then) -> YearsBefore.isSameQuantity(then.measurement(), target.measurement()))
			.flatMap((then) -> then.part(before).map((share) -> {
				List<Revision> levels = then.levels(before);
				return new AppliedShare(share, source(then.year().plan()), known(levels), levels, null);
			}));
	}

	private static Text source(Plan year) {
		return Text.format("%d年同期总量占全年的比重（%s）", "the part of the year %d reached by then, from its levels (%s)",
				year.year(), year.id());
	}

	private static Optional<AppliedShare> recorded(IndicatorYear of, Period period) {
		return of.year()
			.shares()
			.of(of.target().indicator(), period)
			.map((share) -> new AppliedShare(share.share(), source(share), share.knownFrom(), List.of(), share));
	}

	private static Text source(BaseShare share) {
		return Text.format("录入的基期比重第%d版，来源：%s", "a base share as recorded, revision %d, from: %s", share.number(),
				share.origin());
	}

	private static @Nullable Instant known(List<Revision> levels) {
		return levels.stream().map(Revision::countsFrom).max(Comparator.naturalOrder()).orElse(null);
	}

	private Optional<QuarterGrowth> quarter(IndicatorYear of, Period period) {
		Series series = of.series();
		int decimals = series.measurement().decimals();
		Optional<QuarterGrowth> submitted = series.revision(period)
			.map((revision) -> revision.figure().quarterValue())
			.map((value) -> new QuarterGrowth(period, Band.published(series.measurement().published(value), decimals),
					false));
		return submitted.or(() -> implied(of, series, period));
	}

	/**
	 * A quarter out of the cumulative rates G at its end and before it, with the base
	 * shares s: (s₂G₂ − s₁G₁) / (s₂ − s₁).
	 */
	private Optional<QuarterGrowth> implied(IndicatorYear of, Series series, Period period) {
		BigDecimal rate = series.values().get(period);
		if (rate == null) {
			return Optional.empty();
		}
		int decimals = series.measurement().decimals();
		Band now = Band.published(rate, decimals);
		if (period.monthsEnded() == QUARTER) {
			return Optional.of(new QuarterGrowth(period, now, false));
		}
		Period before = of.quarterEnds()
			.stream()
			.filter((end) -> end.monthsEnded() == period.monthsEnded() - QUARTER)
			.findFirst()
			.orElse(null);
		BigDecimal rateBefore = (before != null) ? series.values().get(before) : null;
		if (before == null || rateBefore == null) {
			return Optional.empty();
		}
		Band then = Band.published(rateBefore, decimals);
		return baseShare(of, period)
			.flatMap((second) -> baseShare(of, before).filter((first) -> first.share().compareTo(second.share()) < 0)
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

	/** The years that there are plans of, the own one first. */
	private List<Integer> numbers() {
		return this.years.stream().map((year) -> year.plan().year()).distinct().toList();
	}

	private List<PlanYear> ofYear(int number) {
		return this.years.stream().filter((year) -> year.plan().year() == number).toList();
	}

	private static Period moved(Period period, int year) {
		return new Period(year, period.frequency(), period.number());
	}

	/** What the indicator was in a year, if it was measured and priced alike. */
	private Optional<IndicatorYear> alike(int number, Target target) {
		return then(number, target, (then) -> then.reporting() != null && isLike(then, target));
	}

	/** What the indicator was in a year in the only plan of which that can be said. */
	private Optional<IndicatorYear> then(int number, Target target, Predicate<Target> fits) {
		return YearsBefore.only(ofYear(number),
				(year) -> year.plan()
					.target(target.indicator())
					.filter(fits)
					.map((then) -> new IndicatorYear(year, then)));
	}

	private static boolean isLike(Target then, Target target) {
		Measurement before = then.measurement();
		Measurement now = target.measurement();
		return before != null && now != null && before.isLike(now);
	}

}
