package org.targetmonitor.submission.jdbc;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.plan.jdbc.Batches;
import org.targetmonitor.submission.BaseShare;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.Submission;

/** Appends the rows of one act together: as many as there are cost one round trip. */
@Component
public class FigureAppends {

	private final NamedParameterJdbcOperations jdbc;

	FigureAppends(NamedParameterJdbcOperations jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Gives indicators of a plan the rows that facts about them refer to. Targets have
	 * theirs since they were recorded; tasks and parts stand in their plan without one
	 * until then.
	 */
	public void register(Plan plan, Collection<String> indicators) {
		Set<String> targets = plan.targets().stream().map(Target::indicator).collect(Collectors.toSet());
		append("INSERT INTO target (plan_id, indicator) VALUES (:plan, :indicator) ON CONFLICT DO NOTHING",
				indicators.stream()
					.distinct()
					.filter((indicator) -> !targets.contains(indicator) && plan.reported(indicator).isPresent())
					.map((indicator) -> row(plan.id(), indicator)));
	}

	/** The first or next revision of each figure of a submission. */
	void append(String plan, UUID id, Submission submission) {
		append("""
				INSERT INTO figure_revision
				  (plan_id, indicator, period_start, period_end, revision, submission_id, value, level, quarter_value,
				   obs_status, kind, replaces, %s)
				VALUES (:plan, :indicator, :start, :end, :revision, :id, :value, :level, :quarterValue,
				   :status, :kind, :replaces, %s)
				""".formatted(details(""), details(":")),
				submission.figures()
					.stream()
					.map((figure) -> row(plan, figure, submission.period()).addValue("id", id)));
	}

	private static MapSqlParameterSource row(String plan, Figure figure, Period period) {
		MapSqlParameterSource row = of(plan, figure.indicator(), period)
			.addValue("revision", (figure.replaces() != null) ? figure.replaces() + 1 : 1)
			.addValue("value", figure.value())
			.addValue("level", figure.level())
			.addValue("quarterValue", figure.quarterValue())
			.addValue("status", figure.status().name())
			.addValue("kind", (figure.kind() != null) ? figure.kind().key() : null)
			.addValue("replaces", figure.replaces());
		Detail.all().forEach((detail) -> row.addValue(detail.key(), stored(detail, figure.says(detail))));
		return row;
	}

	private static @Nullable Object stored(Detail detail, @Nullable String said) {
		return (said != null && detail.kind() == Detail.Kind.DAY) ? LocalDate.parse(said) : said;
	}

	private static String details(String prefix) {
		return Detail.all().map((detail) -> prefix + detail.key()).collect(Collectors.joining(", "));
	}

	/** What was decided about each of some revisions. */
	void append(String plan, Collection<Revision> revisions, Review review) {
		append("""
				INSERT INTO figure_review
				  (plan_id, indicator, period_start, period_end, revision, approved, reason, reviewer, recorded_at,
				   known_from)
				VALUES (:plan, :indicator, :start, :end, :revision, :approved, :reason, :reviewer, :recordedAt,
				   :knownFrom)
				""", revisions.stream()
			.map((revision) -> of(plan, revision.indicator(), revision.period()).addValue("revision", revision.number())
				.addValue("approved", review.approved())
				.addValue("reason", review.reason())
				.addValue("reviewer", review.reviewer())
				.addValue("recordedAt", Timestamp.from(review.recordedAt()))
				.addValue("knownFrom", Timestamp.from(review.knownFrom()))));
	}

	/** Revisions of base shares. */
	void append(String plan, List<BaseShare> shares) {
		append("""
				INSERT INTO base_share (plan_id, indicator, period_start, period_end, revision, share, origin, reason,
				  author, recorded_at, known_from)
				VALUES (:plan, :indicator, :start, :end, :revision, :share, :origin, :reason, :author, :recordedAt,
				  :knownFrom)
				""",
				shares.stream()
					.map((share) -> of(plan, share.indicator(), share.period()).addValue("revision", share.number())
						.addValue("share", share.share())
						.addValue("origin", share.origin())
						.addValue("reason", share.reason())
						.addValue("author", share.author())
						.addValue("recordedAt", Timestamp.from(share.recordedAt()))
						.addValue("knownFrom", Timestamp.from(share.knownFrom()))));
	}

	private void append(String sql, Stream<MapSqlParameterSource> rows) {
		Batches.update(this.jdbc, sql, rows);
	}

	private static MapSqlParameterSource of(String plan, String indicator, Period period) {
		return row(plan, indicator).addValue("start", period.start()).addValue("end", period.end());
	}

	private static MapSqlParameterSource row(String plan, String indicator) {
		return new MapSqlParameterSource("plan", plan).addValue("indicator", indicator);
	}

}
