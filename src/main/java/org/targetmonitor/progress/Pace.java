package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Milestones;
import org.targetmonitor.plan.PaceRule;
import org.targetmonitor.plan.Target;

/** What share of a year's quantity should be done by the end of a period. */
final class Pace {

	static final Text ELAPSED = new Text("序时进度", "share of the year elapsed");

	/** The same of what has a deadline within the year. */
	private static final Text ELAPSED_TIME = new Text("序时进度", "share of the time elapsed");

	static final Text LAST_YEAR = new Text("上年同期进度", "share reached by the same period of last year");

	static final Text MILESTONES = new Text("节点计划", "the milestones of its own");

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final Target target;

	private final @Nullable Milestones milestones;

	private final PaceRule rule;

	private final Map<LocalDate, LastYear.Known> lastYear;

	/**
	 * @param target the target, which may have a deadline of its own
	 * @param milestones the plan's own pace, null where it names none
	 * @param rule which of the others is meant
	 * @param lastYear last year's quantities by the day of this year on which the period
	 * that each corresponds to has ended; empty where unknown
	 */
	Pace(Target target, @Nullable Milestones milestones, PaceRule rule, Map<LocalDate, LastYear.Known> lastYear) {
		this.target = target;
		this.milestones = milestones;
		this.rule = rule;
		this.lastYear = Map.copyOf(lastYear);
	}

	/**
	 * 1 at the year's end or the deadline; before it the plan's own milestone, else what
	 * the plan chose of last year's share, where its quantities are known, and months
	 * ended ÷ 12. The one that was not chosen stands beside.
	 */
	Headway headway(BigDecimal done, Period period) {
		if (this.target.isDecidedBy(period)) {
			return Headway.of(done, BigDecimal.ONE, ELAPSED);
		}
		if (this.milestones != null) {
			return Headway.of(done, this.milestones.by(period, false).divide(HUNDRED, MathContext.DECIMAL128),
					MILESTONES);
		}
		Headway elapsed = Headway.of(done, this.target.elapsed(period),
				(this.target.terms().deadline() == null) ? ELAPSED : ELAPSED_TIME);
		Headway before = lastYears(done, period);
		if (before == null) {
			return elapsed;
		}
		return (this.rule == PaceRule.ELAPSED) ? elapsed.beside(before) : before.beside(elapsed);
	}

	private @Nullable Headway lastYears(BigDecimal done, Period period) {
		LastYear.Known reached = this.lastYear.get(period.end());
		LastYear.Known whole = this.lastYear.get(LocalDate.of(period.year(), 1, 1).plusMonths(this.target.months()));
		if (reached == null || whole == null || whole.value().signum() <= 0) {
			return null;
		}
		return new Headway(done, reached.value().divide(whole.value(), MathContext.DECIMAL128).min(BigDecimal.ONE),
				LAST_YEAR, List.of(reached.revision(), whole.revision()), null);
	}

}
