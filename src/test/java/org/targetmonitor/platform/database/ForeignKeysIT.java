package org.targetmonitor.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.targetmonitor.support.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A row that refers to another one is checked by that one's whole key, also while no
 * table has statistics: an index that begins as the key does and goes on otherwise makes
 * each check look at everything that shares the beginning.
 */
class ForeignKeysIT {

	/**
	 * The tables that are referred to, with the columns and a parameter of each column's
	 * type.
	 */
	private static final String KEYS = """
			SELECT DISTINCT c.confrelid::regclass::text, string_agg(quote_ident(a.attname) || ' = $' || k.place
			  || '::' || format_type(a.atttypid, a.atttypmod), ' AND ' ORDER BY k.place) AS condition
			FROM pg_constraint c, unnest(c.confkey) WITH ORDINALITY AS k (number, place), pg_attribute a
			WHERE c.contype = 'f' AND a.attrelid = c.confrelid AND a.attnum = k.number
			GROUP BY c.oid, c.confrelid
			""";

	@Test
	void areCheckedByTheWholeKey() throws SQLException {
		TestDatabases.Location database = TestDatabases.fresh().migrated();
		Map<String, List<String>> plans = new LinkedHashMap<>();
		// Only so may a plan be asked for without values
		String url = database.url() + (database.url().contains("?") ? "&" : "?") + "preferQueryMode=simple";
		try (Connection connection = DriverManager.getConnection(url, database.administrator(),
				database.administratorPassword()); Statement statement = connection.createStatement()) {
			for (List<String> key : rows(statement, KEYS, 2)) {
				String check = "SELECT 1 FROM ONLY %s x WHERE %s FOR KEY SHARE OF x".formatted(key.getFirst(),
						key.getLast());
				plans.put(check,
						rows(statement, "EXPLAIN (GENERIC_PLAN) " + check, 1).stream().map(List::getFirst).toList());
			}
		}
		assertThat(plans.keySet()).hasSizeGreaterThan(8).anyMatch((check) -> check.contains("ONLY figure_revision x"));
		plans.forEach((check, plan) -> assertThat(plan).as(check)
			.anyMatch((line) -> line.contains("Index Cond: "))
			.noneMatch((line) -> line.contains("Filter: ")));
	}

	private static List<List<String>> rows(Statement statement, String sql, int columns) throws SQLException {
		List<List<String>> rows = new ArrayList<>();
		try (ResultSet result = statement.executeQuery(sql)) {
			while (result.next()) {
				List<String> row = new ArrayList<>();
				for (int column = 1; column <= columns; column++) {
					row.add(result.getString(column));
				}
				rows.add(row);
			}
		}
		return rows;
	}

}
