package org.targetmonitor.progress.web;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.BrowserLanguage;
import org.targetmonitor.support.BrowserScreen;
import org.targetmonitor.support.BrowserVisit;
import org.targetmonitor.support.Browsers;
import org.targetmonitor.support.CsvFigures;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The national year of 2024 after three quarters: which fourth quarter meets the target?
 */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfIT {

	private static final String API = "/api/plans/china-2024/progress/";

	private static final String PAGE = "/figures/china-2024/gdp";

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Browsers browsers;

	@BeforeAll
	void threeQuarters() {
		this.jdbc.sql("""
				INSERT INTO base_share (plan_id, indicator, period_start, period_end, revision, share, origin, author,
				  recorded_at, known_from)
				VALUES ('china-2024', 'gdp', '2024-07-01', '2024-10-01', 1, 0.7051, 'an arithmetic check', 'admin',
				  '2024-02-01T00:00:00Z', '2024-02-01T00:00:00Z')
				""").update();
		new CsvFigures(this.api, this.clock).enterUntil("2024-10-26", CsvFigures.REAL);
	}

	@Test
	void answersWithThresholdsBesideTheUnroundedRate() {
		JsonNode answer = this.api.leader().get(API + "gdp/what-if").json();
		JsonNode thresholds = answer.path("thresholds");
		assertThat(answer.path("from").asString()).isEqualTo("2024-Q3");
		assertThat(answer.path("estimate").asBoolean()).isTrue();
		assertThat(thresholds.path("met").asString()).startsWith("4.6304");
		assertThat(thresholds.path("reached").asString()).startsWith("5.3086");
		assertThat(thresholds.path("required").asString()).startsWith("5.478");
		assertThat(thresholds.path("words").path("zh").asString())
			.isEqualTo("四季度4.63%起达标（左右），5.31%起达到5.0%（按全年公布数四舍五入）；全年恰为5.0%约需增长5.4%至5.6%");
		assertThat(answer.has("year")).isFalse();
	}

	/** .7051 · 4.8 + .2949 · 5.4 = 4.97694 */
	@Test
	void judgesTheYearThatComesOfAValue() {
		JsonNode year = this.api.leader().get(API + "gdp/what-if?value=5.4").json().path("year");
		assertThat(year.path("unrounded").asString()).isEqualTo("4.97694");
		assertThat(year.path("published").asString()).isEqualTo("5.0");
		assertThat(year.path("margin").asString()).isEqualTo("0.2");
		assertThat(year.path("met").asBoolean()).isTrue();
		assertThat(year.path("status").asString()).isEqualTo("achieved");
		assertThat(this.api.leader().get(API + "gdp/what-if?value=4.63").json().path("year").path("status").asString())
			.isEqualTo("missed");
	}

	@Test
	void answersOfAQuantityWithWhatIsLeft() {
		JsonNode answer = this.api.leader().get(API + "urban-jobs/what-if?value=207").json();
		assertThat(answer.path("thresholds").path("words").path("zh").asString()).isEqualTo("四季度再完成151万人即达标");
		assertThat(answer.path("year").path("done").asString()).isEqualTo("1.0466666667");
	}

	@ParameterizedTest
	@CsvSource({ "gdp, abc, number", "gdp, 5.4%25, number", "gdp, NaN, number", "gdp, '', required", "gdp, -101, range",
			"gdp, 1001, range", "urban-jobs, -1, range", "urban-jobs, 12001, range", "gdp, 1e30, range" })
	void refusesWhatCannotBeMeant(String indicator, String value, String rule) {
		Api.Answer answer = this.api.leader().get(API + indicator + "/what-if?value=" + value);
		assertThat(answer.status()).as(answer.body()).isEqualTo(422);
		assertThat(answer.rules()).containsExactly(rule);
		assertThat(answer.json().path("errors").path(0).path("field").asString()).isEqualTo("value");
	}

	@Test
	void saysWhichInputIsMissing() {
		assertThat(missing("gdp/what-if?value=5&asOf=2024-07-20")).isEqualTo("缺少基期（2023年）上半年的累计比重");
		assertThat(missing("cpi/what-if")).isEqualTo("平均数、时点数和比率不作全年测算");
		assertThat(missing("income/what-if")).isEqualTo("目标不是一个数值，不作全年测算");
		assertThat(missing("gdp/what-if?asOf=2024-03-01")).isEqualTo("本年尚无已审核的数据");
	}

	@Test
	void knowsNothingOfWhatIsNotThere() {
		assertThat(this.api.leader().get(API + "nothing/what-if").status()).isEqualTo(404);
		assertThat(this.api.leader().get("/api/plans/nowhere/progress/gdp/what-if").status()).isEqualTo(404);
		assertThat(this.api.leader().get(API + "gdp/what-if?asOf=gestern").status()).isEqualTo(422);
		assertThat(this.api.nobody().get(API + "gdp/what-if").status()).isEqualTo(401);
		assertThat(this.api.leader().get("/figures/china-2024/cpi/what-if?value=1").status()).isEqualTo(404);
	}

	@Test
	void showsTheOutlookWithWhatItIsFrom() {
		assertThat(this.api.leader().get(PAGE).body()).contains("全年测算", "修约前r = 5.478%，区间5.359%至5.598%",
				"四季度4.63%起达标（左右），5.31%起达到5.0%", "按2位小数为4.64%起（4.63%时全年公布为4.7%，未达标）", "70.51%", "an arithmetic check",
				"2024-02-01得知", "累计增速延续", "本系统设定");
		assertThat(this.api.leader().get(PAGE + "?asOf=2024-07-20").body()).contains("缺少基期（2023年）上半年的累计比重")
			.doesNotContain("what-if-value");
		assertThat(this.api.leader().get("/figures/china-2024/cpi").body()).contains("平均数、时点数和比率不作全年测算。")
			.doesNotContain("what-if-value");
	}

	@Test
	void answersWithoutScriptsByTheButton() {
		assertThat(this.api.leader().get(PAGE + "?value=5.30").body())
			.contains("假设四季度增长5.30%，则全年公布为4.9%，达标，距达标线+0.1个百分点（估算）");
		assertThat(this.api.leader().get(PAGE + "?value=viel").body()).contains("“viel”不是数字");
		assertThat(this.api.leader().get(PAGE + "?value=-200").body()).contains("下降不能超过100%");
	}

	@Test
	void bindsTheSliderAndTheField() {
		for (BrowserScreen screen : BrowserScreen.values()) {
			try (BrowserVisit visit = this.browsers.visit(BrowserLanguage.ZH, screen)) {
				visit.signIn("leader").open(PAGE);
				visit.page().fill("#what-if-value", "4.63");
				assertThat(visit.page().locator("#what-if-answer")).containsText("全年公布为4.7%，未达标");
				assertThat(visit.page().locator("#what-if-slider")).hasValue("4.63");
				visit.page().focus("#what-if-slider");
				visit.page().keyboard().press("ArrowRight");
				assertThat(visit.page().locator("#what-if-value")).hasValue("4.64");
				assertThat(visit.page().locator("#what-if-answer")).containsText("全年公布为4.8%，达标");
				visit.page().fill("#what-if-value", "viel");
				assertThat(visit.page().locator("#what-if-answer")).containsText("“viel”不是数字");
				visit.axe();
			}
		}
	}

	private String missing(String path) {
		Api.Answer answer = this.api.leader().get(API + path);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.json().has("thresholds")).isFalse();
		return answer.json().path("missing").path(0).path("zh").asString();
	}

}
