package org.targetmonitor.submission.web;

import java.util.stream.Collectors;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Role;
import org.targetmonitor.submission.Author;

/** Tells of an account what it may hand in. */
public final class Authors {

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

}
