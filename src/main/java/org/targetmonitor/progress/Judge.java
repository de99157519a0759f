package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Accumulation;
import org.targetmonitor.plan.Comparison;
import org.targetmonitor.plan.GoalPath;
import org.targetmonitor.plan.Goal;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;

/** Gives the verdict on each target of a plan from its approved figures. */
final class Judge {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final Text NOTHING_TO_REACH = new Text("以上年为基数的目标数不大于0，无法计算完成比例",
			"the number that follows from the year before is not above 0, so there is no share of it");

	private static final Text NO_BEGINNING = new Text("缺少路径的起点：上年没有同口径的全年数，计划也未写明起点",
			"the path has no beginning: no final value of last year measured alike is known, and the plan names none");

	private final Function<String, Optional<Target>> targets;

	private final Figures figures;

	private final LastYear lastYear;

	private final Lacking lacking;

	Judge(Plan plan, Figures figures, LastYear lastYear) {
		this(plan::target, figures, lastYear);
	}

	/**
	 * @param targets finds the target of an indicator
	 */
	Judge(Function<String, Optional<Target>> targets, Figures figures, LastYear lastYear) {
		this(targets, figures, lastYear, Map.of());
	}

	/**
	 * @param unseen as {@link Elsewhere#unseen()} has it, to be said as a reason
	 */
	Judge(Function<String, Optional<Target>> targets, Figures figures, LastYear lastYear,
			Map<String, Elsewhere.Unseen> unseen) {
		this.lacking = new Lacking(targets, figures, unseen);
		this.targets = targets;
		this.figures = figures;
		this.lastYear = lastYear;
	}

	/** The same with other targets, as they were once. */
	Judge by(Function<String, Optional<Target>> others) {
		return new Judge(others, this.figures, this.lastYear, this.lacking.unseen());
	}

	/** A status with what it rests on: a verdict, or the reason why there is none. */
	record Judged(Status status, @Nullable Verdict verdict, @Nullable Text reason, @Nullable Inexact inexact) {

		Judged(Status status, @Nullable Verdict verdict, @Nullable Text reason) {
			this(status, verdict, reason, null);
		}

		/** The period that it is judged by; empty where it is not. */
		Optional<Period> period() {
			return Optional.ofNullable(this.verdict)
				.map(Verdict::period)
				.or(() -> Optional.ofNullable(this.inexact).map(Inexact::period));
		}

		static Judged grey(Status status, @Nullable Text reason) {
			return new Judged(status, null, reason);
		}

	}

	Judged judge(Target target) {
		Goal goal = target.goal();
		if (goal.awaitsNumbers()) {
			return Judged.grey(Status.AWAITING_TARGET, new Text("指标数尚未下达", "the numbers are not assigned yet"));
		}
		if (!goal.judges()) {
			return Judged.grey(Status.NOT_ASSESSABLE, new Text("不作评价", "no verdict is given"));
		}
		Series subject = series(goal.subject(target.indicator()));
		Opposite opposite = opposite(target);
		return whyNotAssessable(target, subject, opposite).map((reason) -> Judged.grey(Status.NOT_ASSESSABLE, reason))
			.or(() -> withoutDecidingFigure(target, subject, opposite))
			.orElseGet(() -> latestCommon(target, subject, opposite)
				.map((period) -> judged(target, subject, opposite, period))
				.orElseGet(() -> this.lacking.figure(target, subject.periods().stream().reduce((first, last) -> last))
					.or(() -> this.lacking.whole(target, null))
					.map((reason) -> Judged.grey(Status.NOT_ASSESSABLE, reason))
					.orElseGet(() -> Judged.grey(Status.AWAITING_FIGURE,
							subject.periods().isEmpty() ? null : opposite.whyNothing().orElse(null)))));
	}

