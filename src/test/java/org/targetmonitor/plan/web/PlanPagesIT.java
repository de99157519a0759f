package org.targetmonitor.plan.web;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan file on the page: looked at first, recorded then. */
@MonitorTest
class PlanPagesIT {

	private static final String PLAN = """
			plan: CODE
			title: {zh: 某区2025年目标（虚构）, en: Some district (invented)}
			area: {code: "999998", zh: 某区（虚构）, en: Some District (invented)}
			year: 2025
			timezone: Asia/Shanghai
			source: {zh: 为测试而编写, en: Written for a test}
			invented: true
			due: {months-after-period: 60}
			closes: 2039-12-31
			departments:
			  statistics: {zh: 某区统计局（虚构）, en: Statistics Bureau (invented), short: 统计局}
			targets:
			  - {indicator: growth, name: {zh: 增速（虚构）, en: Growth (invented)}, wording: 增长6%以上, measure: growth, prices: constant, unit: percent, decimals: 1, goal: {at-least: GOAL}, reported: quarterly, department: statistics, nature: expected}
			""";

	@Autowired
	private Api api;

	@Autowired
	private JdbcClient jdbc;

	private static String plan(String code, String goal) {
		return PLAN.replace("CODE", code).replace("GOAL", goal);
	}

	@Test
	void newPlanIsShownStoredByNobodyAndThenRecorded() {
		String document = plan("shown-2025", "6");
		assertThat(preview(document).body()).contains("这是新计划，共1项目标", "growth");
		assertThat(goals("shown-2025")).isEmpty();
		assertThat(location(record(document, ""))).endsWith("/plans?recorded");
		assertThat(goals("shown-2025")).containsExactly("6");
		assertThat(location(record(document, ""))).endsWith("/plans?unchanged");
	}

	@Test
	void changedPlanIsShownWithBeforeAndAfterAndNeedsAReason() {
		record(plan("changed-2025", "6"), "");
		String changed = plan("changed-2025", "6.5");
		assertThat(preview(changed).body()).contains("<del>6</del>", "<ins>6.5</ins>").doesNotContain("这是新计划");
		assertThat(record(changed, " ").body()).contains("修改目标须说明原因");
		assertThat(goals("changed-2025")).containsExactly("6");
		assertThat(location(record(changed, "年中调整"))).endsWith("/plans?recorded");
		assertThat(goals("changed-2025")).containsExactly("6.5");
		assertThat(this.jdbc
			.sql("SELECT succeeded FROM audit_event WHERE plan_id = 'changed-2025' AND detail LIKE '%; 年中调整'")
			.query(Boolean.class)
			.list()).containsExactly(true);
	}

	@Test
	void faultyFileIsToldByLineAndNotRecorded() {
		String faulty = plan("faulty-2025", "six");
		assertThat(preview(faulty).body()).contains("文件有误，未作任何保存", "第13行 growth").doesNotContain("/plans/record");
		assertThat(record(faulty, "").body()).contains("第13行 growth");
		assertThat(goals("faulty-2025")).isEmpty();
	}

	@Test
	void administratorOfOnePlanRecordsNoOther() {
		Api other = this.api.as("planner", "[{\"role\":\"plan-admin\",\"plan\":\"yuhang-2024\"}]");
		String document = plan("others-2025", "6");
		assertThat(send(other, "/plans/record", "application/x-www-form-urlencoded", form(document, "")).body())
			.contains("您的账号不能管理该计划");
		assertThat(goals("others-2025")).isEmpty();
	}

	private List<String> goals(String plan) {
		return this.api.leader()
			.get("/api/plans/" + plan)
			.json()
			.path("targets")
			.valueStream()
			.map((target) -> target.path("goal").path("at-least").asString())
			.toList();
	}

	private Api.Answer preview(String document) {
		String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.yaml\"\r\n"
				+ "Content-Type: application/octet-stream\r\n\r\n" + document + "\r\n--x--\r\n";
		return send(this.api.admin(), "/plans/preview", "multipart/form-data; boundary=x", body);
	}

	private Api.Answer record(String document, String reason) {
		return send(this.api.admin(), "/plans/record", "application/x-www-form-urlencoded", form(document, reason));
	}

	private static String form(String document, String reason) {
		return "document=" + URLEncoder.encode(document, StandardCharsets.UTF_8) + "&reason="
				+ URLEncoder.encode(reason, StandardCharsets.UTF_8);
	}

	private static Api.Answer send(Api api, String path, String type, String body) {
		return api.send(api.request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private static String location(Api.Answer answer) {
		return answer.response().headers().firstValue("Location").orElse(answer.body());
	}

}
