package org.targetmonitor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.util.FileSystemUtils;

import org.targetmonitor.platform.embedded.EmbeddedDatabase;

/**
 * One embedded PostgreSQL for all tests of a run, with a database of its own for whoever
 * asks.
 */
public final class TestDatabases {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private TestDatabases() {
	}

	/** Where a database is. */
	public record Location(String url, String username, String password) {

		public Connection connect() throws SQLException {
			return DriverManager.getConnection(this.url, this.username, this.password);
		}

	}

	/** Started when first asked for, stopped with the JVM. */
	private static final class Server {

		private static final EmbeddedDatabase DATABASE = start();

		private static EmbeddedDatabase start() {
			try {
				Path directory = Files.createTempDirectory("targetmonitor-test");
				EmbeddedDatabase database = EmbeddedDatabase.start(directory);
				Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database, directory)));
				return database;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static void stop(EmbeddedDatabase database, Path directory) {
			database.close();
			try {
				FileSystemUtils.deleteRecursively(directory);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	/** An empty database. */
	public static Location fresh() {
		EmbeddedDatabase server = Server.DATABASE;
		String name = "test_" + COUNT.incrementAndGet();
		try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.username(),
				server.password()); Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return new Location(server.jdbcUrl().replaceFirst("/[^/]*$", "/" + name), server.username(), server.password());
	}

}
