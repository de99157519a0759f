package org.targetmonitor.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Target;

/**
 * What gave a target its status: every input with its revision, the formula, each step of
 * the calculation with its result, and the bands. It only tells what {@link Judge}
 * decided and decides nothing itself.
 *
 * @param plan the plan's code
 * @param target the target in force
 * @param day the local day it is told for
 * @param progress how the target stands
 * @param formula the condition and the distance to it
 * @param inputs the figures it rests on; none for most greys
 * @param steps the calculation, in order
 * @param bands the tolerances, bands and readings that were used, each said to be this
 * system's own
 * @param invented what to say of invented figures
 */
public record Explanation(String plan, Target target, LocalDate day, TargetProgress progress, Text formula,
		List<Input> inputs, List<Step> steps, List<Text> bands, @Nullable Text invented) {

	public Explanation {
		inputs = List.copyOf(inputs);
		steps = List.copyOf(steps);
		bands = List.copyOf(bands);
	}

	/**
	 * A figure that the verdict rests on.
	 *
	 * @param role what it serves as: the value judged, the other operand
	 * @param indicator whose figure it is
	 * @param name that indicator's name
	 * @param when the period as that indicator's is called
	 * @param revision which revision
	 * @param submission the submission it came with; null of a base share
	 * @param given the value as it was handed in
	 * @param judged the value as published, which is what is judged
	 * @param basis what the value is of: prices and the like, where the plan says it
	 * @param firmness how firm it is
	 * @param knownFrom from when it counts as handed in; a base share, as known
	 * @param decidedAt from when its approval counts; null of a base share, which nobody
	 * reviews
	 * @param origin where another area's figure comes from; null of the plan's own
	 */
	public record Input(Text role, String indicator, Text name, Period period, Text when, int revision,
			@Nullable UUID submission, String given, String judged, @Nullable Text basis, Text firmness,
			Instant knownFrom, @Nullable Instant decidedAt, @Nullable Text origin) {
	}

	/**
	 * One step of the calculation.
	 *
	 * @param what what is calculated
	 * @param calculation with numbers; empty where there is nothing to calculate
	 * @param result what came of it
	 */
	public record Step(Text what, Text calculation, Text result) {

		static Step of(Text what, String calculation, String result) {
			return new Step(what, Text.same(calculation), Text.same(result));
		}

	}

	/**
	 * Explains how a target stands.
	 * @param standing the standing that it is part of
	 */
	public static Explanation of(PlanStanding standing, TargetProgress progress) {
		Explaining explaining = new Explaining(standing.plan(), progress);
		return new Explanation(standing.plan().id(), progress.target(), standing.today(), progress,
				explaining.formula(), explaining.inputs(), explaining.steps(), explaining.bands(),
				standing.inventedNotice().orElse(null));
	}

}
