package org.targetmonitor.submission.jdbc;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
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
			FROM plan_revision WHERE plan_id = :plan ORDER BY revision
			""", Sort.TARGET, """
			SELECT indicator, revision, position, definition::text AS definition, reason, author, recorded_at,
			  known_from, document, document_date
			FROM target_revision WHERE plan_id = :plan ORDER BY indicator, revision
			""", Sort.BASE_SHARE, """
			SELECT indicator, period_start, period_end, revision, share, origin, reason, author, recorded_at,
			  known_from
			FROM base_share WHERE plan_id = :plan ORDER BY indicator, period_start, period_end, revision
			""", Sort.DEVIATION, """
			SELECT indicator, number, act, cause, measure, expectation, agreed_by, document, until, reason, author,
			  recorded_at, known_from
			FROM deviation_act WHERE plan_id = :plan ORDER BY indicator, number
			""", Sort.ORDER, """
			SELECT order_no, number, indicator, act, cause, measure, day, reason, author, recorded_at, known_from
			FROM supervision_act WHERE plan_id = :plan ORDER BY order_no, number
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

	private final JdbcClient jdbc;

	FactRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Hands over every fact of a plan, one at a time. */
	void each(String plan, Consumer<ChainFact> work) {
		EnumSet.allOf(Sort.class).forEach((sort) -> each(sort, plan, null, work));
	}

	/** Every fact of a plan. */
	List<ChainFact> of(String plan) {
		return read(EnumSet.allOf(Sort.class), plan, null);
	}

	/** The revisions of a plan's heading and targets. */
	List<ChainFact> ofPlan(String plan) {
		return read(EnumSet.of(Sort.HEADING, Sort.TARGET), plan, null);
	}

	/** Every revision of a plan's base shares. */
	List<ChainFact> baseShares(String plan) {
		return read(EnumSet.of(Sort.BASE_SHARE), plan, null);
	}

	/** Accepted deviations and supervision orders. */
	List<ChainFact> ofOversight(String plan) {
		return read(EnumSet.of(Sort.DEVIATION, Sort.ORDER), plan, null);
	}

	/** A submission with its revisions and what was decided about them. */
	List<ChainFact> ofSubmission(String plan, UUID submission) {
		return read(SUBMITTED, plan, submission);
	}

	private List<ChainFact> read(Set<Sort> sorts, String plan, @Nullable UUID submission) {
		List<ChainFact> facts = new ArrayList<>();
		sorts.forEach((sort) -> each(sort, plan, submission, facts::add));
		return facts;
	}

	private void each(Sort sort, String plan, @Nullable UUID submission, Consumer<ChainFact> work) {
		String sql = String.valueOf(SQL.get(sort));
		boolean one = SUBMITTED.contains(sort) && submission != null;
		JdbcClient.StatementSpec statement = this.jdbc
			.sql(SUBMITTED.contains(sort) ? sql.formatted(one ? "AND submission_id = :submission" : "") : sql)
			.param("plan", plan);
		if (one) {
			statement = statement.param("submission", submission);
		}
		statement.query((row) -> {
			work.accept(fact(sort, row));
		});
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
