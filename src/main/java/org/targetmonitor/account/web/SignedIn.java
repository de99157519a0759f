package org.targetmonitor.account.web;

import java.util.List;
import java.util.Locale;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

import org.targetmonitor.account.Account;

/** The account behind a request. */
public final class SignedIn implements UserDetails {

	private static final long serialVersionUID = 1;

	private final Account account;

	private final String passwordHash;

	public SignedIn(Account account, String passwordHash) {
		this.account = account;
		this.passwordHash = passwordHash;
	}

	public Account account() {
		return this.account;
	}

	@Override
	public List<? extends GrantedAuthority> getAuthorities() {
		return this.account.roles()
			.stream()
			.map((role) -> new SimpleGrantedAuthority("ROLE_" + role.name().toUpperCase(Locale.ROOT)))
			.toList();
	}

	@Override
	public String getPassword() {
		return this.passwordHash;
	}

	@Override
	public String getUsername() {
		return this.account.username();
	}

	@Override
	public boolean isEnabled() {
		return this.account.enabled();
	}

}
