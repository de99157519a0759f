package org.targetmonitor.desk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Department;
import org.targetmonitor.plan.Plan;

/**
 * What a list can be narrowed to.
 *
 * @param periods the periods, in order
 * @param departments the departments, plan by plan
 */
public record Choices(List<Period> periods, List<DepartmentChoices> departments) {

	/** What stands in the queue of reviews. */
	public static Choices of(Collection<WaitingSubmission> waiting) {
		Map<Plan, Set<Department>> departments = new LinkedHashMap<>();
		waiting.forEach((one) -> departments.computeIfAbsent(one.plan(), (plan) -> new LinkedHashSet<>())
			.addAll(one.departments()));
		return new Choices(waiting.stream().map(WaitingSubmission::period).distinct().sorted().toList(),
				departments.entrySet()
					.stream()
					.map((entry) -> DepartmentChoices.of(entry.getKey(), entry.getValue()))
					.toList());
	}

}
