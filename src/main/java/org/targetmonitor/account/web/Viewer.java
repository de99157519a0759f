package org.targetmonitor.account.web;

import java.util.Set;
import java.util.function.BiPredicate;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Role;

/**
 * Who looks at a page: decides which parts of it are offered. What is not offered is
 * refused all the same.
 *
 * @param username the account
 * @param name the name shown
 * @param roles what it may do somewhere
 * @param may what it may do for a plan
 */
public record Viewer(String username, String name, Set<Role> roles, BiPredicate<Role, String> may) {

	static Viewer of(Account account) {
		return new Viewer(account.username(), account.name(), account.roles(), account::may);
	}

	/** Hands in figures. */
	public boolean submits() {
		return this.roles.contains(Role.SUBMITTER);
	}

	public boolean reviews() {
		return this.roles.contains(Role.REVIEWER);
	}

	public boolean keepsPlans() {
		return this.roles.contains(Role.PLAN_ADMIN);
	}

	/** Keeps the targets of a plan. */
	public boolean keeps(String plan) {
		return this.may.test(Role.PLAN_ADMIN, plan);
	}

	/** Accepts deviations from a plan's targets and issues supervision orders. */
	public boolean oversees(String plan) {
		return keeps(plan) || this.may.test(Role.REVIEWER, plan);
	}

	public boolean keepsAccounts() {
		return this.roles.contains(Role.ACCOUNT_ADMIN);
	}

	/** Reads the audit and checks the chain. */
	public boolean audits() {
		return this.roles.contains(Role.AUDITOR);
	}

}
