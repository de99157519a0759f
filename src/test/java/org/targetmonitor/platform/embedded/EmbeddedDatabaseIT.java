package org.targetmonitor.platform.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** What must hold for the data that a newcomer trusts to the embedded database. */
class EmbeddedDatabaseIT {

	private static final Duration BOUND = Duration.ofSeconds(90);

	@TempDir
	private Path directory;

	@TempDir
	private Path aside;

	@Test
	void keepsWhatItAcknowledgesAndSortsAlikeEverywhere() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
			assertThat(ask(database, "SHOW synchronous_commit")).isEqualTo("on");
			assertThat(ask(database, "SHOW full_page_writes")).isEqualTo("on");
			assertThat(ask(database, "SHOW server_encoding")).isEqualTo("UTF8");
			assertThat(
					ask(database, "SELECT datlocprovider::text || ' ' || datlocale || ' ' || datctype FROM pg_database"
							+ " WHERE datname = current_database()"))
				.isEqualTo("b C.UTF-8 C");
			assertThat(ask(database, "SELECT upper('é') || lower('É') || length('余杭区')")).isEqualTo("Éé3");
			assertThat(ask(database, "SHOW server_version")).startsWith(DataDirectory.POSTGRESQL_VERSION + ".");
		}
	}

	@Test
	void listensToThisMachineOnlyAndAsksForThePassword() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			assertThat(ask(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
			assertThat(ask(database, "SHOW unix_socket_directories")).isEmpty();
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.username(), "wrong").close())
				.satisfies((ex) -> assertThat(ex.getSQLState()).isEqualTo("28P01"));
		}
	}

	@Test
	void runsNoProgramThatAnotherUserCouldHavePutThere() throws Exception {
		Path binaries = this.directory.resolve("postgresql-binaries");
		// As a version before left it: open to everybody
		Path planted = binaries.resolve("unpacked/PG-planted/bin/postgres");
		Files.createDirectories(planted.getParent());
		Files.writeString(planted, "not ours");
		Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwxrwxrwx"));
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			assertThat(ask(database, "SELECT 1")).isEqualTo("1");
			assertThat(planted).doesNotExist();
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(binaries))).isEqualTo("rwx------");
			assertThat(PosixFilePermissions
				.toString(Files.getPosixFilePermissions(this.directory.resolve("postgresql.password"))))
				.isEqualTo("rw-------");
		}
	}

	@Test
	void keepsDataAcrossRestarts() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			run(database, "CREATE TABLE kept AS SELECT '余杭区' AS name");
		}
		assertThat(this.directory.resolve("postgresql/postmaster.pid")).doesNotExist();
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			assertThat(ask(database, "SELECT name FROM kept")).isEqualTo("余杭区");
		}
	}

	@Test
	void refusesSecondMonitorInThisProcessAndInAnother() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			assertThatExceptionOfType(DataDirectoryInUse.class).isThrownBy(() -> EmbeddedDatabase.start(this.directory))
				.withMessageContaining("正被另一个监测系统")
				.withMessageContaining("in use by another monitor");
			// The refusal above must not have cost the lock
			Process second = MonitorProcess.start(this.directory, said());
			assertThat(second.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
			assertThat(second.exitValue()).isNotZero();
			assertThat(this.aside.resolve("output.log")).content()
				.contains(DataDirectoryInUse.class.getName())
				.contains("in use by another monitor (process %d)".formatted(ProcessHandle.current().pid()));
			assertThat(ask(database, "SELECT 1")).isEqualTo("1");
		}
	}

	@Test
	void takesOverFromMonitorThatWasKilled() throws Exception {
		Process monitor = MonitorProcess.start(this.directory, said());
		await().atMost(BOUND).until(() -> Files.exists(said()) || !monitor.isAlive());
		monitor.destroyForcibly().waitFor();
		ProcessHandle orphan = serverOf(this.directory);
		assertThat(orphan.isAlive()).isTrue();
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			await().atMost(BOUND).until(() -> hasEnded(orphan));
			assertThat(serverOf(this.directory).pid()).isNotEqualTo(orphan.pid());
			assertThat(ask(database, "SELECT value FROM kept")).isEqualTo("42");
		}
	}

	@Test
	void startsWhereAnotherProgramHasTheNumberOfTheServerThatCrashed() throws Exception {
		EmbeddedDatabase.start(this.directory).close();
		leaveNumber(ProcessHandle.current().pid());
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			assertThat(ask(database, "SELECT 1")).isEqualTo("1");
		}
	}

	@Test
	void leavesTheServerOfAnotherDirectoryAlone() throws Exception {
		EmbeddedDatabase.start(this.directory).close();
		try (EmbeddedDatabase other = EmbeddedDatabase.start(this.aside)) {
			leaveNumber(serverOf(this.aside).pid());
			try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
				assertThat(ask(database, "SELECT 1")).isEqualTo("1");
			}
			assertThat(ask(other, "SELECT 1")).isEqualTo("1");
		}
	}

	@Test
	void beginsAgainWhereTheFirstStartWasBrokenOff() throws Exception {
		Files.createDirectories(this.directory.resolve("postgresql"));
		Files.writeString(this.directory.resolve("postgresql/postgresql.conf"), "half");
		Files.writeString(this.directory.resolve("postgresql.unfinished"), "");
		Path binary = this.directory.resolve("postgresql-binaries/unpacked/PG-half/bin/postgres");
		Files.createDirectories(binary.getParent());
		Files.writeString(binary, "half");
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			assertThat(ask(database, "SELECT 1")).isEqualTo("1");
			assertThat(binary).doesNotExist();
			assertThat(this.directory.resolve("postgresql.unfinished")).doesNotExist();
		}
	}

	@Test
	void saysWhatPostgresLoggedWhenItDoesNotStart() throws Exception {
		EmbeddedDatabase.start(this.directory).close();
		Files.writeString(this.directory.resolve("postgresql/postgresql.conf"), "no_such_setting = 1");
		assertThatExceptionOfType(DatabaseNotStarted.class)
			.isThrownBy(() -> EmbeddedDatabase.start(this.directory, Duration.ofSeconds(2)))
			.withMessageContaining("no_such_setting")
			.withMessageContaining("未能启动");
	}

	private Path said() {
		return this.aside.resolve("said");
	}

	private void leaveNumber(long pid) throws Exception {
		Files.writeString(this.directory.resolve("postgresql/postmaster.pid"),
				"%d\n%s\n%d\n".formatted(pid, this.directory.resolve("postgresql"), 0));
	}

	private static ProcessHandle serverOf(Path directory) throws Exception {
		String pid = Files.readAllLines(directory.resolve("postgresql/postmaster.pid")).getFirst();
		return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
	}

	/*
	 * Where nobody reaps orphans a process that has ended stays listed, without its
	 * program
	 */
	private static boolean hasEnded(ProcessHandle process) {
		return !process.isAlive() || process.info().command().isEmpty();
	}

	private static void run(EmbeddedDatabase database, String sql) throws Exception {
		try (Connection connection = MonitorProcess.connect(database);
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static String ask(EmbeddedDatabase database, String sql) throws Exception {
		try (Connection connection = MonitorProcess.connect(database);
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			assertThat(result.next()).isTrue();
			return result.getString(1);
		}
	}

}
