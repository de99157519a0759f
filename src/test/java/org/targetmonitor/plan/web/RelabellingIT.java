package org.targetmonitor.plan.web;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** No writing of a plan makes figures that are there mean something else. */
@MonitorTest
class RelabellingIT {

	private static final String YAML = "application/yaml";

	private static final String PLAN = """
			plan: %1$s-2025
			title: {zh: 试行计划, en: Trial}
			area: {code: "%2$s", zh: 试行区}
			year: 2025
			timezone: Asia/Shanghai
			source: 测试
			due: {working-days-after-period: 15}
			closes: 2026-12-31
			departments: {stat: {zh: 统计局}}
			targets:
			  - {indicator: land, name: 用地, wording: 用地数, measure: level, unit: 亿元, decimals: 1, goal: {at-least: 80}, reported: quarterly, department: stat, nature: expected}
			  - {indicator: air, name: 空气, wording: 空气数, measure: value, unit: 微克, decimals: 1, accumulates: average, goal: {at-most: 30}, direction: lower, reported: quarterly, department: stat, nature: expected}
			  - {indicator: retail, name: 零售, wording: 零售数, measure: growth, unit: percent, decimals: 1, level-unit: 亿元, goal: {at-least: 5}, reported: quarterly, department: stat, nature: expected}
			""";

	private static final String GROUNDS = "?reason=x&document=" + URLEncoder.encode("某文", StandardCharsets.UTF_8);

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@BeforeEach
	void setClock() {
		this.clock.setToNoonOf("2025-04-10");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"a | land | '\"value\":\"20\"' | unit: 亿元, decimals | unit: 万元, decimals | “用地”已报送1期数据，而单位由“亿元”改为“万元” | figures of one period are recorded for \"用地\", and it changes its unit from \"亿元\" to \"万元\"",
			"b | land | '\"value\":\"20\"' | measure: level | measure: value | 而计量方式由“总量”改为“数值” | its measure from \"level\" to \"value\"",
			"c | air | '\"value\":\"25\"' | accumulates: average | accumulates: point | 而累计方式由“平均”改为“时点” | its accumulation from \"average\" to \"at a point in time\"",
			"d | retail | '\"value\":\"5.5\",\"level\":\"210\"' | level-unit: 亿元 | level-unit: 万元 | 而总量单位由“亿元”改为“万元” | its level unit from \"亿元\" to \"万元\"",
			"e | retail | '\"value\":\"5.5\"' | measure: growth | measure: ratio | 而计量方式由“增速”改为“比率” | its measure from \"growth\" to \"ratio\"" })
	void whatIsHandedInKeepsItsMeaning(String name, String indicator, String figure, String was, String now, String zh,
			String en) {
		String id = "relabel-" + name + "-2025";
		String plan = PLAN.formatted("relabel-" + name, "33091" + (name.charAt(0) - 'a'));
		String changed = plan.replace(was, now);
		assertThat(changed).isNotEqualTo(plan);
		put(id, plan, 201);
		assertThat(this.api.staff()
			.submit(id, "2025-Q1",
					"{\"indicator\":\"%s\",%s,\"status\":\"P\",\"note\":\"核实\"}".formatted(indicator, figure))
			.status()).isEqualTo(201);

		Api.Answer refused = put(id + GROUNDS, changed, 422);

		assertThat(refused.rules()).containsExactly("relabels");
		assertThat(refused.body()).contains(zh, "请改回原来的写法", "另起一个指标代码", "\"subject\":\"" + indicator + "\"");
		assertThat(this.api
			.send(this.api.admin()
				.request("/api/plans/" + id + GROUNDS)
				.setHeader("Accept-Language", "en")
				.header("Content-Type", YAML)
				.PUT(HttpRequest.BodyPublishers.ofString(changed)))
			.json()
			.path("errors")
			.path(0)
			.path("reason")
			.asString()).contains(en, "give the indicator a new code");
		assertThat(
				this.api.admin().upload("/plans/preview", "plan.yaml", changed.getBytes(StandardCharsets.UTF_8)).body())
			.contains(zh.substring(zh.indexOf("由")));
		assertThat(this.api.leader().get("/api/plans/" + id + "/revisions").json()).hasSize(4);
	}

	/** Without a figure there is nothing to mean something else, nor after a return. */
	@Test
	void whatHasNoFiguresIsMeasuredAnew() {
		String id = "relabel-free-2025";
		String plan = PLAN.formatted("relabel-free", "330921");
		put(id, plan, 201);
		this.api.staff().submit(id, "2025-Q1", "{\"indicator\":\"retail\",\"value\":\"5.5\",\"status\":\"P\"}");
		put(id + GROUNDS, plan.replace("level-unit: 亿元", "level-unit: 万元"), 200);
		String submission = this.api.staff()
			.submit(id, "2025-Q1", "{\"indicator\":\"land\",\"value\":\"20\",\"status\":\"P\"}")
			.json()
			.path("id")
			.asString();
		put(id + GROUNDS, plan.replace("unit: 亿元, decimals", "unit: 万元, decimals"), 422);
		assertThat(this.api.reviewer()
			.post("/api/submissions/" + submission + "/return", "{\"reason\":\"单位有误\"}")
			.status()).isEqualTo(200);
		put(id + GROUNDS, plan.replace("unit: 亿元, decimals", "unit: 万元, decimals"), 200);
	}

	/** A code that was withdrawn does not come back as something else. */
	@Test
	void aCodeThatComesBackMeansWhatItMeant() {
		String id = "relabel-back-2025";
		String plan = PLAN.formatted("relabel-back", "330931");
		String without = plan.lines()
			.filter((line) -> !line.contains("land"))
			.reduce("", (all, line) -> all + line + "\n");
		put(id, plan, 201);
		this.api.staff().submit(id, "2025-Q1", "{\"indicator\":\"land\",\"value\":\"20\",\"status\":\"P\"}");
		put(id + GROUNDS, without, 200);

		assertThat(put(id + GROUNDS, plan.replace("unit: 亿元, decimals", "unit: 万元, decimals"), 422).rules())
			.containsExactly("relabels");
		put(id + GROUNDS, plan, 200);
	}

	private Api.Answer put(String plan, String body, int status) {
		Api.Answer answer = this.api.admin().put("/api/plans/" + plan, YAML, body);
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		return answer;
	}

}