	/**
	 * Grey where only figures from before the deadline and from after it are there, own
	 * ones or those of what it is held against: neither tells whether it was kept, unless
	 * a quantity was there before, which cannot shrink.
	 */
	private Optional<Judged> withoutDecidingFigure(Target target, Series subject, Opposite opposite) {
		Period deciding = Optional.ofNullable(subject.target().reporting())
			.flatMap((reporting) -> target.deciding(reporting.periods()))
			.orElse(null);
		if (target.deadline().isEmpty() || deciding == null || isSettledBefore(target, subject)) {
			return Optional.empty();
		}
		boolean own = subject.periods().stream().anyMatch(target::isDecidedBy);
		boolean lacks = own ? target.goal().operand().isPresent() && opposite.at(deciding).isEmpty()
				: subject.periods().stream().anyMatch(target::isDecidedBefore);
		if (!lacks) {
			return Optional.empty();
		}
		if (own) {
			Optional<Judged> elsewhere = this.lacking.figure(target, Optional.of(deciding))
				.map((reason) -> Judged.grey(Status.NOT_ASSESSABLE, reason));
			if (elsewhere.isPresent()) {
				return elsewhere;
			}
		}
		Text of = own ? Text.format("“%s”", "\"%s\" of ", this.lacking.name(target.goal().operand().orElseThrow()))
				: Text.same("");
		return target.deadline()
			.map((deadline) -> Judged.grey(Status.AWAITING_FIGURE, Text.format("期限（%1$s）已过，缺少%3$s%2$s的数据，无法判断是否按期达到",
					"the deadline (%1$s) has passed and the figure of %3$s%2$s is missing: whether it was kept cannot be told",
					deadline.at(), PeriodWords.of(deciding, subject.measurement()), of)));
	}

	/** Whether a quantity passed its number before the deadline, as it cannot shrink. */
	private static boolean isSettledBefore(Target target, Series subject) {
		Goal goal = target.goal();
		if (!target.isPaced() || goal.number().isEmpty() || goal.operand().isPresent() || goal.isAgainstYearBefore()) {
			return false;
		}
		return subject.values()
			.entrySet()
			.stream()
			.filter((known) -> !target.isDecidedBefore(known.getKey()) && !target.isDecidedBy(known.getKey()))
			.anyMatch((known) -> goal.compare(known.getValue(), BigDecimal.ZERO).met() != goal.isCeiling());
	}

	/**
	 * The first later period in which a goal that was missed by its deadline is reached
	 * after all; nothing makes up for a quantity that was too much.
	 */
	Optional<Period> reachedLate(Target target, Verdict verdict) {
		if (target.deadline().isEmpty() || !verdict.last() || verdict.met()
				|| (target.isPaced() && target.goal().isCeiling())) {
			return Optional.empty();
		}
		Opposite opposite = opposite(target);
		return valuesOf(target).tailMap(verdict.period(), false)
			.entrySet()
			.stream()
			.filter((later) -> opposite.at(later.getKey())
				.filter((against) -> against.extent() == null)
				.map((against) -> Objects.requireNonNullElse(against.value(), BigDecimal.ZERO))
				.filter((against) -> target.goal().compare(later.getValue(), against).met())
				.isPresent())
			.map(Map.Entry::getKey)
			.findFirst();
	}

	/** A later period than the judged one that another area's figure is missing for. */
	Optional<Text> lacking(Target target, Period judged) {
		return this.lacking
			.figure(target,
					series(target.goal().subject(target.indicator())).periods()
						.stream()
						.filter((period) -> period.compareTo(judged) > 0 && !target.isDecidedBefore(period))
						.reduce((first, last) -> last))
			.or(() -> this.lacking.whole(target, judged));
	}

	/**
	 * How a target stood by the figures of one period, whatever came later, also where
	 * they have no exact number; empty where they give no verdict.
	 */
	Optional<Judged> knownAt(Target target, Period period) {
		if (!target.goal().judges() || target.goal().awaitsNumbers() || target.isDecidedBefore(period)) {
			return Optional.empty();
		}
		Series subject = series(target.goal().subject(target.indicator()));
		Opposite opposite = opposite(target);
		boolean there = subject.periods().contains(period) && opposite.at(period).isPresent()
				&& whyNotAssessable(target, subject, opposite).isEmpty();
		return there
				? Optional.of(judged(target, subject, opposite, period)).filter((known) -> known.period().isPresent())
				: Optional.empty();
	}

	/** What is known of what a target judges, by period. */
	NavigableMap<Period, BigDecimal> valuesOf(Target target) {
		return series(target.goal().subject(target.indicator())).values();
	}

	/** What the value was in the same period of last year, where that is to be said. */
	Optional<Text> samePeriod(Target target, Verdict verdict) {
		return SamePeriod.of(target, verdict, this.lastYear);
	}

	/** Operands on different bases: said wherever the verdict is shown. */
	Optional<Text> differentBases(Target target) {
		return target.goal()
			.operand()
			.flatMap((operand) -> Bases.different(series(target.goal().subject(target.indicator())), series(operand)));
	}

	private Series series(String indicator) {
		Target target = this.targets.apply(indicator).orElseThrow();
		return Series.of(target, DerivedShares.ofOne(target, this.targets, this.figures));
	}

