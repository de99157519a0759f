package org.targetmonitor.progress.web;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A share of the province's retail sales that nobody hands in, and the sales themselves
 * with two conditions, over HTTP. Everything is invented.
 */
@MonitorTest
class DerivedShareIT {

	private static final String PLAN = "share-2024";

	private static final String WHOLE = "[{\"area\":\"420000\",\"area-name\":\"湖北省\",\"indicator\":\"retail\",\"measure\":\"level\",\"unit\":\"亿元\",\"period\":\"2024-Q3\",\"value\":\"%s\",\"status\":\"P\",\"origin\":\"省统计局\",\"published\":\"2024-10-18\"}]";

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	/** 3,000 of 20,000 are 15 %, of 20,100 14.93 %, and 73.17 % of 4,100. */
	@Test
	void followsPartAndWholeFromFormToMetrics() {
		this.clock.setToNoonOf("2023-12-20");
		Api.Answer recorded = this.api.admin()
			.put("/api/plans/" + PLAN, "application/yaml",
					"""
							plan: %s
							title: {zh: 某市目标, en: Targets}
							area: {code: "420199", zh: 某市}
							year: 2024
							timezone: Asia/Shanghai
							source: 政府工作报告
							due: {working-days-after-period: 15}
							closes: 2039-12-31
							departments: {d: {zh: 商务局}}
							targets:
							  - {indicator: share, name: 社零占全省份额, wording: 占全省份额不低于15%%, measure: ratio, unit: percent, decimals: 2, goal: {at-least: 15}, share-of: {part: retail, whole: {area: "420000", indicator: retail}}, department: d, nature: expected}
							  - {indicator: assets, name: 存款余额, wording: 增长5%%以上、余额达到1000亿元, measure: growth, unit: percent, decimals: 1, level-unit: 亿元, accumulates: point, goal: {at-least: 5}, and: {level: {at-least: 1000}, path: none}, reported: quarterly, department: d, nature: expected}
							  - {indicator: retail, name: 社会消费品零售总额, wording: 增长5%%以上、突破4100亿元, measure: growth, unit: percent, decimals: 1, level-unit: 亿元, goal: {at-least: 5}, and: {level: {above: 4100}}, reported: quarterly, department: d, nature: expected}
							"""
						.formatted(PLAN));
		assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);

		this.clock.setToNoonOf("2024-10-26");
		String form = this.api.as("clerk-of-shares", Api.submitting(PLAN, "d"))
			.get("/fill/" + PLAN + "/2024-Q3")
			.body();
		assertThat(form).contains("社会消费品零售总额").doesNotContain("社零占全省份额");
		handedIn();
		assertThat(target("share").path("status").asString()).isEqualTo("not_assessable");
		assertThat(target("share").path("reason").path("zh").asString()).contains("缺少全省（420000）");
		assertThat(this.api.leader().get("/figures/" + PLAN + "/share").body()).contains("缺少全省（420000）");

		assertThat(this.api.reviewer().post("/api/reference-figures", WHOLE.formatted("20000")).status())
			.isEqualTo(201);
		assertThat(target("share").path("status").asString()).isEqualTo("on_track");
		assertThat(target("share").path("actual").asString()).isEqualTo("15.00");
		assertThat(this.api.leader().get("/figures/" + PLAN + "/share").body()).contains("3000 ÷ 20000", "15.00%");
		assertThat(this.api.leader().get("/plans/" + PLAN).body()).contains("社零占全省份额", "15.00%");

		assertThat(this.api.reviewer().post("/api/reference-figures?reason=x", WHOLE.formatted("20100")).status())
			.isEqualTo(201);
		assertThat(target("share").path("actual").asString()).isEqualTo("14.93");
		assertThat(target("share").path("status").asString()).isEqualTo("lagging");

		assertThat(target("retail").path("status").asString()).isEqualTo("at_risk");
		assertThat(target("retail").path("explanation").path("zh").asString()).contains("另一项条件");
		assertThat(metrics()).contains(sample("verdict_on_level", "assets", "1.0"),
				sample("margin_ratio", "share", "-7.0E-4"));
		assertThat(metrics()).doesNotContain("targetmonitor_verdict_on_level{indicator=\"share\"");
	}

	private static String sample(String metric, String indicator, String value) {
		return "targetmonitor_%s{indicator=\"%s\",plan=\"%s\"} %s\n".formatted(metric, indicator, PLAN, value);
	}

	private String metrics() {
		return this.api.prometheus().get("/actuator/prometheus?plan=" + PLAN).body();
	}

	private JsonNode target(String indicator) {
		JsonNode targets = this.api.leader().get("/api/plans/" + PLAN + "/progress").json().path("targets");
		return targets.valueStream()
			.filter((target) -> target.path("indicator").asString().equals(indicator))
			.findFirst()
			.orElseThrow();
	}

	private void handedIn() {
		Api.Answer answer = this.api.as("clerk-of-shares", Api.submitting(PLAN, "d"))
			.submit(PLAN, "2024-Q3",
					"{\"indicator\":\"retail\",\"value\":\"6.0\",\"level\":\"3000\",\"status\":\"P\"},{\"indicator\":\"assets\",\"value\":\"6.0\",\"level\":\"980\",\"status\":\"P\"}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		assertThat(this.api.reviewer().approve(answer.json().path("id").asString()).status()).isLessThan(300);
	}

}
