package org.targetmonitor.submission.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.stereotype.Repository;

import org.targetmonitor.plan.Plan;
import org.targetmonitor.submission.BaseShare;
import org.targetmonitor.submission.BaseShareLedger;
import org.targetmonitor.submission.BaseShares;

/** Base shares in PostgreSQL, appended by one writer of a plan at a time. */
@Repository
class JdbcBaseShares implements BaseShareLedger {

	private final HeldPlan held;

	private final FigureAppends appends;

	private final BaseShareRows rows;

	private final JdbcChain chain;

	JdbcBaseShares(HeldPlan held, FigureAppends appends, BaseShareRows rows, JdbcChain chain) {
		this.held = held;
		this.appends = appends;
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
			JdbcBaseShares.this.appends.register(this.plan, revisions.stream().map(BaseShare::indicator).toList());
			JdbcBaseShares.this.appends.append(this.plan.id(), revisions);
			JdbcBaseShares.this.chain.seal(this.plan.id(), revisions, this.now);
		}

	}

}
