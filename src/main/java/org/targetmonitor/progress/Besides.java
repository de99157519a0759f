package org.targetmonitor.progress;

import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Target;

/**
 * What is said beside a verdict and changes no light: how the same figure stands to other
 * writings of the target.
 *
 * @param first to the target as the year began with it, where it was changed since; null
 * where it was not
 * @param second to its second step (7%以上，力争8%); null where it has none
 * @param ahead whether a quantity is ahead of its pace or done early; null where it is
 * not
 * @param other how it stands to the other one of two conditions; null where it has one
 */
public record Besides(@Nullable Step first, @Nullable Step second, @Nullable Ahead ahead, @Nullable Other other) {

	static final Besides NOTHING = new Besides(null, null, null, null);

	/**
	 * The other one of two conditions.
	 *
	 * @param progress how the target stands by that one alone
	 * @param first whether it is the one that the plan writes first
	 */
	public record Other(TargetProgress progress, boolean first) {
	}

	/** The same with another condition. */
	Besides with(Other condition) {
		return new Besides(this.first, this.second, this.ahead, condition);
	}

	/**
	 * A figure held against another writing of its target.
	 *
	 * @param goalWords what that asks for, with operands called as they were then
	 * @param status how it would stand
	 */
	public record Step(Target target, Text goalWords, Status status, Verdict verdict) {
	}

	/** Finds both. */
	static Besides of(Target target, Judge.Judged judgement, Judge judge, Then then) {
		Verdict verdict = judgement.verdict();
		Ahead ahead = (verdict != null) ? Ahead.of(target, verdict) : null;
		Step second = (verdict == null || target.terms().then() == null) ? null
				: step(target.secondStep(), verdict.period(), judge, then::inForce).orElse(null);
		Step first = then.isChanged() ? first(target, verdict, judge.by(then::first), then) : null;
		return (first == null && second == null && ahead == null) ? NOTHING : new Besides(first, second, ahead, null);
	}

	/**
	 * Of a target that has no verdict any more, as one that is only watched since, the
	 * first one's own.
	 */
	private static @Nullable Step first(Target target, @Nullable Verdict verdict, Judge judge, Then then) {
		return then.first(target.indicator())
			.filter((once) -> once.goal().judges() && !once.goal().awaitsNumbers() && isComparable(once, target)
					&& (once.goal().asksOtherThan(target.goal()) || once.asksOnOtherTerms(target)))
			.flatMap((once) -> Optional.ofNullable(verdict)
				.map(Verdict::period)
				.or(() -> Optional.ofNullable(judge.judge(once).verdict()).map(Verdict::period))
				.flatMap((period) -> step(once, period, judge, then::first)))
			.orElse(null);
	}

	/** A figure says nothing of a target that was measured otherwise. */
	private static boolean isComparable(Target once, Target now) {
		Measurement then = once.measurement();
		Measurement present = now.measurement();
		return then != null && present != null && then.isComparable(present);
	}

	private static Optional<Step> step(Target other, Period period, Judge judge,
			Function<String, Optional<Target>> targets) {
		Text operand = other.goal().operand().flatMap(targets).map(Target::name).orElse(Text.same(""));
		return judge.judgeAt(other, period)
			.flatMap((judged) -> Optional.ofNullable(judged.verdict())
				.map((verdict) -> new Step(other, other.goalWords(operand), judged.status(), verdict)));
	}

}
