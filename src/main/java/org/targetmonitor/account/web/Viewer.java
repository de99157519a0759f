package org.targetmonitor.account.web;

import java.util.Set;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Role;

/**
 * Who looks at a page: decides which parts of it are offered. What is not offered is
 * refused all the same.
 *
 * @param username the account
 * @param name the name shown
 * @param roles what it may do somewhere
 */
public record Viewer(String username, String name, Set<Role> roles) {

	static Viewer of(Account account) {
		return new Viewer(account.username(), account.name(), account.roles());
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

	public boolean keepsAccounts() {
		return this.roles.contains(Role.ACCOUNT_ADMIN);
	}

	/** Reads the audit and checks the chain. */
	public boolean audits() {
		return this.roles.contains(Role.AUDITOR);
	}

}
