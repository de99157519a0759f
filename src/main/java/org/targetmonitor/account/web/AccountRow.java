package org.targetmonitor.account.web;

import java.util.Objects;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Login;
import org.targetmonitor.input.SearchWords;

/**
 * An account in the administrator's list.
 *
 * @param login the account with how it signs in
 * @param locked whether wrong passwords of late keep somebody from trying it
 */
public record AccountRow(Login login, boolean locked) {

	/** The account. */
	public Account account() {
		return this.login.account();
	}

	/** Whether it is one of those asked for; what is empty asks for nothing. */
	boolean matches(String words, String role, String state) {
		Account account = account();
		boolean named = SearchWords.in(words, account.username(), account.name(),
				Objects.requireNonNullElse(account.email(), ""));
		boolean hasRole = role.isEmpty() || account.roles().stream().anyMatch((one) -> one.key().equals(role));
		boolean inState = switch (state) {
			case "enabled" -> account.enabled();
			case "disabled" -> !account.enabled();
			case "locked" -> this.locked;
			default -> true;
		};
		return named && hasRole && inState;
	}

}
