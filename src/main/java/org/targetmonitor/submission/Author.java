package org.targetmonitor.submission;

import java.util.Set;

/**
 * Who hands in, and for which departments.
 *
 * @param username the account
 * @param scopes what it may hand in
 */
public record Author(String username, Set<Scope> scopes) {

	/** Stands for every plan, or every department. */
	public static final String EVERY = "*";

	public Author {
		scopes = Set.copyOf(scopes);
	}

	/** A department of a plan; either may be {@link Author#EVERY}. */
	public record Scope(String plan, String department) {

		boolean covers(String plan, String department) {
			return (this.plan.equals(EVERY) || this.plan.equals(plan))
					&& (this.department.equals(EVERY) || this.department.equals(department));
		}

	}

	/** Whether it may hand in figures of a department. */
	public boolean mayReportFor(String plan, String department) {
		return this.scopes.stream().anyMatch((scope) -> scope.covers(plan, department));
	}

}
