package org.targetmonitor.account.web;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Component;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Accounts;

/**
 * Says who did something by the name people know: a username stands only where an account
 * is gone.
 */
@Component
public class PeopleNames {

	private final Accounts accounts;

	PeopleNames(Accounts accounts) {
		this.accounts = accounts;
	}

	/** One account's name. */
	public String of(String username) {
		return this.accounts.find(username).map(Account::name).orElse(username);
	}

	/** For a page on which names come again and again: they are read once, together. */
	public UnaryOperator<String> forPage() {
		Map<String, String> known = new HashMap<>();
		return (username) -> {
			if (known.isEmpty()) {
				known.putAll(this.accounts.names());
			}
			return known.getOrDefault(username, username);
		};
	}

}
