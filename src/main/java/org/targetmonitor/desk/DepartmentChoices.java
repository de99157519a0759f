package org.targetmonitor.desk;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Department;
import org.targetmonitor.plan.Plan;

/**
 * The departments of one plan, for a list that can be narrowed to one of them. A code
 * means a department within its plan only: the same code in another plan is another
 * department, or the same one of another year.
 *
 * @param title the plan's title
 * @param departments its departments
 */
public record DepartmentChoices(Text title, List<Choice> departments) {

	public DepartmentChoices {
		departments = List.copyOf(departments);
	}

	/**
	 * One department.
	 *
	 * @param key names it among those of all plans
	 * @param name the name used in tables
	 */
	public record Choice(String key, Text name) {

		/** Whether it is what was asked for. */
		public boolean isChosen(@Nullable String asked) {
			return asked != null && (asked.equals(this.key) || this.key.endsWith("/" + asked));
		}

	}

	/** Some departments of a plan. */
	public static DepartmentChoices of(Plan plan, Collection<Department> departments) {
		return new DepartmentChoices(plan.title(),
				departments.stream()
					.map((department) -> new Choice(key(plan.id(), department.code()), department.shortName()))
					.toList());
	}

	/**
	 * Whether a department is shown; what is blank asks for all, and a code without its
	 * plan for those of every plan.
	 */
	public static boolean lets(@Nullable String asked, String plan, String department) {
		return asked == null || asked.isBlank() || asked.equals(key(plan, department)) || asked.equals(department);
	}

	private static String key(String plan, String department) {
		return plan + "/" + department;
	}

}
