package org.targetmonitor.account.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.account.AuditAnchor;
import org.targetmonitor.account.AuditChain;
import org.targetmonitor.account.AuditReport;
import org.targetmonitor.account.AuditSeal;
import org.targetmonitor.account.AuditVerification;
import org.targetmonitor.input.Canonical;

/**
 * Verifies the audit's chain in PostgreSQL, row by row. Every column is read as text, so
 * that nothing somebody wrote into one can keep the others from being read.
 */
@Repository
class JdbcAuditChain implements AuditChain {

	private static final Logger log = LoggerFactory.getLogger(JdbcAuditChain.class);

	private static final int ROWS_AT_ONCE = 1000;

	private final JdbcClient jdbc;

	private final AuditAnchor anchor;

	private final TransactionTemplate snapshot;

	JdbcAuditChain(DataSource dataSource, PlatformTransactionManager transactions,
			@Value("${targetmonitor.audit-anchor:}") String anchor) {
		// Of its own, since the limit of a page's statements is not for reading all there
		// is
		JdbcTemplate template = new JdbcTemplate(dataSource);
		template.setFetchSize(ROWS_AT_ONCE);
		this.jdbc = JdbcClient.create(template);
		this.anchor = AuditAnchor.read(anchor);
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setReadOnly(true);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
	}

	@Override
	public Head head() {
		return Objects.requireNonNullElse(storedHead(), new Head(0, null));
	}

	private @Nullable Head storedHead() {
		List<Head> ends = this.jdbc.sql("SELECT number, hash FROM audit_head WHERE number IS NOT NULL")
			.query((row, number) -> new Head(row.getLong("number"), row.getString("hash")))
			.list();
		// Of several none is the one that was kept
		return (ends.size() == 1) ? ends.getFirst() : null;
	}

	@Override
	public @Nullable Long find(String hash) {
		return this.jdbc.sql("SELECT number FROM audit_link WHERE hash = :hash ORDER BY number LIMIT 1")
			.param("hash", hash.strip().toLowerCase(Locale.ROOT))
			.query(Long.class)
			.optional()
			.orElse(null);
	}

	@Override
	public AuditReport verify() {
		try {
			return Objects.requireNonNull(this.snapshot.execute((status) -> read()));
		}
		catch (DataAccessResourceFailureException | TransientDataAccessException | RecoverableDataAccessException
				| BadSqlGrammarException | TransactionException ex) {
			// The database is away or not migrated: nothing is known of the chain
			throw ex;
		}
		catch (RuntimeException ex) {
			log.error("the audit cannot be read", ex);
			return AuditReport.unreadable(head(),
					String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex).getMessage()));
		}
	}

	private AuditReport read() {
		AuditVerification verification = new AuditVerification(storedHead(), start().orElse(null), this.anchor);
		links(verification);
		outside(verification);
		return verification.report();
	}

	@Override
	public Optional<AuditReport.Start> start() {
		return this.jdbc.sql("SELECT sealed_at, events, hash FROM audit_start WHERE sealed_at IS NOT NULL LIMIT 1")
			.query((row, number) -> new AuditReport.Start(row.getTimestamp("sealed_at").toInstant(),
					row.getLong("events"), row.getString("hash")))
			.optional();
	}

	private void links(AuditVerification verification) {
		this.jdbc.sql("""
				SELECT l.number, l.event_id::text AS sealed_event, l.content, l.previous_hash, l.hash,
				  e.event_id::text AS event,
				  to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
				    || CASE WHEN e.recorded_at < '0001-01-02' THEN ' BC' ELSE '' END AS recorded_at,
				  e.actor, e.action, e.succeeded::text AS succeeded, e.subject, e.plan_id AS plan, e.detail, e.address
				FROM audit_link l LEFT JOIN audit_event e ON e.event_id = l.event_id
				WHERE l.number > :archived ORDER BY l.number
				""").param("archived", this.anchor.number()).query((row) -> {
			verification.link(new AuditSeal(row.getLong("number"), row.getString("sealed_event"),
					row.getString("content"), row.getString("previous_hash"), row.getString("hash")), present(row));
		});
	}

	private static @Nullable String present(ResultSet row) throws SQLException {
		if (row.getString("event") == null) {
			return null;
		}
		Canonical content = new Canonical();
		for (String column : new String[] { "event", "recorded_at", "actor", "action", "succeeded", "subject", "plan",
				"detail", "address" }) {
			content.put(column.replace('_', '-'), row.getString(column));
		}
		return content.toString();
	}

	private void outside(AuditVerification verification) {
		this.jdbc.sql("""
				SELECT event_id::text AS event FROM audit_event e
				WHERE NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.event_id = e.event_id)
				ORDER BY recorded_at, event_id
				""").query((row) -> {
			verification.outside(row.getString("event"));
		});
	}

}
