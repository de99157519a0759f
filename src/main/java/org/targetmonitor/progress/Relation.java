package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Revision;

/**
 * The two operands of a relation as they were held against each other.
 *
 * @param subject the operand that is judged
 * @param other the one it is compared with
 * @param tolerance the tolerance or elasticity in words; empty where there is none
 * @param offset how much above the other one it has to be, in words; empty where any bit
 * will do
 */
public record Relation(Operand subject, Operand other, Optional<Text> tolerance, Optional<Text> offset) {

	/**
	 * One operand.
	 *
	 * @param target the indicator
	 * @param value its value as published
	 * @param revision the revision that comes from
	 */
	public record Operand(Target target, BigDecimal value, Revision revision) {

		public Period period() {
			return this.revision.period();
		}

		/** Its bases, as far as the plan says: 名义、人均. */
		public Optional<Text> bases() {
			return measurement().bases();
		}

		/** The value's firmness with its bases: 初步核算；名义、人均. */
		Text firmness() {
			Text status = this.revision.firmness(measurement());
			return bases().map((said) -> Text.format("%s；%s", "%s; %s", status, said)).orElse(status);
		}

		Measurement measurement() {
			return Objects.requireNonNull(this.target.measurement());
		}

	}

	/** What a verdict on a relation rests on; empty for other targets. */
	public static Optional<Relation> of(Plan plan, Target target, Verdict verdict) {
		BigDecimal value = verdict.operand();
		Revision revision = verdict.operandRevision();
		if (value == null || revision == null) {
			return Optional.empty();
		}
		String code = target.goal().subject(target.indicator());
		Target subject = code.equals(target.indicator()) ? target : plan.target(code).orElse(target);
		return target.goal()
			.operand()
			.flatMap(plan::target)
			.map((other) -> new Relation(new Operand(subject, verdict.actual(), verdict.revision()),
					new Operand(other, value, revision), tolerance(target, subject),
					target.goal().offsetWords(differenceUnit(Objects.requireNonNull(subject.measurement())))));
	}

	private static Optional<Text> tolerance(Target target, Target subject) {
		return target.goal().hasTolerance()
				? Optional
					.of(target.goal().toleranceWords(differenceUnit(Objects.requireNonNull(subject.measurement()))))
				: Optional.empty();
	}

	/** The unit in which two values differ. */
	static Text differenceUnit(Measurement measurement) {
		return measurement.differenceUnit();
	}

}
