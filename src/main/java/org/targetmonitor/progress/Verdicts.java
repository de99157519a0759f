package org.targetmonitor.progress;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;

/** Computes how each target of a plan stands. */
final class Verdicts {

	private final PlanStanding standing;

	private final PlanFacts facts;

	private final PlanFacts judgedBy;

	private final WorkingDays calendar;

	private final Instant now;

	private final Instant frozenAt;

	private final Condition first;

	/**
	 * @param standing the plan's standing as far as its day and figures go
	 * @param facts all that is known
	 * @param judgedBy what verdicts look at of other years and areas
	 * @param frozenAt up to when verdicts look at figures
	 */
	Verdicts(PlanStanding standing, PlanFacts facts, PlanFacts judgedBy, WorkingDays calendar, Instant now,
			Instant frozenAt) {
		this.standing = standing;
		this.facts = facts;
		this.judgedBy = judgedBy;
		this.calendar = calendar;
		this.now = now;
		this.frozenAt = frozenAt;
		this.first = new Condition(judgedBy.then());
	}

	/** Of two conditions the target stands as the worse does. */
	TargetProgress of(Target target) {
		TargetProgress progress = this.first.of(target);
		Then byOther = this.judgedBy.then().byOther(target.indicator());
		if (byOther.versions(target.indicator()).findAny().isEmpty() && target.other().isEmpty()) {
			return progress;
		}
		Condition second = new Condition(byOther);
		TargetProgress other = target.other().map(second::of).orElse(null);
		TargetProgress whole = (other == null) ? progress
				: new TwoConditions(this.standing.plan(), this.standing.open(), progress, other).together();
		return byOther.isChanged() ? new Formerly(byOther, second.judge, second.wording).beside(whole, progress, other)
				: whole;
	}

	/** All that is looked at for targets by one condition of each. */
	private final class Condition {

		private final Judge judge;

		private final Paths paths;

		private final Wording wording;

		private final Outlooks outlooks;

		private final PastLag lag;

		private final Oversight decided;

		private Condition(Then then) {
			PlanStanding plan = Verdicts.this.standing;
			Instant moment = Verdicts.this.frozenAt;
			this.judge = new Judge(then::inForce, plan.judgedBy(), Verdicts.this.judgedBy.lastYear(moment),
					Verdicts.this.judgedBy.elsewhere().unseen());
			this.paths = new Paths(plan.plan(), plan.judgedBy(), then, moment);
			this.wording = new Wording(plan.plan(), this.judge, plan.judgedBy(), plan.open(), then);
			this.outlooks = new Outlooks(Verdicts.this.facts.years(Verdicts.this.now));
			this.lag = new PastLag(plan.plan(), plan.judgedBy(), then, moment);
			this.decided = Verdicts.this.facts.oversight().asOf(Verdicts.this.now);
		}

		private TargetProgress of(Target target) {
			PlanStanding plan = Verdicts.this.standing;
			Judge.Judged judgement = this.judge.judge(target);
			Timeliness timeliness = Timeliness.of(target, plan.figures(), Verdicts.this.calendar, plan.today(),
					plan.open(), finished(target, judgement, this.judge));
			return this.wording
				.progress(target, judgement, timeliness, newestValue(plan.judgedBy(), target, target.indicator()),
						plan.open() ? null : later(target, plan.figures(), plan.judgedBy()), this.paths.of(target),
						Verdicts.this.facts.revisions(target, Verdicts.this.now),
						plan.open() ? this.outlooks.of(target, judgement.verdict()) : null,
						this.lag.wasMadeUp(target, judgement))
				.with(plan.open() ? supervision(target) : Supervision.NONE);
		}

		private Supervision supervision(Target target) {
			return new Supervision(
					this.decided.accepted(target.indicator(), Verdicts.this.standing.today()).orElse(null),
					this.decided.openOrders(target.indicator()));
		}

	}

	/** The period with which a goal that is final once met was met, be it too late. */
	private static @Nullable Period finished(Target target, Judge.Judged judgement, Judge judge) {
		Verdict verdict = judgement.verdict();
		if (!target.goal().isFinalOnceMet() || verdict == null) {
			return null;
		}
		return (judgement.status() == Status.ACHIEVED) ? verdict.period()
				: judge.reachedLate(target, verdict).orElse(null);
	}

	/**
	 * The subject's newest value, where it is another one than the frozen verdict could
	 * know.
	 */
	private static @Nullable Revision later(Target target, Figures known, Figures judgedBy) {
		String subject = target.goal().subject(target.indicator());
		Revision now = newestValue(known, target, subject);
		return Objects.equals(now, newestValue(judgedBy, target, subject)) ? null : now;
	}

	private static @Nullable Revision newestValue(Figures figures, Target target, String indicator) {
		return figures.approved(indicator)
			.values()
			.stream()
			.map((revision) -> revision.as(target.measurement()))
			.filter((revision) -> revision.figure().hasResult())
			.reduce((first, second) -> second)
			.orElse(null);
	}

}
