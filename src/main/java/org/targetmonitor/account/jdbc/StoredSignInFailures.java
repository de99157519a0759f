package org.targetmonitor.account.jdbc;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.targetmonitor.account.SignInFailures;

/** Failures in PostgreSQL, so that every replica counts them. */
@Repository
class StoredSignInFailures implements SignInFailures {

	/** The audit keeps them longer. */
	private static final Duration KEPT = Duration.ofDays(2);

	private final JdbcClient jdbc;

	StoredSignInFailures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Instant> ofAccount(String username, int count) {
		return this.jdbc.sql("""
				SELECT failed_at FROM sign_in_failure WHERE username = :username ORDER BY failed_at DESC LIMIT :count
				""")
			.param("username", username)
			.param("count", count)
			.query((row, number) -> row.getTimestamp("failed_at").toInstant())
			.list();
	}

	@Override
	public List<Instant> ofAddress(String address, int count) {
		return this.jdbc.sql("""
				SELECT failed_at FROM sign_in_failure WHERE address = :address ORDER BY failed_at DESC LIMIT :count
				""")
			.param("address", address)
			.param("count", count)
			.query((row, number) -> row.getTimestamp("failed_at").toInstant())
			.list();
	}

	@Override
	public void add(String username, String address, Instant now) {
		this.jdbc
			.sql("""
					INSERT INTO sign_in_failure (failure_id, username, address, failed_at) VALUES (:id, :username, :address, :now)
					""")
			.param("id", UUID.randomUUID())
			.param("username", username)
			.param("address", address)
			.param("now", Timestamp.from(now))
			.update();
		this.jdbc.sql("DELETE FROM sign_in_failure WHERE failed_at < :old")
			.param("old", Timestamp.from(now.minus(KEPT)))
			.update();
	}

	/** The lock ends with the transaction. */
	@Override
	@Transactional
	public <T> T oneAtATime(String username, Supplier<T> attempt) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
			.param("name", "sign-in " + username)
			.query((row, number) -> true)
			.list();
		return attempt.get();
	}

	@Override
	public void clear(String username) {
		this.jdbc.sql("DELETE FROM sign_in_failure WHERE username = :username").param("username", username).update();
	}

}