	private Opposite opposite(Target target) {
		if (target.goal().isAgainstYearBefore()) {
			int year = Objects.requireNonNull(target.reporting()).periods().getLast().year();
			return new Opposite.OfYearBefore(target, year, this.lastYear.values(target), this.lastYear.inexact(target));
		}
		return target.goal()
			.operand()
			.<Opposite>map((operand) -> new Opposite.OfIndicator(series(operand)))
			.orElse(Opposite.NONE);
	}

	/** An amount per head is not held against one in total; their growth may be. */
	private static Optional<Text> whyNotAssessable(Target target, Series subject, Opposite opposite) {
		boolean amounts = subject.measurement().measure() == Measure.VALUE;
		return opposite.series()
			.filter((operand) -> amounts)
			.flatMap((operand) -> Bases.perHeadAndTotal(subject, operand))
			.or(() -> notAvailable(target, subject))
			.or(() -> opposite.series().flatMap((operand) -> notAvailable(target, operand)));
	}

	private static Optional<Text> notAvailable(Target target, Series series) {
		return series.notAvailable(target)
			.map((revision) -> Text.format("%s%s：%s（%s）", "%s in %s: %s (%s)", series.target().name(),
					PeriodWords.of(revision.period(), series.measurement()),
					revision.figure().status().words(series.measurement()),
					Objects.requireNonNullElse(revision.figure().note(), "")));
	}

	/**
	 * The latest period of the subject for which the operand has a value that ends on the
	 * same day.
	 */
	private static Optional<Period> latestCommon(Target target, Series subject, Opposite opposite) {
		return subject.periods()
			.descendingSet()
			.stream()
			.filter((period) -> !target.isDecidedBefore(period) && opposite.at(period).isPresent())
			.findFirst();
	}

	private Judged judged(Target target, Series subject, Opposite opposite, Period period) {
		Opposite.Against against = opposite.at(period).orElseThrow();
		Revision revision = subject.revision(period).orElseThrow();
		BigDecimal exact = subject.values().get(period);
		return (exact != null && against.extent() == null)
				? judged(target, subject.measurement(), period, exact, revision, against)
				: new Readings(target, subject, this.targets, period, against)
					.judged((actual, operand) -> judged(target, subject.measurement(), period, actual, revision,
							new Opposite.Against(operand, against.revision(), null)));
	}

	/** By one number, or by one of those that may be meant. */
	private Judged judged(Target target, Measurement measurement, Period period, BigDecimal actual, Revision revision,
			Opposite.Against against) {
		Optional<Waypoint> waypoint = waypoint(target, period);
		Comparison whole = within(target, period).compare(actual,
				Objects.requireNonNullElse(against.value(), BigDecimal.ZERO));
		boolean asked = waypoint.isPresent();
		waypoint = waypoint.filter((point) -> !isThere(target.goal(), point.begin(), actual));
		Comparison comparison = waypoint
			.map((point) -> target.goal().at(point.number()).compare(actual, BigDecimal.ZERO))
			.map((there) -> new Comparison(whole.number(), whole.gap(), there.line(), there.margin(), there.met()))
			.orElse(whole);
		if (target.goal().isAgainstYearBefore()
				&& Objects.requireNonNull(target.measurement()).measure().accumulatesOverYear()
				&& target.goal().whole(Objects.requireNonNullElse(against.value(), BigDecimal.ZERO)).signum() <= 0) {
			return Judged.grey(Status.NOT_ASSESSABLE, NOTHING_TO_REACH);
		}
		if (isOnItsWay(target, period) && !asked && !comparison.met()) {
			return noBeginning(target);
		}
		Verdict verdict = verdict(target, measurement, period, actual, revision, against, comparison,
				waypoint.orElse(null));
		return new Judged(status(target, verdict), verdict, null);
	}

	private Judged noBeginning(Target target) {
		return this.lastYear.inexact(target)
			.values()
			.stream()
			.filter((known) -> known.revision().period().isLastOfYear())
			.findFirst()
			.map((known) -> Judged.grey(Status.NOT_ASSESSABLE, Text.format(
					"上年全年数为%s，没有确切数值，不能作路径的起点；可在计划中写明起点（path: {from: …}）",
					"last year's final figure is %s: without an exact number no path begins there; the plan may say path: {from: …}",
					known.extent().words(Objects.requireNonNull(target.measurement()).unitWords()))))
			.orElseGet(() -> Judged.grey(Status.AWAITING_FIGURE, NO_BEGINNING));
	}

