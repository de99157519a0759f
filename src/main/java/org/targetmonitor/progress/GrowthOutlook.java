package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Target;

/**
 * The outlook of a rate that accumulates over the year. With s the part of the base year
 * that was reached by now and G the rate so far, a rest of the year that grows by x makes
 * a year of s·G + (1 − s)·x.
 */
final class GrowthOutlook {

	private static final int MONTHS = 12;

	private static final int QUARTER = 3;

	private final YearsOnRecord years;

	private final Target target;

	private final Verdict verdict;

	private final BigDecimal number;

	private final boolean lower;

	private final Band soFar;

	private final @Nullable AppliedShare base;

	private final List<Scenario> scenarios = new ArrayList<>();

	private final List<Text> missing = new ArrayList<>();

	GrowthOutlook(YearsOnRecord years, Target target, Verdict verdict, BigDecimal number, boolean lower) {
		this.years = years;
		this.target = target;
		this.verdict = verdict;
		this.number = number;
		this.lower = lower;
		this.soFar = Band.published(verdict.actual(), Objects.requireNonNull(target.measurement()).decimals());
		this.base = years.baseShare(target, verdict.period()).orElse(null);
	}

	Outlook outlook() {
		add(Scenario.Kind.CUMULATIVE, new Text("累计增速延续", "cumulative growth carries on"), this.soFar);
		this.years.unclear(this.target).ifPresent(this.missing::add);
		if (this.base == null) {
			this.missing.add(Text.format("缺少基期（%1$d年）%2$s的累计比重",
					"the part of the base year (%1$d) reached by %2$s is missing", this.verdict.period().year() - 1,
					PeriodWords.of(this.verdict.period(), Objects.requireNonNull(this.target.measurement()))));
			return outlook(null, null);
		}
		Band required = required(this.number, this.base.share(), this.soFar);
		List<QuarterGrowth> record = this.years.quarters(this.target);
		latest(this.base.share());
		extremes(this.base.share(), record);
		return outlook(required, reach(required, record));
	}

	private Outlook outlook(@Nullable Band required, @Nullable Reach reach) {
		return new Outlook(this.verdict.period(), this.number, this.lower, this.base, required, null, this.scenarios,
				reach, this.missing);
	}

	/** r = (G* − s·G) / (1 − s): the more there was, the less is needed. */
	private static Band required(BigDecimal goal, BigDecimal share, Band soFar) {
		return new Band(rest(goal, share, soFar.high()), rest(goal, share, soFar.middle()),
				rest(goal, share, soFar.low()));
	}

	/** The rest of the year that makes a year of {@code whole}. */
	static BigDecimal rest(BigDecimal whole, BigDecimal share, BigDecimal soFar) {
		return whole.subtract(share.multiply(soFar)).divide(BigDecimal.ONE.subtract(share), MathContext.DECIMAL128);
	}

	/** The year with a rest that grows by {@code rest}: s·G + (1 − s)·x. */
	static BigDecimal year(BigDecimal share, BigDecimal soFar, BigDecimal rest) {
		return share.multiply(soFar).add(BigDecimal.ONE.subtract(share).multiply(rest), MathContext.DECIMAL128);
	}

	private void latest(BigDecimal share) {
		Period end = this.years.lastQuarterEnd(this.target, this.verdict.period()).orElse(null);
		if (end == null) {
			this.missing.add((this.verdict.period().monthsEnded() < QUARTER)
					? new Text("本年尚无已结束的季度", "no quarter of the year has ended yet")
					: new Text("该指标不按季报送，没有单季增速", "the indicator is not reported by quarter and has no growth of one"));
			return;
		}
		Text words = new Text("最近一个季度的增速延续", "the latest quarter's growth carries on");
		this.years.quarter(this.target, end)
			.ifPresentOrElse((quarter) -> add(Scenario.Kind.LATEST, words, year(share, quarter
				.growth())), () -> this.missing.add(new Text("缺少最近一个季度的单季增速：未报当季值，也无法由累计增速推算",
						"the latest quarter's own growth is missing: not submitted, and not implied by cumulative rates")));
	}

	private void extremes(BigDecimal share, List<QuarterGrowth> record) {
		Comparator<QuarterGrowth> order = Comparator.comparing((quarter) -> quarter.growth().middle());
		if (record.isEmpty()) {
			return;
		}
		QuarterGrowth best = record.stream().max(this.lower ? order.reversed() : order).orElseThrow();
		QuarterGrowth worst = record.stream().min(this.lower ? order.reversed() : order).orElseThrow();
		add(Scenario.Kind.BEST,
				Text.format("其余各季按有记录以来最好的一季（%s）", "the rest is like the best quarter on record (%s)", quarter(best)),
				year(share, best.growth()));
		add(Scenario.Kind.WORST,
				Text.format("其余各季按有记录以来最差的一季（%s）", "the rest is like the worst quarter on record (%s)", quarter(worst)),
				year(share, worst.growth()));
	}

	private static Text quarter(QuarterGrowth quarter) {
		int number = quarter.period().monthsEnded() / 3;
		return Text.format("%d年%s", "%2$s of %1$d", quarter.period().year(),
				new Text(List.of("一季度", "二季度", "三季度", "四季度").get(number - 1), "quarter " + number));
	}

	private Band year(BigDecimal share, Band rest) {
		return new Band(year(share, this.soFar.low(), rest.low()), year(share, this.soFar.middle(), rest.middle()),
				year(share, this.soFar.high(), rest.high()));
	}

	private void add(Scenario.Kind kind, Text words, Band yearEnd) {
		this.scenarios.add(new Scenario(kind, words, yearEnd, yearEnd.middle().movePointLeft(2)));
	}

	/** A rest of several quarters is held against as many in a row. */
	private @Nullable Reach reach(Band required, List<QuarterGrowth> record) {
		int months = MONTHS - this.verdict.period().monthsEnded();
		if (months % QUARTER != 0) {
			this.missing.add(Text.format("余下%d个月不是整季度，不与有记录的季度比较",
					"%d months are left, which are no whole quarters and are not held against those on record",
					months));
			return null;
		}
		int quarters = months / QUARTER;
		List<BigDecimal> stretches = Reach.stretches(record, quarters);
		Reach reach = Reach.of(required.middle(), stretches, quarters, this.lower).orElse(null);
		if (reach == null) {
			this.missing.add(Text.format("记录不足：可比的%s只有%d个，至少%d个才判断能否实现（本系统设定）",
					"the record is too short: %2$d comparable %1$s, of at least %3$d to judge the reach by (this system's own bound)",
					(quarters == 1) ? new Text("单季增速", "quarters")
							: Text.format("连续%d个季度的平均增速", "stretches of %d quarters", quarters),
					stretches.size(), Reach.SHORTEST_RECORD));
		}
		return reach;
	}

}
