package org.targetmonitor.account.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.targetmonitor.account.Audit;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.AuditEvent;
import org.targetmonitor.account.AuditFilter;
import org.targetmonitor.account.AuditPage;

/** The audit in PostgreSQL. */
@Repository
class JdbcAudit implements Audit {

	private final JdbcClient jdbc;

	JdbcAudit(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Sealing an event takes the end of the audit's chain, of which there is one: within
	 * a transaction that is done last, so that nobody waits for its other work.
	 */
	@Override
	public void record(AuditEvent event) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			append(event);
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void beforeCommit(boolean readOnly) {
				append(event);
			}

		});
	}

	private void append(AuditEvent event) {
		this.jdbc.sql("""
				INSERT INTO audit_event
				  (event_id, recorded_at, actor, action, succeeded, subject, plan_id, detail, address)
				VALUES (:id, :at, :actor, :action, :succeeded, :subject, :plan, :detail, :address)
				""")
			.param("id", UUID.randomUUID())
			.param("at", Timestamp.from(event.at()))
			.param("actor", event.actor())
			.param("action", event.action().key())
			.param("succeeded", event.succeeded())
			.param("subject", event.subject())
			.param("plan", event.plan())
			.param("detail", event.detail())
			.param("address", event.address())
			.update();
	}

	@Override
	public AuditPage find(AuditFilter filter, AuditPage.@Nullable Place after, int size) {
		List<Row> rows = this.jdbc.sql("""
				SELECT event_id, recorded_at, actor, action, succeeded, subject, plan_id, detail, address
				FROM audit_event
				WHERE recorded_at >= coalesce(CAST(:from AS timestamptz), '-infinity')
				  AND recorded_at < coalesce(CAST(:until AS timestamptz), 'infinity')
				  AND (CAST(:actor AS text) IS NULL OR actor = :actor)
				  AND (CAST(:action AS text) IS NULL OR action = :action)
				  AND (CAST(:plans AS text[]) IS NULL OR plan_id = ANY(:plans))
				  AND (CAST(:succeeded AS boolean) IS NULL OR succeeded = CAST(:succeeded AS boolean))
				  AND (CAST(:text AS text) IS NULL
				    OR position(lower(:text) IN lower(concat_ws(' ', subject, detail, address))) > 0)
				  AND (CAST(:afterTime AS timestamptz) IS NULL
				    OR (recorded_at, event_id) < (CAST(:afterTime AS timestamptz), CAST(:afterId AS uuid)))
				ORDER BY recorded_at DESC, event_id DESC LIMIT :size
				""")
			.param("from", timestamp(filter.from()))
			.param("until", timestamp(filter.until()))
			.param("actor", filter.actor())
			.param("action", (filter.action() != null) ? filter.action().key() : null)
			.param("plans", (filter.plans() != null) ? filter.plans().toArray(String[]::new) : null)
			.param("succeeded", filter.succeeded())
			.param("text", filter.text())
			.param("afterTime", (after != null) ? timestamp(after.at()) : null)
			.param("afterId", (after != null) ? after.id().toString() : null)
			.param("size", size + 1)
			.query((row, number) -> row(row))
			.list();
		List<Row> shown = rows.subList(0, Math.min(size, rows.size()));
		return new AuditPage(shown.stream().map(Row::event).toList(),
				(rows.size() > size) ? shown.getLast().place() : null);
	}

	/** An event with its place. */
	private record Row(AuditPage.Place place, AuditEvent event) {
	}

	private static Row row(ResultSet row) throws SQLException {
		Instant at = row.getTimestamp("recorded_at").toInstant();
		return new Row(new AuditPage.Place(at, row.getObject("event_id", UUID.class)),
				new AuditEvent(at, row.getString("actor"),
						AuditAction.of(row.getString("action")).orElse(AuditAction.UNKNOWN),
						row.getBoolean("succeeded"), row.getString("subject"), row.getString("plan_id"),
						row.getString("detail"), row.getString("address")));
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
		return (moment != null) ? Timestamp.from(moment) : null;
	}

}
