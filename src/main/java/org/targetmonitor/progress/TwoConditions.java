package org.targetmonitor.progress;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;

/**
 * Puts two conditions on one indicator together: the target stands as the worse of them
 * does, and the other is said with it. What is unknown is never green, but red where the
 * condition that is known is.
 */
final class TwoConditions {

	private static final List<Status> STATUSES = List.of(Status.MISSED, Status.LAGGING, Status.AT_RISK,
			Status.NOT_ASSESSABLE, Status.AWAITING_TARGET, Status.AWAITING_FIGURE, Status.ON_TRACK, Status.ACHIEVED);

	/**
	 * By the status itself: the yellow of what lagged once and made up for it is on
	 * track, and goes before green only.
	 */
	private static final Comparator<TargetProgress> WORST_FIRST = Comparator
		.comparingInt(
				(TargetProgress one) -> AssignedTargets.WORST_FIRST.indexOf(one.status().light(one.target().goal())))
		.thenComparingInt((one) -> AssignedTargets.WORST_FIRST.indexOf(one.light()))
		.thenComparingInt((one) -> STATUSES.indexOf(one.status()))
		.thenComparing(AssignedTargets::bands);

	private final Plan plan;

	private final boolean open;

	private final TargetProgress first;

	private final TargetProgress second;

	/**
	 * @param open whether what is awaited may still come
	 * @param first how the target stands by the condition that the plan writes first
	 * @param second how it stands by the other one alone
	 */
	TwoConditions(Plan plan, boolean open, TargetProgress first, TargetProgress second) {
		this.plan = plan;
		this.open = open;
		this.first = first;
		this.second = second;
	}

	/**
	 * Red over yellow over grey over green, what is final over what is on its way, then
	 * the one nearer to its own band of lagging; of two that stand alike it is the first.
	 */
	TargetProgress together() {
		boolean byFirst = WORST_FIRST.compare(this.first, this.second) <= 0;
		TargetProgress worse = byFirst ? this.first : this.second;
		TargetProgress other = byFirst ? this.second : this.first;
		if (worse.status().light(worse.target().goal()) == Light.GREY && other.isJudged()) {
			return other.awaiting(worse.status(), worse.statusWords(), reason(worse),
					new Besides.Other(worse, byFirst, words(worse)), Text.format("%s：%s。按已有数据，%s",
							"%s: %s. By what is there, %s", worse.statusWords(), reason(worse), other.explanation()));
		}
		if (isFinal(other) && !isFinal(worse) && worse.status() == Status.ON_TRACK) {
			return notFinal(worse, other, byFirst);
		}
		if (isFinal(worse) && !isFinal(other) && worse.status() == Status.ACHIEVED) {
			return notFinal(other, worse, !byFirst);
		}
		Text said = other.isJudged() ? Text.format("另一项条件：%s", "The other condition: %s", other.explanation())
				: Text.format("另一项%s。", "Besides, %s.", reason(other));
		return worse.beside(new Besides.Other(other, !byFirst, words(other)),
				Text.format("%s%s", "%s %s", worse.explanation(), said));
	}

	/**
	 * The year is over for one condition and the figure of its last period did not bring
	 * what the other one is judged by: green would be final, and it is not.
	 */
	private TargetProgress notFinal(TargetProgress waiting, TargetProgress last, boolean waitingIsFirst) {
		Text words = this.open ? Status.AWAITING_FIGURE.words() : new Text("未评价", "not assessed");
		Text why = Text.format(
				isOnLevel(waiting) ? "条件“%s”尚无%s的总量数据" : "条件“%s”尚无%s的数据", isOnLevel(waiting)
						? "the condition of %s has no level of %s yet" : "the condition of %s has no figure of %s yet",
				words(waiting), decided(last));
		Text said = waiting.explanation();
		return last.awaiting(Status.AWAITING_FIGURE, words, why,
				new Besides.Other(waiting, waitingIsFirst, words(waiting)), Text.format("%s：%s。按已有数据，%s另一项条件：%s",
						"%s: %s. By what is there, %s The other condition: %s", words, why, last.explanation(), said));
	}

	/** The period that decides, in words. */
	private static Text decided(TargetProgress last) {
		Period period = last.judged()
			.map(Verdict::period)
			.orElseGet(() -> Objects.requireNonNull(last.inexact()).period());
		return PeriodWords.of(period, Objects.requireNonNull(last.target().measurement()));
	}

	private static boolean isFinal(TargetProgress one) {
		return one.judged().map(Verdict::last).orElseGet(() -> one.inexact() != null && one.inexact().last());
	}

	private Text reason(TargetProgress waiting) {
		return Text.format("条件“%s”%s", "the condition of %s %s", words(waiting),
				Optional.ofNullable(waiting.reason())
					.map((why) -> Text.format("无法评价（%s）", "cannot be judged (%s)", why))
					.orElseGet(() -> isOnLevel(waiting) ? new Text("尚无总量数据", "has no level yet")
							: new Text("尚无数据", "has no figure yet")));
	}

	private static boolean isOnLevel(TargetProgress one) {
		return Objects.requireNonNull(one.target().measurement()).beside();
	}

	/** Without its tolerance, as in any sentence. */
	private Text words(TargetProgress one) {
		Text operand = one.target().goal().operand().flatMap(this.plan::target).map(Target::name).orElse(Text.same(""));
		return one.target().goalWords(operand);
	}

}
