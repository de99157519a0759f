package org.targetmonitor.progress.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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

import org.targetmonitor.oversight.OversightLedger;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.Plans;
import org.targetmonitor.progress.Facts;
import org.targetmonitor.progress.PlanFacts;
import org.targetmonitor.progress.PlanYear;
import org.targetmonitor.submission.jdbc.BaseShareRows;
import org.targetmonitor.submission.jdbc.FigureRows;

/** Plans and figures out of PostgreSQL, read in one snapshot. */
@Repository
class JdbcFacts implements Facts {

	private final JdbcClient jdbc;

	private final Plans plans;

	private final FigureRows figures;

	private final BaseShareRows shares;

	private final OversightLedger oversight;

	private final TransactionTemplate snapshot;

	JdbcFacts(JdbcClient jdbc, Plans plans, FigureRows figures, BaseShareRows shares, OversightLedger oversight,
			PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.plans = plans;
		this.figures = figures;
		this.shares = shares;
		this.oversight = oversight;
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
			List<PlanYear> earlier = this.plans.earlier(judged, moment).stream().map(this::year).toList();
			Optional<PlanYear> before = earlier.stream()
				.filter((year) -> year.plan().year() == judged.year() - 1)
				.findFirst();
			return new PlanFacts(judged, this.figures.of(plan), before.map(PlanYear::plan).orElse(null),
					before.map(PlanYear::figures).orElse(null), nextRelease(plan, moment), this.shares.of(plan),
					earlier, this.plans.versions(plan, moment), this.oversight.read(plan));
		});
	}

	@Override
	public <T> T atOnce(Supplier<T> reading) {
		return Objects.requireNonNull(this.snapshot.execute((status) -> reading.get()));
	}

	private PlanYear year(Plan plan) {
		return new PlanYear(plan, this.figures.of(plan.id()), this.shares.of(plan.id()));
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
				  UNION ALL SELECT known_from FROM base_share WHERE plan_id = :plan AND known_from > :moment
				  UNION ALL SELECT known_from FROM deviation_act WHERE plan_id = :plan AND known_from > :moment
				  UNION ALL SELECT known_from FROM supervision_act WHERE plan_id = :plan AND known_from > :moment
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
