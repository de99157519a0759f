package org.targetmonitor.submission.jdbc;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.targetmonitor.submission.ChainFact;
import org.targetmonitor.submission.ChainFact.Sort;

/** Reads rows of facts as they are stored, every column, for sealing and verifying. */
@Component
class FactRows {

	/**
	 * Columns that came after rows were sealed without them: part of a fact only where
	 * they are filled.
	 */
	private static final Set<String> LATER = Set.of("document", "document_date", "statement", "evidence");

	private final JdbcClient jdbc;

	FactRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Every fact of a plan. */
	List<ChainFact> of(String plan) {
		List<ChainFact> facts = new ArrayList<>(ofPlan(plan));
		facts.addAll(ofSubmissions(plan, null));
		facts.addAll(ofOversight(plan));
		return facts;
	}

	/** The revisions of a plan's heading and targets, and its base shares. */
	List<ChainFact> ofPlan(String plan) {
		List<ChainFact> facts = new ArrayList<>();
		facts.addAll(read(Sort.HEADING, 1, """
				SELECT revision, area_code, year, header::text AS header, reason, author, recorded_at, known_from,
				  document, document_date
				FROM plan_revision WHERE plan_id = :plan ORDER BY revision
				""", plan, null));
		facts.addAll(read(Sort.TARGET, 2,
				"""
						SELECT indicator, revision, position, definition::text AS definition, reason, author, recorded_at, known_from,
						  document, document_date
						FROM target_revision WHERE plan_id = :plan ORDER BY indicator, revision
						""",
				plan, null));
		facts.addAll(baseShares(plan));
		return facts;
	}

	/** Every revision of a plan's base shares. */
	List<ChainFact> baseShares(String plan) {
		return read(Sort.BASE_SHARE, 4, """
				SELECT indicator, period_start, period_end, revision, share, origin, reason, author, recorded_at,
				  known_from
				FROM base_share WHERE plan_id = :plan ORDER BY indicator, period_start, period_end, revision
				""", plan, null);
	}

	/** Accepted deviations and supervision orders. */
	List<ChainFact> ofOversight(String plan) {
		List<ChainFact> facts = new ArrayList<>(read(Sort.DEVIATION, 2, """
				SELECT indicator, number, act, cause, measure, expectation, agreed_by, document, until, reason, author,
				  recorded_at, known_from
				FROM deviation_act WHERE plan_id = :plan ORDER BY indicator, number
				""", plan, null));
		facts.addAll(read(Sort.ORDER, 2, """
				SELECT order_no, number, indicator, act, cause, measure, day, reason, author, recorded_at, known_from
				FROM supervision_act WHERE plan_id = :plan ORDER BY order_no, number
				""", plan, null));
		return facts;
	}

	/**
	 * Submissions with their revisions and what was decided about them; of one
	 * submission, or of all.
	 */
	List<ChainFact> ofSubmissions(String plan, @Nullable UUID submission) {
		List<ChainFact> facts = new ArrayList<>();
		facts.addAll(read(Sort.SUBMISSION, 1,
				"""
						SELECT submission_id, period_start, period_end, reason, author, recorded_at, known_from
						FROM submission
						WHERE plan_id = :plan AND (CAST(:submission AS uuid) IS NULL OR submission_id = CAST(:submission AS uuid))
						ORDER BY recorded_at, submission_id
						""",
				plan, submission));
		facts.addAll(read(Sort.FIGURE, 4,
				"""
						SELECT indicator, period_start, period_end, revision, submission_id, value, level, quarter_value,
						  obs_status, kind, replaces, origin, note, statement, evidence
						FROM figure_revision
						WHERE plan_id = :plan AND (CAST(:submission AS uuid) IS NULL OR submission_id = CAST(:submission AS uuid))
						ORDER BY indicator, period_start, period_end, revision
						""",
				plan, submission));
		facts.addAll(read(Sort.REVIEW, 4, """
				SELECT r.indicator, r.period_start, r.period_end, r.revision, r.approved, r.reason, r.reviewer,
				  r.recorded_at, r.known_from
				FROM figure_review r
				LEFT JOIN figure_revision f ON f.plan_id = r.plan_id AND f.indicator = r.indicator
				  AND f.period_start = r.period_start AND f.period_end = r.period_end AND f.revision = r.revision
				WHERE r.plan_id = :plan
				  AND (CAST(:submission AS uuid) IS NULL OR f.submission_id = CAST(:submission AS uuid))
				ORDER BY r.indicator, r.period_start, r.period_end, r.revision
				""", plan, submission));
		return facts;
	}

	/** The first {@code keys} columns say which row it is. */
	private List<ChainFact> read(Sort sort, int keys, String sql, String plan, @Nullable UUID submission) {
		JdbcClient.StatementSpec statement = this.jdbc.sql(sql).param("plan", plan);
		if (sql.contains(":submission")) {
			statement = statement.param("submission", (submission != null) ? submission.toString() : null);
		}
		return statement.query((row, number) -> fact(sort, keys, row)).list();
	}

	private static ChainFact fact(Sort sort, int keys, ResultSet row) throws SQLException {
		Map<String, @Nullable String> columns = new LinkedHashMap<>();
		String[] key = new String[keys];
		for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
			String text = text(row.getObject(column));
			String label = row.getMetaData().getColumnLabel(column);
			if (text != null || !LATER.contains(label)) {
				columns.put(label, text);
			}
			if (column <= keys) {
				key[column - 1] = String.valueOf(text);
			}
		}
		return ChainFact.of(sort.id(key), columns);
	}

	/** A number keeps the decimals it was given, a moment is in UTC. */
	private static @Nullable String text(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case BigDecimal number -> number.toPlainString();
			case Timestamp moment -> moment.toInstant().toString();
			case Date day -> day.toLocalDate().toString();
			default -> value.toString();
		};
	}

}
