package org.targetmonitor.submission.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Plans;
import org.targetmonitor.submission.Ledger;

/**
 * The ledger in PostgreSQL. A writer first counts the plan's change number up: that row's
 * lock makes it the plan's only writer until it commits, so change numbers come in the
 * order of commits. The keys of the tables stand behind it.
 */
@Repository
class JdbcLedger implements Ledger {

	private final JdbcClient jdbc;

	private final HeldPlan held;

	private final Plans plans;

	private final FigureRows figures;

	private final FigureAppends appends;

	private final JdbcChain chain;

	private final Clock clock;

	JdbcLedger(JdbcClient jdbc, HeldPlan held, Plans plans, FigureRows figures, FigureAppends appends, JdbcChain chain,
			Clock clock) {
		this.jdbc = jdbc;
		this.held = held;
		this.plans = plans;
		this.figures = figures;
		this.appends = appends;
		this.chain = chain;
		this.clock = clock;
	}

	@Override
	public <T> Optional<T> write(String plan, Function<Writer, T> work) {
		return this.held.write(plan, (present, now) -> writer(present), work::apply, JdbcWriter::wrote);
	}

	@Override
	public <T> Optional<T> read(String plan, Function<Reader, T> work) {
		return this.plans.inForce(plan, this.clock.instant()).map((file) -> work.apply(writer(file.plan())));
	}

	@Override
	public <T> Optional<T> readAt(String plan, Instant moment, Function<Reader, T> work) {
		return this.plans.inForce(plan, moment)
			.or(() -> this.plans.inForce(plan, this.clock.instant()))
			.map((file) -> work.apply(writer(file.plan())));
	}

	@Override
	public Optional<String> planOf(UUID submission) {
		return this.jdbc.sql("SELECT plan_id FROM submission WHERE submission_id = :id")
			.param("id", submission)
			.query(String.class)
			.optional();
	}

	private JdbcWriter writer(Plan plan) {
		return new JdbcWriter(this.jdbc, this.appends, this.figures, this.chain, plan,
				() -> this.plans.yearBefore(plan, this.clock.instant()));
	}

}
