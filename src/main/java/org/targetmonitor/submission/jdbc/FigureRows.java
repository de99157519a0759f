package org.targetmonitor.submission.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.jdbc.ByPlan;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.ObsStatus;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.RevisionKind;

/** Reads a plan's revisions with their reviews. */
@Component
public class FigureRows {

	private final JdbcClient jdbc;

	FigureRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Every revision of a plan's figures; what was known when is sorted out by
	 * {@link Figures#asOf}.
	 */
	public Figures of(String plan) {
		return of(List.of(plan)).apply(plan);
	}

	/** The same of several plans, read in one statement. */
	public Function<String, Figures> of(Collection<String> plans) {
		ByPlan<Revision> revisions = new ByPlan<>();
		this.jdbc.sql("""
				SELECT f.plan_id, f.indicator, f.period_start, f.period_end, f.revision, f.submission_id, f.value,
				  f.level, f.quarter_value, f.obs_status, f.kind, f.replaces, f.origin, f.note,
				  f.statement, f.evidence,
				  s.author, s.reason, s.recorded_at, s.known_from,
				  r.approved, r.reason AS review_reason, r.reviewer, r.recorded_at AS reviewed_at,
				  r.known_from AS review_known_from
				FROM figure_revision f
				JOIN submission s ON s.plan_id = f.plan_id AND s.submission_id = f.submission_id
				LEFT JOIN figure_review r ON r.plan_id = f.plan_id AND r.indicator = f.indicator
				  AND r.period_start = f.period_start AND r.period_end = f.period_end AND r.revision = f.revision
				WHERE f.plan_id = ANY(:plans)
				""").param("plans", plans.toArray(String[]::new)).query((row) -> {
			revisions.add(row.getString("plan_id"), () -> revision(row));
		});
		return revisions.each(Figures::new);
	}

	private static Revision revision(ResultSet row) throws SQLException {
		Period period = Period.between(row.getObject("period_start", LocalDate.class),
				row.getObject("period_end", LocalDate.class));
		return new Revision(period, row.getInt("revision"), figure(row), row.getObject("submission_id", UUID.class),
				row.getString("author"), row.getString("reason"), row.getTimestamp("recorded_at").toInstant(),
				row.getTimestamp("known_from").toInstant(), review(row));
	}

	private static Figure figure(ResultSet row) throws SQLException {
		return new Figure(row.getString("indicator"), row.getBigDecimal("value"), row.getBigDecimal("level"),
				row.getBigDecimal("quarter_value"), ObsStatus.valueOf(row.getString("obs_status")),
				kind(row.getString("kind")), row.getObject("replaces", Integer.class), row.getString("origin"),
				row.getString("note"), row.getString("statement"), row.getString("evidence"));
	}

	private static @Nullable RevisionKind kind(@Nullable String key) {
		return List.of(RevisionKind.values())
			.stream()
			.filter((kind) -> kind.key().equals(key))
			.findFirst()
			.orElse(null);
	}

	private static @Nullable Review review(ResultSet row) throws SQLException {
		Timestamp reviewedAt = row.getTimestamp("reviewed_at");
		return (reviewedAt == null) ? null : new Review(row.getBoolean("approved"), row.getString("review_reason"),
				row.getString("reviewer"), reviewedAt.toInstant(), row.getTimestamp("review_known_from").toInstant());
	}

}
