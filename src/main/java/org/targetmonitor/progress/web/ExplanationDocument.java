package org.targetmonitor.progress.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.progress.Explanation;
import org.targetmonitor.progress.Peers;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.TargetProgress;

/**
 * An explanation as the API answers it: the target as in the progress of its plan, and
 * how that came about. Numbers are strings, exact.
 *
 * @param plan the plan
 * @param day the local day it is told for
 * @param invented what to say of invented figures
 * @param target the target as it stands
 * @param formula the condition and the distance to it
 * @param inputs the figures it rests on
 * @param steps the calculation
 * @param bands the tolerances, bands and readings used
 * @param sentence the whole in one sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplanationDocument(String plan, LocalDate day, @Nullable Text invented, ProgressDocument.TargetDocument target,
		Text formula, List<Input> inputs, List<Explanation.Step> steps, List<Text> bands, Text sentence) {

	static ExplanationDocument of(PlanStanding standing, List<PlanStanding> above, TargetProgress progress) {
		Explanation explanation = Explanation.of(standing, progress);
		return new ExplanationDocument(standing.plan().id(), explanation.day(), explanation.invented(),
				ProgressDocument.TargetDocument.of(standing, progress, Peers.of(above, standing, progress)),
				explanation.formula(), explanation.inputs().stream().map(Input::of).toList(), explanation.steps(),
				explanation.bands(), progress.explanation());
	}

	/**
	 * A figure that the verdict rests on; {@code given} as handed in, {@code judged} as
	 * published.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Input(Text role, String indicator, Text name, String period, int revision, @Nullable String submission,
			String given, String judged, @Nullable Text basis, Text vintage, Instant knownFrom,
			@Nullable Instant decidedAt, @Nullable Text origin) {

		static Input of(Explanation.Input input) {
			return new Input(input.role(), input.indicator(), input.name(), input.period().toString(), input.revision(),
					Optional.ofNullable(input.submission()).map(UUID::toString).orElse(null), input.given(),
					input.judged(), input.basis(), input.firmness(), input.knownFrom(), input.decidedAt(),
					input.origin());
		}

	}

}
