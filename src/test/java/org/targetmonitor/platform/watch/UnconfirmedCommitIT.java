package org.targetmonitor.platform.watch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.support.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * A server whose standby is gone, and that is made to stop waiting for it: it says that
 * the commit succeeded, though no other node holds it.
 */
class UnconfirmedCommitIT {

	private static final String WAITING = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'";

	private static final Duration LONGEST = Duration.ofSeconds(60);

	private static TestDatabases.Location database;

	private static JdbcTemplate jdbc;

	private static TransactionTemplate transaction;

	@BeforeAll
	static void takeTheStandbyAway() throws SQLException {
		database = TestDatabases.fresh();
		DriverManagerDataSource source = new DriverManagerDataSource(database.url(), database.administrator(),
				database.administratorPassword());
		jdbc = new JdbcTemplate(source);
		jdbc.execute("CREATE TABLE entry (words text)");
		jdbc.execute("CREATE TABLE database_probe (id uuid PRIMARY KEY, asked_at timestamptz)");
		transaction = new TransactionTemplate(new WatchedTransactions(source));
		ask("ALTER SYSTEM SET synchronous_standby_names = 'gone'");
		ask("SELECT pg_reload_conf()");
		// Until every process knows of it commits do not wait
		await().atMost(LONGEST)
			.until(() -> isWaiting(
					CompletableFuture.runAsync(() -> jdbc.update("INSERT INTO entry VALUES ('before')"))));
		cancel();
	}

	@AfterAll
	static void giveItBack() throws SQLException {
		ask("ALTER SYSTEM RESET synchronous_standby_names");
		ask("SELECT pg_reload_conf()");
	}

	@Test
	void isNotTakenForDone() throws SQLException {
		CompletableFuture<Void> write = CompletableFuture.runAsync(
				() -> transaction.executeWithoutResult((status) -> jdbc.update("INSERT INTO entry VALUES ('x')")));
		await().atMost(LONGEST).until(() -> isWaiting(write));

		cancel();

		assertThatExceptionOfType(Exception.class).isThrownBy(write::join)
			.havingCause()
			.isInstanceOf(TransactionException.class)
			.matches(DatabaseFailures::isAway);
		assertThat(ask("SELECT count(*)::text FROM entry WHERE words = 'x'")).as("the node itself holds it")
			.isEqualTo("1");
	}

	/** A statement outside a transaction commits by itself. */
	@Test
	void isNotTakenForDoneByASingleStatement() throws SQLException {
		JdbcTemplate confirmed = new ConfirmedStatements(Objects.requireNonNull(jdbc.getDataSource()));
		CompletableFuture<Void> write = CompletableFuture
			.runAsync(() -> confirmed.update("INSERT INTO entry VALUES (?)", "single"));
		await().atMost(LONGEST).until(() -> isWaiting(write));

		cancel();

		assertThatExceptionOfType(Exception.class).isThrownBy(write::join)
			.havingCause()
			.isInstanceOf(DataAccessResourceFailureException.class)
			.matches(DatabaseFailures::isAway);
	}

	@Test
	void isNoAnswerToTheProbe() throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", database.administrator());
		properties.setProperty("password", database.administratorPassword());
		DatabaseProbe probe = new DatabaseProbe(database.url(), properties);
		try {
			CompletableFuture<@Nullable String> fault = CompletableFuture.supplyAsync(probe::ask);
			await().atMost(LONGEST).until(() -> isWaiting(fault));
			cancel();
			assertThat(fault.join()).contains("canceling wait for synchronous replication");
		}
		finally {
			probe.close();
		}
	}

	private static boolean isWaiting(CompletableFuture<?> write) throws SQLException {
		while (!write.isDone()) {
			if (!ask(WAITING).isEmpty()) {
				return true;
			}
		}
		return false;
	}

	private static void cancel() throws SQLException {
		await().atMost(LONGEST)
			.until(() -> ask("SELECT pg_cancel_backend(pid) FROM (" + WAITING + ") waiting").isEmpty());
	}

	/** On a connection of its own, which commits nothing. */
	private static String ask(String sql) throws SQLException {
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			if (!statement.execute(sql)) {
				return "";
			}
			ResultSet rows = statement.getResultSet();
			return rows.next() ? Objects.requireNonNullElse(rows.getString(1), "") : "";
		}
	}

}
