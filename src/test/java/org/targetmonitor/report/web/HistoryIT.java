package org.targetmonitor.report.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of an indicator, and any page as known on a past day. */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryIT {

	private static final String PAGE = "/figures/demo-2024/invented-at-risk";

	private static final String PROGRESS = "/api/plans/demo-2024/progress";

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	/** 5.8 on 10 April; corrected to 6.1 on 20 April, approved the day after. */
	@BeforeAll
	void aCorrectedQuarter() {
		this.clock.setToNoonOf("2024-04-10");
		approve(submit("{\"period\":\"2024-Q1\",\"figures\":[{\"indicator\":\"invented-at-risk\",\"value\":\"5.8\","
				+ "\"status\":\"P\",\"origin\":\"市统计局反馈\"}]}"));
		this.clock.setToNoonOf("2024-04-20");
		String second = submit("{\"period\":\"2024-Q1\",\"reason\":\"企业<b>补报</b>\",\"figures\":[{\"indicator\":"
				+ "\"invented-at-risk\",\"value\":\"6.1\",\"status\":\"A\",\"kind\":\"correction\",\"replaces\":1}]}");
		this.clock.setToNoonOf("2024-04-21");
		approve(second);
		this.clock.setToNoonOf("2024-05-06");
	}

	@Test
	void tellsWhoWhenOldNewAndWhy() {
		assertThat(text(PAGE)).contains("5.8 → 6.1", "+0.3", "最终核实", "差错更正", "企业&lt;b&gt;补报&lt;/b&gt;", "staff",
				"2024-04-20 12:00", "已审核", "reviewer", "2024-04-21 12:00", "现行", "来源：市统计局反馈", "初步核算");
	}

	@Test
	void theStatusIsTheOneOfTheOverview() {
		String first = this.api.staff()
			.post("/api/plans/china-2024/submissions",
					"{\"period\":\"2024-Q1\",\"figures\":[{\"indicator\":\"gdp\",\"value\":\"5.3\",\"status\":\"P\"}]}")
			.json()
			.path("id")
			.asString();
		approve(first);
		this.clock.setToNoonOf("2024-09-02");
		try {
			JsonNode gdp = this.api.leader()
				.get("/api/plans/china-2024/progress")
				.json()
				.path("targets")
				.valueStream()
				.filter((target) -> target.path("indicator").asString().equals("gdp"))
				.findFirst()
				.orElseThrow();
			assertThat(gdp.path("counted").asString()).isEqualTo("unreported");
			assertThat(this.api.leader().get("/figures/china-2024/gdp").body()).contains("class=\"light unreported\"")
				.contains("符合进度（逾期未报）");
		}
		finally {
			this.clock.setToNoonOf("2024-05-06");
		}
	}

	@Test
	void asOfADayBetweenTheCorrectionAndItsApprovalTheOldValueIsInForce() {
		assertThat(text(this.api.reviewer(), PAGE + "?asOf=2024-04-20"))
			.contains("按2024年4月20日所知", "5.8 → 6.1", "待审核", "低0.2个百分点")
			.doesNotContain("2024-04-21");
		assertThat(text(PAGE + "?asOf=2024-04-20")).contains("按2024年4月20日所知", "5.8", "低0.2个百分点")
			.doesNotContain("→ 6.1", ">6.1", "待审核");
		assertThat(text(PAGE + "?asOf=2024-04-19")).contains("按2024年4月19日所知", "5.8").doesNotContain("→ 6.1", ">6.1");
		assertThat(text("/?plan=demo-2024&asOf=2024-04-19"))
			.contains("按2024年4月19日所知", "5.8%", "href=\"/figures/demo-2024/invented-at-risk?asOf=2024-04-19\"",
					"format=xlsx&amp;asOf=2024-04-19")
			.doesNotContain("6.1%");
		assertThat(text("/?plan=demo-2024")).contains("6.1%").doesNotContain("所知：");
	}

	/** A day before the plan was there leads back instead of to an error page. */
	@Test
	void asOfADayBeforeThePlanIsSaid() {
		Api.Answer before = this.api.leader().get(PAGE + "?asOf=2023-06-01");
		assertThat(before.status()).isEqualTo(404);
		assertThat(before.body()).contains("该日还没有这项指标，请另选日期", "回到现在");
		Api.Answer nowhere = this.api.leader().get("/figures/demo-2024/nowhere?asOf=2024-04-19");
		assertThat(nowhere.status()).isEqualTo(404);
		assertThat(nowhere.body()).doesNotContain("该日还没有这项指标");
		for (String page : List.of("/?plan=nope&asOf=garbage", "/tasks?plan=nope&asOf=garbage",
				"/oversight?plan=nope&asOf=garbage")) {
			assertThat(this.api.leader().get(page).status()).isEqualTo(404);
		}
	}

	@Test
	void asOfAMomentIsSaidInTheZoneOfThePlan() {
		assertThat(text(PAGE + "?asOf=2024-04-19T16:30:00Z")).contains("按2024年4月20日 00:30所知：只含此前已知的数据",
				"value=\"2024-04-20\"");
	}

	@Test
	void asOfNowEqualsThePresent() {
		String present = this.api.leader().get(PROGRESS).body();
		assertThat(present).contains("6.1");
		assertThat(this.api.leader().get(PROGRESS + "?asOf=2024-05-06").body()).isEqualTo(present);
		assertThat(this.api.leader().get(PROGRESS + "?asOf=2024-05-06T04:00:00Z").body()).isEqualTo(present);
		assertThat(this.api.leader().get(PROGRESS + "?asOf=2024-04-20").body()).contains("5.8");
	}

	@Test
	void refusesADayThatIsNotPastInWords() {
		for (String path : new String[] { "/?asOf=", PAGE + "?asOf=" }) {
			for (String day : new String[] { "2024-05-07", "gestern", "2024-02-30" }) {
				Api.Answer answer = this.api.leader().get(path + day);
				assertThat(answer.status()).as(path + day).isEqualTo(400);
				assertThat(answer.body()).contains("“" + day + "”不是过去的日期或时点").doesNotContain("→ 6.1", ">6.1");
			}
		}
		assertThat(text("/?asOf=2023-06-30")).contains("该日还没有年度计划");
	}

	/**
	 * A state at a point in time does not add up from January on, nor does an average.
	 */
	@Test
	void saysWhatAPeriodOfTheChartCounts() {
		approve(this.api.staff()
			.post("/api/plans/china-2024/submissions",
					"{\"period\":\"2024-Q1\",\"figures\":[{\"indicator\":\"unemployment\",\"value\":\"5.2\",\"status\":\"P\"}]}")
			.json()
			.path("id")
			.asString());
		assertThat(text(PAGE)).contains("各期为自1月1日起的累计数");
		assertThat(text("/figures/china-2024/unemployment")).contains("各期为自1月1日起的平均数").doesNotContain("累计数；");
		this.clock.setToNoonOf("2025-01-20");
		try {
			approve(submit("{\"period\":\"2024\",\"figures\":[{\"indicator\":\"invented-awaiting-figure\","
					+ "\"value\":\"3.52\",\"status\":\"P\"}]}"));
			assertThat(text("/figures/demo-2024/invented-awaiting-figure")).contains("各期为期末数").doesNotContain("累计数；");
		}
		finally {
			this.clock.setToNoonOf("2024-05-06");
		}
	}

	@Test
	void saysOfWhatIsNotThereThatItIsNotThere() {
		assertThat(this.api.leader().get("/figures/demo-2024/nothing").status()).isEqualTo(404);
		assertThat(this.api.leader().get("/figures/nowhere/gdp").status()).isEqualTo(404);
		assertThat(text("/figures/demo-2024/invented-overdue")).contains("尚未报送");
	}

	@Test
	void aRowHasTheValueItReplaced() {
		JsonNode rows = this.api.leader().get("/api/plans/demo-2024/figures").json();
		assertThat(rows.valueStream()
			.filter((row) -> row.path("indicator").asString().equals("invented-at-risk"))
			.map((row) -> row.path("revision").asInt() + " " + row.path("value").asString() + " "
					+ (row.path("previous").isNull() ? "-" : row.path("previous").asString())))
			.containsExactlyInAnyOrder("1 5.8 -", "2 6.1 5.8");
	}

	@Test
	void aChangedTargetIsToldWithWhoWhenOldNewAndWhy() {
		ObjectNode plan = (ObjectNode) this.api.admin().get("/api/plans/demo-2024").json();
		plan.path("targets")
			.valueStream()
			.filter((target) -> target.path("indicator").asString().equals("invented-prices"))
			.forEach((target) -> ((ObjectNode) target).put("wording", "居民消费价格涨幅2%左右（虚构）"));
		String was = this.api.leader().get("/figures/demo-2024/invented-prices").body();
		assertThat(was).contains("目标修订", "设立", "计划文件").doesNotContain("2%左右（虚构）");
		Api.Answer changed = this.api.admin()
			.put("/api/plans/demo-2024?reason=" + URLEncoder.encode("年中调整", StandardCharsets.UTF_8), "application/json",
					plan.toString());
		assertThat(changed.status()).as(changed.body()).isEqualTo(200);

		assertThat(text("/figures/demo-2024/invented-prices")).contains("→ 居民消费价格涨幅2%左右（虚构）", "年中调整", "admin",
				"2024-05-06 12:00");
		assertThat(text("/figures/demo-2024/invented-prices?asOf=2024-05-05")).doesNotContain("年中调整");
		JsonNode revision = this.api.leader()
			.get("/api/plans/demo-2024/revisions")
			.json()
			.valueStream()
			.filter((row) -> row.path("revision").asInt() == 2)
			.findFirst()
			.orElseThrow();
		assertThat(revision.path("target").asString()).isEqualTo("invented-prices");
		assertThat(revision.path("author").asString()).isEqualTo("admin");
		assertThat(revision.path("reason").asString()).isEqualTo("年中调整");
		assertThat(revision.path("recorded-at").asString()).isEqualTo("2024-05-06T04:00:00Z");
		assertThat(revision.path("changes")).hasSize(1);
		assertThat(revision.path("changes").path(0).path("now").asString()).isEqualTo("居民消费价格涨幅2%左右（虚构）");
		assertThat(revision.path("changes").path(0).path("before").asString()).isNotEmpty();
		assertThat(this.api.leader().get("/api/plans/nowhere/revisions").status()).isEqualTo(404);
	}

	private String text(String path) {
		return text(this.api.leader(), path);
	}

	private static String text(Api caller, String path) {
		Api.Answer answer = caller.get(path);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.body().replaceAll("</?(span|b)( [^>]*)?>", "").replaceAll("\\s+→\\s+", " → ");
	}

	private String submit(String body) {
		Api.Answer answer = this.api.staff().post("/api/plans/demo-2024/submissions", body);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer.json().path("id").asString();
	}

	private void approve(String submission) {
		assertThat(this.api.reviewer().approve(submission).status()).isEqualTo(200);
	}

}
