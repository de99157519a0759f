package org.targetmonitor.progress.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Why a target stands as it does, over HTTP: a goal that is lowered in July (for the
 * test; the real one never was) leaves the first quarter its line.
 */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplanationIT {

	private static final String EXPLANATION = "/api/plans/hangzhou-2024/progress/gdp/explanation";

	private static final String PAGE = "/figures/hangzhou-2024/gdp";

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@BeforeAll
	void aGoalLoweredInJuly() {
		this.clock.setToNoonOf("2024-04-20");
		approve("china-2024", "2024-Q1", "5.3");
		approve("hangzhou-2024", "2024-Q1", "5.14");
		this.clock.setToNoonOf("2024-07-10");
		String plan = this.api.admin().get("/api/plans/hangzhou-2024").body();
		Api.Answer changed = this.api.admin()
			.put("/api/plans/hangzhou-2024?reason=" + encoded("测试") + "&document=" + encoded("测试文件")
					+ "&document-date=2024-07-09", "application/json",
					plan.replace("\"about\":\"5.5\"", "\"about\":\"5.0\""));
		assertThat(changed.status()).as(changed.body()).isEqualTo(200);
		this.clock.setToNoonOf("2024-07-18");
		approve("china-2024", "2024-Q2", "5.0");
		approve("hangzhou-2024", "2024-Q2", "5.1");
	}

	@Test
	void givesInputsFormulaStepsAndTheSentence() {
		JsonNode explanation = this.api.leader().get(EXPLANATION + "?asOf=2024-04-30").json();

		assertThat(explanation.path("formula").path("zh").asString())
			.isEqualTo("实际 ≥ 5.5 − 0.2 为达标；距达标线 = 实际 − (5.5 − 0.2)");
		JsonNode input = explanation.path("inputs").path(0);
		assertThat(input.path("given").asString()).isEqualTo("5.14");
		assertThat(input.path("judged").asString()).isEqualTo("5.1");
		assertThat(input.path("revision").asInt()).isEqualTo(1);
		assertThat(input.path("submission").asString()).hasSize(36);
		assertThat(explanation.path("steps").valueStream().map((step) -> step.path("result").path("zh").asString()))
			.containsExactly("5.1", "−0.4", "5.3", "−0.2", "略有滞后");
		assertThat(explanation.path("sentence").path("zh").asString())
			.startsWith("一季度同比增长5.1%（初步核算），比目标（5.5%左右）低0.4个百分点，尚未达到目标要求");
		assertThat(explanation.path("sentence").path("en").asString()).contains("0.4 percentage points below");
		assertThat(explanation.path("target").path("status").asString()).isEqualTo("at_risk");
	}

	@Test
	void leavesAnEarlierPeriodTheLineItWasJudgedBy() {
		JsonNode target = this.api.leader().get(EXPLANATION).json().path("target");

		assertThat(target.path("status").asString()).isEqualTo("on_track");
		assertThat(
				target.path("background")
					.path("path")
					.valueStream()
					.map((step) -> step.path("period").asString() + " " + step.path("line").asString() + " "
							+ step.path("status").asString()))
			.containsExactly("2024-Q1 5.3 at_risk", "2024-Q2 4.8 on_track");
		assertThat(target.path("background").path("since").path("period").asString()).isEqualTo("2024-Q2");
		assertThat(this.api.leader().get(PAGE).body()).contains("年中调整过目标", "测试文件", "5.3%", "4.8%");
		assertThat(this.api.leader().get(PAGE + "?asOf=2024-07-01").body()).doesNotContain("年中调整过目标", "4.8%");
	}

	@Test
	void holdsItAgainstTheAreaAbove() {
		assertThat(words(EXPLANATION)).isEqualTo("高于全国0.1个百分点");
		assertThat(words(EXPLANATION + "?asOf=2024-04-30")).isEqualTo("低于全国0.2个百分点");
		assertThat(this.api.leader().get(PAGE).body()).contains("高于全国0.1个百分点", "id=\"explanation\"");
		assertThat(this.api.leader().get("/plans/hangzhou-2024").body()).contains("高于全国0.1个百分点",
				"/figures/hangzhou-2024/gdp#explanation");
		assertThat(this.api.leader().get("/plans/hangzhou-2024?asOf=2024-04-30").body()).contains("低于全国0.2个百分点");
	}

	@Test
	void knowsNothingBeforeTheFirstFigure() {
		JsonNode explanation = this.api.leader().get(EXPLANATION + "?asOf=2024-04-19").json();

		assertThat(explanation.path("inputs")).isEmpty();
		assertThat(explanation.path("target").path("status").asString()).isEqualTo("awaiting_figure");
		assertThat(explanation.path("target").path("background").path("path")).isEmpty();
		assertThat(this.api.leader().get(PAGE + "?asOf=2024-04-19").status()).isEqualTo(200);
	}

	@Test
	void saysWhatIsNotThere() {
		assertThat(this.api.leader().get("/api/plans/hangzhou-2024/progress/nothing/explanation").status())
			.isEqualTo(404);
		assertThat(this.api.leader().get("/api/plans/nowhere/progress/gdp/explanation").status()).isEqualTo(404);
		assertThat(this.api.leader().get(EXPLANATION + "?asOf=2099-01-01").status()).isEqualTo(422);
	}

	private String words(String path) {
		return this.api.leader()
			.get(path)
			.json()
			.path("target")
			.path("background")
			.path("peers")
			.path(0)
			.path("words")
			.path("zh")
			.asString();
	}

	private void approve(String plan, String period, String value) {
		Api.Answer submitted = this.api.staff()
			.submit(plan, period, "{\"indicator\":\"gdp\",\"value\":\"" + value + "\",\"status\":\"P\"}");
		assertThat(submitted.status()).as(submitted.body()).isEqualTo(201);
		assertThat(this.api.reviewer().approve(submitted.json().path("id").asString()).status()).isEqualTo(200);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
