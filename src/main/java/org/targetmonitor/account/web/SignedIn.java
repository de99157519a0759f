package org.targetmonitor.account.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Login;
import org.targetmonitor.account.Role;
import org.targetmonitor.account.Token;

/**
 * The account behind a request, as it is in the database at that moment; it is never kept
 * in a session (see {@link LiveSessions}).
 */
public final class SignedIn implements UserDetails {

	private static final long serialVersionUID = 1;

	/** The authority of a token that may do nothing but hand figures in. */
	static final String SUBMIT_ONLY = "SUBMIT_ONLY";

	private final transient Login login;

	private final @Nullable SignInStep step;

	private final transient @Nullable Token token;

	SignedIn(Login login, @Nullable SignInStep step, @Nullable Token token) {
		this.login = login;
		this.step = step;
		this.token = token;
	}

	public Account account() {
		return this.login.account();
	}

	/** How the account signs in. */
	Login login() {
		return this.login;
	}

	/** Whether a program brought a token; accounts are not kept by one. */
	boolean byToken() {
		return this.token != null;
	}

	/** What has to be done before the sign-in is whole, null if it is. */
	@Nullable SignInStep step() {
		return this.step;
	}

	@Override
	public List<? extends GrantedAuthority> getAuthorities() {
		if (this.step != null) {
			return List.of(new SimpleGrantedAuthority(this.step.authority()));
		}
		if (this.token != null && this.token.submitOnly()) {
			return account().roles().contains(Role.SUBMITTER) ? List.of(new SimpleGrantedAuthority(SUBMIT_ONLY))
					: List.of();
		}
		return account().roles().stream().map((role) -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList();
	}

	@Override
	public String getPassword() {
		return this.login.passwordHash();
	}

	@Override
	public String getUsername() {
		return account().username();
	}

	@Override
	public boolean isEnabled() {
		return account().enabled();
	}

}
