package org.targetmonitor.report.web;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

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
	void asOfADayBetweenTheCorrectionAndItsApprovalTheOldValueIsInForce() {
		assertThat(text(PAGE + "?asOf=2024-04-20")).contains("按2024年4月20日所知", "5.8 → 6.1", "待审核", "低0.2个百分点")
			.doesNotContain("2024-04-21");
		assertThat(text(PAGE + "?asOf=2024-04-19")).contains("按2024年4月19日所知", "5.8").doesNotContain("6.1");
		assertThat(text("/?plan=demo-2024&asOf=2024-04-19"))
			.contains("按2024年4月19日所知", "5.8%", "href=\"/figures/demo-2024/invented-at-risk?asOf=2024-04-19\"",
					"format=xlsx&amp;asOf=2024-04-19")
			.doesNotContain("6.1%");
		assertThat(text("/?plan=demo-2024")).contains("6.1%").doesNotContain("所知：");
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
				assertThat(answer.body()).contains("“" + day + "”不是过去的日期或时点").doesNotContain("6.1");
			}
		}
		assertThat(text("/?asOf=2023-06-30")).contains("该日还没有年度计划");
	}

	@Test
	void saysOfWhatIsNotThereThatItIsNotThere() {
		assertThat(this.api.leader().get("/figures/demo-2024/nothing").status()).isEqualTo(404);
		assertThat(this.api.leader().get("/figures/nowhere/gdp").status()).isEqualTo(404);
		assertThat(text("/figures/demo-2024/invented-overdue")).contains("尚未报送");
	}

	private String text(String path) {
		Api.Answer answer = this.api.leader().get(path);
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
