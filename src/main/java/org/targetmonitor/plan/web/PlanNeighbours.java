package org.targetmonitor.plan.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.targetmonitor.input.Fault;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanDifference;
import org.targetmonitor.plan.PlanEffects;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.Plans;
import org.targetmonitor.plan.SecondPlans;
import org.targetmonitor.plan.SheetCodes;
import org.targetmonitor.plan.WordingRules;

/** Looks at the other plans of the area of one that comes in. */
@Component
class PlanNeighbours {

	private final Plans plans;

	private final PlanEffects effects;

	PlanNeighbours(Plans plans, PlanEffects effects) {
		this.plans = plans;
		this.effects = effects;
	}

	/**
	 * What is asked of a plan for the sake of others and of figures that are there, of
	 * words and goals that disagree and of codes that sheets lose; of one that says what
	 * is in force already nothing.
	 */
	List<Fault> faults(PlanFile file, Instant now) {
		Plan plan = file.plan();
		PlanFile inForce = this.plans.inForce(plan.id(), now).orElse(null);
		if (inForce != null && PlanDifference.between(inForce, file).isEmpty()) {
			return List.of();
		}
		Plan before = (inForce != null) ? inForce.plan() : null;
		return Stream
			.of(this.plans.relabels(file), WordingRules.faults(file, before), SheetCodes.faults(file, before),
					SecondPlans.faults(plan, before, this.plans.ofArea(plan, plan.year() - 1, plan.year() + 1, now)))
			.flatMap(List::stream)
			.toList();
	}

	/** The verdicts of other plans that it would change. */
	List<PlanEffects.Effect> effects(Plan plan) {
		return this.effects.of(plan);
	}

}
