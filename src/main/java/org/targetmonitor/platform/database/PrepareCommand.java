package org.targetmonitor.platform.database;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes the database's roles and brings its tables up to date with an administrator's
 * account, which the monitor itself is never given. New databases and those of a version
 * before alike; done again it changes nothing.
 */
public final class PrepareCommand {

	/** What asks for it. */
	public static final String OPTION = "--targetmonitor.prepare-database";

	private static final String URL = "SPRING_DATASOURCE_URL";

	private static final String MONITOR = "SPRING_DATASOURCE_USERNAME";

	private static final String MONITOR_PASSWORD = "SPRING_DATASOURCE_PASSWORD";

	private static final String ADMINISTRATOR = "TARGETMONITOR_DATABASE_ADMIN_USERNAME";

	private static final String ADMINISTRATOR_PASSWORD = "TARGETMONITOR_DATABASE_ADMIN_PASSWORD";

	private static final int DONE = 0;

	private static final int NOT_DONE = 1;

	private PrepareCommand() {
	}

	public static boolean isAsked(String[] arguments) {
		return Arrays.asList(arguments).contains(OPTION) || Arrays.asList(arguments).contains(OPTION + "=true");
	}

	/**
	 * Prepares the database that the environment names.
	 * @return the exit code: 0 if it is done, 1 if not
	 */
	public static int run(Map<String, String> environment) {
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		List<String> missing = List.of(URL, MONITOR, MONITOR_PASSWORD, ADMINISTRATOR, ADMINISTRATOR_PASSWORD)
			.stream()
			.filter((name) -> environment.getOrDefault(name, "").isBlank())
			.toList();
		if (!missing.isEmpty()) {
			out.printf("请设置环境变量 / set these environment variables: %s%n", String.join(", ", missing));
			return NOT_DONE;
		}
		try {
			return prepare(environment, out);
		}
		catch (SQLException | FlywayException | MonitorIsAdministrator ex) {
			out.printf("数据库未准备好 / the database was not prepared:%n  %s%n", ex.getMessage());
			return NOT_DONE;
		}
	}

	private static int prepare(Map<String, String> environment, PrintStream out) throws SQLException {
		PGSimpleDataSource administrator = new PGSimpleDataSource();
		administrator.setUrl(environment.get(URL));
		administrator.setUser(environment.get(ADMINISTRATOR));
		administrator.setPassword(environment.get(ADMINISTRATOR_PASSWORD));
		String monitor = String.valueOf(environment.get(MONITOR));
		try (Connection connection = administrator.getConnection()) {
			DatabaseRoles.prepare(connection, monitor, String.valueOf(environment.get(MONITOR_PASSWORD)));
		}
		int migrations = Migrations.run(administrator, monitor, Clock.systemUTC());
		out.printf("数据库已就绪：表归 %1$s，监测系统用 %2$s，升级%3$d步%n"
				+ "the database is ready: its tables belong to %1$s, the monitor works as %2$s, %3$d migrations were applied%n",
				DatabaseRoles.OWNER, monitor, migrations);
		return DONE;
	}

}
