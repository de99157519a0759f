package org.targetmonitor.account.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Login;

/** Accounts in PostgreSQL. */
@Repository
class StoredAccounts implements Accounts {

	private final AccountRows rows;

	private final JdbcClient jdbc;

	private final Clock clock;

	StoredAccounts(AccountRows rows, JdbcClient jdbc, Clock clock) {
		this.rows = rows;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public List<Account> all() {
		return logins().stream().map(Login::account).toList();
	}

	@Override
	public Map<String, String> names() {
		Map<String, String> names = new HashMap<>();
		this.jdbc.sql("SELECT username, display_name FROM account").query((row) -> {
			names.put(row.getString("username"), row.getString("display_name"));
		});
		return names;
	}

	@Override
	public List<Login> logins() {
		return this.rows.findAll()
			.stream()
			.sorted(Comparator.comparing(AccountRow::username))
			.map(AccountRow::login)
			.toList();
	}

	@Override
	public Optional<Login> login(String username) {
		return this.rows.findById(username).map(AccountRow::login);
	}

	@Override
	@Transactional
	public Optional<Login> held(String username) {
		return this.rows.findByUsername(username).map(AccountRow::login);
	}

	@Override
	@Transactional
	public boolean ifUnchanged(Login seen, Runnable change) {
		boolean unchanged = held(seen.account().username()).filter(seen::letsInAs).isPresent();
		if (unchanged) {
			change.run();
		}
		return unchanged;
	}

	@Override
	@Transactional
	public void create(Account account, String passwordHash) {
		Instant now = this.clock.instant();
		this.rows.save(AccountRow.of(account, passwordHash, now));
		this.rows.rememberPassword(account.username(), passwordHash, now);
	}

	@Override
	@Transactional
	public void save(Account account, @Nullable String passwordHash) {
		Instant now = this.clock.instant();
		this.rows.save(this.rows.findByUsername(account.username())
			.map((before) -> before.as(account))
			.orElseGet(() -> AccountRow.of(account, ofNew(passwordHash), now)));
		if (!account.enabled()) {
			this.rows.endSessions(account.username());
		}
		if (passwordHash != null) {
			changePassword(account.username(), passwordHash, false, now);
		}
	}

	private static String ofNew(@Nullable String passwordHash) {
		if (passwordHash == null) {
			throw new IllegalArgumentException("a new account needs a password");
		}
		return passwordHash;
	}

	@Override
	@Transactional
	public void changePassword(String username, String passwordHash, boolean mustChange, Instant now) {
		this.rows.changePassword(username, passwordHash, mustChange, now);
		this.rows.rememberPassword(username, passwordHash, now);
	}

	@Override
	public void demandNewPassword(String username, boolean mustChange) {
		this.rows.demandNewPassword(username, mustChange);
	}

	@Override
	public List<String> recentPasswords(String username, int count) {
		return this.rows.recentPasswords(username, count);
	}

	@Override
	public Optional<String> configuredHash(String username) {
		return this.rows.findById(username).map(AccountRow::configuredHash);
	}

	@Override
	public void rememberConfigured(String username, String passwordHash) {
		this.rows.rememberConfigured(username, passwordHash);
	}

	@Override
	@Transactional
	public void enrol(String username, String secret, long step, List<String> recoveryDigests) {
		this.rows.dropRecoveryCodes(username);
		this.rows.enrol(username, secret, step);
		this.rows.addRecoveryCodes(username, recoveryDigests.toArray(String[]::new));
	}

	@Override
	@Transactional
	public void dropSecondFactor(String username) {
		this.rows.dropSecret(username);
		this.rows.dropRecoveryCodes(username);
	}

	@Override
	public boolean useStep(String username, long step) {
		return this.rows.useStep(username, step);
	}

	@Override
	public boolean useRecoveryCode(String username, String digest) {
		return this.rows.useRecoveryCode(username, digest);
	}

	@Override
	public int recoveryCodes(String username) {
		return this.rows.recoveryCodes(username);
	}

}
