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
 * @param formerly what became of its conditions since the year began, both taken
 * together; null where they are what they were
 */
public record Besides(@Nullable Step first, @Nullable Step second, @Nullable Ahead ahead, @Nullable Other other,
		@Nullable Formerly formerly) {

	static final Besides NOTHING = new Besides(null, null, null, null, null);

	/**
	 * The target as the year began with it, by all the conditions that it had then.
	 *
	 * @param lagLevel 0 fine, 1 at risk, 2 lagging or missed; null while it is unknown
	 * @param dropped how the figures stand to a second condition that nobody asks for any
	 * more; null where there is none, or no figure
	 */
	public record Formerly(@Nullable Integer lagLevel, @Nullable Step dropped) {
	}

	/**
	 * The other one of two conditions.
	 *
	 * @param progress how the target stands by that one alone
	 * @param first whether it is the one that the plan writes first
	 * @param words what it asks for, without its tolerance
	 */
	public record Other(TargetProgress progress, boolean first, Text words) {
	}

	/** The same with another condition. */
	Besides with(Other condition) {
		return new Besides(this.first, this.second, this.ahead, condition, this.formerly);
	}

	Besides with(@Nullable Formerly whole) {
		return new Besides(this.first, this.second, this.ahead, this.other, whole);
	}

	/**
	 * A figure held against another writing of its target.
	 *
	 * @param goalWords what that asks for, with operands called as they were then
	 * @param status how it would stand
	 * @param verdict by an exact number; else null
	 * @param inexact by every reading of one without; else null
	 */
	public record Step(Target target, Text goalWords, Status status, @Nullable Verdict verdict,
			@Nullable Inexact inexact) {

		/** Whether the goal is met. */
		public boolean met() {
			return (this.verdict != null) ? this.verdict.met() : this.inexact != null && this.inexact.met();
		}

	}

	/** Finds both. */
	static Besides of(Target target, Judge.Judged judgement, Judge judge, Then then) {
		Verdict verdict = judgement.verdict();
		Ahead ahead = (verdict != null) ? Ahead.of(target, verdict) : null;
		Step second = (target.terms().then() == null) ? null
				: judgement.period()
					.flatMap((period) -> step(target.secondStep(), period, judge, then::inForce))
					.orElse(null);
		Step first = then.isChanged() ? first(target, judgement, judge.by(then::first), then) : null;
		return (first == null && second == null && ahead == null) ? NOTHING
				: new Besides(first, second, ahead, null, null);
	}

	/**
	 * Of a target that has no verdict any more, as one that is only watched since, the
	 * first one's own; so of one that had another deadline, which goes by the figure of
	 * another period.
	 */
	private static @Nullable Step first(Target target, Judge.Judged judgement, Judge judge, Then then) {
		return then.first(target.indicator())
			.filter((once) -> once.goal().judges() && !once.goal().awaitsNumbers() && isComparable(once, target))
			.flatMap((once) -> judgement.period()
				.filter((period) -> once.deadline().equals(target.deadline()))
				.or(() -> judge.judge(once).period())
				.filter((period) -> isAnother(once, target, then) || once.asksOtherThan(target, period))
				.flatMap((period) -> step(once, period, judge, then::first)))
			.orElse(null);
	}

	/**
	 * By its own latest figure, of a condition that was there first and is not any more.
	 * @param judge by the targets as the year began with them
	 */
	static Optional<Step> dropped(Target once, Judge judge, Then then) {
		return judge.judge(once).period().flatMap((period) -> step(once, period, judge, then::first));
	}

	/**
	 * Whether the same figures may stand otherwise by the first target: it asked for
	 * something else, rounded otherwise, or had periods that nobody asks for any more; or
	 * what it was held against was rounded otherwise. A milestone is another one for the
	 * periods that it counts for alone.
	 */
	private static boolean isAnother(Target once, Target target, Then then) {
		boolean operand = once.goal()
			.operand()
			.filter((code) -> then.first(code)
				.filter((first) -> then.inForce(code).filter((now) -> first.isMeasuredOtherThan(now)).isPresent())
				.isPresent())
			.isPresent();
		return operand || once.standsOtherThan(target) || once.isReportedOtherThan(target);
	}

	/**
	 * A figure says nothing of a target that was measured otherwise; of one that nobody
	 * measures any more the first one goes on saying what it did.
	 */
	private static boolean isComparable(Target once, Target now) {
		Measurement then = once.measurement();
		Measurement present = now.measurement();
		return then != null && (present == null || then.isComparable(present));
	}

	private static Optional<Step> step(Target other, Period period, Judge judge,
			Function<String, Optional<Target>> targets) {
		Text operand = other.goal().operand().flatMap(targets).map(Target::name).orElse(Text.same(""));
		Period judged = other.isDecidedBefore(period) ? judge.judge(other).period().orElse(period) : period;
		return judge.knownAt(other, judged)
			.map((known) -> new Step(other, other.goalWords(operand), known.status(), known.verdict(),
					known.inexact()));
	}

}
