package org.targetmonitor.submission.jdbc;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Ledger;
import org.targetmonitor.submission.Moment;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.Submission;
import org.targetmonitor.submission.YearBefore;

/** Appends to one plan within the transaction that holds it. */
class JdbcWriter implements Ledger.Writer {

	private final JdbcClient jdbc;

	private final FigureRows rows;

	private final HeldPlan held;

	private final JdbcChain chain;

	private final Plan plan;

	private final Supplier<Optional<Plan>> before;

	private boolean wrote;

	JdbcWriter(JdbcClient jdbc, HeldPlan held, FigureRows rows, JdbcChain chain, Plan plan,
			Supplier<Optional<Plan>> before) {
		this.jdbc = jdbc;
		this.held = held;
		this.rows = rows;
		this.chain = chain;
		this.plan = plan;
		this.before = before;
	}

	/** Whether anything was appended; where nothing was, the plan has not changed. */
	boolean wrote() {
		return this.wrote;
	}

	@Override
	public Plan plan() {
		return this.plan;
	}

	@Override
	public Figures figures() {
		return this.rows.of(this.plan.id());
	}

	@Override
	public Optional<YearBefore> yearBefore() {
		return this.before.get().map((earlier) -> new YearBefore(earlier, this.rows.of(earlier.id())));
	}

	@Override
	public Optional<Ledger.Receipt> receipt(String author, String key) {
		return this.jdbc.sql("""
				SELECT digest, submission_id AS submission FROM submission_receipt
				WHERE plan_id = :plan AND author = :author AND request_key = :key
				""")
			.param("plan", this.plan.id())
			.param("author", author)
			.param("key", key)
			.query(Ledger.Receipt.class)
			.optional();
	}

	@Override
	public void append(UUID id, Submission submission, String author, Moment moment) {
		this.wrote = true;
		this.jdbc.sql("""
				INSERT INTO submission
				  (plan_id, submission_id, period_start, period_end, reason, author, recorded_at, known_from)
				VALUES (:plan, :id, :start, :end, :reason, :author, :recordedAt, :knownFrom)
				""")
			.param("plan", this.plan.id())
			.param("id", id)
			.param("start", submission.period().start())
			.param("end", submission.period().end())
			.param("reason", submission.reason())
			.param("author", author)
			.param("recordedAt", Timestamp.from(moment.recordedAt()))
			.param("knownFrom", Timestamp.from(moment.knownFrom()))
			.update();
		submission.figures().forEach((figure) -> append(id, submission.period(), figure));
		this.chain.seal(this.plan.id(), id, moment.recordedAt());
	}

	private void append(UUID id, Period period, Figure figure) {
		if (this.plan.target(figure.indicator()).isPresent()) {
			this.held.register(this.plan.id(), figure.indicator());
		}
		this.jdbc.sql("""
				INSERT INTO figure_revision
				  (plan_id, indicator, period_start, period_end, revision, submission_id, value, level, quarter_value,
				   obs_status, kind, replaces, origin, note, statement, evidence)
				VALUES (:plan, :indicator, :start, :end, :revision, :id, :value, :level, :quarterValue,
				   :status, :kind, :replaces, :origin, :note, :statement, :evidence)
				""")
			.param("plan", this.plan.id())
			.param("indicator", figure.indicator())
			.param("start", period.start())
			.param("end", period.end())
			.param("revision", (figure.replaces() != null) ? figure.replaces() + 1 : 1)
			.param("id", id)
			.param("value", figure.value())
			.param("level", figure.level())
			.param("quarterValue", figure.quarterValue())
			.param("status", figure.status().name())
			.param("kind", (figure.kind() != null) ? figure.kind().key() : null)
			.param("replaces", figure.replaces())
			.param("origin", figure.origin())
			.param("note", figure.note())
			.param("statement", figure.statement())
			.param("evidence", figure.evidence())
			.update();
	}

	@Override
	public void keep(String author, String key, Ledger.Receipt receipt) {
		this.jdbc.sql("""
				INSERT INTO submission_receipt (plan_id, author, request_key, digest, submission_id)
				VALUES (:plan, :author, :key, :digest, :submission)
				""")
			.param("plan", this.plan.id())
			.param("author", author)
			.param("key", key)
			.param("digest", receipt.digest())
			.param("submission", receipt.submission())
			.update();
	}

	@Override
	public void review(List<Revision> revisions, Review review) {
		this.wrote = true;
		for (Revision revision : revisions) {
			this.jdbc.sql("""
					INSERT INTO figure_review
					  (plan_id, indicator, period_start, period_end, revision, approved, reason, reviewer, recorded_at,
					   known_from)
					VALUES (:plan, :indicator, :start, :end, :revision, :approved, :reason, :reviewer, :recordedAt,
					   :knownFrom)
					""")
				.param("plan", this.plan.id())
				.param("indicator", revision.indicator())
				.param("start", revision.period().start())
				.param("end", revision.period().end())
				.param("revision", revision.number())
				.param("approved", review.approved())
				.param("reason", review.reason())
				.param("reviewer", review.reviewer())
				.param("recordedAt", Timestamp.from(review.recordedAt()))
				.param("knownFrom", Timestamp.from(review.knownFrom()))
				.update();
		}
		revisions.stream()
			.collect(Collectors.groupingBy(Revision::submission, LinkedHashMap::new, Collectors.toList()))
			.forEach((submission, decided) -> this.chain.seal(this.plan.id(), submission, decided, review.approved(),
					review.recordedAt()));
	}

}
