package org.targetmonitor.submission.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import org.targetmonitor.submission.ChainLink;
import org.targetmonitor.submission.ChainReport;
import org.targetmonitor.support.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was there before there were chains is sealed by the migration that brings them,
 * once; whatever is in the database later, nothing is sealed after the fact.
 */
class ChainsBeginIT {

	private static final Instant UPGRADED = Instant.parse("2026-03-01T00:00:00Z");

	/** One account does all. */
	private static final Map<String, String> NO_MONITOR = Map.of("monitor", "");

	private static final String PLAN = "old-2024";

	private DriverManagerDataSource database;

	private JdbcClient jdbc;

	private JdbcChains chains;

	@BeforeEach
	void aDatabase() {
		TestDatabases.Location fresh = TestDatabases.fresh();
		this.database = new DriverManagerDataSource(fresh.url(), fresh.administrator(), fresh.administratorPassword());
		this.jdbc = JdbcClient.create(this.database);
		this.chains = new JdbcChains(this.database, new DataSourceTransactionManager(this.database));
	}

	@Test
	void whatAVersionWithoutChainsLeftIsSealedOnceAndItsAuditToo() {
		migrateTo("4");
		record(PLAN);
		this.jdbc.sql("""
				INSERT INTO audit_event (event_id, recorded_at, actor, action, succeeded)
				SELECT gen_random_uuid(), '2024-01-01T00:00:00Z', 'event ' || number, 'sign-in', true
				FROM generate_series(1, 3) number
				""").update();

		migrate();

		ChainReport report = this.chains.verify(PLAN);
		assertThat(report.breaks()).isEmpty();
		assertThat(report.start()).isEqualTo(new ChainReport.Start(UPGRADED, 1));
		assertThat(this.jdbc.sql("SELECT events FROM audit_start").query(Long.class).single()).isEqualTo(3);
		assertThat(this.jdbc.sql("SELECT number FROM audit_head").query(Long.class).single()).isEqualTo(4);
		assertThat(audit()).singleElement().asString().startsWith("begun; starts 1; ");
	}

	@Test
	void aNewDatabaseHasNoStart() {
		migrate();
		assertThat(audit()).singleElement().asString().startsWith("begun; starts 0; ");
		record(PLAN);
		assertThat(SealedLinks.of(PLAN, this.jdbc)).isEmpty();
		assertThat(words()).containsExactly("整条链：缺失", "链外记录：计划信息第1版不在任何链节中");
	}

	@Test
	void aStartThatAnEarlierVersionMadeStays() {
		aVersionWithChains();
		List<ChainLink> before = SealedLinks.of(PLAN, this.jdbc);

		migrate();

		assertThat(SealedLinks.of(PLAN, this.jdbc)).isEqualTo(before);
		ChainReport report = this.chains.verify(PLAN);
		assertThat(report.breaks()).isEmpty();
		assertThat(report.start()).isEqualTo(new ChainReport.Start(Instant.parse("2025-01-01T00:00:00Z"), 1));
	}

	/** The chain was removed and a start noted as owed, and then comes the upgrade. */
	@Test
	void whatIsNotedAsOwedByHandBeforeTheUpgradeIsNotSealed() {
		aVersionWithChains();
		record("forged-2024");
		this.jdbc.sql("INSERT INTO chain_start (plan_id, step) VALUES ('forged-2024', 'owed')").update();

		migrate();

		assertThat(SealedLinks.of("forged-2024", this.jdbc)).isEmpty();
		assertThat(this.chains.verify("forged-2024").whole()).isFalse();
		assertThat(this.chains.verify(PLAN).whole()).isTrue();
	}

	/**
	 * Who removes the migration's record and its note makes the next start run it again.
	 */
	@Test
	void theMigrationRunAgainSealsNothing() {
		migrate();
		record("forged-2024");
		this.jdbc.sql("INSERT INTO chain_start (plan_id, step) VALUES ('forged-2024', 'owed')").update();
		this.jdbc.sql("DELETE FROM flyway_schema_history WHERE version IS NULL").update();
		migrate();
		assertThat(SealedLinks.of("forged-2024", this.jdbc)).isEmpty();

		this.jdbc.sql("DELETE FROM flyway_schema_history WHERE version IS NULL").update();
		this.jdbc.sql("ALTER TABLE chain_begun DISABLE TRIGGER ALL").update();
		this.jdbc.sql("DELETE FROM chain_begun").update();
		migrate();
		assertThat(SealedLinks.of("forged-2024", this.jdbc)).isEmpty();
		assertThat(this.chains.verify("forged-2024").whole()).isFalse();
		assertThat(audit()).hasSize(1);
	}

	private void aVersionWithChains() {
		migrateTo("15");
		record(PLAN);
		ChainLink start = new ChainAppends(new NamedParameterJdbcTemplate(this.database)).append(PLAN,
				ChainLink.Kind.START, null, Instant.parse("2025-01-01T00:00:00Z"),
				new FactRows(this.jdbc).of(PLAN, Set.of("heading/1")));
		this.jdbc.sql("INSERT INTO chain_start (plan_id, step) VALUES (?, 'owed')").param(PLAN).update();
		this.jdbc.sql("INSERT INTO chain_start (plan_id, step, hash) VALUES (?, 'sealed', ?)")
			.params(PLAN, start.hash())
			.update();
	}

	/** A plan as it is written without sealing it. */
	private void record(String plan) {
		this.jdbc.sql("INSERT INTO plan (plan_id) VALUES (?)").param(plan).update();
		this.jdbc.sql("INSERT INTO plan_change (plan_id, number) VALUES (?, 1)").param(plan).update();
		this.jdbc.sql("""
				INSERT INTO plan_revision (plan_id, revision, area_code, year, header, author, recorded_at, known_from)
				VALUES (?, 1, '330110', 2024, '{"timezone":"Asia/Shanghai"}', 'x', '2024-01-01T00:00:00Z',
				  '2024-01-01T00:00:00Z')
				""").param(plan).update();
	}

	private List<String> words() {
		return this.chains.verify(PLAN).breaks().stream().map((found) -> found.sentence().zh()).toList();
	}

	private List<String> audit() {
		return this.jdbc.sql("SELECT detail FROM audit_event WHERE action = 'chain'")
			.query((row, number) -> row.getString(1))
			.list();
	}

	private void migrateTo(String version) {
		Flyway.configure().dataSource(this.database).placeholders(NO_MONITOR).target(version).load().migrate();
	}

	private void migrate() {
		Flyway.configure()
			.dataSource(this.database)
			.placeholders(NO_MONITOR)
			.javaMigrations(new ChainsBegin(Clock.fixed(UPGRADED, ZoneOffset.UTC)))
			.load()
			.migrate();
	}

}
