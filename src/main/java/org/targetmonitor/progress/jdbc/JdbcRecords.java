package org.targetmonitor.progress.jdbc;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TypeMismatchDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.oversight.OversightLedger;
import org.targetmonitor.plan.PlanUnreadable;
import org.targetmonitor.plan.PlanVersions;
import org.targetmonitor.plan.jdbc.PlanVersionRows;
import org.targetmonitor.progress.PlanRecord;
import org.targetmonitor.progress.RecordLengths;
import org.targetmonitor.progress.Records;
import org.targetmonitor.reference.ReferenceFigures;
import org.targetmonitor.reference.jdbc.ReferenceFigureRows;
import org.targetmonitor.submission.BaseShares;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.jdbc.BaseShareRows;
import org.targetmonitor.submission.jdbc.FigureRows;

/** Plans and figures out of PostgreSQL, read in one snapshot. */
@Repository
class JdbcRecords implements Records {

	private final JdbcClient jdbc;

	private final PlanVersionRows versions;

	private final FigureRows figures;

	private final BaseShareRows shares;

	private final OversightLedger oversight;

	private final ReferenceFigureRows reference;

	private final TransactionTemplate snapshot;

	/** So that what one plan breaks off does not end the reading of the others. */
	private final TransactionTemplate step;

	JdbcRecords(JdbcClient jdbc, PlanVersionRows versions, FigureRows figures, BaseShareRows shares,
			OversightLedger oversight, ReferenceFigureRows reference, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.versions = versions;
		this.figures = figures;
		this.shares = shares;
		this.oversight = oversight;
		this.reference = reference;
		this.step = new TransactionTemplate(transactions);
		this.step.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setReadOnly(true);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
	}

	@Override
	public Map<String, Long> changes() {
		Map<String, Long> changes = new LinkedHashMap<>();
		this.jdbc.sql(
				"SELECT plan_id, number FROM plan_change UNION ALL SELECT '', number FROM reference_head ORDER BY plan_id")
			.query((row) -> {
				changes.put(row.getString("plan_id"), row.getLong("number"));
			});
		return changes;
	}

	@Override
	public ReferenceFigures reference() {
		return this.reference.all();
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

	/**
	 * Where the database refuses to read something stored, plan after plan, so that the
	 * others are read.
	 */
	@Override
	public Function<String, PlanRecord> read(Collection<String> plans) {
		try {
			return Objects.requireNonNull(this.step.execute((status) -> records(plans)));
		}
		catch (DataAccessException ex) {
			if (!isAboutWhatIsStored(ex)) {
				throw ex;
			}
			return this::readAlone;
		}
	}

	private PlanRecord readAlone(String plan) {
		try {
			return Objects.requireNonNull(this.step.execute((status) -> records(List.of(plan)).apply(plan)));
		}
		catch (DataAccessException ex) {
			throw isAboutWhatIsStored(ex) ? new PlanUnreadable(plan, ex) : ex;
		}
	}

	private Function<String, PlanRecord> records(Collection<String> plans) {
		Function<String, PlanVersions> versions = this.versions.of(plans);
		Function<String, Figures> figures = this.figures.of(plans);
		Function<String, BaseShares> shares = this.shares.of(plans);
		Function<String, Oversight> oversight = this.oversight.read(plans);
		return (plan) -> {
			PlanVersions kept = versions.apply(plan);
			Figures recorded = figures.apply(plan);
			// A plan has one zone for good
			Figures known = kept.byMoment().isEmpty() ? recorded
					: recorded.publishedIn(kept.byMoment().firstEntry().getValue().zone());
			return new PlanRecord(kept, known, shares.apply(plan), oversight.apply(plan));
		};
	}

	/** A value that no column of its kind should hold; not that nobody answers. */
	private static boolean isAboutWhatIsStored(DataAccessException ex) {
		return ex instanceof DataIntegrityViolationException || ex instanceof TypeMismatchDataAccessException;
	}

	@Override
	public <T> T atOnce(Supplier<T> reading) {
		return Objects.requireNonNull(this.snapshot.execute((status) -> reading.get()));
	}

}
