package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;

/**
 * What the rest of the year must bring and where the year may end. What its inputs do not
 * give is absent, and which input is missing is said.
 *
 * @param period the latest period that it goes on from
 * @param number the goal's number, without its tolerance; of a growth that must be beyond
 * it the nearest one that is, as published
 * @param lowerIsBetter whether less is better
 * @param base what part of the base year was reached by the period; null of quantities
 * and where it is not known
 * @param required the growth that the rest of the year needs, in percent
 * @param remaining what is left of a quantity; null of growth
 * @param scenarios where the year would end, as far as the inputs are there
 * @param reach the required growth against the record; null where that is too short
 * @param missing the inputs that are missing
 */
public record Outlook(Period period, BigDecimal number, boolean lowerIsBetter, @Nullable AppliedShare base,
		@Nullable Band required, @Nullable Remaining remaining, List<Scenario> scenarios, @Nullable Reach reach,
		List<Text> missing) {

	public Outlook {
		scenarios = List.copyOf(scenarios);
		missing = List.copyOf(missing);
	}

}
