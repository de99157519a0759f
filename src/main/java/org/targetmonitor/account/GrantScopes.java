package org.targetmonitor.account;

import java.util.List;

import org.targetmonitor.input.Text;

/** What a grant can be limited to: the plans with their departments. */
public interface GrantScopes {

	/** All plans in force. */
	List<Scope> all();

	/** A plan. */
	record Scope(String plan, Text title, List<Part> departments) {

		/** Whether the plan has a department of this code. */
		public boolean has(String department) {
			return this.departments.stream().anyMatch((part) -> part.department().equals(department));
		}

	}

	/** A department of a plan. */
	record Part(String department, Text name) {
	}

}
