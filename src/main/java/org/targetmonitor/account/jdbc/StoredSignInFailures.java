package org.targetmonitor.account.jdbc;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

	/** How long it is remembered where an account signed in. */
	private static final int DAYS_OF_A_PLACE = 90;

	private static final String TALLY = "count(*) AS number, count(DISTINCT address) AS addresses, max(failed_at) AS newest";

	private final JdbcClient jdbc;

	StoredSignInFailures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Instant> ofPlace(String name, String address, int count) {
		return this.jdbc.sql("""
				SELECT failed_at FROM sign_in_failure WHERE username = :name AND address = :address
				ORDER BY failed_at DESC LIMIT :count
				""")
			.param("name", name)
			.param("address", address)
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
	public Tally ofName(String name, Instant since) {
		return this.jdbc.sql("SELECT " + TALLY + " FROM sign_in_failure WHERE username = :name AND failed_at > :since")
			.param("name", name)
			.param("since", Timestamp.from(since))
			.query((row, number) -> tally(row))
			.single();
	}

	@Override
	public Map<String, Tally> byName(Instant since) {
		Map<String, Tally> tallies = new HashMap<>();
		this.jdbc.sql("SELECT username, " + TALLY + " FROM sign_in_failure WHERE failed_at > :since GROUP BY username")
			.param("since", Timestamp.from(since))
			.query((row) -> {
				tallies.put(row.getString("username"), tally(row));
			});
		return Map.copyOf(tallies);
	}

	private static Tally tally(ResultSet row) throws SQLException {
		Timestamp newest = row.getTimestamp("newest");
		return (newest != null) ? new Tally(row.getInt("number"), row.getInt("addresses"), newest.toInstant())
				: Tally.NONE;
	}

	@Override
	public int inAll(Instant since, int most) {
		return this.jdbc
			.sql("SELECT count(*) FROM (SELECT 1 FROM sign_in_failure WHERE failed_at > :since LIMIT :most) AS newest")
			.param("since", Timestamp.from(since))
			.param("most", most)
			.query(Integer.class)
			.single();
	}

	@Override
	public UUID add(String name, String address, Instant now) {
		UUID failure = UUID.randomUUID();
		this.jdbc
			.sql("""
					INSERT INTO sign_in_failure (failure_id, username, address, failed_at) VALUES (:id, :name, :address, :now)
					""")
			.param("id", failure)
			.param("name", name)
			.param("address", address)
			.param("now", Timestamp.from(now))
			.update();
		this.jdbc.sql("DELETE FROM sign_in_failure WHERE failed_at < :old")
			.param("old", Timestamp.from(now.minus(KEPT)))
			.update();
		return failure;
	}

	@Override
	public void takeBack(UUID failure) {
		this.jdbc.sql("DELETE FROM sign_in_failure WHERE failure_id = :id").param("id", failure).update();
	}

	@Override
	public void clear(String name, String address) {
		this.jdbc.sql("DELETE FROM sign_in_failure WHERE username = :name AND address = :address")
			.param("name", name)
			.param("address", address)
			.update();
	}

	@Override
	public void clear(String name) {
		this.jdbc.sql("DELETE FROM sign_in_failure WHERE username = :name").param("name", name).update();
	}

	/** The locks end with the transaction; taken in one order, they wait in no circle. */
	@Override
	@Transactional
	public <T> T inTurn(String name, String address, Supplier<T> count) {
		for (String lock : List.of("sign-in from " + address, "sign-in " + name)) {
			this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:lock, 0))")
				.param("lock", lock)
				.query((row, number) -> true)
				.list();
		}
		return count.get();
	}

	@Override
	public boolean knows(String account, String address) {
		return this.jdbc
			.sql("SELECT EXISTS (SELECT 1 FROM sign_in_place WHERE account = :account AND address = :address)")
			.param("account", account)
			.param("address", address)
			.query(Boolean.class)
			.single();
	}

	@Override
	@Transactional
	public void remember(String account, String address, LocalDate day) {
		this.jdbc.sql("""
				INSERT INTO sign_in_place (account, address, last_on) VALUES (:account, :address, :day)
				ON CONFLICT (account, address) DO UPDATE SET last_on = excluded.last_on
				  WHERE sign_in_place.last_on <> excluded.last_on
				""").param("account", account).param("address", address).param("day", Date.valueOf(day)).update();
		this.jdbc.sql("DELETE FROM sign_in_place WHERE account = :account AND last_on < :old")
			.param("account", account)
			.param("old", Date.valueOf(day.minusDays(DAYS_OF_A_PLACE)))
			.update();
	}

}
