package org.targetmonitor.desk.web;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.LargePlan;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A department with some hundred indicators types, keeps and sends all of them at once.
 */
@MonitorTest
class LargeDepartmentIT {

	private static final int ROWS = 250;

	private static final String NOTE = "注".repeat(1500);

	private static final Pattern KEPT = Pattern.compile("name=\"preview\" value=\"([^\"]*)\"");

	@Autowired
	Api api;

	@Autowired
	SettableClock clock;

	@Test
	void keepsAndHandsInEveryRow() {
		this.clock.setToNoonOf("2024-04-15");
		record("large-2024");
		Map<String, String> form = new LinkedHashMap<>();
		IntStream.range(0, ROWS).forEach((row) -> {
			form.put("i" + row + ".value", "5.3");
			form.put("i" + row + ".status", "P");
			for (String field : new String[] { "level", "quarter-value", "origin", "note", "statement", "evidence" }) {
				form.put("i" + row + "." + field, "");
			}
		});
		assertThat(post("/fill/large-2024/2024-Q1/draft", form).status()).isEqualTo(302);
		assertThat(post("/fill/large-2024/2024-Q1", form).status()).isEqualTo(302);
		assertThat(this.api.reviewer().get("/api/plans/large-2024/figures").json().size()).isEqualTo(ROWS);
	}

	@Test
	void handsInLongNotesByPageAndBySheet() {
		this.clock.setToNoonOf("2024-04-15");
		record("noted-2024");
		Map<String, String> form = new LinkedHashMap<>();
		IntStream.range(0, 84).forEach((row) -> {
			form.put("i" + row + ".value", "5.3");
			form.put("i" + row + ".status", "P");
			form.put("i" + row + ".note", NOTE.substring(0, 1000));
		});
		assertThat(post("/fill/noted-2024/2024-Q1", form).status()).isEqualTo(302);

		String csv = "指标代码,数值,说明\n" + IntStream.range(84, 250)
			.mapToObj((row) -> "i" + row + ",5.3," + NOTE + "\n")
			.collect(Collectors.joining());
		Api.Answer preview = upload("报".repeat(125) + ".csv", csv);
		assertThat(preview.status()).as(preview.body()).isEqualTo(200);
		assertThat(preview.body()).contains("报".repeat(125) + ".csv");
		Matcher kept = KEPT.matcher(preview.body());
		assertThat(kept.find()).isTrue();
		Map<String, String> confirmation = Map.of("preview", kept.group(1));
		Api.Answer confirmed = post("/fill/noted-2024/2024-Q1/sheet/confirm", confirmation);
		assertThat(confirmed.status()).isEqualTo(302);
		assertThat(this.api.reviewer().get("/api/plans/noted-2024/figures").json().size()).isEqualTo(ROWS);
	}

	@Test
	void isReviewedInPagesAndApprovedAsAWhole() {
		this.clock.setToNoonOf("2024-04-15");
		record("reviewed-2024");
		String figures = IntStream.range(0, ROWS)
			.mapToObj((row) -> "{\"indicator\":\"i%d\",\"value\":\"5.3\",\"status\":\"P\"}".formatted(row))
			.collect(Collectors.joining(","));
		String review = "/review/"
				+ this.api.staff().submit("reviewed-2024", "2024-Q1", figures).json().path("id").asString();
		String first = review(review).body();
		String second = review(review + "?page=2").body();
		assertThat(first).contains("第1页，共2页（250项）", "全部通过（250项）", "value=\"i199\"").doesNotContain("value=\"i200\"");
		assertThat(second).contains("第2页，共2页（250项）", "value=\"i200\"", "value=\"i249\"")
			.doesNotContain("value=\"i199\"");
		Api.Answer bare = post(this.api.reviewer(), review, Map.of("return", "i249", "page", "2"));
		assertThat(bare.status()).isEqualTo(422);
		assertThat(bare.body()).as("where it was pressed").contains("第2页", "id=\"missing-i249\"");
		Api.Answer one = post(this.api.reviewer(), review, Map.of("return", "i249", "reason-i249", "请核对", "page", "2"));
		assertThat(one.response().headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).endsWith(review + "?page=2"));
		Matcher shown = Pattern.compile("name=\"shown\" value=\"([^\"]*)\"").matcher(review(review).body());
		assertThat(shown.find()).isTrue();
		assertThat(
				post(this.api.reviewer(), review, Map.of("decision", "approve-all", "shown", shown.group(1))).status())
			.isEqualTo(302);
		assertThat(this.api.reviewer().get("/api/plans/reviewed-2024/figures").json().valueStream())
			.filteredOn((figure) -> figure.path("state").asString().equals("approved"))
			.hasSize(ROWS - 1);
	}

	@Test
	void itsTasksAreShownInPages() {
		this.clock.setToNoonOf("2024-04-15");
		record("tasks-2024",
				"""
						tasks:
						  - area: {code: a1, zh: 工作}
						    items:
						%scommitments:
						  - {commitment: c1, name: {zh: 承诺一, en: Promise}}
						""".formatted(IntStream.range(0, ROWS)
					.mapToObj((row) -> "      - {task: t%d, name: {zh: 任务%d, en: Task}}\n".formatted(row, row))
					.collect(Collectors.joining())));

		assertThat(page("/tasks?plan=tasks-2024")).contains("第1页，共3页（251项）", "id=\"tasks-2024--t99\"")
			.doesNotContain("id=\"tasks-2024--t100\"", "承诺一");
		assertThat(page("/tasks?plan=tasks-2024&page=3"))
			.contains("第3页，共3页（251项）", "id=\"tasks-2024--t200\"", "id=\"tasks-2024--t249\"", "id=\"tasks-2024--c1\"")
			.doesNotContain("id=\"tasks-2024--t199\"");
		assertThat(page("/tasks?year=2024")).as("beside others")
			.contains("<a href=\"/tasks?plan=tasks-2024\">本计划共251项，这里列出前100项；查看全部</a>", "id=\"tasks-2024--t99\"")
			.doesNotContain("id=\"tasks-2024--t100\"");
	}

	@Test
	void whatIsDueNamesTheFirstOfMany() {
		this.clock.setToNoonOf("2024-04-15");
		record("due-2024");
		assertThat(page("/fill?all=true")).contains("指标0、指标1、").contains("指标11等250项").doesNotContain("指标12、");
	}

	private String page(String path) {
		return this.api.staff().send(this.api.staff().request(path).header("Accept", "text/html").GET()).body();
	}

	private Api.Answer review(String path) {
		return this.api.reviewer().send(this.api.reviewer().request(path).header("Accept", "text/html").GET());
	}

	private void record(String plan) {
		record(plan, "");
	}

	private void record(String plan, String more) {
		LargePlan.record(this.api, plan, ROWS, more);
	}

	private Api.Answer post(String path, Map<String, String> form) {
		return post(this.api.staff(), path, form);
	}

	private static Api.Answer post(Api who, String path, Map<String, String> form) {
		String body = form.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return who.send(who.request(path)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private Api.Answer upload(String name, String content) {
		return this.api.staff()
			.upload("/fill/noted-2024/2024-Q1/sheet", name, content.getBytes(StandardCharsets.UTF_8));
	}

}
