package org.targetmonitor.progress;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import org.targetmonitor.desk.Reminding;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * While it cannot be told whether the standing still holds, a page or an answer does not
 * pass an older one off as the present; a scrape, which tells its age, does.
 */
@MonitorTest
class StaleStandingIT {

	@Autowired
	private Api api;

	@Autowired
	private Reminding reminding;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionOperations transactions;

	@Test
	void anOlderStandingIsNoAnswer() {
		Api leader = this.api.leader();
		assertThat(leader.get("/api/plans/china-2024/progress").status()).isEqualTo(200);
		this.transactions.executeWithoutResult((status) -> {
			TestDatabases.attack(this.jdbc);
			this.jdbc.sql("LOCK TABLE plan_change IN ACCESS EXCLUSIVE MODE").update();
			for (String path : List.of("/api/plans/china-2024/progress", "/plans/china-2024")) {
				Api.Answer answer = leader.get(path);
				assertThat(answer.status()).as(path).isEqualTo(503);
				assertThat(answer.response().headers().firstValue("Retry-After")).as(path).isPresent();
			}
			assertThatThrownBy(() -> CompletableFuture.runAsync(this.reminding::remindByCalendar).join())
				.as("what was handed in since would be asked for")
				.hasRootCauseInstanceOf(SQLException.class);
			Api.Answer scrape = leader.get("/actuator/prometheus");
			assertThat(scrape.status()).isEqualTo(200);
			assertThat(scrape.body()).contains("targetmonitor_status{", "targetmonitor_standing_timestamp_seconds");
		});
		assertThat(leader.get("/api/plans/china-2024/progress").status()).as("once it can be told").isEqualTo(200);
	}

}
