package org.targetmonitor.account.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.targetmonitor.account.Grant;
import org.targetmonitor.account.GrantScopes;

/**
 * The plans, with their departments, that a grant can be limited to, in the order of the
 * names by which they are looked for.
 *
 * @param plans those to choose from: all, or where there are too many those chosen
 * already and those found
 * @param searched whether there are too many to look through
 * @param found how many the words find, of which the first are there
 */
public record GrantChoices(List<GrantScopes.Scope> plans, boolean searched, int found) {

	/** More plans are searched, not looked through. */
	private static final int MOST = 40;

	/**
	 * What there is to choose from.
	 * @param rows the form's grants
	 * @param find the words by which plans are looked for
	 */
	static GrantChoices of(List<GrantScopes.Scope> all, List<GrantRow> rows, String find, Locale locale) {
		if (all.size() <= MOST) {
			return new GrantChoices(inOrder(all.stream(), locale), false, all.size());
		}
		Set<String> chosen = rows.stream()
			.filter((row) -> row.held().isEmpty())
			.flatMap((row) -> Stream.of(row.plan(), row.planOfDepartment()))
			.collect(Collectors.toSet());
		List<GrantScopes.Scope> found = find.isEmpty() ? List.of()
				: inOrder(all.stream().filter((scope) -> scope.isNamed(find)), locale);
		return new GrantChoices(inOrder(
				Stream.concat(all.stream().filter((scope) -> chosen.contains(scope.plan())), found.stream().limit(MOST))
					.distinct(),
				locale), true, found.size());
	}

	private static List<GrantScopes.Scope> inOrder(Stream<GrantScopes.Scope> scopes, Locale locale) {
		Collator order = Collator.getInstance(locale);
		return scopes
			.map((scope) -> new GrantScopes.Scope(scope.plan(), scope.title(), scope.area(),
					scope.departments()
						.stream()
						.sorted(Comparator.comparing((part) -> part.name().in(locale), order))
						.toList()))
			.sorted(Comparator.comparing((scope) -> scope.title().in(locale), order))
			.toList();
	}

	/** Whether the words find more than are shown. */
	public boolean tooMany() {
		return this.found > MOST;
	}

	/** Whether a row's plan is not to choose: its code stands there then. */
	public boolean lacksPlanOf(GrantRow row) {
		return !row.plan().isEmpty() && !row.plan().equals(Grant.EVERY)
				&& this.plans.stream().noneMatch((scope) -> scope.plan().equals(row.plan()));
	}

	/** Whether a row's department is not to choose. */
	public boolean lacksDepartmentOf(GrantRow row) {
		return !row.department().equals(Grant.EVERY) && this.plans.stream()
			.noneMatch((scope) -> scope.plan().equals(row.planOfDepartment()) && scope.has(row.departmentCode()));
	}

}
