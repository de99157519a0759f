package org.targetmonitor.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;
import org.targetmonitor.support.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** What the command that verifies the chains ends with, and says. */
@MonitorTest
class ChainCommandIT {

	@TempDir
	private Path directory;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private TestDatabases.Location here;

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Test
	void endsWith0WhereEveryChainHoldsAnd1WhereOneIsBroken() throws Exception {
		ends(0, this.here, "demo-2024：链完整", "the chain holds", "--targetmonitor.verify-chain");
		tamper("2024", "2O24");
		ends(1, this.here, "链断裂", "plan heading, revision 1 was changed: header", "--targetmonitor.verify-chain=true");
		tamper("2O24", "2024");
		ends(0, this.here, "demo-2024：链完整", "the chain holds", "--targetmonitor.verify-chain=true");
	}

	/** Before, it ended with 3: it could not look. */
	@Test
	void aRowThatNoReaderUnderstandsIsABreakAndHidesNoOtherPlan() throws Exception {
		tamper("Asia/Shanghai", "Nowhere/City");
		ends(1, this.here, "demo-2024：链断裂", "china-2024：链完整", "--targetmonitor.verify-chain");
		tamper("Nowhere/City", "Asia/Shanghai");
	}

	@Test
	void endsWith1WhereTheAuditIsBroken() throws Exception {
		owner("UPDATE audit_event SET actor = 'zhang' WHERE actor = 'plan-file' AND plan_id = 'demo-2024'");
		ends(1, this.here, "审计日志：链断裂，共1处", "the record was changed: actor plan-file → zhang",
				"--targetmonitor.verify-chain");
		owner("UPDATE audit_event SET actor = 'plan-file' WHERE actor = 'zhang'");
		ends(0, this.here, "审计日志：链完整", "audit: the chain holds", "--targetmonitor.verify-chain");
	}

	/** It would else pass for a database that never had a chain. */
	@ParameterizedTest
	@ValueSource(strings = { "chain_begun", "chain_fact", "audit_link", "audit_head" })
	void endsWith1WhereATableWasRemoved(String table) throws Exception {
		this.here.execute("ALTER TABLE " + table + " RENAME TO put_away");
		try {
			ends(1, this.here, "链断裂：数据库中的表或列已被移除", "a table or column was removed", "--targetmonitor.verify-chain");
		}
		finally {
			this.here.execute("ALTER TABLE put_away RENAME TO " + table);
		}
	}

	@Test
	void aClockThatWasSetBackIsToldAndIsNoBreak() throws Exception {
		Instant now = this.clock.instant();
		submit("{\"indicator\":\"invented-on-track\",\"value\":\"6.0\",\"status\":\"P\"}");
		this.clock.set(now.minus(Duration.ofDays(1)));
		submit("{\"indicator\":\"invented-prices\",\"value\":\"2.0\",\"status\":\"P\"}");
		this.clock.set(now);
		ends(0, this.here, "系统时钟曾被调回", "the clock was set back", "--targetmonitor.verify-chain");
	}

	private void submit(String figure) {
		Api.Answer answer = this.api.staff().submit("demo-2024", "2024-Q1", figure);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
	}

	/** An anchor that is none must not pass for one. */
	@Test
	void endsWith3WhereTheAnchorOfTheAuditIsNone() throws Exception {
		ends(3, this.here, "未作校验", "targetmonitor.audit-anchor is no link's number and hash",
				"--targetmonitor.verify-chain", "--targetmonitor.audit-anchor=12");
	}

	@Test
	void endsWith2WhereThereIsNoChain() throws Exception {
		ends(2, TestDatabases.fresh(), "还没有链", "no chain in this database yet", "--targetmonitor.verify-chain");
	}

	@Test
	void endsWith3WhereTheDatabaseIsAway() throws Exception {
		TestDatabases.Location away = new TestDatabases.Location("jdbc:postgresql://127.0.0.1:1/away", "me", "none");
		ends(3, away, "无法读取数据库，未作校验", "nothing was verified", "--targetmonitor.verify-chain",
				"--spring.datasource.hikari.connection-timeout=1000");
	}

	private void ends(int code, TestDatabases.Location database, String zh, String en, String... arguments)
			throws Exception {
		Map<String, String> environment = Map.of("SPRING_DATASOURCE_URL", database.url(), "SPRING_DATASOURCE_USERNAME",
				database.username(), "SPRING_DATASOURCE_PASSWORD", database.password());
		try (RunningMonitor command = RunningMonitor.command(this.directory.resolve("output.log"), environment,
				arguments)) {
			assertThat(command.awaitEnd()).as(command::output).isEqualTo(code);
			assertThat(command.output()).contains(zh, en);
		}
	}

	private void owner(String sql) {
		this.transaction.executeWithoutResult((status) -> {
			TestDatabases.attack(this.jdbc);
			assertThat(this.jdbc.sql(sql).update()).isPositive();
		});
	}

	/** As the owner may. */
	private void tamper(String before, String after) {
		this.transaction.executeWithoutResult((status) -> {
			TestDatabases.attack(this.jdbc);
			assertThat(this.jdbc.sql(
					"UPDATE plan_revision SET header = CAST(replace(CAST(header AS text), ?, ?) AS json) WHERE plan_id = 'demo-2024'")
				.params(before, after)
				.update()).isPositive();
		});
	}

}
