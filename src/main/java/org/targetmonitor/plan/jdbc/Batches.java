package org.targetmonitor.plan.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Sends rows to the database in batches, however many there are. */
public final class Batches {

	/** A round trip for each thousand; more at once would only be held longer. */
	private static final int ROWS = 1000;

	private Batches() {
	}

	/** Runs a statement once for each row. */
	public static void update(NamedParameterJdbcOperations jdbc, String sql,
			Stream<? extends SqlParameterSource> rows) {
		List<SqlParameterSource> batch = new ArrayList<>();
		rows.forEach((row) -> {
			batch.add(row);
			if (batch.size() == ROWS) {
				send(jdbc, sql, batch);
			}
		});
		send(jdbc, sql, batch);
	}

	private static void send(NamedParameterJdbcOperations jdbc, String sql, List<SqlParameterSource> batch) {
		if (!batch.isEmpty()) {
			jdbc.batchUpdate(sql, batch.toArray(SqlParameterSource[]::new));
			batch.clear();
		}
	}

}
