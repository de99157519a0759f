package org.targetmonitor.submission.web;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Role;
import org.targetmonitor.submission.Author;
import org.targetmonitor.submission.Sight;

/** Tells of an account what it may hand in, and what it sees of what was handed in. */
public final class Authors {

	private static final Set<Role> SEE_ALL = EnumSet.of(Role.REVIEWER, Role.AUDITOR, Role.PLAN_ADMIN,
			Role.ACCOUNT_ADMIN);

	private Authors() {
	}

	/** The account as the author of submissions. */
	public static Author of(Account account) {
		return new Author(account.username(),
				account.grants()
					.stream()
					.filter((grant) -> grant.role() == Role.SUBMITTER)
					.map((grant) -> new Author.Scope(grant.plan(), grant.department()))
					.collect(Collectors.toSet()));
	}

	/** What the account sees of figures that are not approved. */
	public static Sight sight(Account account) {
		return new Sight((plan) -> SEE_ALL.stream().anyMatch((role) -> account.may(role, plan)), of(account));
	}

}
