package org.targetmonitor.reference.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.plan.jdbc.Batches;
import org.targetmonitor.reference.ReferenceFigure;
import org.targetmonitor.reference.ReferenceFigures;
import org.targetmonitor.reference.ReferenceLedger;

/**
 * Reference figures in PostgreSQL, appended by one writer at a time: the row that holds
 * where their chain ends is the lock.
 */
@Repository
class JdbcReferenceFigures implements ReferenceLedger {

	private final ReferenceFigureRows rows;

	private final ReferenceChain chain;

	private final NamedParameterJdbcOperations jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	JdbcReferenceFigures(ReferenceFigureRows rows, ReferenceChain chain, NamedParameterJdbcOperations jdbc,
			PlatformTransactionManager transactions, Clock clock) {
		this.rows = rows;
		this.chain = chain;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
		this.clock = clock;
	}

	@Override
	public ReferenceFigures all() {
		return this.rows.all();
	}

	@Override
	public <T> T write(Function<Writer, T> work) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			this.chain.hold();
			Appending writer = new Appending(this.clock.instant().truncatedTo(ChronoUnit.MICROS));
			T result = work.apply(writer);
			if (!writer.wrote) {
				status.setRollbackOnly();
			}
			return result;
		}));
	}

	/** The figures, held for writing. */
	private final class Appending implements Writer {

		private final Instant now;

		private boolean wrote;

		private Appending(Instant now) {
			this.now = now;
		}

		@Override
		public Instant now() {
			return this.now;
		}

		@Override
		public ReferenceFigures at(List<ReferenceFigure.Place> places) {
			Set<ReferenceFigure.Place> asked = new HashSet<>(places);
			Set<String> areas = places.stream().map(ReferenceFigure.Place::area).collect(Collectors.toSet());
			return JdbcReferenceFigures.this.rows.of(areas).where((revision) -> asked.contains(revision.place()));
		}

		@Override
		public void append(List<ReferenceFigure> revisions) {
			this.wrote = true;
			Batches.update(JdbcReferenceFigures.this.jdbc,
					"""
							INSERT INTO reference_figure (area_code, indicator, measure, period_start, period_end, revision,
							  area_name, unit, value, obs_status, origin, published, reason, author, recorded_at, known_from)
							VALUES (:area, :indicator, :measure, :start, :end, :revision, :name, :unit, :value, :status, :origin,
							  :published, :reason, :author, :recordedAt, :knownFrom)
							""",
					revisions.stream().map(JdbcReferenceFigures::row));
			JdbcReferenceFigures.this.chain.seal(revisions, this.now);
		}

	}

	private static MapSqlParameterSource row(ReferenceFigure figure) {
		return new MapSqlParameterSource("area", figure.place().area())
			.addValue("indicator", figure.place().indicator())
			.addValue("measure", figure.place().measure().key())
			.addValue("start", figure.place().period().start())
			.addValue("end", figure.place().period().end())
			.addValue("revision", figure.number())
			.addValue("name", figure.areaName())
			.addValue("unit", figure.unit())
			.addValue("value", figure.value())
			.addValue("status", figure.status().name())
			.addValue("origin", figure.origin())
			.addValue("published", figure.published())
			.addValue("reason", figure.reason())
			.addValue("author", figure.author())
			.addValue("recordedAt", Timestamp.from(figure.recordedAt()))
			.addValue("knownFrom", Timestamp.from(figure.knownFrom()));
	}

}