	/**
	 * A change of a state at a point in time is asked for by the year's end: within the
	 * year as much of it as of the year has passed.
	 */
	private static Goal within(Target target, Period period) {
		Measurement measurement = target.measurement();
		if (measurement == null || measurement.accumulation() != Accumulation.POINT || target.isDecidedBy(period)
				|| (measurement.measure() != Measure.RATIO && measurement.measure() != Measure.VALUE)) {
			return target.goal();
		}
		return target.goal().within(target.elapsed(period), measurement.decimals());
	}

	/**
	 * Where the year began beyond the number, or it is reached already, no path leads to
	 * it: the number itself is what counts.
	 */
	private static boolean isThere(Goal goal, BigDecimal begin, BigDecimal actual) {
		return goal.compare(begin, BigDecimal.ZERO).met() || goal.compare(actual, BigDecimal.ZERO).met();
	}

	/** Only at the year's end the number itself is asked for. */
	private static boolean isOnItsWay(Target target, Period period) {
		return target.terms().path() != null && !target.isDecidedBy(period);
	}

	private Optional<Waypoint> waypoint(Target target, Period period) {
		GoalPath path = target.terms().path();
		Measurement measurement = target.measurement();
		return (path == null || measurement == null || target.isDecidedBy(period)) ? Optional.empty()
				: new OnTheWay(target, path, measurement.decimals(), period.year(), this.lastYear.values(target))
					.at(period);
	}

	private Verdict verdict(Target target, Measurement measurement, Period period, BigDecimal actual, Revision revision,
			Opposite.Against against, Comparison comparison, @Nullable Waypoint waypoint) {
		if (target.isPaced()) {
			BigDecimal whole = target.goal().whole(Objects.requireNonNullElse(against.value(), BigDecimal.ZERO));
			BigDecimal done = actual.divide(whole, MathContext.DECIMAL128);
			Headway headway = pace(target).headway(done, period);
			BigDecimal margin = target.goal().ahead(headway.done(), headway.pace(), comparison.line(), whole);
			boolean met = target.isDecidedBy(period) ? comparison.met() : margin.signum() >= 0;
			return new Verdict(period, target.isDecidedBy(period), actual, revision, against.value(),
					against.revision(), comparison, headway, null, margin.multiply(HUNDRED), margin,
					done.subtract(BigDecimal.ONE), met);
		}
		return new Verdict(period, target.isDecidedBy(period), actual, revision, against.value(), against.revision(),
				comparison, null, waypoint, comparison.margin(),
				ratio(comparison.margin(), measurement, comparison.number()),
				ratio(comparison.gap(), measurement, comparison.number()), comparison.met());
	}

	/** What share of a quantity should be done by when. */
	Pace pace(Target target) {
		return new Pace(target, target.entry().milestones().orElse(null), target.terms().pace(),
				this.lastYear.values(target));
	}

	/**
	 * A difference as a ratio: percentage points ÷ 100, so with places of a rank,
	 * per-mille points ÷ 1000, or of a value its share of |number| (of 1 where that is
	 * 0).
	 */
	private static BigDecimal ratio(BigDecimal difference, Measurement measurement, BigDecimal number) {
		if (measurement.measure().differsInPoints() || measurement.measure() == Measure.RANK) {
			return difference.movePointLeft(measurement.places());
		}
		BigDecimal whole = (number.signum() == 0) ? BigDecimal.ONE : number.abs();
		return difference.divide(whole, MathContext.DECIMAL128);
	}

	/**
	 * What the band of lagging is of: of a stock that is to be cleared the way to 0, as
	 * of 0 itself there is no share.
	 */
	private static BigDecimal howFar(Target target, Verdict verdict) {
		Waypoint point = verdict.waypoint();
		if (point == null || !target.isBandOfWay()) {
			return verdict.marginRatio();
		}
		BigDecimal way = verdict.comparison().number().subtract(point.begin()).abs();
		return verdict.margin().divide(way, MathContext.DECIMAL128);
	}

	private static Status status(Target target, Verdict verdict) {
		boolean done = target.goal().isFinalOnceMet() && verdict.comparison().met();
		if (verdict.last() || done) {
			return (done || verdict.met()) ? Status.ACHIEVED : Status.MISSED;
		}
		if (verdict.met()) {
			return Status.ON_TRACK;
		}
		return (howFar(target, verdict).compareTo(target.laggingRatio()) > 0) ? Status.AT_RISK : Status.LAGGING;
	}

}
