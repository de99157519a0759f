package org.targetmonitor.progress.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TypeMismatchDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.oversight.OversightLedger;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.PlanUnreadable;
import org.targetmonitor.plan.Plans;
import org.targetmonitor.progress.Facts;
import org.targetmonitor.progress.PlanFacts;
import org.targetmonitor.progress.PlanYear;
import org.targetmonitor.progress.RecordLengths;
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

	/** So that what one plan breaks off does not end the reading of the others. */
	private final TransactionTemplate step;

	JdbcFacts(JdbcClient jdbc, Plans plans, FigureRows figures, BaseShareRows shares, OversightLedger oversight,
			PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.plans = plans;
		this.figures = figures;
		this.shares = shares;
		this.oversight = oversight;
		this.step = new TransactionTemplate(transactions);
		this.step.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
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
	public RecordLengths lengths() {
		Map<String, Long> lengths = new HashMap<>();
		this.jdbc.sql("SELECT plan_id, chain_number FROM plan_change UNION ALL SELECT '', number FROM audit_head")
			.query((row) -> {
				lengths.put(row.getString("plan_id"), row.getLong("chain_number"));
			});
		Long events = lengths.remove("");
		return new RecordLengths(lengths, events);
	}

	@Override
	public Optional<PlanFacts> read(String plan, Instant moment) {
		return Objects.requireNonNull(this.step.execute((status) -> understood(plan, () -> facts(plan, moment))));
	}

	private static <T> T understood(String plan, Supplier<T> reading) {
		try {
			return reading.get();
		}
		catch (PlanUnreadable | TransactionException ex) {
			throw ex;
		}
		catch (DataAccessException ex) {
			throw isAboutWhatIsStored(ex) ? new PlanUnreadable(plan, ex) : ex;
		}
		catch (RuntimeException ex) {
			throw new PlanUnreadable(plan, ex);
		}
	}

	/** A value that no column of its kind should hold; not that nobody answers. */
	private static boolean isAboutWhatIsStored(DataAccessException ex) {
		return ex instanceof DataIntegrityViolationException || ex instanceof TypeMismatchDataAccessException;
	}

	private Optional<PlanFacts> facts(String plan, Instant moment) {
		return this.plans.inForce(plan, moment).map(PlanFile::plan).map((present) -> {
			Plan judged = present.isOpen(moment) ? present : frozen(present);
			List<PlanYear> earlier = this.plans.earlier(judged, moment)
				.stream()
				.flatMap((year) -> year(year).stream())
				.toList();
			Optional<PlanYear> before = earlier.stream()
				.filter((year) -> year.plan().year() == judged.year() - 1)
				.findFirst();
			return new PlanFacts(judged, this.figures.of(plan), before.map(PlanYear::plan).orElse(null),
					before.map(PlanYear::figures).orElse(null), nextRelease(plan, moment).orElse(null),
					this.shares.of(plan), earlier, this.plans.versions(plan, moment), this.oversight.read(plan));
		});
	}

	@Override
	public <T> T atOnce(Supplier<T> reading) {
		return Objects.requireNonNull(this.snapshot.execute((status) -> reading.get()));
	}

	/** An earlier year that cannot be read is named by itself, and not looked at. */
	private Optional<PlanYear> year(Plan plan) {
		try {
			return Optional.of(understood(plan.id(),
					() -> new PlanYear(plan, this.figures.of(plan.id()), this.shares.of(plan.id()))));
		}
		catch (PlanUnreadable ex) {
			return Optional.empty();
		}
	}

	/** A closed plan keeps the targets that were in force when it closed. */
	private Plan frozen(Plan closed) {
		return this.plans.inForce(closed.id(), closed.closesAt().minusNanos(1000)).map(PlanFile::plan).orElse(closed);
	}

	/**
	 * Another replica's clock may be ahead: what it recorded counts here as soon as this
	 * clock is there, too. That of the same area's earlier years, too, in force or not.
	 */
	@Override
	public Optional<Instant> nextRelease(String plan, Instant moment) {
		return this.jdbc.sql("""
				SELECT min(known_from) FROM (
				  SELECT known_from FROM plan_revision WHERE plan_id IN (:plans) AND known_from > :moment
				  UNION ALL SELECT known_from FROM target_revision WHERE plan_id IN (:plans) AND known_from > :moment
				  UNION ALL SELECT known_from FROM submission WHERE plan_id IN (:plans) AND known_from > :moment
				  UNION ALL SELECT known_from FROM base_share WHERE plan_id IN (:plans) AND known_from > :moment
				  UNION ALL SELECT known_from FROM deviation_act WHERE plan_id IN (:plans) AND known_from > :moment
				  UNION ALL SELECT known_from FROM supervision_act WHERE plan_id IN (:plans) AND known_from > :moment
				  UNION ALL SELECT known_from FROM figure_review WHERE plan_id IN (:plans) AND known_from > :moment
				) releases
				""")
			.param("plans", withEarlierYears(plan))
			.param("moment", Timestamp.from(moment))
			.query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
			.single();
	}

	private List<String> withEarlierYears(String plan) {
		List<String> earlier = this.jdbc.sql("""
				SELECT DISTINCT before.plan_id FROM plan_revision before
				JOIN plan_revision present ON present.area_code = before.area_code AND present.year > before.year
				WHERE present.plan_id = :plan
				""").param("plan", plan).query((row, number) -> row.getString("plan_id")).list();
		return Stream.concat(Stream.of(plan), earlier.stream()).toList();
	}

}
