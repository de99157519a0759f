package org.targetmonitor.account.web;

import java.util.stream.IntStream;

import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.transaction.TransactionException;

/**
 * Checks a password where it may be tried at all: of the form and of HTTP Basic alike. An
 * account that does not exist, one that is disabled and a wrong password are answered
 * alike and take as long.
 */
final class GuardedSignIn implements AuthenticationProvider {

	private final DaoAuthenticationProvider passwords;

	private final RememberedPasswords remembered;

	private final KnownAccounts accounts;

	private final Guesses guesses;

	/** One try at a time for each name, so that guesses sent together are counted. */
	private final Object[] turns = IntStream.range(0, 256).mapToObj((number) -> new Object()).toArray();

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
		if (this.accounts.scraper(username)
			.filter((scraper) -> this.remembered.remembers(password, scraper.getPassword()))
			.isPresent()) {
			return this.passwords.authenticate(authentication);
		}
		synchronized (this.turns[Math.floorMod(username.hashCode(), this.turns.length)]) {
			return guarded(authentication, username);
		}
	}

	private Authentication guarded(Authentication authentication, String username) {
		String address = address(authentication);
		admit(username, address);
		try {
			Authentication result = this.passwords.authenticate(authentication);
			if (result.getPrincipal() instanceof SignedIn user && user.step() != Step.CODE
					&& this.accounts.scraper(username).isEmpty()) {
				this.guesses.succeeded(username);
			}
			return result;
		}
		catch (BadCredentialsException | DisabledException ex) {
			this.guesses.failed(username, address, (ex instanceof DisabledException) ? "disabled" : "password");
			throw ex;
		}
		catch (DataAccessException | TransactionException ex) {
			throw new InternalAuthenticationServiceException("the database does not answer", ex);
		}
	}

	/** Without a database nobody but a known reader of metrics is let in; that one is. */
	private void admit(String username, String address) {
		try {
			this.guesses.admit(username, address);
		}
		catch (DataAccessException | TransactionException ex) {
			if (this.accounts.scraper(username).isEmpty()) {
				throw new InternalAuthenticationServiceException("the database does not answer", ex);
			}
		}
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
