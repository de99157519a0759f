package org.targetmonitor.account.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.dao.DataAccessException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.transaction.TransactionException;

import org.targetmonitor.account.AccountDocument;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Role;

/**
 * Finds accounts. Those that read metrics and nothing else are remembered for the time
 * that the database does not answer: the last standing is served then, and Prometheus has
 * to be let in to it.
 */
final class KnownAccounts implements UserDetailsService {

	private final Accounts accounts;

	private final Steps steps;

	private final Map<String, SignedIn> scrapers = new ConcurrentHashMap<>();

	KnownAccounts(Accounts accounts, Steps steps) {
		this.accounts = accounts;
		this.steps = steps;
	}

	@Override
	public UserDetails loadUserByUsername(String username) {
		try {
			Optional<SignedIn> found = Optional.of(username)
				.filter(AccountDocument::isUsername)
				.flatMap(this.accounts::login)
				.map((login) -> this.steps.signedIn(login, Proof.PASSWORD));
			this.scrapers.remove(username);
			found.filter((known) -> known.account().roles().equals(Set.of(Role.SCRAPE)))
				.ifPresent((scraper) -> this.scrapers.put(username, scraper));
			return found.orElseThrow(() -> new UsernameNotFoundException(username));
		}
		catch (DataAccessException | TransactionException ex) {
			return scraper(username).orElseThrow(() -> ex);
		}
	}

	/** The account of a name, if there is one that may sign in. */
	Optional<UserDetails> enabled(String username) {
		try {
			return Optional.of(loadUserByUsername(username)).filter(UserDetails::isEnabled);
		}
		catch (UsernameNotFoundException ex) {
			return Optional.empty();
		}
	}

	/** The account if, when last seen, it read metrics and nothing else. */
	Optional<SignedIn> scraper(String username) {
		return Optional.ofNullable(this.scrapers.get(username));
	}

}
