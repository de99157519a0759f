package org.targetmonitor.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** What a monitor asks its database, as pg_stat_statements counts it. */
final class Statements {

	private final Server server;

	private final Server.Database database;

	Statements(Server server, Server.Database database) {
		this.server = server;
		this.database = database;
	}

	/** Forgets what was counted. */
	void forget() throws SQLException {
		this.server.database("postgres").execute("SELECT pg_stat_statements_reset()");
	}

	/** How often each was asked since; not what the watch asks every second. */
	Map<String, Long> asked() throws SQLException {
		Map<String, Long> asked = new LinkedHashMap<>();
		try (Connection connection = this.server.database("postgres").connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("""
						SELECT s.query, s.calls FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
						JOIN pg_roles r ON r.oid = s.userid
						WHERE d.datname = '%s' AND r.rolname = '%s' AND s.toplevel
						AND s.query !~* 'database_probe|^\\s*(SET|BEGIN|COMMIT|SHOW)' ORDER BY s.queryid"""
					.formatted(this.database.name(), this.database.monitor()))) {
			while (rows.next()) {
				asked.merge(rows.getString(1), rows.getLong(2), Long::sum);
			}
		}
		return asked;
	}

	/** What one act asks once everything has been asked before. */
	Map<String, Long> of(Callable<?> act) throws Exception {
		act.call();
		forget();
		act.call();
		return asked();
	}

	static long count(Map<String, Long> asked) {
		return asked.values().stream().mapToLong(Long::longValue).sum();
	}

	/** Those that ask who somebody is: session, account, token. */
	static long ofTheSession(Map<String, Long> asked) {
		return asked.entrySet()
			.stream()
			.filter((each) -> each.getKey().matches("(?is).*(spring_session|from account|account_).*"))
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

}
