package org.targetmonitor.submission.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.jdbc.ByPlan;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.ObsStatus;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.RevisionKind;

/**
 * Reads plans' revisions with their reviews. A change is of a few of a plan's indicators;
 * of the others what was read before is kept while their rows are the same ones.
 */
@Component
public class FigureRows {

	private static final String FROM = """
			FROM figure_revision f
			JOIN submission s ON s.plan_id = f.plan_id AND s.submission_id = f.submission_id
			LEFT JOIN figure_review r ON r.plan_id = f.plan_id AND r.indicator = f.indicator
			  AND r.period_start = f.period_start AND r.period_end = f.period_end AND r.revision = f.revision
			""";

	/** The transactions that wrote a row. */
	private static final String WRITTEN = """
			f.xmin::text::bigint + s.xmin::text::bigint + coalesce(r.xmin::text::bigint, 0)
			""";

	private static final String REVISIONS = "SELECT " + WRITTEN + """
			  AS written, f.plan_id, f.indicator, f.period_start, f.period_end, f.revision, f.submission_id,
			  f.value, f.level, f.quarter_value, f.obs_status, f.kind, f.replaces, %s,
			  s.author, s.reason, s.recorded_at, s.known_from,
			  r.approved, r.reason AS review_reason, r.reviewer, r.recorded_at AS reviewed_at,
			  r.known_from AS review_known_from
			""".formatted(Detail.all().map((detail) -> "f." + detail.key()).collect(Collectors.joining(", "))) + FROM;

	private final JdbcClient jdbc;

	private final Map<String, Kept> kept = new ConcurrentHashMap<>();

	FigureRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Which rows an indicator has.
	 *
	 * @param count how many
	 * @param written the sum of the transactions that wrote them
	 */
	private record Rows(long count, long written) {

		private static final Rows NONE = new Rows(0, 0);

		Rows and(long transactions) {
			return new Rows(this.count + 1, this.written + transactions);
		}

	}

	/** A revision with the transactions that wrote it. */
	private record Row(Revision revision, long written) {
	}

	/**
	 * What was read of a plan.
	 *
	 * @param figures its figures
	 * @param rows the rows of each of its indicators
	 */
	private record Kept(Figures figures, Map<String, Rows> rows) {

		static Kept of(List<Row> read) {
			return new Kept(new Figures(read.stream().map(Row::revision).toList()), counted(read));
		}

		/** The indicators whose rows are others now. */
		List<String> changed(Map<String, Rows> now) {
			return Stream.concat(now.keySet().stream(), this.rows.keySet().stream())
				.distinct()
				.filter((indicator) -> !now.getOrDefault(indicator, Rows.NONE)
					.equals(this.rows.getOrDefault(indicator, Rows.NONE)))
				.toList();
		}

		/** The same with these rows in place of the indicators'. */
		Kept with(List<String> indicators, List<Row> read) {
			Map<String, List<Revision>> others = new HashMap<>();
			indicators.forEach((indicator) -> others.put(indicator, new ArrayList<>()));
			read.forEach((row) -> others.computeIfAbsent(row.revision().indicator(), (key) -> new ArrayList<>())
				.add(row.revision()));
			Map<String, Rows> all = new HashMap<>(this.rows);
			all.keySet().removeAll(indicators);
			all.putAll(counted(read));
			return new Kept(this.figures.changed(others), all);
		}

		private static Map<String, Rows> counted(List<Row> read) {
			Map<String, Rows> rows = new HashMap<>();
			read.forEach((row) -> rows.merge(row.revision().indicator(), Rows.NONE.and(row.written()),
					(before, one) -> before.and(row.written())));
			return rows;
		}

	}

	/**
	 * Every revision of a plan's figures, as the present transaction sees them; what was
	 * known when is sorted out by {@link Figures#asOf}. Of what the transaction itself
	 * has written nothing is kept: it may still be taken back.
	 */
	public Figures of(String plan) {
		return present(List.of(plan)).apply(plan).figures();
	}

	/**
	 * The same of several plans, in at most three statements: of a plan that was read
	 * before, the indicators whose rows are others are read.
	 */
	public Function<String, Figures> of(Collection<String> plans) {
		Function<String, Kept> present = present(plans);
		return (plan) -> {
			Kept read = present.apply(plan);
			this.kept.put(plan, read);
			return read.figures();
		};
	}

