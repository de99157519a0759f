package org.targetmonitor.reference.web;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.submission.Chain;
import org.targetmonitor.submission.Chains;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;
import org.targetmonitor.support.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** Reference figures through API and page, in the database, sealed. */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceFiguresIT {

	private static final String PATH = "/api/reference-figures";

	private static final String CHAIN = "reference figures";

	private static final String ROW = "[{\"area\":\"330000\",\"area-name\":\"浙江省\",\"indicator\":\"%s\",\"measure\":\"growth\",\"period\":\"2024-Q3\",\"value\":%s,\"status\":\"P\",\"origin\":\"省统计局\",\"published\":\"2024-10-18\"}]";

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
	void theDayAfterItCameOut() {
		this.clock.setToNoonOf("2024-10-26");
		assertThat(this.api.planner().post(PATH, ROW.formatted("gdp", "5.4")).status()).isEqualTo(201);
		assertThat(this.api.planner().post(PATH, ROW.formatted("gdp", "5.40")).status()).as("the same again")
			.isEqualTo(200);
	}

	@Test
	void areReadAsOfTheirPublication() {
		assertThat(this.api.leader().get(PATH + "?asOf=2024-10-17").body()).doesNotContain("\"5.4\"");
		Api.Answer then = this.api.leader().get(PATH + "?asOf=2024-10-18&area=330000&indicator=gdp&period=2024-Q3");
		assertThat(then.json().path(0).path("value").asString()).isEqualTo("5.4");
		assertThat(then.json().path(0).path("known-from").asString()).isEqualTo("2024-10-17T16:00:00Z");
		assertThat(this.api.leader().get(PATH + "?area=440000").json().size()).isZero();
		assertThat(this.api.leader().get(PATH + "?area=33&period=Q3&asOf=soon&format=json").rules())
			.containsExactlyInAnyOrder("area", "period", "moment");
		assertThat(this.api.leader().get(PATH + "?format=pdf").rules()).containsExactly("choice");
		assertThat(this.api.leader().get(PATH + "?areas=33").status()).isEqualTo(400);
	}

	@Test
	void areReadAsCsv() {
		Api.Answer csv = this.api.leader().get(PATH + "?format=csv&indicator=gdp");

		assertThat(csv.body().lines().toList()).startsWith(
				"area,area-name,indicator,measure,unit,period,revision,value,status,origin,published,reason,author,recorded-at,known-from",
				"330000,浙江省,gdp,growth,%,2024-Q3,1,5.4,P,省统计局,2024-10-18,,planner,2024-10-26T04:00:00Z,2024-10-17T16:00:00Z");
	}

	@Test
	void areCorrectedWithAReasonByWhoSawTheNewestRevision() {
		assertThat(this.api.reviewer().post(PATH, ROW.formatted("retail", "4.0")).status()).isEqualTo(201);
		assertThat(this.api.reviewer().post(PATH, ROW.formatted("retail", "4.1")).rules()).containsExactly("required");
		String corrected = ROW.formatted("retail", "4.1").replace("}]", ",\"replaces\":1}]");
		assertThat(this.api.reviewer().post(PATH + "?reason=x", corrected).status()).isEqualTo(201);

		Api.Answer stale = this.api.planner().post(PATH + "?reason=x", corrected.replace("4.1", "4.2"));

		assertThat(stale.status()).isEqualTo(409);
		assertThat(stale.rules()).containsExactly("stale");
		assertThat(this.api.leader().get(PATH + "?indicator=retail&asOf=2024-10-19").body()).contains("\"4.0\"")
			.doesNotContain("\"4.1\"");
		assertThat(this.api.leader().get(PATH + "?indicator=retail").json().size()).isEqualTo(2);
	}

	@Test
	void storeNothingOfAFileWithAFault() {
		long before = rows();
		String file = "area,indicator,measure,unit,period,value,status,origin,published\n330000,cpi,growth,%,2024-Q3,0.4,P,省统计局,2024-10-18\n330000,jobs,level,,2024-Q3,80,P,省统计局,2024-10-18\n";

		Api.Answer refused = csv(file);

		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.rules()).containsExactly("required");
		assertThat(refused.json().path("errors").path(0).path("line").asInt()).isEqualTo(3);
		assertThat(rows()).isEqualTo(before);
		assertThat(csv(file.replace("level,,", "level,万人,")).status()).isEqualTo(201);
		assertThat(rows()).isEqualTo(before + 2);
	}

	@Test
	void mayBePerMilleWhereTheyAreRatios() {
		String file = "area,indicator,measure,unit,period,value,status,origin,published\n330000,births,ratio,‰,2024-Q3,5.8,P,省统计局,2024-10-18\n";

		assertThat(csv(file).status()).isEqualTo(201);
		assertThat(this.api.leader().get(PATH + "?format=csv&indicator=births").body())
			.contains(",ratio,‰,2024-Q3,1,5.8,");
		assertThat(csv(file.replace("ratio", "growth")).rules()).containsExactly("unit");
	}

	/** A spreadsheet would calculate what begins with "=". */
	@Test
	void openInASpreadsheetWithoutAFormula() {
		assertThat(csv(
				"area,indicator,measure,unit,period,value,status,origin,published\n330000,formula,level,=1+2,2024-Q3,80,P,=1+1,2024-10-18\n")
			.status()).isEqualTo(201);

		assertThat(this.api.leader().get(PATH + "?format=csv&indicator=formula").body()).contains(",'=1+2,", ",'=1+1,")
			.doesNotContain(",=1");
	}

	@Test
	void areForReviewersAndPlanAdministrators() {
		assertThat(this.api.staff().post(PATH, ROW.formatted("gdp", "5.4")).status()).isEqualTo(403);
		assertThat(this.api.leader().post(PATH, ROW.formatted("gdp", "5.4")).status()).isEqualTo(403);
		assertThat(form(this.api.leader(), "area=330000").status()).isEqualTo(403);
		assertThat(this.api.leader().get("/reference-figures").body()).contains("浙江省").doesNotContain("id=\"form\"");
	}

	@Test
	void areSealedInAChainOfTheirOwn() {
		assertThat(this.chains.verify(CHAIN).breaks()).isEmpty();
		assertThat(this.chains.heads()).extracting(Chain.Head::plan).contains(CHAIN);
		String hash = this.jdbc.sql("SELECT hash FROM reference_link WHERE number = 1").query(String.class).single();
		assertThat(this.chains.find(hash)).hasValueSatisfying((place) -> assertThat(place.plan()).isEqualTo(CHAIN));
		tampered("UPDATE reference_figure SET value = 9 WHERE indicator = 'gdp'");
		tampered("UPDATE reference_figure SET known_from = '2024-01-01T00:00:00Z' WHERE indicator = 'gdp'");
		tampered("DELETE FROM reference_figure WHERE indicator = 'gdp'");
		tampered("DELETE FROM reference_fact WHERE number = 1");
		tampered("UPDATE reference_head SET number = number - 1");
		assertThat(this.chains.verify(CHAIN).breaks()).isEmpty();
		assertThat(this.api.reviewer().get("/api/chain").body()).contains(CHAIN);
	}

	@Test
	void areNotRemovedWithoutATrace() {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			TestDatabases.attack(this.jdbc);
			this.jdbc.sql("DELETE FROM reference_fact").update();
			this.jdbc.sql("DELETE FROM reference_link").update();
			this.jdbc.sql("DELETE FROM reference_figure").update();
			this.jdbc.sql("UPDATE reference_head SET number = 0, hash = NULL").update();
			assertThat(this.chains.heads()).extracting(Chain.Head::plan).contains(CHAIN);
			assertThat(this.chains.verify(CHAIN).breaks()).isNotEmpty();
		});
	}

	@Test
	void areRecordedAndCorrectedOnThePage() {
		String typed = "area=330100&area-name=&indicator=fixed-investment&measure=growth&unit=&period=2024-Q3&value=2.1&status=P&origin=x&published=2024-10-20&reason=";
		Api.Answer recorded = form(this.api.planner(), typed);
		assertThat(recorded.status()).as(recorded.body()).isIn(200, 302);

		String page = this.api.planner().get("/reference-figures?figure=330100/fixed-investment/growth/2024-Q3").body();
		assertThat(page).contains("name=\"replaces\" value=\"1\"", "各版");
		Api.Answer refused = form(this.api.planner(), typed.replace("2.1", "2.2") + "&replaces=1");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("更正须说明原因", "value=\"2.2\"");
		assertThat(form(this.api.planner(), typed.replace("2.1", "2.2") + "y&replaces=1").status()).isIn(200, 302);
		assertThat(this.api.leader().get("/reference-figures?area=330100").body()).contains("2.2", "第2版：y");
		assertThat(form(this.api.planner(), typed.replace("2.1", "2.3") + "y&replaces=1").status()).isEqualTo(409);
		assertThat(this.api.planner().get("/reference-figures?figure=none").status()).isEqualTo(404);
		assertThat(this.api.planner().get("/reference-figures?lang=en&area=99").status()).isEqualTo(422);
	}

	@Test
	void areImportedOnThePage() {
		String file = "area,indicator,measure,period,value,status,origin,published\n330100,gdp,growth,2024-Q3,%s,P,市统计局,2024-10-22\n";
		Api.Answer refused = this.api.planner()
			.upload("/reference-figures/file", "x.csv", file.formatted("多").getBytes(StandardCharsets.UTF_8));
		assertThat(refused.status()).as(refused.body()).isEqualTo(422);
		assertThat(refused.body()).contains("第2行");
		assertThat(this.api.planner()
			.upload("/reference-figures/file", "x.csv", file.formatted("4.7").getBytes(StandardCharsets.UTF_8))
			.status()).isIn(200, 302);
		assertThat(this.api.leader().get(PATH + "?area=330100&indicator=gdp").body()).contains("\"4.7\"");
	}

	@Test
	void areInTheAudit() {
		assertThat(this.jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'reference' AND succeeded")
			.query(Long.class)
			.single()).isPositive();
	}

	private void tampered(String sql) {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			TestDatabases.attack(this.jdbc);
			assertThat(this.jdbc.sql(sql).update()).as(sql).isPositive();
			assertThat(this.chains.verify(CHAIN).breaks()).as(sql).isNotEmpty();
		});
	}

	private static Api.Answer form(Api api, String typed) {
		return api.send(api.request("/reference-figures")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(typed)));
	}

	private Api.Answer csv(String file) {
		return this.api.reviewer()
			.send(this.api.reviewer()
				.request(PATH)
				.header("Content-Type", "text/csv")
				.POST(HttpRequest.BodyPublishers.ofString(file)));
	}

	private long rows() {
		return this.jdbc.sql("SELECT count(*) FROM reference_figure").query(Long.class).single();
	}

}
