package org.targetmonitor.platform.database;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.targetmonitor.submission.jdbc.ChainsBegin;
import org.targetmonitor.support.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What keeps facts from being changed binds whoever has the monitor's password, on a new
 * database and on one of a version before.
 */
class DatabaseRolesIT {

	/** Tables that only migrations write, or what seals the audit in the owner's name. */
	private static final Set<String> MIGRATIONS_ALONE = Set.of("flyway_schema_history", "chain_start", "chain_begun",
			"audit_start", "audit_link", "audit_head");

	@Test
	void theMonitorMayAppendFactsAndNothingElse() throws SQLException {
		TestDatabases.Location database = TestDatabases.fresh().migrated();
		List<String> facts = ask(database, "SELECT tgrelid::regclass FROM pg_trigger WHERE tgname = 'append_only'");
		assertThat(facts).contains("figure_revision", "chain_link", "audit_event").hasSizeGreaterThan(15);
		for (String table : ask(database,
				"SELECT oid::regclass FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')")) {
			assertThat(may(database, "SELECT", table)).as("read " + table).isTrue();
			assertThat(may(database, "INSERT", table)).as("append to " + table)
				.isEqualTo(!MIGRATIONS_ALONE.contains(table));
			assertThat(List.of("TRUNCATE", "REFERENCES", "TRIGGER")).as(table)
				.noneMatch((right) -> may(database, right, table));
		}
		assertThat(facts).allSatisfy((table) -> assertThat(List.of("UPDATE", "DELETE")).as(table)
			.noneMatch((right) -> may(database, right, table)));
		assertThat(may(database, "DELETE", "account")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "SET session_replication_role = replica", "ALTER TABLE audit_event DISABLE TRIGGER ALL",
			"DROP TRIGGER append_only ON figure_revision", "DROP TABLE audit_event", "CREATE TABLE mine (a int)",
			"CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN OLD; END$$",
			"INSERT INTO chain_start (plan_id, step) VALUES ('x', 'owed')", "UPDATE audit_head SET number = 0",
			"SELECT seal_audit_event(e) FROM audit_event e", "UPDATE flyway_schema_history SET success = false",
			"DROP SCHEMA public CASCADE", "SET ROLE targetmonitor_owner",
			"ALTER ROLE targetmonitor_owner LOGIN PASSWORD 'x'", "COPY figure_revision TO PROGRAM 'true'" })
	void theMonitorMayNotSwitchOffWhatBindsIt(String sql) throws SQLException {
		TestDatabases.Location database = TestDatabases.fresh().migrated();
		try (Connection monitor = asMonitor(database); Statement statement = monitor.createStatement()) {
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.execute(sql))
				.satisfies((ex) -> assertThat(ex.getSQLState()).isEqualTo("42501"));
		}
	}

	@Test
	void aDatabaseOfAVersionBeforeIsDividedWithWhatIsInIt() throws Exception {
		TestDatabases.Location database = TestDatabases.fresh();
		// As it was: one account made the tables, owned them and worked with them
		Flyway.configure()
			.dataSource(database.url(), database.administrator(), database.administratorPassword())
			.placeholders(Map.of(Migrations.MONITOR, database.administrator()))
			.target("15")
			.load()
			.migrate();
		database.execute("INSERT INTO plan (plan_id) VALUES ('kept')");
		assertThat(owners(database)).containsExactly(database.administrator());

		assertThat(PrepareCommand.run(environment(database))).isZero();
		assertThat(PrepareCommand.run(environment(database))).as("again").isZero();

		assertThat(owners(database)).containsExactly(DatabaseRoles.OWNER);
		try (Connection monitor = asMonitor(database); Statement statement = monitor.createStatement()) {
			assertThat(first(statement, "SELECT plan_id FROM plan")).isEqualTo("kept");
			statement.execute("INSERT INTO plan (plan_id) VALUES ('appended')");
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.execute("DELETE FROM plan"))
				.satisfies((ex) -> assertThat(ex.getSQLState()).isEqualTo("42501"));
		}
	}

	/** As a monitor that may migrate, and as one that only looks whether all is there. */
	@Test
	void aPoolOfOneConnectionIsEnoughForTheStart() {
		TestDatabases.Location database = TestDatabases.fresh();
		startThrough(database, database.administrator(), database.administratorPassword());
		startThrough(database, database.username(), database.password());
	}

	private static void startThrough(TestDatabases.Location database, String username, String password) {
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setJdbcUrl(database.url());
			pool.setUsername(username);
			pool.setPassword(password);
			pool.setMaximumPoolSize(1);
			pool.setConnectionTimeout(1000);
			new MigrationAtStart(pool).migrate(Flyway.configure()
				.dataSource(pool)
				.javaMigrations(new ChainsBegin(Clock.systemUTC()))
				.placeholders(Map.of(Migrations.MONITOR, database.username()))
				.load());
		}
	}

	@Test
	void aMonitorThatOwnedDatabaseAndSchemaOwnsNeitherAfterwards() throws Exception {
		TestDatabases.Location database = TestDatabases.fresh();
		database.execute("ALTER DATABASE %s OWNER TO %s".formatted(name(database), database.username()));
		database.execute("ALTER SCHEMA public OWNER TO " + database.username());
		database.execute("GRANT %s TO %s".formatted(DatabaseRoles.OWNER, database.username()));

		database.migrated();

		assertThat(ask(database, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"))
			.containsExactly(DatabaseRoles.OWNER);
		try (Connection monitor = asMonitor(database); Statement statement = monitor.createStatement()) {
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> statement.execute("DROP SCHEMA public CASCADE"));
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> statement.execute("SET ROLE " + DatabaseRoles.OWNER));
		}
	}

	@Test
	void refusesAMonitorThatAdministersTheDatabase() throws Exception {
		TestDatabases.Location database = TestDatabases.fresh();
		try (Connection administrator = database.connect()) {
			for (String role : List.of(database.administrator(), "attacker")) {
				assertThatExceptionOfType(MonitorIsAdministrator.class)
					.isThrownBy(() -> DatabaseRoles.prepare(administrator, role, "x"))
					.withMessageContaining("是管理员")
					.withMessageContaining("name another one");
			}
		}
	}

	@Test
	void namesAndPasswordsAreNoSql() throws Exception {
		TestDatabases.Location database = TestDatabases.fresh();
		String role = "o'dd role; DROP";
		String password = "pa'ss\"; --";
		try (Connection administrator = database.connect()) {
			DatabaseRoles.prepare(administrator, role, password);
			DriverManager.getConnection(database.url(), role, password).close();
			try (Statement statement = administrator.createStatement()) {
				String quoted = statement.enquoteIdentifier(role, true);
				statement.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(quoted));
			}
		}
	}

	@Test
	void thePasswordStandsInNoLogOfTheDatabase() throws Exception {
		TestDatabases.Location database = TestDatabases.fresh();
		database.execute("ALTER DATABASE %s SET log_statement = 'all'".formatted(name(database)));
		try (Connection administrator = database.connect(); Statement statement = administrator.createStatement()) {
			DatabaseRoles.prepare(administrator, database.username(), database.password());
			Path log = Path.of(first(statement, "SHOW data_directory")).resolveSibling("postgresql.log");
			String logged = Files.readString(log, StandardCharsets.UTF_8);
			assertThat(logged).contains("CREATE ROLE").doesNotContain(database.password());
		}
	}

	private static Map<String, String> environment(TestDatabases.Location database) {
		return Map.of("SPRING_DATASOURCE_URL", database.url(), "SPRING_DATASOURCE_USERNAME", database.username(),
				"SPRING_DATASOURCE_PASSWORD", database.password(), "TARGETMONITOR_DATABASE_ADMIN_USERNAME",
				database.administrator(), "TARGETMONITOR_DATABASE_ADMIN_PASSWORD", database.administratorPassword());
	}

	private static Connection asMonitor(TestDatabases.Location database) throws SQLException {
		return DriverManager.getConnection(database.url(), database.username(), database.password());
	}

	private static String name(TestDatabases.Location database) {
		return database.url().replaceFirst(".*/", "");
	}

	private static List<String> owners(TestDatabases.Location database) throws SQLException {
		return ask(database, """
				SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class
				WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'S', 'v')
				UNION SELECT pg_get_userbyid(proowner) FROM pg_proc WHERE pronamespace = 'public'::regnamespace""");
	}

	private static boolean may(TestDatabases.Location database, String right, String table) {
		try {
			return ask(database,
					"SELECT has_table_privilege('%s', '%s', '%s')".formatted(database.username(), table, right))
				.equals(List.of("t"));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String first(Statement statement, String sql) throws SQLException {
		try (ResultSet result = statement.executeQuery(sql)) {
			assertThat(result.next()).isTrue();
			return result.getString(1);
		}
	}

	private static List<String> ask(TestDatabases.Location database, String sql) throws SQLException {
		try (Connection connection = database.connect();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			List<String> found = new ArrayList<>();
			while (result.next()) {
				found.add(result.getString(1));
			}
			return found;
		}
	}

}
