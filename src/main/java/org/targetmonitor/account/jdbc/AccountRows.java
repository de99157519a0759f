package org.targetmonitor.account.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

/**
 * The rows of accounts. What changes one fact of an account, and must not be overtaken by
 * whoever read it before, is one statement.
 */
interface AccountRows extends ListCrudRepository<AccountRow, String> {

	/** Holds it until the transaction ends. */
	@Lock(LockMode.PESSIMISTIC_WRITE)
	Optional<AccountRow> findByUsername(String username);

	@Modifying
	@Query("DELETE FROM spring_session WHERE principal_name = :username")
	int endSessions(String username);

	@Modifying
	@Query("""
			UPDATE account SET password_hash = :hash, password_set_at = :now, must_change = :mustChange,
			  version = version + 1
			WHERE username = :username
			""")
	int changePassword(String username, String hash, boolean mustChange, Instant now);

	@Modifying
	@Query("""
			INSERT INTO account_password (account, set_at, password_hash) VALUES (:username, :now, :hash)
			ON CONFLICT DO NOTHING
			""")
	int rememberPassword(String username, String hash, Instant now);

	@Query("SELECT password_hash FROM account_password WHERE account = :username ORDER BY set_at DESC LIMIT :count")
	List<String> recentPasswords(String username, int count);

	@Modifying
	@Query("UPDATE account SET must_change = :mustChange, version = version + 1 WHERE username = :username")
	int demandNewPassword(String username, boolean mustChange);

	@Modifying
	@Query("UPDATE account SET configured_hash = :hash, version = version + 1 WHERE username = :username")
	int rememberConfigured(String username, String hash);

	@Modifying
	@Query("""
			UPDATE account SET totp_secret = :secret, totp_last_step = :step, version = version + 1
			WHERE username = :username
			""")
	int enrol(String username, String secret, long step);

	@Modifying
	@Query("UPDATE account SET totp_secret = NULL, version = version + 1 WHERE username = :username")
	int dropSecret(String username);

	/** Counts as no change of the account: whoever saves one holds it first. */
	@Modifying
	@Query("UPDATE account SET totp_last_step = :step WHERE username = :username AND totp_last_step < :step")
	boolean useStep(String username, long step);

	@Modifying
	@Query("INSERT INTO account_recovery_code (account, digest) SELECT :username, unnest(:digests)")
	int addRecoveryCodes(String username, String[] digests);

	@Modifying
	@Query("DELETE FROM account_recovery_code WHERE account = :username")
	int dropRecoveryCodes(String username);

	@Modifying
	@Query("DELETE FROM account_recovery_code WHERE account = :username AND digest = :digest")
	boolean useRecoveryCode(String username, String digest);

	@Query("SELECT count(*) FROM account_recovery_code WHERE account = :username")
	int recoveryCodes(String username);

}
