package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Target;

/**
 * The outlook of a quantity, or a percentage done, that adds up over the year: to its
 * end, or to a deadline. Earlier years are known by their ends alone.
 */
final class QuantityOutlook {

	private static final int YEARS_TO_COMPARE = 2;

	private final YearsOnRecord years;

	private final Target target;

	private final Verdict verdict;

	private final BigDecimal number;

	/** Completion in percent. */
	private static final BigDecimal ALL = BigDecimal.valueOf(100);

	private final boolean lower;

	private final Band soFar;

	private final List<Scenario> scenarios = new ArrayList<>();

	private final List<Text> missing = new ArrayList<>();

	QuantityOutlook(YearsOnRecord years, Target target, Verdict verdict, BigDecimal number, boolean lower) {
		this.years = years;
		this.target = target;
		this.verdict = verdict;
		this.number = number;
		this.lower = lower;
		this.soFar = Band.published(verdict.actual(), Objects.requireNonNull(target.measurement()));
	}

	Outlook outlook() {
		pace(Objects.requireNonNull(this.verdict.headway()));
		this.years.unclear(this.target).ifPresent(this.missing::add);
		latest();
		if (this.target.deadline().isEmpty()) {
			extremes(this.years.earlierParts(this.target, this.verdict.period()));
		}
		return new Outlook(this.verdict.period(), this.number, this.lower, null, null, remaining(), this.scenarios,
				null, this.missing);
	}

	private Remaining remaining() {
		BigDecimal left = this.number.subtract(this.verdict.actual());
		List<Period> periods = periods();
		int periodsLeft = periods.indexOf(this.target.deciding(periods).orElseThrow())
				- periods.indexOf(this.verdict.period());
		BigDecimal quantity = left.max(BigDecimal.ZERO);
		return new Remaining(quantity, left.negate().max(BigDecimal.ZERO), periodsLeft,
				quantity.divide(BigDecimal.valueOf(periodsLeft), MathContext.DECIMAL128));
	}

	/** So far ÷ pace. */
	private void pace(Headway headway) {
		if (headway.pace().signum() > 0) {
			add(Scenario.Kind.CUMULATIVE, Text.format("按%s推算", "going on at the %s", headway.basis()),
					whole(headway.pace()));
		}
	}

	/**
	 * Each month left, of the year or to the deadline, brings what the months since the
	 * period before brought.
	 */
	private void latest() {
		Text words = new Text("最近一期的速度延续", "the latest period's speed carries on");
		List<Period> periods = periods();
		int at = periods.indexOf(this.verdict.period());
		int monthsBefore = (at > 0) ? periods.get(at - 1).monthsEnded() : 0;
		before(at, periods)
			.ifPresentOrElse((before) -> add(Scenario.Kind.LATEST, words, goingOn(before, monthsBefore)),
					() -> this.missing.add(Text.format("缺少%s的数据，无法推算最近一期的速度",
							"the figure of %s is missing for the latest period's speed",
							PeriodWords.named(periods.get(at - 1)))));
	}

	private Optional<Band> before(int at, List<Period> periods) {
		return (at <= 0) ? Optional.of(new Band(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO))
				: this.years.value(this.target, periods.get(at - 1));
	}

	private Band goingOn(Band before, int monthsBefore) {
		int ended = this.verdict.period().monthsEnded();
		BigDecimal times = BigDecimal.valueOf(this.target.months() - ended)
			.divide(BigDecimal.valueOf(ended - monthsBefore), MathContext.DECIMAL128);
		return new Band(goingOn(this.soFar.low(), before.high(), times),
				goingOn(this.soFar.middle(), before.middle(), times), goingOn(this.soFar.high(), before.low(), times));
	}

	private static BigDecimal goingOn(BigDecimal now, BigDecimal before, BigDecimal times) {
		return now.add(now.subtract(before).multiply(times), MathContext.DECIMAL128);
	}

	private void extremes(List<BigDecimal> parts) {
		if (parts.size() < YEARS_TO_COMPARE) {
			this.missing.add(Text.format("往年同期与全年的记录不足：现有%d年，至少%d年才推算最好与最差",
					"too few earlier years with this period and the whole: %d, of at least %d for best and worst",
					parts.size(), YEARS_TO_COMPARE));
			return;
		}
		BigDecimal most = parts.stream().min(Comparator.naturalOrder()).orElseThrow();
		BigDecimal least = parts.stream().max(Comparator.naturalOrder()).orElseThrow();
		add(Scenario.Kind.BEST, new Text("其余时间如往年最好", "the rest is like the best on record"),
				whole(this.lower ? least : most));
		add(Scenario.Kind.WORST, new Text("其余时间如往年最差", "the rest is like the worst on record"),
				whole(this.lower ? most : least));
	}

	private Band whole(BigDecimal part) {
		return new Band(this.soFar.low().divide(part, MathContext.DECIMAL128),
				this.soFar.middle().divide(part, MathContext.DECIMAL128),
				this.soFar.high().divide(part, MathContext.DECIMAL128));
	}

	/** Of what can be done no more than all is done. */
	private void add(Scenario.Kind kind, Text words, Band speed) {
		boolean ends = Objects.requireNonNull(this.target.measurement()).measure() == Measure.COMPLETION;
		Band yearEnd = ends ? new Band(speed.low().min(ALL), speed.middle().min(ALL), speed.high().min(ALL)) : speed;
		this.scenarios
			.add(new Scenario(kind, words, yearEnd, yearEnd.middle().divide(this.number, MathContext.DECIMAL128)));
	}

	private List<Period> periods() {
		return Objects.requireNonNull(this.target.reporting()).periods();
	}

}
