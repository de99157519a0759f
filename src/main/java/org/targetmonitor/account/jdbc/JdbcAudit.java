package org.targetmonitor.account.jdbc;

import java.sql.Timestamp;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.targetmonitor.account.Audit;
import org.targetmonitor.account.AuditEvent;

/** The audit in PostgreSQL. */
@Repository
class JdbcAudit implements Audit {

	private final JdbcClient jdbc;

	JdbcAudit(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void record(AuditEvent event) {
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

}
