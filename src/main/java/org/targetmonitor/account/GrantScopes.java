package org.targetmonitor.account;

import java.util.List;
import java.util.Optional;

import org.targetmonitor.input.SearchWords;
import org.targetmonitor.input.Text;

/**
 * What a grant, or a look into the audit, can be limited to: plans and their departments.
 */
public interface GrantScopes {

	/** All plans in force. */
	List<Scope> all();

	/**
	 * The codes of the plans of an area and of what lies in it, whether they can be read
	 * or not: what was done with one that cannot is not left out.
	 * @param area the area's code
	 * @return empty where the text is no area's code; no plans where it is one that none
	 * is for
	 */
	Optional<List<String>> within(String area);

	/**
	 * A plan.
	 *
	 * @param area the code and the names of its area, to be found by
	 */
	record Scope(String plan, Text title, String area, List<Part> departments) {

		/** Whether each of some words stands in its code or title, or its area's. */
		public boolean isNamed(String words) {
			return SearchWords.in(words, this.plan, this.title.zh(), this.title.en(), this.area);
		}

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
