package org.targetmonitor.submission.jdbc;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

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

	private final FigureAppends appends;

	private final JdbcChain chain;

	private final Plan plan;

	private final Supplier<List<Plan>> before;

	private boolean wrote;

	JdbcWriter(JdbcClient jdbc, FigureAppends appends, FigureRows rows, JdbcChain chain, Plan plan,
			Supplier<List<Plan>> before) {
		this.jdbc = jdbc;
		this.appends = appends;
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
		return YearBefore.of(this.before.get()
			.stream()
			.map((earlier) -> new YearBefore.OfPlan(earlier, this.rows.of(earlier.id())))
			.toList());
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
		this.appends.register(this.plan, submission.figures().stream().map(Figure::indicator).toList());
		this.appends.append(this.plan.id(), id, submission);
		this.chain.seal(this.plan.id(), id, moment.recordedAt());
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
		this.appends.append(this.plan.id(), revisions, review);
		revisions.stream()
			.collect(Collectors.groupingBy(Revision::submission, LinkedHashMap::new, Collectors.toList()))
			.forEach((submission, decided) -> this.chain.seal(this.plan.id(), submission, decided, review.approved(),
					review.recordedAt()));
	}

}
