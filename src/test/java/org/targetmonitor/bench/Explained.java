package org.targetmonitor.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How PostgreSQL carries out what a start, a changed plan and a submission ask, without
 * statistics of the tables and with them.
 */
final class Explained {

	private static final Pattern READS = Pattern
		.compile("(?:Index (?:Only )?Scan(?: Backward)? using|Seq Scan on|Bitmap Index Scan on) \\S+");

	private static final String[] FACTS = { "plan_revision", "target", "target_revision", "submission",
			"figure_revision", "figure_review", "plan_change", "chain_link", "chain_fact", "base_share" };

	private final Statements statements;

	private final Server.Database database;

	private final Map<String, Map<String, Long>> acts = new LinkedHashMap<>();

	/* Who signs in and what the schema is are asked of small tables */
	private static final Pattern OF_FACTS = Pattern.compile(
			"(?is).*\\b(from|into|update|join)\\s+(plan|target|submission|figure|base_share|chain_(link|fact)|deviation|supervision)(_\\w+)?\\b.*");

	/** From now on nobody but it makes statistics of the facts. */
	Explained(Server server, Server.Database database) throws SQLException {
		this.statements = new Statements(server, database);
		this.database = database;
		for (String table : FACTS) {
			database.execute("ALTER TABLE " + table + " SET (autovacuum_enabled = off)");
		}
		this.statements.forget();
	}

	/** What was asked since the beginning, by an act that happens once. */
	void once(String act) throws SQLException {
		this.acts.put(act, this.statements.asked());
	}

	/** What an act asks that has been done before. */
	void act(String act, Callable<?> work) throws Exception {
		this.acts.put(act, this.statements.of(work));
	}

	void tell(Sheet sheet) throws SQLException {
		sheet.line("statements of " + String.join(", ", this.acts.keySet()).toLowerCase(Locale.ROOT), "",
				() -> Line.Measured.told(this.acts.values()
					.stream()
					.map((asked) -> String.valueOf(Statements.count(asked)))
					.collect(Collectors.joining(", "))));
		sheet.chapter("What is asked of the database", told(this.database, this.acts));
	}

	private static String told(Server.Database database, Map<String, Map<String, Long>> acts) throws SQLException {
		StringBuilder told = new StringBuilder(
				"""
						300 plans of 15 targets; plans that are good for whatever parameters (`EXPLAIN (GENERIC_PLAN)`). What is read, by which
						index, before the tables have statistics and after `ANALYZE`; in the order of the plan. What names no table is left out.
						""");
		Map<String, String> without = new LinkedHashMap<>();
		try (Connection connection = database.connectSimply(); Statement statement = connection.createStatement()) {
			acts.values().forEach((asked) -> asked.keySet().forEach((sql) -> without.put(sql, reads(statement, sql))));
			statement.execute("ANALYZE");
			acts.forEach((act, asked) -> {
				told.append("\n#### ")
					.append(act)
					.append("\n\n| times | statement | without statistics | with statistics |\n|---|---|---|---|\n");
				asked.forEach((sql, times) -> {
					if (!OF_FACTS.matcher(sql).matches()) {
						return;
					}
					String before = without.getOrDefault(sql, "");
					String after = reads(statement, sql);
					if (!before.isEmpty() || !after.isEmpty()) {
						told.append("| %d | `%s` | %s | %s |%n".formatted(times, shortened(sql), before,
								before.equals(after) ? "the same" : after));
					}
				});
			});
		}
		return told.toString().strip();
	}

	private static String shortened(String sql) {
		String line = sql.replaceAll("\\s+", " ").replace("|", "¦").replace("`", "'").strip();
		return (line.length() <= 180) ? line : line.substring(0, 178) + " …";
	}

	private static String reads(Statement statement, String sql) {
		try (ResultSet plan = statement.executeQuery("EXPLAIN (GENERIC_PLAN, COSTS OFF) "
				+ sql.replaceAll("unnest\\((\\$[0-9]+)\\)", "unnest($1::text[])"))) {
			StringBuilder text = new StringBuilder();
			while (plan.next()) {
				text.append(plan.getString(1)).append('\n');
			}
			return READS.matcher(text)
				.results()
				.map((found) -> found.group()
					.replace("Index Scan using ", "")
					.replace("Index Only Scan using ", "")
					.replace("Index Scan Backward using ", "")
					.replace("Bitmap Index Scan on ", "")
					.replace("Seq Scan on ", "all of "))
				.collect(Collectors.joining(", "));
		}
		catch (SQLException ex) {
			return "not explained: " + String.valueOf(ex.getMessage()).lines().findFirst().orElse("");
		}
	}

}
