package org.targetmonitor.submission.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.targetmonitor.plan.Plan;
import org.targetmonitor.submission.BaseShare;
import org.targetmonitor.submission.BaseShareLedger;
import org.targetmonitor.submission.BaseShares;

/** Base shares in PostgreSQL, appended by one writer of a plan at a time. */
@Repository
class JdbcBaseShares implements BaseShareLedger {

	private final JdbcClient jdbc;

	private final HeldPlan held;

	private final BaseShareRows rows;

	private final JdbcChain chain;

	JdbcBaseShares(JdbcClient jdbc, HeldPlan held, BaseShareRows rows, JdbcChain chain) {
		this.jdbc = jdbc;
		this.held = held;
		this.rows = rows;
		this.chain = chain;
	}

	@Override
	public BaseShares of(String plan) {
		return this.rows.of(plan);
	}

	@Override
	public <T> Optional<T> write(String plan, Function<Writer, T> work) {
		return this.held.write(plan, Appending::new, work::apply, (writer) -> writer.wrote);
	}

	/** One plan, held for writing. */
	private final class Appending implements Writer {

		private final Plan plan;

		private final Instant now;

		private boolean wrote;

		private Appending(Plan plan, Instant now) {
			this.plan = plan;
			this.now = now;
		}

		@Override
		public Plan plan() {
			return this.plan;
		}

		@Override
		public Instant now() {
			return this.now;
		}

		@Override
		public BaseShares shares() {
			return of(this.plan.id());
		}

		@Override
		public void append(List<BaseShare> revisions) {
			this.wrote = true;
			revisions.forEach(this::insert);
			JdbcBaseShares.this.chain.seal(this.plan.id(), revisions, this.now);
		}

		private void insert(BaseShare share) {
			JdbcBaseShares.this.held.register(this.plan.id(), share.indicator());
			JdbcBaseShares.this.jdbc
				.sql("""
						INSERT INTO base_share (plan_id, indicator, period_start, period_end, revision, share, origin, reason,
						  author, recorded_at, known_from)
						VALUES (:plan, :indicator, :start, :end, :revision, :share, :origin, :reason, :author, :recordedAt,
						  :knownFrom)
						""")
				.param("plan", this.plan.id())
				.param("indicator", share.indicator())
				.param("start", share.period().start())
				.param("end", share.period().end())
				.param("revision", share.number())
				.param("share", share.share())
				.param("origin", share.origin())
				.param("reason", share.reason())
				.param("author", share.author())
				.param("recordedAt", Timestamp.from(share.recordedAt()))
				.param("knownFrom", Timestamp.from(share.knownFrom()))
				.update();
		}

	}

}
