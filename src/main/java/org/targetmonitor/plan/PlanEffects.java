package org.targetmonitor.plan;

import java.util.List;

import org.targetmonitor.input.Text;

/**
 * Tells what recording a plan would change of how other plans stand: of those that look
 * at it as an earlier year, or would.
 */
@FunctionalInterface
public interface PlanEffects {

	/** Nothing is known of other plans. */
	PlanEffects NONE = (plan) -> List.of();

	/** The verdicts of other plans that would be others. */
	List<Effect> of(Plan recorded);

	/**
	 * A verdict that would be another one.
	 *
	 * @param plan the code of the other plan
	 * @param title its title
	 * @param indicator the indicator
	 * @param name its name
	 * @param before how it stands, in a sentence
	 * @param after how it would stand
	 */
	record Effect(String plan, Text title, String indicator, Text name, Text before, Text after) {
	}

}
