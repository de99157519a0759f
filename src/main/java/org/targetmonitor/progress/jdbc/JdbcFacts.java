package org.targetmonitor.progress.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.Plans;
import org.targetmonitor.progress.Facts;
import org.targetmonitor.progress.PlanFacts;
import org.targetmonitor.submission.jdbc.FigureRows;

/** Plans and figures out of PostgreSQL, read in one snapshot. */
@Repository
class JdbcFacts implements Facts {

	private final JdbcClient jdbc;

	private final Plans plans;

	private final FigureRows figures;

	private final TransactionTemplate snapshot;

	JdbcFacts(JdbcClient jdbc, Plans plans, FigureRows figures, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.plans = plans;
		this.figures = figures;
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setReadOnly(true);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
	}

	@Override
	public Map<String, Long> changes() {
		Map<String, Long> changes = new LinkedHashMap<>();
		this.jdbc.sql("SELECT plan_id, number FROM plan_change ORDER BY plan_id").query((row) -> {
			changes.put(row.getString("plan_id"), row.getLong("number"));
		});
		return changes;
	}

	@Override
	public Optional<PlanFacts> read(String plan, Instant moment) {
		return this.plans.inForce(plan, moment).map(PlanFile::plan).map((present) -> {
			Plan judged = present.isOpen(moment) ? present : frozen(present);
			Optional<Plan> before = this.plans.yearBefore(judged, moment);
			return new PlanFacts(judged, this.figures.of(plan), before.orElse(null),
					before.map((earlier) -> this.figures.of(earlier.id())).orElse(null), nextRelease(plan, moment),
					this.plans.versions(plan, moment));
		});
	}

	@Override
	public <T> T atOnce(Supplier<T> reading) {
		return Objects.requireNonNull(this.snapshot.execute((status) -> reading.get()));
	}

	/** A closed plan keeps the targets that were in force when it closed. */
	private Plan frozen(Plan closed) {
		return this.plans.inForce(closed.id(), closed.closesAt().minusNanos(1000)).map(PlanFile::plan).orElse(closed);
	}

	/**
	 * Another replica's clock may be ahead: what it recorded counts here as soon as this
	 * clock is there, too.
	 */
	private @Nullable Instant nextRelease(String plan, Instant moment) {
		return this.jdbc.sql("""
				SELECT min(known_from) FROM (
				  SELECT known_from FROM plan_revision WHERE plan_id = :plan AND known_from > :moment
				  UNION ALL SELECT known_from FROM target_revision WHERE plan_id = :plan AND known_from > :moment
				  UNION ALL SELECT known_from FROM submission WHERE plan_id = :plan AND known_from > :moment
				  UNION ALL SELECT known_from FROM figure_review WHERE plan_id = :plan AND known_from > :moment
				) releases
				""")
			.param("plan", plan)
			.param("moment", Timestamp.from(moment))
			.query(Timestamp.class)
			.optional()
			.map(Timestamp::toInstant)
			.orElse(null);
	}

}
