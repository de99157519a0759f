package org.targetmonitor.desk.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.desk.Draft;
import org.targetmonitor.desk.Drafts;
import org.targetmonitor.desk.Typed;
import org.targetmonitor.period.Period;

/** Drafts in PostgreSQL; the version keeps the slower of two writers from overwriting. */
@Repository
class JdbcDrafts implements Drafts {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	JdbcDrafts(JdbcClient jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/** Text and version in one statement: from two they could be of different savings. */
	@Override
	public List<Draft> of(String plan, Period period, Collection<String> departments) {
		ResultSetExtractor<List<Draft>> drafts = (rows) -> drafts(rows, plan, period);
		return Objects.requireNonNull(this.jdbc.sql("""
				SELECT d.department, d.version, d.author, d.saved_at, f.indicator, f.field, f.typed
				FROM draft d LEFT JOIN draft_field f USING (plan_id, period_start, period_end, department)
				WHERE d.plan_id = :plan AND d.period_start = :start AND d.period_end = :end
				  AND d.department IN (:departments)
				ORDER BY d.department, f.indicator, f.field
				""")
			.param("plan", plan)
			.param("start", period.start())
			.param("end", period.end())
			.param("departments", departments)
			.query(drafts));
	}

	private static List<Draft> drafts(ResultSet rows, String plan, Period period) throws SQLException {
		Map<String, Draft> drafts = new LinkedHashMap<>();
		Map<String, Map<String, Typed>> typed = new HashMap<>();
		while (rows.next()) {
			String department = rows.getString("department");
			Map<String, Typed> own = typed.computeIfAbsent(department, (key) -> new LinkedHashMap<>());
			String indicator = rows.getString("indicator");
			if (indicator != null) {
				own.put(indicator, own.getOrDefault(indicator, Typed.NOTHING)
					.with(rows.getString("field"), rows.getString("typed")));
			}
			if (!drafts.containsKey(department)) {
				drafts.put(department, new Draft(plan, period, department, rows.getInt("version"),
						rows.getString("author"), rows.getTimestamp("saved_at").toInstant(), Map.of()));
			}
		}
		return drafts.values()
			.stream()
			.map((draft) -> draft.with(typed.getOrDefault(draft.department(), Map.of())))
			.toList();
	}

	@Override
	public Draft keep(Draft draft) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			if (claim(draft)) {
				write(draft);
			}
			return of(draft.plan(), draft.period(), List.of(draft.department())).stream().findFirst().orElse(draft);
		}));
	}

	@Override
	public void remove(Draft draft, Collection<String> indicators) {
		this.transaction.executeWithoutResult((status) -> {
			raise(draft);
			rows("""
					DELETE FROM draft_field
					WHERE plan_id = :plan AND period_start = :start AND period_end = :end AND department = :department
					  AND indicator IN (:indicators)
					""", draft).param("indicators", indicators).update();
		});
	}

	private void raise(Draft draft) {
		this.jdbc.sql("""
				INSERT INTO draft (plan_id, period_start, period_end, department, version, author, saved_at)
				VALUES (:plan, :start, :end, :department, 1, :author, :savedAt)
				ON CONFLICT (plan_id, period_start, period_end, department) DO UPDATE
				SET version = draft.version + 1, author = excluded.author, saved_at = excluded.saved_at
				""")
			.param("plan", draft.plan())
			.param("start", draft.period().start())
			.param("end", draft.period().end())
			.param("department", draft.department())
			.param("author", draft.author())
			.param("savedAt", Timestamp.from(draft.savedAt()))
			.update();
	}

	private JdbcClient.StatementSpec rows(String sql, Draft draft) {
		return this.jdbc.sql(sql)
			.param("plan", draft.plan())
			.param("start", draft.period().start())
			.param("end", draft.period().end())
			.param("department", draft.department());
	}

	/** Takes the next version; false where somebody else has taken it. */
	private boolean claim(Draft draft) {
		String sql = (draft.version() == 0) ? """
				INSERT INTO draft (plan_id, period_start, period_end, department, version, author, saved_at)
				VALUES (:plan, :start, :end, :department, :version + 1, :author, :savedAt)
				ON CONFLICT DO NOTHING
				""" : """
				UPDATE draft SET version = version + 1, author = :author, saved_at = :savedAt
				WHERE plan_id = :plan AND period_start = :start AND period_end = :end AND department = :department
				  AND version = :version
				""";
		return this.jdbc.sql(sql)
			.param("plan", draft.plan())
			.param("start", draft.period().start())
			.param("end", draft.period().end())
			.param("department", draft.department())
			.param("version", draft.version())
			.param("author", draft.author())
			.param("savedAt", Timestamp.from(draft.savedAt()))
			.update() == 1;
	}

	/** In two statements, however many fields there are. */
	private void write(Draft draft) {
		rows("""
				DELETE FROM draft_field
				WHERE plan_id = :plan AND period_start = :start AND period_end = :end AND department = :department
				""", draft).update();
		List<String> indicators = new ArrayList<>();
		List<String> fields = new ArrayList<>();
		List<String> texts = new ArrayList<>();
		draft.rows().forEach((indicator, typed) -> typed.fields().forEach((field, text) -> {
			indicators.add(indicator);
			fields.add(field);
			texts.add(text);
		}));
		rows("""
				INSERT INTO draft_field (plan_id, period_start, period_end, department, indicator, field, typed)
				SELECT :plan, :start, :end, :department, indicator, field, typed
				FROM unnest(CAST(:indicators AS text[]), CAST(:fields AS text[]), CAST(:texts AS text[]))
				  AS rows (indicator, field, typed)
				""", draft).param("indicators", indicators.toArray(String[]::new))
			.param("fields", fields.toArray(String[]::new))
			.param("texts", texts.toArray(String[]::new))
			.update();
	}

}
