package org.targetmonitor.account.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Login;
import org.targetmonitor.account.Role;

/** Accounts in PostgreSQL. */
@Repository
class StoredAccounts implements Accounts {

	private static final String LOGINS = """
			SELECT a.username, a.display_name, a.email, a.enabled, a.password_hash, a.password_set_at, a.must_change,
			  a.totp_secret, g.role, g.plan_id, g.department
			FROM account a LEFT JOIN account_grant g ON g.account = a.username
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	StoredAccounts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public List<Account> all() {
		return logins().stream().map(Login::account).toList();
	}

	@Override
	public List<Login> logins() {
		return this.jdbc.sql(LOGINS + "ORDER BY a.username COLLATE \"C\", g.role, g.plan_id, g.department")
			.query(StoredAccounts::read);
	}

	@Override
	public Optional<Login> login(String username) {
		return this.jdbc.sql(LOGINS + "WHERE a.username = :username")
			.param("username", username)
			.query(StoredAccounts::read)
			.stream()
			.findFirst();
	}

	@Override
	public Optional<Login> held(String username) {
		this.jdbc.sql("SELECT username FROM account WHERE username = :username FOR UPDATE")
			.param("username", username)
			.query(String.class)
			.list();
		return login(username);
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

	/** One row per grant becomes one login per account. */
	private static List<Login> read(ResultSet row) throws SQLException {
		Map<String, Set<Grant>> grants = new LinkedHashMap<>();
		Map<String, Login> bare = new LinkedHashMap<>();
		while (row.next()) {
			String username = row.getString("username");
			Set<Grant> own = grants.computeIfAbsent(username, (name) -> new LinkedHashSet<>());
			bare.putIfAbsent(username, bare(username, row));
			if (row.getString("role") != null) {
				own.add(new Grant(Role.valueOf(row.getString("role")), row.getString("plan_id"),
						row.getString("department")));
			}
		}
		List<Login> logins = new ArrayList<>();
		bare.forEach((username, login) -> logins.add(with(login, grants.getOrDefault(username, Set.of()))));
		return List.copyOf(logins);
	}

	private static Login bare(String username, ResultSet row) throws SQLException {
		Account account = new Account(username, row.getString("display_name"), row.getString("email"),
				row.getBoolean("enabled"), Set.of());
		return new Login(account, row.getString("password_hash"), row.getTimestamp("password_set_at").toInstant(),
				row.getBoolean("must_change"), row.getString("totp_secret"));
	}

	private static Login with(Login login, Set<Grant> grants) {
		Account account = login.account();
		return new Login(new Account(account.username(), account.name(), account.email(), account.enabled(), grants),
				login.passwordHash(), login.passwordSetAt(), login.mustChange(), login.secret());
	}

	@Override
	@Transactional
	public void save(Account account, @Nullable String passwordHash) {
		String hash = (passwordHash != null) ? passwordHash : passwordHash(account.username())
			.orElseThrow(() -> new IllegalArgumentException("a new account needs a password"));
		this.jdbc.sql("""
				INSERT INTO account (username, display_name, email, password_hash, enabled, version, password_set_at)
				VALUES (:username, :name, :email, :hash, :enabled, 0, :now)
				ON CONFLICT (username) DO UPDATE SET display_name = excluded.display_name, email = excluded.email,
				  enabled = excluded.enabled, version = account.version + 1
				""")
			.param("username", account.username())
			.param("name", account.name())
			.param("email", account.email())
			.param("hash", hash)
			.param("enabled", account.enabled())
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		replaceGrants(account);
		if (!account.enabled()) {
			this.jdbc.sql("DELETE FROM spring_session WHERE principal_name = :username")
				.param("username", account.username())
				.update();
		}
		if (passwordHash != null) {
			changePassword(account.username(), passwordHash, false, this.clock.instant());
		}
	}

	private void replaceGrants(Account account) {
		this.jdbc.sql("DELETE FROM account_grant WHERE account = :username")
			.param("username", account.username())
			.update();
		account.grants()
			.forEach((grant) -> this.jdbc.sql("""
					INSERT INTO account_grant (account, role, plan_id, department)
					VALUES (:username, :role, :plan, :department)
					""")
				.param("username", account.username())
				.param("role", grant.role().name())
				.param("plan", grant.plan())
				.param("department", grant.department())
				.update());
	}

	@Override
	@Transactional
	public void changePassword(String username, String passwordHash, boolean mustChange, Instant now) {
		this.jdbc.sql("""
				UPDATE account SET password_hash = :hash, password_set_at = :now, must_change = :mustChange,
				  version = version + 1
				WHERE username = :username
				""")
			.param("hash", passwordHash)
			.param("now", Timestamp.from(now))
			.param("mustChange", mustChange)
			.param("username", username)
			.update();
		this.jdbc
			.sql("INSERT INTO account_password (account, set_at, password_hash) VALUES (:username, :now, :hash)"
					+ " ON CONFLICT DO NOTHING")
			.param("username", username)
			.param("now", Timestamp.from(now))
			.param("hash", passwordHash)
			.update();
	}

	@Override
	public void demandNewPassword(String username, boolean mustChange) {
		this.jdbc.sql("UPDATE account SET must_change = :mustChange, version = version + 1 WHERE username = :username")
			.param("mustChange", mustChange)
			.param("username", username)
			.update();
	}

	@Override
	public List<String> recentPasswords(String username, int count) {
		return this.jdbc.sql("""
				SELECT password_hash FROM account_password WHERE account = :username
				ORDER BY set_at DESC LIMIT :count
				""")
			.param("username", username)
			.param("count", count)
			.query((row, number) -> row.getString("password_hash"))
			.list();
	}

	@Override
	public Optional<String> configuredHash(String username) {
		return this.jdbc.sql("""
				SELECT configured_hash FROM account WHERE username = :username AND configured_hash IS NOT NULL
				""").param("username", username).query(String.class).optional();
	}

	@Override
	public void rememberConfigured(String username, String passwordHash) {
		this.jdbc.sql("UPDATE account SET configured_hash = :hash WHERE username = :username")
			.param("hash", passwordHash)
			.param("username", username)
			.update();
	}

	@Override
	@Transactional
	public void enrol(String username, String secret, long step, List<String> recoveryDigests) {
		dropSecondFactor(username);
		this.jdbc.sql("UPDATE account SET totp_secret = :secret, totp_last_step = :step WHERE username = :username")
			.param("secret", secret)
			.param("step", step)
			.param("username", username)
			.update();
		recoveryDigests.forEach((digest) -> this.jdbc
			.sql("INSERT INTO account_recovery_code (account, digest) VALUES (:username, :digest)")
			.param("username", username)
			.param("digest", digest)
			.update());
	}

	@Override
	@Transactional
	public void dropSecondFactor(String username) {
		this.jdbc.sql("UPDATE account SET totp_secret = NULL WHERE username = :username")
			.param("username", username)
			.update();
		this.jdbc.sql("DELETE FROM account_recovery_code WHERE account = :username")
			.param("username", username)
			.update();
	}

	@Override
	public boolean useStep(String username, long step) {
		return this.jdbc.sql("""
				UPDATE account SET totp_last_step = :step WHERE username = :username AND totp_last_step < :step
				""").param("step", step).param("username", username).update() == 1;
	}

	@Override
	public boolean useRecoveryCode(String username, String digest) {
		return this.jdbc.sql("DELETE FROM account_recovery_code WHERE account = :username AND digest = :digest")
			.param("username", username)
			.param("digest", digest)
			.update() == 1;
	}

	@Override
	public int recoveryCodes(String username) {
		return this.jdbc.sql("SELECT count(*) FROM account_recovery_code WHERE account = :username")
			.param("username", username)
			.query(Integer.class)
			.single();
	}

}
