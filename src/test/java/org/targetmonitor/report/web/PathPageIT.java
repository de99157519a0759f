package org.targetmonitor.report.web;

import java.util.List;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.BrowserLanguage;
import org.targetmonitor.support.BrowserScreen;
import org.targetmonitor.support.BrowserVisit;
import org.targetmonitor.support.Browsers;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The periods on an indicator's page, as table and chart: results without an exact
 * number, both of two conditions, ranks. Everything is invented.
 */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PathPageIT {

	private static final String PLAN = "paths-2024";

	private static final String DOCUMENT = """
			plan: paths-2024
			title: {zh: 虚构目标, en: Invented targets}
			area: {code: "999931", zh: 某区}
			year: 2024
			timezone: Asia/Shanghai
			source: 政府工作报告
			due: {working-days-after-period: 15}
			closes: 2025-12-31
			invented: true
			departments: {d: {zh: 统计局}}
			targets:
			  - {indicator: trade, name: 外贸, wording: 外贸增长6%以上, measure: growth, unit: percent, decimals: 1, goal: {at-least: 6}, reported: quarterly, department: d, nature: expected}
			  - {indicator: retail, name: 社零, wording: 社零增长5%以上，突破10000亿元, measure: growth, unit: percent, decimals: 1, level-unit: 亿元, goal: {at-least: 5}, and: {level: {above: 10000}}, reported: quarterly, department: d, nature: expected}
			  - {indicator: place, name: 营商环境位次, wording: 营商环境居全省前3位, measure: rank, unit: 位, decimals: 0, accumulates: point, goal: {at-most: 3}, reported: quarterly, department: d, nature: expected}
			""";

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private Browsers browsers;

	@BeforeAll
	void threeQuarters() {
		this.clock.setToNoonOf("2023-12-20");
		Api.Answer recorded = this.api.admin().put("/api/plans/" + PLAN, "application/yaml", DOCUMENT);
		assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
		this.clock.setToNoonOf("2024-10-20");
		figures("2024-Q1", "\"extent\":\"超6.5%\"", "\"value\":\"6\",\"level\":\"2400\"", "4");
		figures("2024-Q2", "\"extent\":\"约5.5%\"", "\"value\":\"4.6\",\"level\":\"5200\"", "2");
		figures("2024-Q3", "\"value\":\"6.1\"", "\"value\":\"6\",\"level\":\"7100\"", "3");
		this.api.leader();
	}

	/** Over 6.5 is above 6, about 5.5 below it, whatever came later. */
	@Test
	void haveTheVerdictsOfResultsWithoutAnExactNumber() {
		try (BrowserVisit visit = this.browsers.visit(BrowserLanguage.ZH, BrowserScreen.DESKTOP)) {
			visit.signIn("leader").open("/figures/" + PLAN + "/trade");
			assertThat(rows(visit, "table.points")).containsExactly("2024年一季度 超6.5% 6% — 符合进度 快报数",
					"2024年上半年 约5.5% 6% — 略有滞后 快报数", "2024年前三季度 6.1% 6% +0.1个百分点 符合进度 快报数", "2024年四季度（全年） — 6% — — —");
			visit.page().locator("#chart svg text").first().waitFor();
			assertThat(visit.page().locator("#chart svg text").allTextContents()).contains("超6.5%", "约5.5%", "6.1%");
			visit.shot("path-inexact");
		}
		JsonNode path = this.api.leader()
			.get("/api/plans/" + PLAN + "/progress/trade/explanation")
			.json()
			.path("target")
			.path("background")
			.path("path");
		assertThat(path.valueStream()
			.map((point) -> point.path("period").asString() + " " + point.path("extent").path("zh").asString() + " "
					+ point.path("line").asString() + " " + point.path("status").asString() + " "
					+ point.has("actual")))
			.containsExactly("2024-Q1 超6.5% 6 on_track false", "2024-Q2 约5.5% 6 at_risk false",
					"2024-Q3  6 on_track true");
	}

	/**
	 * The level decides after three quarters (71 of 75 %), the rate did after two (4.6 of
	 * 5).
	 */
	@Test
	void haveBothOfTwoConditions() {
		try (BrowserVisit visit = this.browsers.visit(BrowserLanguage.ZH, BrowserScreen.DESKTOP)) {
			visit.signIn("leader").open("/figures/" + PLAN + "/retail");
			assertThat(visit.page().locator(".condition h3").allInnerTexts()).containsExactly("条件：5%以上",
					"条件：突破10000亿元 本目标按此条件评价");
			assertThat(rows(visit, ".condition:nth-of-type(1) table.points"))
				.contains("2024年上半年 4.6% 5% −0.4个百分点 略有滞后 快报数", "2024年前三季度 6.0% 5% +1.0个百分点 符合进度 快报数");
			assertThat(rows(visit, ".condition:nth-of-type(2) table.points"))
				.anyMatch((row) -> row.startsWith("2024年前三季度 7100 亿元 10000 亿元 71.00% 75.00% −4.00个百分点 略有滞后"));
			visit.page().locator("#chart-2 svg text").first().waitFor();
			assertThat(visit.page().locator("#chart svg text").allTextContents()).contains("4.6%");
			assertThat(visit.page().locator("#chart-2 svg text").allTextContents()).contains("71.00%");
			visit.shot("path-two-conditions");
		}
	}

	/** The first place on top, and none between two. */
	@Test
	void haveRanksWithTheFirstPlaceOnTop() {
		try (BrowserVisit visit = this.browsers.visit(BrowserLanguage.ZH, BrowserScreen.DESKTOP)) {
			visit.signIn("leader").open("/figures/" + PLAN + "/place");
			Locator ticks = visit.page().locator("#chart svg text[text-anchor='end']");
			ticks.first().waitFor();
			List<?> fromTheTop = (List<?>) visit.page()
				.evaluate("() => [...document.querySelectorAll(\"#chart svg text[text-anchor='end']\")]"
						+ ".sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)"
						+ ".map((text) => text.textContent.trim())");
			visit.shot("path-ranks");
			assertThat(fromTheTop).map(String::valueOf).containsExactly("1 位", "2 位", "3 位", "4 位", "5 位");
		}
	}

	private void figures(String period, String trade, String retail, String place) {
		Api.Answer answer = this.api.as("clerk-of-paths", Api.submitting(PLAN, "d")).submit(PLAN, period, """
				{"indicator":"trade",%s,"status":"P"},{"indicator":"retail",%s,"status":"P"},
				{"indicator":"place","value":"%s","status":"P"}""".formatted(trade, retail, place));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		assertThat(this.api.reviewer().approve(answer.json().path("id").asString()).status()).isLessThan(300);
	}

	private static List<String> rows(BrowserVisit visit, String table) {
		return visit.page()
			.locator(table)
			.locator("tbody tr")
			.allInnerTexts()
			.stream()
			.map((row) -> row.replaceAll("\\s+", " ").strip())
			.toList();
	}

}
