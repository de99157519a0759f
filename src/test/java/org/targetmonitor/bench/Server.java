package org.targetmonitor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;

import org.postgresql.Driver;

import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.FileSystemUtils;

import org.targetmonitor.platform.database.DatabaseRoles;
import org.targetmonitor.platform.database.Migrations;
import org.targetmonitor.platform.embedded.EmbeddedDatabase;

/**
 * A PostgreSQL of this run that waits for the disk at every commit and counts statements.
 */
final class Server implements AutoCloseable {

	private static final String EMPTY = "empty";

	private final Path directory;

	private final EmbeddedDatabase database;

	private Server(Path directory, EmbeddedDatabase database) {
		this.directory = directory;
		this.database = database;
	}

	/** Starts on a directory in which a monitor may have left its data. */
	static Server start(Path directory) throws SQLException {
		try (EmbeddedDatabase before = EmbeddedDatabase.start(directory);
				Connection connection = DriverManager.getConnection(before.jdbcUrl(), before.username(),
						before.password());
				Statement statement = connection.createStatement()) {
			statement.execute("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
			statement.execute("ALTER SYSTEM SET pg_stat_statements.track_utility = off");
			statement.execute("ALTER SYSTEM SET max_connections = 200");
		}
		Server server = new Server(directory, EmbeddedDatabase.start(directory));
		// A run that is ended leaves no PostgreSQL behind
		Runtime.getRuntime().addShutdownHook(new Thread(server.database::close));
		server.database("postgres").execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
		server.makeTables();
		return server;
	}

	/** Where one of its databases is. */
	record Database(String url, String administrator, String administratorPassword, String monitor,
			String monitorPassword) {

		/** As the administrator. */
		Connection connect() throws SQLException {
			return DriverManager.getConnection(this.url, this.administrator, this.administratorPassword);
		}

		/** So that a statement is sent as it is, and its parameters need no values. */
		Connection connectSimply() throws SQLException {
			return DriverManager.getConnection(this.url + "?preferQueryMode=simple", this.administrator,
					this.administratorPassword);
		}

		void execute(String... statements) throws SQLException {
			try (Connection connection = connect(); Statement statement = connection.createStatement()) {
				for (String sql : statements) {
					statement.execute(sql);
				}
			}
		}

		String name() {
			return this.url.replaceFirst(".*/", "");
		}

		int port() {
			return Integer.parseInt(this.url.replaceFirst(".*:([0-9]+)/.*", "$1"));
		}

		/** As programs that are no Java name it. */
		String uri() {
			return "postgresql://%s:%s@127.0.0.1:%d/%s?sslmode=disable".formatted(this.administrator,
					this.administratorPassword, port(), name());
		}

	}

	/** One of its databases. */
	Database database(String name) {
		return new Database(this.database.jdbcUrl().replaceFirst("/[^/]*$", "/" + name), this.database.username(),
				this.database.password(), EmbeddedDatabase.MONITOR, this.database.monitorPassword());
	}

	/** A new one with the monitor's tables and nothing in them. */
	Database fresh(String name) throws SQLException {
		database("postgres").execute("CREATE DATABASE " + name + " TEMPLATE " + EMPTY);
		return database(name);
	}

	void drop(String name) throws SQLException {
		database("postgres").execute("DROP DATABASE " + name + " WITH (FORCE)");
	}

	/** The tables are made once, and copied. */
	private void makeTables() throws SQLException {
		database("postgres").execute("CREATE DATABASE " + EMPTY);
		Database made = database(EMPTY);
		try (Connection connection = made.connect()) {
			DatabaseRoles.prepare(connection, made.monitor(), made.monitorPassword());
		}
		Migrations.run(new SimpleDriverDataSource(new Driver(), made.url(), made.administrator(),
				made.administratorPassword()), made.monitor(), Clock.systemUTC());
	}

	/** As its own process says it. */
	String version() throws SQLException {
		try (Connection connection = database("postgres").connect()) {
			return connection.getMetaData().getDatabaseProductVersion();
		}
	}

	@Override
	public void close() throws IOException {
		this.database.close();
		if (Files.exists(this.directory)) {
			FileSystemUtils.deleteRecursively(this.directory);
		}
	}

}
