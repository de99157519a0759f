package org.targetmonitor.progress;

import java.util.Objects;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;

/** Says all that a target asks for: the goal, and the tolerance it is taken with. */
public final class GoalWords {

	private GoalWords() {
	}

	/**
	 * Of a target of a plan, whose other operand's name it takes from there; both
	 * conditions where there are two.
	 */
	public static Text of(Plan plan, Target target) {
		Text first = ofOne(plan, target);
		return target.other().map((other) -> Target.both(first, other, ofOne(plan, other))).orElse(first);
	}

	/** Of a target by this condition alone. */
	public static Text ofOne(Plan plan, Target target) {
		Text operand = target.goal().operand().flatMap(plan::target).map(Target::name).orElse(Text.same(""));
		String subject = target.goal().subject(target.indicator());
		return of(target, operand, subject.equals(target.indicator()) ? target : plan.target(subject).orElse(target));
	}

	/** Of an entry that is judged by its own figures alone, such as a part or a task. */
	public static Text of(Target target) {
		return of(target, Text.same(""), target);
	}

	/**
	 * Of a target.
	 * @param operand the other operand's name, empty where there is none
	 * @param subject whose figures are judged
	 */
	static Text of(Target target, Text operand, Target subject) {
		Text words = target.goalWords(operand);
		if (!target.goal().hasTolerance()) {
			return words;
		}
		Measurement measurement = Objects.requireNonNull(subject.measurement());
		return Text.format("%s（%s）", "%s (%s)", words,
				target.goal().toleranceWords(Relation.differenceUnit(measurement)));
	}

}
