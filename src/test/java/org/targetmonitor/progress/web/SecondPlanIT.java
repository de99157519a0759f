package org.targetmonitor.progress.web;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plans of one area and year over HTTP: 960 of 1,200 jobs are 80 % after three quarters,
 * when the year before had reached 840 of 1,200, 70 %; by the calendar it is 75 %.
 */
@MonitorTest
class SecondPlanIT {

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Test
	void aPlanThatIsRecordedBesideChangesNoVerdictUnlessItIsSaid() {
		this.clock.setToNoonOf("2024-11-01");
		assertThat(put("pair-2023", 2023, "", "").status()).isEqualTo(201);
		figure("pair-2023", "2023-Q3", "840");
		figure("pair-2023", "2023-Q4", "1200");
		assertThat(put("pair-2024", 2024, "", "").status()).isEqualTo(201);
		figure("pair-2024", "2024-Q3", "960");
		assertThat(margin()).isEqualTo("10");

		Api.Answer second = put("a-pair-2023", 2023, "", "");
		assertThat(second.status()).isEqualTo(422);
		assertThat(second.body()).contains("beside", "2024年的计划“pair-2024”", "请写 beside: true");
		assertThat(margin()).isEqualTo("10");

		Api.Answer beside = put("a-pair-2023", 2023, "beside: true", "");
		assertThat(beside.status()).as(beside.body()).isEqualTo(201);
		assertThat(beside.json().path("other-verdicts").size()).isZero();
		assertThat(margin()).isEqualTo("10");

		assertThat(put("a-pair-2023", 2023, "", "?reason=x&document=x").status()).isEqualTo(422);
		assertThat(put("pair-2023", 2023, "beside: true", "?reason=x").body()).contains("须填写所依据的文件");
		Api.Answer revised = put("pair-2023", 2023, "beside: true", "?reason=x&document=x");
		assertThat(revised.status()).as(revised.body()).isEqualTo(200);
		JsonNode changed = revised.json().path("other-verdicts");
		assertThat(changed.size()).isEqualTo(1);
		assertThat(changed.path(0).path("plan").asString()).isEqualTo("pair-2024");
		assertThat(changed.path(0).path("indicator").asString()).isEqualTo("jobs");
		assertThat(changed.path(0).path("before").path("zh").asString()).contains("10");
		assertThat(changed.path(0).path("after").path("zh").asString())
			.isNotEqualTo(changed.path(0).path("before").path("zh").asString());
		assertThat(margin()).as("by the calendar").isEqualTo("5");

		Api.Answer preview = preview("pair-2023", 2023, "beside: false");
		assertThat(preview.body()).contains("记录后，其他计划的1项评价将随之改变");
		assertThat(margin()).as("a preview records nothing").isEqualTo("5");
		assertThat(put("pair-2024", 2024, "year-before: pair-2023", "?reason=x&document=x").status()).isEqualTo(200);
		assertThat(margin()).as("named, it is the year before though it stands beside").isEqualTo("10");
		assertThat(put("pair-2024", 2024, "year-before: pair-2022", "?reason=x&document=x").body())
			.contains("该地区2023年没有计划“pair-2022”");
	}

	private String margin() {
		return this.api.leader()
			.get("/api/plans/pair-2024/progress")
			.json()
			.path("targets")
			.path(0)
			.path("margin")
			.asString();
	}

	private void figure(String plan, String period, String value) {
		Api.Answer answer = this.api.as("clerk-of-" + plan, Api.submitting(plan, "d"))
			.submit(plan, period, "{\"indicator\":\"jobs\",\"value\":\"%s\",\"status\":\"P\"}".formatted(value));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		assertThat(this.api.reviewer().approve(answer.json().path("id").asString()).status()).isLessThan(300);
	}

	private Api.Answer put(String plan, int year, String more, String query) {
		return this.api.admin().put("/api/plans/" + plan + query, "application/yaml", document(plan, year, more));
	}

	private Api.Answer preview(String plan, int year, String more) {
		return this.api.admin()
			.upload("/plans/preview", plan + ".yaml", document(plan, year, more).getBytes(StandardCharsets.UTF_8));
	}

	private static String document(String plan, int year, String more) {
		return """
				plan: %s
				title: {zh: 某区目标, en: Targets}
				area: {code: "999931", zh: 某区}
				year: %d
				timezone: Asia/Shanghai
				source: 政府工作报告
				due: {working-days-after-period: 15}
				closes: %d-12-31
				%s
				departments: {d: {zh: 统计局}}
				targets:
				  - {indicator: jobs, name: 新增就业, wording: 原文, measure: level, unit: 人, decimals: 0, goal: {at-least: 1200}, reported: quarterly, department: d, nature: expected}
				"""
			.formatted(plan, year, year + 1, more);
	}

}
