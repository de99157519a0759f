package org.targetmonitor.account;

import java.util.List;
import java.util.Optional;

import org.targetmonitor.input.Text;

/** What a grant can be limited to: the plans with their departments. */
public interface GrantScopes {

	/** All plans in force. */
	List<Scope> all();

	/** A plan. */
	record Scope(String plan, Text title, List<Part> departments) {

		/** Whether the plan has a department of this code. */
		public boolean has(String department) {
			return name(department).isPresent();
		}

		/** The name of its department of this code. */
		public Optional<Text> name(String department) {
			return this.departments.stream()
				.filter((part) -> part.department().equals(department))
				.map(Part::name)
				.findFirst();
		}

	}

	/** A department of a plan. */
	record Part(String department, Text name) {
	}

}
