package org.targetmonitor.submission.jdbc;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.targetmonitor.submission.ChainFact;
import org.targetmonitor.submission.ChainFact.Sort;
import org.targetmonitor.submission.Detail;

/** Reads rows of facts as they are stored, every column, for sealing and verifying. */
@Component
class FactRows {

	private static final Map<Sort, String> SQL = Map.of(Sort.HEADING, """
			SELECT revision, area_code, year, header::text AS header, reason, author, recorded_at, known_from,
			  document, document_date
			FROM plan_revision WHERE plan_id = :plan %s ORDER BY revision
			""", Sort.TARGET, """
			SELECT indicator, revision, position, definition::text AS definition, reason, author, recorded_at,
			  known_from, document, document_date
			FROM target_revision WHERE plan_id = :plan %s ORDER BY indicator, revision
			""", Sort.BASE_SHARE, """
			SELECT indicator, period_start, period_end, revision, share, origin, reason, author, recorded_at,
			  known_from
			FROM base_share WHERE plan_id = :plan %s ORDER BY indicator, period_start, period_end, revision
			""", Sort.DEVIATION, """
			SELECT indicator, number, act, cause, measure, expectation, agreed_by, document, until, reason, author,
			  recorded_at, known_from
			FROM deviation_act WHERE plan_id = :plan %s ORDER BY indicator, number
			""", Sort.ORDER, """
			SELECT order_no, number, indicator, act, cause, measure, day, reason, author, recorded_at, known_from
			FROM supervision_act WHERE plan_id = :plan %s ORDER BY order_no, number
			""", Sort.SUBMISSION, """
			SELECT submission_id, period_start, period_end, reason, author, recorded_at, known_from
			FROM submission s WHERE s.plan_id = :plan %s
			ORDER BY recorded_at, submission_id
			""", Sort.FIGURE, """
			SELECT indicator, period_start, period_end, revision, submission_id, value, level, quarter_value,
			  obs_status, kind, replaces, %s
			FROM figure_revision f WHERE f.plan_id = :plan %%s
			ORDER BY indicator, period_start, period_end, revision
			""".formatted(Detail.all().map(Detail::key).collect(Collectors.joining(", "))), Sort.REVIEW, """
			SELECT r.indicator, r.period_start, r.period_end, r.revision, r.approved, r.reason, r.reviewer,
			  r.recorded_at, r.known_from
			FROM figure_review r
			LEFT JOIN figure_revision f ON f.plan_id = r.plan_id AND f.indicator = r.indicator
			  AND f.period_start = r.period_start AND f.period_end = r.period_end AND f.revision = r.revision
			WHERE r.plan_id = :plan %s
			ORDER BY r.indicator, r.period_start, r.period_end, r.revision
			""");

	/**
	 * Columns that came after rows were sealed without them: part of a fact only where
	 * they are filled.
	 */
	private static final Set<String> LATER = Stream
		.concat(Stream.of("document", "document_date"), Detail.all().filter(Detail::cameLater).map(Detail::key))
		.collect(Collectors.toUnmodifiableSet());

	/** The sorts whose rows belong to a submission. */
	private static final Set<Sort> SUBMITTED = EnumSet.of(Sort.SUBMISSION, Sort.FIGURE, Sort.REVIEW);

	/** The first column of those whose rows belong to none. */
	private static final Map<Sort, String> FIRST = Map.of(Sort.HEADING, "revision::text = ANY(:value)", Sort.TARGET,
			"indicator = ANY(:value)", Sort.BASE_SHARE, "indicator = ANY(:value)", Sort.DEVIATION,
			"indicator = ANY(:value)", Sort.ORDER, "order_no::text = ANY(:value)");

	/** How many rows wait in memory to be read. */
	private static final int ROWS = 1000;

	private final JdbcClient jdbc;

	FactRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Hands over every fact of a plan, one at a time. */
	void each(String plan, Consumer<ChainFact> work) {
		EnumSet.allOf(Sort.class).forEach((sort) -> each(sort, plan, null, null, work));
	}

	/** Every fact of a plan. */
	List<ChainFact> of(String plan) {
		List<ChainFact> facts = new ArrayList<>();
		each(plan, facts::add);
		return facts;
	}

	/**
	 * Those with these ids, of what belongs to no submission: read are the rows of their
	 * headings, targets, indicators and orders alone, whatever else the plan has.
	 */
	List<ChainFact> of(String plan, Set<String> ids) {
		Map<Sort, Set<String>> firsts = new EnumMap<>(Sort.class);
		ids.forEach((id) -> firsts.computeIfAbsent(Sort.of(id).orElseThrow(), (sort) -> new HashSet<>())
			.add(id.split("/", 3)[1]));
		List<ChainFact> facts = new ArrayList<>(ids.size());
		firsts.forEach((sort, first) -> each(sort, plan, Objects.requireNonNull(FIRST.get(sort)),
				first.toArray(String[]::new), (fact) -> {
					if (ids.contains(fact.id())) {
						facts.add(fact);
					}
				}));
		return facts;
	}

	/** A submission with its revisions and what was decided about them. */
	List<ChainFact> ofSubmission(String plan, UUID submission) {
		List<ChainFact> facts = new ArrayList<>();
		SUBMITTED.forEach((sort) -> each(sort, plan, "submission_id = :value", submission, facts::add));
		return facts;
	}

	/** Of the rows that a condition on one value picks; without one, of all. */
	private void each(Sort sort, String plan, @Nullable String condition, @Nullable Object value,
			Consumer<ChainFact> work) {
		String sql = String.valueOf(SQL.get(sort)).formatted((condition != null) ? "AND " + condition : "");
		JdbcClient.StatementSpec statement = this.jdbc.sql(sql).withFetchSize(ROWS).param("plan", plan);
		((condition != null) ? statement.param("value", value) : statement)
			.query((RowCallbackHandler) (row) -> work.accept(fact(sort, row)));
	}

	/** The first columns say which row it is. */
	private static ChainFact fact(Sort sort, ResultSet row) throws SQLException {
		Map<String, @Nullable String> columns = new LinkedHashMap<>();
		String[] key = new String[sort.parts()];
		for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
			String text = text(row, column);
			String label = row.getMetaData().getColumnLabel(column);
			if (text != null || !LATER.contains(label)) {
				columns.put(label, text);
			}
			if (column <= key.length) {
				key[column - 1] = String.valueOf(text);
			}
		}
		return ChainFact.of(sort.id(key), columns);
	}

	/**
	 * A number keeps the decimals it was given, a moment is in UTC, and a day is of its
	 * era: a {@link Date} tells no year before Christ from the one after.
	 */
	private static @Nullable String text(ResultSet row, int column) throws SQLException {
		Object value = row.getObject(column);
		return switch (value) {
			case null -> null;
			case BigDecimal number -> number.toPlainString();
			case Timestamp moment -> moment.toInstant().toString();
			case Date day -> Objects.requireNonNullElse(row.getObject(column, LocalDate.class), day).toString();
			default -> value.toString();
		};
	}

}
