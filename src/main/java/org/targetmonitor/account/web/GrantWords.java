package org.targetmonitor.account.web;

import java.util.List;
import java.util.Optional;
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
		List<GrantScopes.Scope> all = this.scopes.all();
		return (grant) -> of(grant, all);
	}

	/** The title of a plan. */
	Text plan(String plan) {
		return titles().apply(plan);
	}

	/** The titles of plans, for a page, which reads them once. */
	Function<String, Text> titles() {
		List<GrantScopes.Scope> all = this.scopes.all();
		return (plan) -> scope(plan, all).map(GrantScopes.Scope::title).orElse(Text.same(plan));
	}

	/** The name of a department, of whichever plan knows it. */
	Text department(String department) {
		return this.scopes.all()
			.stream()
			.flatMap((scope) -> scope.name(department).stream())
			.findFirst()
			.orElse(Text.same(department));
	}

	private static Text of(Grant grant, List<GrantScopes.Scope> all) {
		Optional<GrantScopes.Scope> scope = scope(grant.plan(), all);
		Text plan = grant.plan().equals(Grant.EVERY) ? Text.same("")
				: scope.map(GrantScopes.Scope::title).orElse(Text.same(grant.plan()));
		Text department = grant.department().equals(Grant.EVERY) ? Text.same("")
				: scope.flatMap((found) -> found.name(grant.department())).orElse(Text.same(grant.department()));
		return Text.format("%s %s", "%s %s", plan, department);
	}

	private static Optional<GrantScopes.Scope> scope(String plan, List<GrantScopes.Scope> all) {
		return all.stream().filter((scope) -> scope.plan().equals(plan)).findFirst();
	}

}
