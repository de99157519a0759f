package org.targetmonitor.plan.web;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

	private static final String FORM = "application/x-www-form-urlencoded";

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

	/** Two numbers under a heading: with one faulty none is recorded, then both. */
	@Test
	void assignedNumbersAreRecordedTogetherOrNotAtAll() {
		String path = "/plans/assigned-2025/assigned/saving";
		record(plan("assigned-2025", "6")
				+ "  - {indicator: saving, name: 节能减排（虚构）, wording: 节能减排, goal: {assigned-by: 某市, expects: [energy, cod]}, department: statistics, nature: binding}\n",
				"");
		assertThat(this.api.admin().get(path).body()).contains("value=\"energy\"", "value=\"cod\"");
		assertThat(this.api.leader().get(path).status()).isEqualTo(403);
		assertThat(this.api.admin().get("/plans/assigned-2025/assigned/growth").status()).isEqualTo(404);
		String energy = row(0, "energy", "growth", "percent", "about-lower", "-2.5") + "&tolerance0=0.2";
		String cod = row(1, "cod", "value", "吨", "at-least", "1a");

		Api.Answer refused = send(this.api.admin(), path, FORM, energy + cod + "&action=record&reason=x");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("id=\"number1-fault\"").doesNotContain("id=\"number0-fault\"");
		assertThat(send(this.api.admin(), path, FORM, energy + cod.replace("1a", "120") + "&action=record").body())
			.contains("请填写登记原因");
		assertThat(goals("assigned-2025")).hasSize(2);

		assertThat(location(send(this.api.admin(), path, FORM,
				energy + cod.replace("1a", "120") + "&action=record&reason=" + encoded("市级下达"))))
			.endsWith("/plans/assigned-2025/assigned/saving?recorded");
		assertThat(goals("assigned-2025")).hasSize(4);
		tools.jackson.databind.JsonNode targets = this.api.leader()
			.get("/api/plans/assigned-2025/progress")
			.json()
			.path("targets");
		assertThat(targets.path(1).path("assigned-targets").toString()).isEqualTo("[\"energy\",\"cod\"]");
		assertThat(targets.path(1).path("status").asString()).isEqualTo("awaiting_figure");
		assertThat(targets.path(2).path("under").asString()).isEqualTo("saving");
		assertThat(targets.path(2).path("assigned").toString())
			.isEqualTo("{\"document\":\"某文\",\"date\":\"2024-04-01\"}");
		assertThat(this.jdbc.sql("SELECT detail FROM audit_event WHERE plan_id = 'assigned-2025' AND succeeded")
			.query(String.class)
			.list()).contains("revised; cod, energy; 市级下达");
	}

	private static String row(int row, String code, String measure, String unit, String kind, String number) {
		return "&code%1$d=%2$s&zh%1$d=%2$s&measure%1$d=%3$s&unit%1$d=%4$s&decimals%1$d=1&kind%1$d=%5$s&number%1$d=%6$s&reported%1$d=yearly&department%1$d=statistics&document%1$d=%7$s&date%1$d=2024-04-01"
			.formatted(row, code, measure, encoded(unit), kind, number, encoded("某文"));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/** What somebody else recorded since the preview was looked at is not undone. */
	@Test
	void recordsNothingOverWhatThePreviewDidNotShow() {
		record(plan("overtaken-2025", "6"), "");
		String mine = plan("overtaken-2025", "7");
		String seen = seen(preview(mine));
		assertThat(location(record(plan("overtaken-2025", "6.5"), "他人先改"))).endsWith("/plans?recorded");

		assertThat(record(mine, "我的修改", seen).body()).contains("计划已被他人修改", "<del>6.5</del>", "<ins>7</ins>");
		assertThat(goals("overtaken-2025")).containsExactly("6.5");
		assertThat(location(record(mine, "看过后再改"))).endsWith("/plans?recorded");
		assertThat(goals("overtaken-2025")).containsExactly("7");
	}

	@Test
	void anIfMatchOfAnEarlierStateIsRefused() {
		record(plan("matched-2025", "6"), "");
		String tag = this.api.leader()
			.get("/api/plans/matched-2025")
			.response()
			.headers()
			.firstValue("ETag")
			.orElseThrow();
		assertThat(put(plan("matched-2025", "6.5"), tag)).isEqualTo(200);
		assertThat(put(plan("matched-2025", "7"), tag)).isEqualTo(412);
		assertThat(put(plan("matched-2025", "7"), "W/" + tag)).isEqualTo(412);
		assertThat(goals("matched-2025")).containsExactly("6.5");
		assertThat(put(plan("matched-2025", "7"), "*")).isEqualTo(200);
		assertThat(put(plan("unmatched-2025", "6"), "*")).isEqualTo(412);
	}

	private int put(String document, String tag) {
		return this.api.admin()
			.send(this.api.admin()
				.request("/api/plans/" + document.substring("plan: ".length(), document.indexOf('\n')) + "?reason=x")
				.header("Content-Type", "application/yaml")
				.header("If-Match", tag)
				.PUT(HttpRequest.BodyPublishers.ofString(document)))
			.status();
	}

	@Test
	void aReasonThatNobodyCanReadIsRefused() {
		record(plan("reasons-2025", "6"), "");
		String changed = plan("reasons-2025", "6.5");
		assertThat(record(changed, "\u0001").body()).contains("原因最多500字，不能有控制字符");
		assertThat(record(changed, "\u0000").body()).contains("表单中含有无法保存的控制字符").doesNotContain("reason");
		assertThat(record(changed, "长".repeat(501)).body()).contains("原因最多500字，不能有控制字符");
		assertThat(goals("reasons-2025")).containsExactly("6");
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
		Api other = this.api.planner();
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

	/**
	 * It would be judged by what it asked for before that day, and could not be mended.
	 */
	@Test
	void anOpenPlanIsNotClosedOnADayThatIsOver() {
		String open = plan("closing-2022", "6").replace("year: 2025", "year: 2022");
		record(open, "");
		String past = open.replace("closes: 2039-12-31", "closes: 2023-06-01");
		assertThat(record(past, "提前关闭").body()).contains("关闭日期须在今天之后");
		Api.Answer byApi = this.api.send(this.api.admin()
			.request("/api/plans/closing-2022?reason=x")
			.header("Content-Type", "application/yaml")
			.PUT(HttpRequest.BodyPublishers.ofString(past)));
		assertThat(byApi.status()).isEqualTo(422);
		assertThat(byApi.json().path("errors").path(0).path("rule").asString()).isEqualTo("past");
		assertThat(record(open.replace("closes: 2039-12-31", "closes: 2039-06-01"), "提前关闭").status()).isEqualTo(302);
	}

	/** It would have been recorded with its Chinese unreadable. */
	@Test
	void aFileInAnotherEncodingIsRefused() {
		String body = preview(plan("encoded-2025", "6"), Charset.forName("GB18030")).body();
		assertThat(body).contains("文件有误，未作任何保存", "文件编码不是 UTF-8").doesNotContain("/plans/record");
	}

	private Api.Answer preview(String document) {
		return preview(document, StandardCharsets.UTF_8);
	}

	private Api.Answer preview(String document, Charset charset) {
		String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.yaml\"\r\n"
				+ "Content-Type: application/octet-stream\r\n\r\n" + document + "\r\n--x--\r\n";
		return this.api.admin()
			.send(this.api.admin()
				.request("/plans/preview")
				.header("Content-Type", "multipart/form-data; boundary=x")
				.POST(HttpRequest.BodyPublishers.ofString(body, charset)));
	}

	private Api.Answer record(String document, String reason) {
		return record(document, reason, seen(preview(document)));
	}

	private Api.Answer record(String document, String reason, String seen) {
		return send(this.api.admin(), "/plans/record", FORM, form(document, reason) + "&seen=" + seen);
	}

	/** Which state of the plan a preview was made over. */
	private static String seen(Api.Answer preview) {
		Matcher seen = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"").matcher(preview.body());
		return seen.find() ? seen.group(1) : "";
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
