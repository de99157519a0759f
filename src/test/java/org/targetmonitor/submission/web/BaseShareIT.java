package org.targetmonitor.submission.web;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.submission.Chains;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.CsvFigures;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;
import org.targetmonitor.support.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Base shares as facts: the shipped file, known from 17 January 2025, gives the national
 * outlook from that day on and not before.
 */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BaseShareIT {

	private static final String SHARES = "/api/plans/china-2024/base-shares";

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Chains chains;

	@Autowired
	private TransactionTemplate transaction;

	@BeforeAll
	void theSharesOfTheShippedFile() throws IOException {
		new CsvFigures(this.api, this.clock).enterUntil("2024-10-26", CsvFigures.REAL);
		this.clock.setToNoonOf("2025-01-18");
		String file = new ClassPathResource("newcomer/base-shares/base-shares-2024.csv")
			.getContentAsString(StandardCharsets.UTF_8);
		assertThat(csv(file).status()).isEqualTo(201);
		assertThat(csv(file).status()).as("the same again").isEqualTo(200);
	}

	@Test
	void givesTheNationalOutlookFromTheDayTheyWereKnown() {
		JsonNode required = gdp("").path("outlook").path("required");

		// (5 − 0.7051 × 4.8) ÷ 0.2949 = 5.4782…; with 4.85 and 4.75 instead of 4.8 the
		// band
		assertThat(required.path("middle").asString()).startsWith("5.478");
		assertThat(required.path("low").asString()).startsWith("5.3586");
		assertThat(required.path("high").asString()).startsWith("5.5977");
		assertThat(gdp("?asOf=2025-01-17").path("outlook").path("required").isMissingNode()).isFalse();
	}

	@Test
	void isNotUsedAsOfADayBeforeItWasKnown() {
		JsonNode outlook = gdp("?asOf=2025-01-16").path("outlook");

		assertThat(outlook.path("required").isMissingNode()).isTrue();
		assertThat(outlook.path("missing").toString()).contains("缺少基期（2023年）前三季度的累计比重");
		assertThat(this.api.leader().get(SHARES + "?asOf=2025-01-16").body()).doesNotContain("\"gdp\"");
		assertThat(this.api.leader().get(SHARES + "?asOf=2025-01-17").body()).contains("0.2190", "0.4573", "0.7051");
	}

	@Test
	void refusesWhatIsWrongAndKeepsNothing() {
		long before = rows();
		Api.Answer refused = this.api.reviewer()
			.post(SHARES, "[{\"indicator\":\"gdp\",\"period\":\"2024-Q1\",\"share\":\"0.22\",\"origin\":\"x\"},"
					+ "{\"indicator\":\"cpi\",\"period\":\"2024-Q1\",\"share\":\"0.2\",\"origin\":\"x\"}]");

		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.rules()).containsExactlyInAnyOrder("required", "measure");
		assertThat(refused.body()).contains("更正须说明原因");
		assertThat(csv("plan,indicator\n\"").status()).isEqualTo(422);
		assertThat(csv("plan,indicator,period,share,known-from,origin\nother,gdp,2024-Q1,0.2,2025-01-17,x\n").rules())
			.containsExactly("plan");
		assertThat(this.api.reviewer().post("/api/plans/nowhere/base-shares", "[]").status()).isIn(403, 422);
		assertThat(rows()).isEqualTo(before);
	}

	/**
	 * A file that Excel writes in its own encoding would lose the origin's characters.
	 */
	@Test
	void refusesAFileInAnotherEncoding() {
		Api.Answer refused = this.api.reviewer()
			.send(this.api.reviewer()
				.request(SHARES)
				.header("Content-Type", "text/csv")
				.POST(HttpRequest.BodyPublishers.ofString(
						"plan,indicator,period,share,known-from,origin\nchina-2024,gdp,2024-Q1,0.2190,2025-01-17,统计局\n",
						Charset.forName("GB18030"))));

		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.rules()).containsExactly("encoding");
	}

	/** What was said of the day before stays as it was said. */
	@Test
	void letsACorrectionCountFromItsRecording() {
		String row = "[{\"indicator\":\"income\",\"period\":\"2024-Q1\",\"share\":\"%s\",\"known-from\":\"2025-01-10\",\"origin\":\"x\"}]";
		assertThat(this.api.reviewer().post(SHARES, row.formatted("0.2222")).status()).isEqualTo(201);
		Api.Answer corrected = this.api.reviewer().post(SHARES + "?reason=x", row.formatted("0.2333"));

		assertThat(corrected.status()).as(corrected.body()).isEqualTo(201);
		assertThat(corrected.json().path(0).path("known-from").asString()).startsWith("2025-01-18T");
		assertThat(this.api.leader().get(SHARES + "?asOf=2025-01-12").body()).contains("0.2222")
			.doesNotContain("0.2333");
	}

	@Test
	void isForReviewersAndPlanAdministrators() {
		String row = "[{\"indicator\":\"gdp\",\"period\":\"2024-Q1\",\"share\":\"0.2190\",\"origin\":\"same\"}]";

		assertThat(this.api.staff().post(SHARES, row).status()).isEqualTo(403);
		assertThat(this.api.leader().post(SHARES, row).status()).isEqualTo(403);
	}

	@Test
	void isSealed() {
		assertThat(this.chains.verify("china-2024").breaks()).isEmpty();
		tampered("UPDATE base_share SET share = 0.80 WHERE period_start = '2024-07-01' AND plan_id = 'china-2024'");
		tampered("UPDATE base_share SET origin = 'x' WHERE period_start = '2024-01-01' AND plan_id = 'china-2024'");
		tampered("UPDATE base_share SET known_from = '2024-01-01T00:00:00Z' WHERE plan_id = 'china-2024'");
		tampered("DELETE FROM base_share WHERE period_start = '2024-07-01' AND plan_id = 'china-2024'");
		assertThat(this.chains.verify("china-2024").breaks()).isEmpty();
	}

	private void tampered(String sql) {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			TestDatabases.attack(this.jdbc);
			assertThat(this.jdbc.sql(sql).update()).as(sql).isPositive();
			assertThat(this.chains.verify("china-2024").breaks()).as(sql).isNotEmpty();
		});
	}

	private Api.Answer csv(String file) {
		return this.api.reviewer()
			.send(this.api.reviewer()
				.request(SHARES)
				.header("Content-Type", "text/csv")
				.POST(HttpRequest.BodyPublishers.ofString(file)));
	}

	private JsonNode gdp(String asOf) {
		return this.api.leader()
			.get("/api/plans/china-2024/progress" + asOf)
			.json()
			.path("targets")
			.valueStream()
			.filter((target) -> target.path("indicator").asString().equals("gdp"))
			.findFirst()
			.orElseThrow();
	}

	private long rows() {
		return this.jdbc.sql("SELECT count(*) FROM base_share").query(Long.class).single();
	}

}
