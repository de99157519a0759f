package org.targetmonitor.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/**
 * A monitor in a process of its own, which stores a row, says so and then waits to be
 * killed.
 */
final class MonitorProcess {

	private MonitorProcess() {
	}

	static Process start(Path directory, Path said) throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		return new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), MonitorProcess.class.getName(),
				directory.toString(), said.toString())
			.redirectErrorStream(true)
			.redirectOutput(said.resolveSibling("output.log").toFile())
			.start();
	}

	public static void main(String[] arguments) throws Exception {
		EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
		try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE kept (value int)");
			statement.execute("INSERT INTO kept VALUES (42)");
		}
		Files.writeString(Path.of(arguments[1]), "stored");
		new CountDownLatch(1).await();
	}

	static Connection connect(EmbeddedDatabase database) throws Exception {
		return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
	}

}
