package org.targetmonitor.account.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.account.Audit;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.AuditAnchor;
import org.targetmonitor.account.AuditChain;
import org.targetmonitor.account.AuditEvent;
import org.targetmonitor.account.AuditReport;
import org.targetmonitor.account.AuditSeal;
import org.targetmonitor.account.AuditVerification;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;
import org.targetmonitor.support.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody changes in the audit past the monitor is found and named; before, nothing
 * noticed it.
 */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditChainIT {

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private Audit audit;

	@Autowired
	private AuditChain chain;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@BeforeAll
	void someEvents() {
		for (String actor : List.of("wang", "李敏", "a'b\"=\n~")) {
			record(actor);
		}
	}

	@Test
	void untouchedItHoldsAndCountsEveryEvent() {
		AuditReport report = this.chain.verify();
		assertThat(report.breaks()).isEmpty();
		assertThat(report.head().number()).isEqualTo(count("audit_event")).isEqualTo(count("audit_link"));
		assertThat(report.start()).isNotNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					UPDATE audit_event SET actor = 'zhang' WHERE actor = 'wang'                 | 记录被改动：actor wang → zhang
					UPDATE audit_event SET succeeded = NOT succeeded WHERE actor = '李敏'        | 记录被改动：succeeded true → false
					UPDATE audit_event SET recorded_at = recorded_at + interval '1 microsecond' WHERE actor = 'wang' | 记录被改动：recorded-at
					UPDATE audit_event SET recorded_at = 'infinity' WHERE actor = 'wang'        | 记录被改动：recorded-at
					UPDATE audit_event SET recorded_at = CAST(concat(to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), '+00 BC') AS timestamptz) WHERE actor = 'wang' | Z BC
					UPDATE audit_event SET action = 'nonsense' WHERE actor = 'wang'             | 记录被改动：action sign-in → nonsense
					UPDATE audit_event SET address = '10.0.0.1' WHERE actor = 'wang'            | 记录被改动：address （空） → 10.0.0.1
					UPDATE audit_event SET detail = NULL WHERE actor = 'wang'                   | 记录被改动：detail 说明; 二 → （空）
					UPDATE audit_event SET event_id = gen_random_uuid() WHERE actor = 'wang'    | 记录已不存在
					DELETE FROM audit_event WHERE actor = 'wang'                                | 记录已不存在
					DELETE FROM audit_event                                                     | 记录已不存在
					INSERT INTO audit_event (event_id, recorded_at, actor, action, succeeded) VALUES (gen_random_uuid(), now(), 'x', 'sign-in', true) | 不在链中
					DELETE FROM audit_link WHERE number = 2                                     | 缺失
					DELETE FROM audit_link                                                      | 缺失
					UPDATE audit_link SET content = replace(content, 'wang', 'zhan')            | 封存内容与其哈希不符
					UPDATE audit_link SET hash = repeat('0', 64) WHERE number = 2               | 封存内容与其哈希不符
					UPDATE audit_head SET number = number - 1                                   | 与所记链尾不符
					UPDATE audit_head SET number = number + 5                                   | 缺失
					DELETE FROM audit_head                                                      | 链尾缺失
					DELETE FROM audit_start                                                     | 审计链启用的登记缺失
					""")
	void findsWhatTheOwnerChanged(String sql, String what) {
		tampered(() -> {
			assertThat(this.jdbc.sql(sql).update()).isPositive();
			AuditReport report = this.chain.verify();
			assertThat(report.whole()).isFalse();
			assertThat(report.breaks()).anyMatch((found) -> found.sentence().zh().contains(what));
		});
		assertThat(this.chain.verify().whole()).isTrue();
	}

	/** It was an internal error, on the page of the plans' chains, too. */
	@ParameterizedTest
	@ValueSource(strings = {
			"ALTER TABLE audit_head DROP CONSTRAINT audit_head_once; INSERT INTO audit_head SELECT false, number, hash FROM audit_head",
			"ALTER TABLE audit_head ALTER number DROP NOT NULL; UPDATE audit_head SET number = NULL",
			"ALTER TABLE audit_start ALTER sealed_at DROP NOT NULL; UPDATE audit_start SET sealed_at = NULL" })
	void whatIsKeptBesideTheChainAndCannotBeReadIsNamed(String sql) {
		tampered(() -> {
			for (String statement : sql.split("; ", -1)) {
				this.jdbc.sql(statement).update();
			}
			assertThat(this.chain.verify().breaks()).anyMatch((found) -> found.sentence().zh().contains("缺失"));
			assertThat(this.chain.head()).isNotNull();
		});
	}

	/**
	 * Before, the audit failed, and with it whatever is recorded together with its event.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "DELETE FROM audit_head",
			"ALTER TABLE audit_head ALTER number DROP NOT NULL; UPDATE audit_head SET number = NULL",
			"UPDATE audit_head SET hash = NULL", "UPDATE audit_head SET number = 0",
			"UPDATE audit_head SET number = -1", "UPDATE audit_head SET number = 9223372036854775807" })
	void anEventIsKeptEvenWhereTheEndOfTheChainIsNone(String sql) {
		tampered(() -> {
			for (String statement : sql.split("; ", -1)) {
				this.jdbc.sql(statement).update();
			}
			this.jdbc.sql("SET LOCAL session_replication_role = origin").update();
			long before = count("audit_event");
			insert("zhao");
			assertThat(count("audit_event")).isEqualTo(before + 1);
			assertThat(this.chain.verify().breaks()).anyMatch((found) -> found.sentence().zh().contains("不在链中"));
		});
	}

	@Test
	void theDatabaseRefusesToChangeTheChain() {
		for (String sql : List.of("UPDATE audit_link SET content = ''", "DELETE FROM audit_link", "TRUNCATE audit_link",
				"DELETE FROM audit_head", "TRUNCATE audit_head", "UPDATE audit_start SET events = 1",
				"DELETE FROM audit_start")) {
			assertThat(org.assertj.core.api.Assertions
				.catchThrowable(() -> this.transaction.executeWithoutResult((status) -> {
					this.jdbc.sql("SET LOCAL ROLE attacker").update();
					this.jdbc.sql(sql).update();
				}))).as(sql).hasMessageContaining("refused");
		}
	}

	/** Two events of one moment must not follow the same one. */
	@Test
	void eventsRecordedAtOnceHaveOneOrder() throws Exception {
		try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
			List<Callable<Boolean>> work = Stream.generate(() -> (Callable<Boolean>) () -> {
				record("at-once");
				return true;
			}).limit(200).toList();
			for (Future<Boolean> done : writers.invokeAll(work)) {
				assertThat(done.get()).isTrue();
			}
		}
		assertThat(this.chain.verify().breaks()).isEmpty();
	}

	/** Whoever holds the end of the chain makes everybody wait. */
	@Test
	void withinATransactionTheEventIsSealedLast() throws Exception {
		this.transaction.executeWithoutResult((status) -> {
			record("inside");
			try (ExecutorService other = Executors.newSingleThreadExecutor()) {
				other.submit(() -> record("outside")).get();
			}
			catch (Exception ex) {
				throw new AssertionError(ex);
			}
		});
		assertThat(this.jdbc.sql("""
				SELECT actor FROM audit_event JOIN audit_link USING (event_id)
				WHERE actor IN ('inside', 'outside') ORDER BY number
				""").query(String.class).list()).containsExactly("outside", "inside");
	}

	@Test
	void whatWasRolledBackIsNotInTheAudit() {
		long before = count("audit_event");
		this.transaction.executeWithoutResult((status) -> {
			record("nobody");
			status.setRollbackOnly();
		});
		assertThat(count("audit_event")).isEqualTo(before);
		assertThat(this.chain.verify().whole()).isTrue();
	}

	@Test
	void theApiNamesTheBreakAndTellsWhatTheRecordSaidToAuditorsOnly() {
		Api auditor = this.api.auditor();
		assertThat(auditor.get("/api/chain/audit").json().path("whole").asBoolean()).isTrue();
		assertThat(this.api.staff().get("/api/chain/audit").status()).isEqualTo(403);
		UUID changed = insert("chen");
		owner("UPDATE audit_event SET actor = 'cheng' WHERE event_id = '" + changed + "'");
		try {
			assertThat(auditor.get("/api/chain/audit").body()).contains("记录被改动：actor chen → cheng")
				.contains("\"whole\":false");
			assertThat(this.api.reviewer().get("/api/chain/audit").body()).contains("记录被改动").doesNotContain("chen");
			assertThat(this.jdbc.sql("""
					SELECT count(*) FROM audit_event
					WHERE action = 'chain' AND NOT succeeded AND subject = 'audit' AND detail LIKE 'link %'
					""").query(Long.class).single()).isEqualTo(2);
			assertThat(this.api.reviewer().get("/api/chain").json().valueStream())
				.allMatch((row) -> row.path("whole").asBoolean());
		}
		finally {
			owner("UPDATE audit_event SET actor = 'chen' WHERE event_id = '" + changed + "'");
		}
		assertThat(auditor.get("/api/chain/audit").json().path("whole").asBoolean()).isTrue();
	}

	@Test
	void anActionThatNobodyKnowsDoesNotHideTheOthers() {
		UUID changed = insert("sun");
		owner("UPDATE audit_event SET action = 'nonsense' WHERE event_id = '" + changed + "'");
		try {
			assertThat(this.api.auditor().get("/audit?actor=sun").body()).contains("无法识别的操作");
		}
		finally {
			owner("UPDATE audit_event SET action = 'sign-in' WHERE event_id = '" + changed + "'");
		}
	}

	@Test
	void aHashWrittenDownIsFound() {
		String hash = Objects.requireNonNull(this.chain.head().hash());
		assertThat(this.chain.find(hash.toUpperCase(java.util.Locale.ROOT) + " "))
			.isEqualTo(this.chain.head().number());
		assertThat(this.chain.find("0")).isNull();
		assertThat(this.api.admin().get("/chain?hash=" + hash).body()).contains("找到：审计日志的第");
	}

	/** Old events and links may be moved elsewhere, said outside the database. */
	@Test
	void fromAnAnchorOnItHoldsWithoutWhatWasArchived() {
		AuditAnchor anchor = new AuditAnchor(2, hash(2));
		tampered(() -> {
			this.jdbc
				.sql("DELETE FROM audit_event WHERE event_id IN (SELECT event_id FROM audit_link WHERE number <= 2)")
				.update();
			assertThat(this.chain.verify().whole()).isFalse();
			AuditReport.Start start = this.chain.start().orElseThrow();
			assertThat(from(anchor, start).whole()).isTrue();
			assertThat(from(new AuditAnchor(2, "0".repeat(64)), start).breaks()).singleElement()
				.extracting((found) -> found.what().zh())
				.isEqualTo("第3条：与前一条的哈希不衔接");
			assertThat(from(new AuditAnchor(1, hash(1)), start).whole()).isFalse();
		});
	}

	private AuditReport from(AuditAnchor anchor, AuditReport.Start start) {
		AuditVerification verification = new AuditVerification(this.chain.head(), start, anchor);
		this.jdbc.sql("""
				SELECT number, event_id::text AS event, content, previous_hash, hash, EXISTS (
				  SELECT 1 FROM audit_event e WHERE e.event_id = l.event_id) AS present
				FROM audit_link l WHERE number > ? ORDER BY number
				""").param(anchor.number()).query((row) -> {
			verification.link(
					new AuditSeal(row.getLong("number"), row.getString("event"), row.getString("content"),
							row.getString("previous_hash"), row.getString("hash")),
					row.getBoolean("present") ? row.getString("content") : null);
		});
		return verification.report();
	}

	private String hash(long number) {
		return this.jdbc.sql("SELECT hash FROM audit_link WHERE number = ?").param(number).query(String.class).single();
	}

	private void record(String actor) {
		this.audit.record(new AuditEvent(this.clock.instant(), actor, AuditAction.SIGN_IN, true, null, "demo-2024",
				"说明; 二", null));
	}

	private UUID insert(String actor) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				INSERT INTO audit_event (event_id, recorded_at, actor, action, succeeded)
				VALUES (?, now(), ?, 'sign-in', true)
				""").params(id, actor).update();
		return id;
	}

	private long count(String table) {
		return this.jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

	/** With the triggers off, as the owner may. */
	private void owner(String sql) {
		this.transaction.executeWithoutResult((status) -> {
			TestDatabases.attack(this.jdbc);
			assertThat(this.jdbc.sql(sql).update()).isPositive();
		});
	}

	/** The same, undone in the end. */
	private void tampered(Runnable work) {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			TestDatabases.attack(this.jdbc);
			work.run();
		});
	}

}
