package org.targetmonitor.account.web;

import java.util.stream.Collectors;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Grant;

/** An account in one line for the audit. */
final class AccountWords {

	private AccountWords() {
	}

	/**
	 * Such as {@code enabled; name 王芳; email wang@example.org; submitter
	 * yuhang-2024/finance}.
	 */
	static String of(Account account) {
		return (account.enabled() ? "enabled; " : "disabled; ") + "name " + account.name() + "; "
				+ ((account.email() != null) ? "email " + account.email() + "; " : "")
				+ account.grants().stream().map(AccountWords::of).sorted().collect(Collectors.joining(", "));
	}

	private static String of(Grant grant) {
		boolean everywhere = grant.plan().equals(Grant.EVERY) && grant.department().equals(Grant.EVERY);
		return grant.role().key() + (everywhere ? "" : " " + grant.plan() + "/" + grant.department());
	}

}
