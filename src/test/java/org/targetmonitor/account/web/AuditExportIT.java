package org.targetmonitor.account.web;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.account.Audit;
import org.targetmonitor.account.AuditEvent;
import org.targetmonitor.account.AuditFilter;
import org.targetmonitor.account.AuditPage;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * An export that fails half-way must not pass for a whole one. Before, it ended with 200
 * as a complete file, and the audit said that it was exported.
 */
@MonitorTest
@Import(AuditExportIT.Fails.class)
class AuditExportIT {

	@Autowired
	private Api api;

	@Autowired
	private JdbcClient jdbc;

	private Api auditor;

	/** The database goes away while the second part is read, or before the first. */
	@TestConfiguration
	static class Fails {

		@Bean
		static BeanPostProcessor failingAudit() {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					return (bean instanceof Audit audit) ? new FailingAudit(audit) : bean;
				}

			};
		}

	}

	/** Fails where somebody asks for a certain actor. */
	private record FailingAudit(Audit audit) implements Audit {

		@Override
		public void record(AuditEvent event) {
			this.audit.record(event);
		}

		@Override
		public AuditPage find(AuditFilter filter, AuditPage.@Nullable Place after, int size) {
			if ("first".equals(filter.actor()) || (after != null && "second".equals(filter.actor()))) {
				throw new DataAccessResourceFailureException("the database went away");
			}
			return this.audit.find(filter, after, size);
		}

	}

	@BeforeEach
	void manyEvents() {
		this.auditor = this.api.auditor();
		for (String actor : List.of("second", "whole")) {
			this.jdbc.sql("""
					INSERT INTO audit_event (event_id, recorded_at, actor, action, succeeded)
					SELECT gen_random_uuid(), '2024-01-01T00:00:00Z', ?, 'sign-in', true FROM generate_series(1, 1500)
					""").param(actor).update();
		}
	}

	@Test
	void oneThatFailsHalfWayBreaksTheConnectionOffAndIsRecordedSo() {
		assertThat(catchThrowable(() -> this.auditor.get("/audit/export?actor=second")))
			.hasRootCauseInstanceOf(IOException.class);
		assertThat(exports("second")).containsExactly("false events=1000; broken-off; actor=second");
	}

	@Test
	void oneThatFailsAtOnceIsAnsweredAsAnyFailure() {
		Api.Answer answer = this.auditor.get("/audit/export?actor=first");
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.body()).doesNotContain("at,actor");
		assertThat(exports("first")).containsExactly("false events=0; broken-off; actor=first");
	}

	@Test
	void oneThatIsWholeSaysSoInItsLastLineAndIsRecordedWithItsCount() {
		Api.Answer answer = this.auditor.get("/audit/export?actor=whole");
		assertThat(answer.status()).isEqualTo(200);
		long events = this.jdbc.sql("SELECT count(*) FROM audit_event WHERE actor = 'whole'")
			.query(Long.class)
			.single();
		assertThat(answer.body().lines()).hasSize((int) events + 2);
		assertThat(answer.body().stripTrailing()).endsWith(",auditor,export,true,audit,,导出完整，共" + events + "条,");
		assertThat(exports("whole")).containsExactly("true events=" + events + "; actor=whole");
	}

	@Test
	void howManyWereTakenIsRecordedHoweverLongTheFilter() {
		assertThat(this.auditor.get("/audit/export?actor=long&text=" + "x".repeat(600)).status()).isEqualTo(200);
		assertThat(this.auditor.get("/audit/export?from=2024-01-01" + "+".repeat(600) + "&actor=blanks").status())
			.isEqualTo(200);

		assertThat(exports("long")).singleElement().asString().startsWith("true events=0; actor=long&text=xxx");
		assertThat(exports("blanks")).containsExactly("true events=0; from=2024-01-01&actor=blanks");
	}

	@Test
	void whoeverAsksWithHeadTakesNothing() {
		for (String path : List.of("/audit/export?actor=head", "/api/plans/yuhang-2024/figures?format=csv",
				"/fill/yuhang-2024/2024-Q3/sheet.xlsx?department=finance")) {
			long before = exports();
			Api reader = path.startsWith("/fill") ? this.api.staff() : this.auditor;
			Api.Answer asked = reader.send(reader.request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
			assertThat(asked.status()).as(path).isEqualTo(200);
			assertThat(exports()).as(path).isEqualTo(before);
			assertThat(reader.get(path).status()).as(path).isEqualTo(200);
			assertThat(exports()).as(path).isEqualTo(before + 1);
		}
	}

	private long exports() {
		return this.jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'export'").query(Long.class).single();
	}

	private List<String> exports(String actor) {
		return this.jdbc.sql("""
				SELECT succeeded || ' ' || detail FROM audit_event
				WHERE action = 'export' AND subject = 'audit' AND (detail || '&') LIKE '%actor=' || ? || '&%'
				""").param(actor).query((row, number) -> row.getString(1)).list();
	}

}
