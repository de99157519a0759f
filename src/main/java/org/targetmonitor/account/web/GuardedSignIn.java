package org.targetmonitor.account.web;

import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.transaction.TransactionException;

/**
 * Checks a password where it may be tried at all: of the form and of HTTP Basic alike. An
 * account that does not exist, one that is disabled and a wrong password are answered
 * alike and take as long: a password is remembered only for whom it has let in.
 */
final class GuardedSignIn implements AuthenticationProvider {

	private final DaoAuthenticationProvider passwords;

	private final RememberedPasswords remembered;

	private final KnownAccounts accounts;

	private final Guesses guesses;

	GuardedSignIn(KnownAccounts accounts, RememberedPasswords remembered, Guesses guesses) {
		this.accounts = accounts;
		this.remembered = remembered;
		this.guesses = guesses;
		this.passwords = new DaoAuthenticationProvider(accounts);
		this.passwords.setPasswordEncoder(remembered);
		this.passwords.setPreAuthenticationChecks((user) -> {
		});
		this.passwords.setPostAuthenticationChecks((user) -> {
			if (!user.isEnabled()) {
				throw new DisabledException("disabled");
			}
		});
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		String username = authentication.getName();
		String password = String.valueOf(authentication.getCredentials());
		String address = address(authentication);
		try {
			Optional<UserDetails> known = this.accounts.enabled(username)
				.filter((user) -> this.remembered.remembers(password, String.valueOf(user.getPassword())));
			if (known.isPresent()) {
				return letIn(known.get(), authentication, address);
			}
			return this.guesses.guarded(username, address, () -> tried(authentication, address), Tried::wrong)
				.outcome();
		}
		catch (DataAccessException | TransactionException ex) {
			return withoutDatabase(authentication, username, ex);
		}
	}

	/**
	 * A reader of metrics is let in without a look at the database, which may be away.
	 */
	private Authentication letIn(UserDetails user, Authentication authentication, String address) {
		String username = user.getUsername();
		if (this.accounts.scraper(username).isEmpty()) {
			this.guesses.admit(username, address);
			if (!(user instanceof SignedIn signedIn) || signedIn.step() != SignInStep.CODE) {
				this.guesses.succeededAgain(username, address);
			}
		}
		UsernamePasswordAuthenticationToken result = UsernamePasswordAuthenticationToken.authenticated(user,
				authentication.getCredentials(), user.getAuthorities());
		result.setDetails(authentication.getDetails());
		return result;
	}

	/** What came of a try: who it is, or why it is nobody. */
	private record Tried(@Nullable Authentication result, @Nullable AuthenticationException fault) {

		Optional<String> wrong() {
			return Optional.ofNullable(this.fault)
				.map((ex) -> (ex instanceof DisabledException) ? "disabled" : "password");
		}

		Authentication outcome() {
			if (this.result == null) {
				throw Objects.requireNonNull(this.fault);
			}
			return this.result;
		}

	}

	private Tried tried(Authentication authentication, String address) {
		try {
			Authentication result = this.passwords.authenticate(authentication);
			if (result.getPrincipal() instanceof SignedIn user) {
				this.remembered.remember(String.valueOf(authentication.getCredentials()), user.getPassword());
				if (user.step() != SignInStep.CODE) {
					this.guesses.succeeded(user.getUsername(), address);
				}
			}
			return new Tried(result, null);
		}
		catch (BadCredentialsException | DisabledException ex) {
			return new Tried(null, ex);
		}
	}

	/** Without a database nobody but a known reader of metrics is let in; that one is. */
	private Authentication withoutDatabase(Authentication authentication, String username, RuntimeException ex) {
		if (this.accounts.scraper(username).isEmpty()) {
			throw new InternalAuthenticationServiceException("the database does not answer", ex);
		}
		return this.passwords.authenticate(authentication);
	}

	private static String address(Authentication authentication) {
		return (authentication.getDetails() instanceof WebAuthenticationDetails details
				&& details.getRemoteAddress() != null) ? details.getRemoteAddress() : "";
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
