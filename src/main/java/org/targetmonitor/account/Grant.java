package org.targetmonitor.account;

import java.io.Serializable;

/**
 * A role with the plans and departments it holds for.
 *
 * @param role the role
 * @param plan a plan's code, or {@link #EVERY}
 * @param department a department's code, or {@link #EVERY}; it matters to submitters
 * alone
 */
public record Grant(Role role, String plan, String department) implements Serializable {

	/** Stands for every plan, or every department. */
	public static final String EVERY = "*";

	/** A role for every plan and department. */
	public static Grant everywhere(Role role) {
		return new Grant(role, EVERY, EVERY);
	}

	boolean coversPlan(String plan) {
		return this.plan.equals(EVERY) || this.plan.equals(plan);
	}

	boolean coversDepartment(String department) {
		return this.department.equals(EVERY) || this.department.equals(department);
	}

}
