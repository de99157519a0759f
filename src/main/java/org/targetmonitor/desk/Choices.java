package org.targetmonitor.desk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;

/**
 * What a list can be narrowed to.
 *
 * @param plans titles by code
 * @param periods the periods, in order
 * @param departments names by code; departments of several plans with one code are one
 * choice
 */
public record Choices(Map<String, Text> plans, List<Period> periods, Map<String, Text> departments) {

	/** What stands in the queue of reviews. */
	public static Choices of(Collection<WaitingSubmission> waiting) {
		Map<String, Text> plans = new LinkedHashMap<>();
		Map<String, Text> departments = new LinkedHashMap<>();
		waiting.forEach((one) -> {
			plans.put(one.plan().id(), one.plan().title());
			one.departments().forEach((department) -> departments.put(department.code(), department.shortName()));
		});
		return new Choices(plans, waiting.stream().map(WaitingSubmission::period).distinct().sorted().toList(),
				departments);
	}

}