	private Function<String, Kept> present(Collection<String> plans) {
		Map<String, Kept> before = new HashMap<>(this.kept);
		before.keySet().retainAll(plans);
		Map<String, List<String>> changed = changed(before);
		Function<String, List<Row>> parts = read(changed).each(List::copyOf);
		Function<String, Kept> anew = read(plans.stream().filter((plan) -> !before.containsKey(plan)).toList())
			.each(Kept::of);
		return (plan) -> {
			Kept known = before.get(plan);
			return (known == null) ? anew.apply(plan)
					: known.with(changed.getOrDefault(plan, List.of()), parts.apply(plan));
		};
	}

	private Map<String, List<String>> changed(Map<String, Kept> before) {
		Map<String, Map<String, Rows>> now = new HashMap<>();
		before.keySet().forEach((plan) -> now.put(plan, new HashMap<>()));
		if (!before.isEmpty()) {
			this.jdbc
				.sql("SELECT f.plan_id, f.indicator, count(*) AS rows, sum(" + WRITTEN + ")::bigint AS written " + FROM
						+ "WHERE f.plan_id = ANY(:plans) GROUP BY f.plan_id, f.indicator")
				.param("plans", before.keySet().toArray(String[]::new))
				.query((row) -> {
					now.computeIfAbsent(row.getString(1), (plan) -> new HashMap<>())
						.put(row.getString(2), new Rows(row.getLong(3), row.getLong(4)));
				});
		}
		Map<String, List<String>> changed = new HashMap<>();
		before.forEach((plan, known) -> changed.put(plan, known.changed(now.getOrDefault(plan, Map.of()))));
		return changed;
	}

	private ByPlan<Row> read(List<String> plans) {
		return plans.isEmpty() ? new ByPlan<>() : read(this.jdbc.sql(REVISIONS + "WHERE f.plan_id = ANY(:plans)")
			.param("plans", plans.toArray(String[]::new)));
	}

	/** Of some indicators alone. */
	private ByPlan<Row> read(Map<String, List<String>> some) {
		List<String> plans = new ArrayList<>();
		List<String> indicators = new ArrayList<>();
		some.forEach((plan, own) -> own.forEach((indicator) -> {
			plans.add(plan);
			indicators.add(indicator);
		}));
		return plans.isEmpty() ? new ByPlan<>() : read(this.jdbc.sql(REVISIONS
				+ "WHERE (f.plan_id, f.indicator) IN (SELECT * FROM unnest(CAST(:plans AS text[]), CAST(:indicators AS text[])))")
			.param("plans", plans.toArray(String[]::new))
			.param("indicators", indicators.toArray(String[]::new)));
	}

	private static ByPlan<Row> read(JdbcClient.StatementSpec statement) {
		ByPlan<Row> rows = new ByPlan<>();
		statement.query((row) -> {
			rows.add(row.getString("plan_id"), () -> new Row(revision(row), row.getLong("written")));
		});
		return rows;
	}

	private static Revision revision(ResultSet row) throws SQLException {
		Period period = Period.between(row.getObject("period_start", LocalDate.class),
				row.getObject("period_end", LocalDate.class));
		return new Revision(period, row.getInt("revision"), figure(row), row.getObject("submission_id", UUID.class),
				row.getString("author"), row.getString("reason"), moment(row, "recorded_at"), moment(row, "known_from"),
				review(row));
	}

	private static Figure figure(ResultSet row) throws SQLException {
		Map<Detail, String> details = new EnumMap<>(Detail.class);
		for (Detail detail : Detail.values()) {
			String said = row.getString(detail.key());
			if (said != null) {
				details.put(detail, said);
			}
		}
		return new Figure(row.getString("indicator"), row.getBigDecimal("value"), row.getBigDecimal("level"),
				row.getBigDecimal("quarter_value"), ObsStatus.valueOf(row.getString("obs_status")),
				kind(row.getString("kind")), row.getObject("replaces", Integer.class), details);
	}

	private static @Nullable RevisionKind kind(@Nullable String key) {
		return List.of(RevisionKind.values())
			.stream()
			.filter((kind) -> kind.key().equals(key))
			.findFirst()
			.orElse(null);
	}

	private static @Nullable Review review(ResultSet row) throws SQLException {
		return (row.getString("reviewer") == null) ? null
				: new Review(row.getBoolean("approved"), row.getString("review_reason"), row.getString("reviewer"),
						moment(row, "reviewed_at"), moment(row, "review_known_from"));
	}

	/**
	 * Without the calendar that a time stamp goes through: rows come by the hundred
	 * thousand.
	 */
	private static Instant moment(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
