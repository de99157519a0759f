package org.targetmonitor.progress.web;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Plans;
import org.targetmonitor.progress.KeptRecords;
import org.targetmonitor.progress.Records;
import org.targetmonitor.progress.Standing;
import org.targetmonitor.progress.Standings;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;
import org.targetmonitor.support.Statements;
import org.targetmonitor.support.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A row that no reader understands costs its own plan and no other; and what a replica
 * whose clock is ahead recorded counts as soon as this one's clock is there.
 */
@MonitorTest
class UnreadableRowIT {

	private static final String BROKEN = "yuhang-2024";

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JdbcTemplate template;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private SettableClock clock;

	@Autowired
	private Records records;

	@Autowired
	private WorkingDays calendar;

	@Autowired
	private Standings standings;

	@Autowired
	private Plans plans;

	@Autowired
	private Api api;

	@AfterEach
	void mend() {
		pastTheTrigger(
				"UPDATE plan_revision SET header = replace(header::text, 'Nowhere/City', 'Asia/Shanghai')::json");
		pastTheTrigger("""
				UPDATE target_revision SET definition = replace(definition::text, '"monthlyish"', '"quarterly"')::json
				""");
	}

	@ParameterizedTest
	@ValueSource(strings = { """
			UPDATE plan_revision SET header = replace(header::text, 'Asia/Shanghai', 'Nowhere/City')::json
			WHERE plan_id = 'yuhang-2024'
			""", """
			UPDATE target_revision SET definition = replace(definition::text, '"quarterly"', '"monthlyish"')::json
			WHERE plan_id = 'yuhang-2024' AND indicator = 'gdp'
			""" })
	void otherPlansGoOnAlsoAfterARestart(String damage) {
		pastTheTrigger(damage);

		// As after a restart: nothing is remembered
		Standing standing = new Standings(new KeptRecords(this.records), this.calendar, this.clock, this.clock)
			.current();

		assertThat(standing.readable()).containsEntry(BROKEN, false)
			.containsEntry("china-2024", true)
			.containsEntry("hangzhou-2024", true);
		assertThat(standing.plan("china-2024")).isPresent();
		assertThat(standing.unreadable()).extracting(Standing.Unreadable::plan).containsExactly(BROKEN);
		assertThat(this.api.leader().get("/api/plans").status()).isEqualTo(200);
		assertThat(this.api.leader().get("/api/plans/china-2024/progress").status()).isEqualTo(200);
		assertThat(this.plans.within("330100")).as("what was done with it is found by its area")
			.containsExactly("hangzhou-2024", BROKEN);
	}

	@Test
	void planRecordedByAReplicaThatIsAheadCountsOnceThisClockIsThere() {
		this.standings.current();
		Instant ahead = this.clock.instant().plus(Duration.ofMillis(400));
		record("demo-2024", "ahead-2024", ahead);
		assertThat(this.standings.current().plan("ahead-2024")).isEmpty();

		this.clock.set(ahead);

		assertThat(this.standings.current().plan("ahead-2024")).isPresent();
	}

	/** From two, heading and targets could be of different changes. */
	@Test
	void planIsReadInOneStatement() {
		assertThat(statements(
				() -> assertThat(this.plans.inForce("china-2024", this.clock.instant()).orElseThrow().plan().targets())
					.hasSize(7)))
			.isEqualTo(1);
	}

	@Test
	void allPlansAreReadInAsManyStatementsAsOne() {
		List<String> all = this.plans.ids();
		assertThat(all).hasSizeGreaterThan(3);
		this.records.read(all);

		assertThat(statements(() -> this.records.read(all)))
			.isEqualTo(statements(() -> this.records.read(List.of(BROKEN))))
			.isEqualTo(5);
	}

	private long statements(Runnable work) {
		return Statements.ofThread(this.template, work).size();
	}

	/** A copy of a plan under another code, known from a moment on. */
	private void record(String of, String as, Instant knownFrom) {
		Map<String, Object> values = Map.of("of", of, "as", as, "from", Timestamp.from(knownFrom));
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("INSERT INTO plan (plan_id) VALUES (:as)").params(values).update();
			this.jdbc.sql("INSERT INTO plan_change (plan_id, number) VALUES (:as, 1)").params(values).update();
			this.jdbc
				.sql("INSERT INTO target (plan_id, indicator) SELECT :as, indicator FROM target WHERE plan_id = :of")
				.params(values)
				.update();
			this.jdbc
				.sql("""
						INSERT INTO plan_revision (plan_id, revision, area_code, year, header, author, recorded_at, known_from)
						SELECT :as, revision, area_code, year, replace(header::text, :of, :as)::json, author, :from, :from
						FROM plan_revision WHERE plan_id = :of
						""")
				.params(values)
				.update();
			this.jdbc
				.sql("""
						INSERT INTO target_revision (plan_id, indicator, revision, position, definition, author, recorded_at,
						  known_from)
						SELECT :as, indicator, revision, position, definition, author, :from, :from
						FROM target_revision WHERE plan_id = :of
						""")
				.params(values)
				.update();
		});
	}

	private void pastTheTrigger(String sql) {
		this.transaction.executeWithoutResult((status) -> {
			TestDatabases.attack(this.jdbc);
			this.jdbc.sql(sql).update();
		});
	}

}
