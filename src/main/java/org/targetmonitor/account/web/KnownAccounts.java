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

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Role;

/**
 * Finds accounts. Those that read metrics and nothing else are remembered for the time
 * that the database does not answer: the last standing is served then, and Prometheus has
 * to be let in to it.
 */
final class KnownAccounts implements UserDetailsService {

	private final Accounts accounts;

	private final Map<String, SignedIn> scrapers = new ConcurrentHashMap<>();

	KnownAccounts(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public UserDetails loadUserByUsername(String username) {
		try {
			Optional<SignedIn> found = find(username);
			this.scrapers.remove(username);
			found.filter((known) -> known.account().roles().equals(Set.of(Role.SCRAPE)))
				.ifPresent((scraper) -> this.scrapers.put(username, scraper));
			return found.orElseThrow(() -> new UsernameNotFoundException(username));
		}
		catch (DataAccessException | TransactionException ex) {
			SignedIn before = this.scrapers.get(username);
			if (before == null) {
				throw ex;
			}
			return before;
		}
	}

	private Optional<SignedIn> find(String username) {
		return this.accounts.find(username)
			.flatMap((account) -> this.accounts.passwordHash(username).map((hash) -> new SignedIn(account, hash)));
	}

}
