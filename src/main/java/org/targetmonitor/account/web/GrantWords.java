package org.targetmonitor.account.web;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import org.targetmonitor.account.Grant;
import org.targetmonitor.account.GrantScopes;
import org.targetmonitor.input.Text;

/**
 * What a grant is limited to, by the names people know. A code stands where no plan has
 * it any more.
 */
@Component
class GrantWords {

	private final GrantScopes scopes;

	GrantWords(GrantScopes scopes) {
		this.scopes = scopes;
	}

	/** For a page, which reads the plans once. */
	Function<Grant, Text> forPage() {
		BiFunction<String, String, Text> places = places();
		return (grant) -> places.apply(grant.plan(), grant.department());
	}

	/** The same of a plan's and a department's codes. */
	BiFunction<String, String, Text> places() {
		List<GrantScopes.Scope> all = this.scopes.all();
		return (plan, department) -> of(plan, department, all);
	}

	/** The titles of plans, for a page, which reads them once. */
	Function<String, Text> titles() {
		List<GrantScopes.Scope> all = this.scopes.all();
		return (plan) -> plan(plan, all);
	}

	/** The title of a plan. */
	static Text plan(String plan, List<GrantScopes.Scope> all) {
		return plan.equals(Grant.EVERY) ? new Text("全部计划", "every plan")
				: scope(plan, all).map(GrantScopes.Scope::title).orElse(Text.same(plan));
	}

	/** The name of a department, of whichever plan knows it. */
	Text department(String department) {
		return department(department, this.scopes.all());
	}

	/** The same, of plans that were read already. */
	static Text department(String department, List<GrantScopes.Scope> all) {
		return all.stream()
			.flatMap((scope) -> scope.name(department).stream())
			.findFirst()
			.orElse(Text.same(department));
	}

	private static Text of(String plan, String department, List<GrantScopes.Scope> all) {
		Optional<GrantScopes.Scope> scope = scope(plan, all);
		Text title = plan(plan, all);
		Text name = department.equals(Grant.EVERY) ? Text.same("")
				: scope.flatMap((found) -> found.name(department)).orElse(Text.same(department));
		return department.equals(Grant.EVERY) ? title : Text.format("%s %s", "%s %s", title, name);
	}

	private static Optional<GrantScopes.Scope> scope(String plan, List<GrantScopes.Scope> all) {
		return all.stream().filter((scope) -> scope.plan().equals(plan)).findFirst();
	}

}
