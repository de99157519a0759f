package org.targetmonitor.support;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** A database server ends with the tests that asked for it. */
class TestDatabasesIT {

	@Test
	void endsWithAProcessThatIsKilled() throws Exception {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		Process tests = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Tests.class.getName())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		String database;
		try (BufferedReader said = tests.inputReader()) {
			database = said.lines().filter((line) -> line.startsWith("jdbc:")).findFirst().orElseThrow();
			assertThatCode(() -> DriverManager.getConnection(database).close()).doesNotThrowAnyException();
		}
		finally {
			tests.destroyForcibly().waitFor();
		}

		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(database).close())
				.satisfies((refused) -> assertThat(refused.getSQLState()).isEqualTo("08001")));
	}

	/** Says where its database is, and waits to be killed. */
	static final class Tests {

		private Tests() {
		}

		public static void main(String[] arguments) throws InterruptedException {
			TestDatabases.Location database = TestDatabases.fresh();
			System.out.println("%s?user=%s&password=%s".formatted(database.url(), database.administrator(),
					database.administratorPassword()));
			new CountDownLatch(1).await();
		}

	}

}
