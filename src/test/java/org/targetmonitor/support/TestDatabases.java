package org.targetmonitor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.postgresql.Driver;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import org.targetmonitor.platform.database.DatabaseRoles;
import org.targetmonitor.platform.database.Migrations;
import org.targetmonitor.platform.embedded.EmbeddedDatabase;

/**
 * One embedded PostgreSQL for all tests of a run, with a database of its own for whoever
 * asks.
 */
public final class TestDatabases {

	private static final String MONITOR = "monitor_of_tests";

	private static final String PASSWORD = "password-of-tests";

	private static final AtomicInteger COUNT = new AtomicInteger();

	private TestDatabases() {
	}

	/**
	 * Where a database is, whom a monitor signs in as, and who administers it.
	 */
	public record Location(String url, String username, String password, String administrator,
			String administratorPassword) {

		/** A database on which nobody has been divided from anybody yet. */
		public Location(String url, String administrator, String administratorPassword) {
			this(url, MONITOR, PASSWORD, administrator, administratorPassword);
		}

		/** As the administrator, who may do what the monitor may not. */
		public Connection connect() throws SQLException {
			return DriverManager.getConnection(this.url, this.administrator, this.administratorPassword);
		}

		/** Does one thing as the administrator. */
		public void execute(String sql) {
			try (Connection connection = connect(); Statement statement = connection.createStatement()) {
				statement.execute(sql);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex.getMessage(), ex);
			}
		}

		/** Takes the database away: every connection breaks off, and none is made. */
		public void cut() {
			atServer("ALTER DATABASE " + name() + " ALLOW_CONNECTIONS false",
					"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name() + "'");
		}

		/** Gives it back. */
		public void giveBack() {
			atServer("ALTER DATABASE " + name() + " ALLOW_CONNECTIONS true");
		}

		private String name() {
			return this.url.replaceFirst(".*/", "");
		}

		private void atServer(String... statements) {
			try (Connection connection = DriverManager.getConnection(this.url.replaceFirst("/[^/]*$", "/postgres"),
					this.administrator, this.administratorPassword());
					Statement statement = connection.createStatement()) {
				for (String sql : statements) {
					statement.execute(sql);
				}
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex.getMessage(), ex);
			}
		}

		/** Makes the monitor's role. */
		public Location prepared() {
			try (Connection connection = connect()) {
				DatabaseRoles.prepare(connection, this.username, this.password);
				makeAttacker(connection);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
			return this;
		}

		/** Makes the monitor's role and the tables. */
		public Location migrated() {
			return migrated(Clock.systemUTC());
		}

		private Location migrated(Clock clock) {
			prepared();
			Migrations.run(
					new SimpleDriverDataSource(new Driver(), this.url, this.administrator, this.administratorPassword),
					this.username, clock);
			return this;
		}

	}

	/* Whom the monitor's role may become in a test, and has nothing of until then */
	private static void makeAttacker(Connection administrator) throws SQLException {
		try (Statement statement = administrator.createStatement()) {
			statement.execute("""
					DO $$
					BEGIN
					    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'attacker') THEN
					        CREATE ROLE attacker SUPERUSER NOLOGIN;
					        GRANT attacker TO %s WITH INHERIT FALSE, SET TRUE;
					    END IF;
					END
					$$""".formatted(MONITOR));
		}
	}

	/**
	 * Lets the rest of the present transaction do what only a superuser may, with all
	 * triggers off.
	 */
	public static void attack(JdbcClient jdbc) {
		jdbc.sql("SET LOCAL ROLE attacker").update();
		jdbc.sql("SET LOCAL session_replication_role = replica").update();
	}

	/**
	 * Started when first asked for, ended with the JVM.
	 *
	 * @param database the server
	 * @param end what ends it; held, for its standard input is closed with it
	 */
	private record Server(EmbeddedDatabase database, Process end) {

		private static final Server ONE = start();

		private static Server start() {
			try {
				Path directory = Files.createTempDirectory("targetmonitor-test");
				return new Server(EmbeddedDatabase.start(directory), endWithThisProcess(directory));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		/**
		 * Ends the server and removes its directory when this process is gone, also where
		 * it was killed, as mutation testing does: nobody holds the other end of the pipe
		 * then.
		 */
		private static Process endWithThisProcess(Path directory) throws IOException {
			String end = """
					trap '' INT TERM HUP; cat; pid=$(head -n 1 "$0/postgresql/postmaster.pid")
					kill -INT "$pid"; while kill -0 "$pid"; do sleep 0.1; done; rm -rf "$0"
					""";
			return new ProcessBuilder("sh", "-c", end, directory.toString())
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
		}

	}

	/**
	 * One database of each moment, migrated when first asked for and copied from then on.
	 */
	private static final Map<Instant, Location> MIGRATED = new ConcurrentHashMap<>();

	/**
	 * A database as {@link #fresh()} makes it and all migrations leave it, which began
	 * its chains at a moment.
	 */
	public static Location migrated(Instant began) {
		return copyOf(MIGRATED.computeIfAbsent(began, (moment) -> fresh().migrated(Clock.fixed(moment, ZoneOffset.UTC)))
			.name()).prepared();
	}

	/** An empty database, with the monitor's role beside its administrator. */
	public static Location fresh() {
		return copyOf("template1").prepared();
	}

	private static Location copyOf(String template) {
		EmbeddedDatabase server = Server.ONE.database();
		String name = "test_" + COUNT.incrementAndGet();
		try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.username(),
				server.password()); Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return new Location(server.jdbcUrl().replaceFirst("/[^/]*$", "/" + name), server.username(), server.password());
	}

}
