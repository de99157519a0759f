package org.targetmonitor.progress.web;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 高于全省平均 from plan file to page: without a figure of the province it is said what is
 * missing, then the reference figure counts, then the province's own plan.
 */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AgainstOtherAreasIT {

	private static final String PLAN = """
			plan: %s
			title: 计划
			area: {code: "%s", zh: %s}
			year: 2024
			timezone: Asia/Shanghai
			source: 测试
			due: {working-days-after-period: 15}
			closes: 2039-12-31
			departments: {stat: {zh: 统计局}}
			targets:
			  - {indicator: retail, name: 社会消费品零售总额, wording: 增速高于全省平均, measure: growth, unit: percent, decimals: 1, goal: %s, reported: quarterly, department: stat, nature: expected}
			""";

	private static final String REFERENCE = "[{\"area\":\"410000\",\"area-name\":\"河南省\",\"indicator\":\"retail\",\"measure\":\"growth\",\"period\":\"2024-Q3\",\"value\":\"%s\",\"status\":\"P\",\"origin\":\"省统计局\",\"published\":\"2024-10-18\"}]";

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@BeforeAll
	void aDistrictWithItsFigure() {
		this.clock.setToNoonOf("2024-10-26");
		recorded(
				PLAN.formatted("district-2024", "410105", "某区", "{faster-than: {area: \"410000\", indicator: retail}}"),
				"district-2024");
		handedIn("district-2024", "5.7");
	}

	@Test
	@Order(1)
	void saysWhatIsMissing() {
		JsonNode retail = retail("");

		assertThat(retail.path("status").asString()).isEqualTo("not_assessable");
		assertThat(retail.path("reason").path("zh").asString())
			.startsWith("缺少全省（410000）指标“社会消费品零售总额（retail）”2024年前三季度的数据");
		assertThat(retail.path("operand").asString()).isEqualTo("410000/retail");
	}

	@Test
	@Order(2)
	void isJudgedByTheReferenceFigure() {
		assertThat(this.api.reviewer().post("/api/reference-figures", REFERENCE.formatted("5.4")).status())
			.isEqualTo(201);
		JsonNode retail = retail("");

		assertThat(retail.path("status").asString()).isEqualTo("on_track");
		assertThat(retail.path("margin").asString()).isEqualTo("0.3");
		assertThat(retail.path("explanation").path("zh").asString()).contains("比全省前三季度的5.4%（快报数）高0.3个百分点，符合目标要求");
		assertThat(retail.path("relation").toString() + retail.path("compared").toString())
			.contains("\"area\":\"410000\"");
		assertThat(this.api.leader().get("/api/plans/district-2024/progress/retail/explanation").body())
			.contains("参照数据：省统计局，2024-10-18发布");
		String page = this.api.leader().get("/figures/district-2024/retail").body();
		assertThat(page).contains("参照数据：省统计局，2024-10-18发布", "快于全省");
		assertThat(this.api.leader().get("/api/plans/district-2024/figures").body()).doesNotContain("410000");
		assertThat(this.api.prometheus().get("/actuator/prometheus?plan=district-2024").body())
			.contains("targetmonitor_margin_ratio{indicator=\"retail\",plan=\"district-2024\"} 0.003")
			.doesNotContain("410000/retail");
	}

	@Test
	@Order(3)
	void isJudgedAnewWhenThatIsCorrected() {
		assertThat(this.api.reviewer().post("/api/reference-figures?reason=x", REFERENCE.formatted("5.8")).status())
			.isEqualTo(201);

		assertThat(retail("").path("status").asString()).isEqualTo("at_risk");
		assertThat(retail("?asOf=2024-10-25").path("status").asString()).as("its own figure came later")
			.isEqualTo("awaiting_figure");
	}

	@Test
	@Order(4)
	void isJudgedByTheProvincesPlanOnceThereIsOne() {
		recorded(PLAN.formatted("province-2024", "410000", "河南省", "none"), "province-2024");
		assertThat(retail("").path("status").asString()).as("still the reference figure").isEqualTo("at_risk");
		handedIn("province-2024", "5.2");

		assertThat(retail("").path("status").asString()).isEqualTo("on_track");
		assertThat(retail("").path("margin").asString()).isEqualTo("0.5");
		assertThat(this.api.leader().get("/?plan=district-2024").status()).isEqualTo(200);
		assertThat(this.api.leader().get("/plans/district-2024").body()).contains("社会消费品零售总额");
	}

	private void recorded(String plan, String id) {
		Api.Answer answer = this.api.admin().put("/api/plans/" + id, "application/yaml", plan);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
	}

	private void handedIn(String plan, String value) {
		Api.Answer answer = this.api.staff()
			.submit(plan, "2024-Q3", "{\"indicator\":\"retail\",\"value\":\"%s\",\"status\":\"P\"}".formatted(value));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		assertThat(this.api.reviewer().approve(answer.json().path("id").asString()).status()).isEqualTo(200);
	}

	private JsonNode retail(String query) {
		return this.api.leader().get("/api/plans/district-2024/progress" + query).json().path("targets").path(0);
	}

}
