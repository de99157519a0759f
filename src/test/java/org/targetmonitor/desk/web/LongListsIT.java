package org.targetmonitor.desk.web;

import java.net.http.HttpRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.account.Grant;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.LargePlan;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What grows with plans, indicators and revisions is shown in pages of one size. */
@MonitorTest
class LongListsIT {

	private static final Pattern TOTAL = Pattern.compile("([0-9]+)个计划和审计日志的链全部完整");

	@Autowired
	Api api;

	@Autowired
	SettableClock clock;

	@BeforeEach
	void april() {
		this.clock.setToNoonOf("2024-04-15");
	}

	@Test
	void chainsAreListedInPagesAndVerifiedAsAWhole() {
		IntStream.rangeClosed(101, 155).forEach((number) -> record("sealed-" + number, 1));
		String first = page(this.api.auditor(), "/chain?q=Sealed-1");
		assertThat(first).contains("第1页，共2页（55项）", ">sealed-101<", ">sealed-150<", "审计日志")
			.doesNotContain(">sealed-151<");
		String second = page(this.api.auditor(), "/chain?q=sealed-1&page=2");
		assertThat(second).contains("第2页，共2页（55项）", ">sealed-151<", ">sealed-155<", "审计日志")
			.doesNotContain(">sealed-150<");
		assertThat(page(this.api.auditor(), "/chain?q=nowhere")).contains("没有符合条件的计划");
		assertThat(page(this.api.auditor(), "/chain").split("class=\"hash\"", -1)).as("50 plans, the audit, the field")
			.hasSize(53);

		String verified = this.api.auditor()
			.send(this.api.auditor().request("/chain").POST(HttpRequest.BodyPublishers.noBody()))
			.body();
		Matcher total = TOTAL.matcher(verified);
		assertThat(total.find()).as(verified).isTrue();
		assertThat(Integer.parseInt(total.group(1))).isGreaterThanOrEqualTo(55);
		assertThat(verified).contains("已校验" + total.group(1) + "个计划，这里列出50个");
		assertThat(verified.split("✓ 完整", -1)).as("50 plans and the audit").hasSize(52);
	}

	@Test
	void aCellOfTheCalendarIsShownInPages() {
		record("celled-2024", 250);
		assertThat(page(this.api.leader(), "/calendar/celled-2024/stat/2024-Q1"))
			.contains("应报250项", "第1页，共2页（250项）", ">指标0<", ">指标199<")
			.doesNotContain(">指标200<");
		assertThat(page(this.api.leader(), "/calendar/celled-2024/stat/2024-Q1?page=2&from=area%3D330199"))
			.contains("第2页，共2页（250项）", ">指标200<", ">指标249<", "page=1", "href=\"/calendar?area=330199\"")
			.doesNotContain(">指标199<");
	}

	@Test
	void theNewestRevisionsComeFirstAndTheOthersInPages() {
		record("revised-2024", 1);
		IntStream.rangeClosed(1, 60)
			.forEach((number) -> submit(this.api.staff(), "revised-2024",
					"{\"indicator\":\"i0\",\"value\":\"5.%d\",\"status\":\"P\",\"note\":\"第%d版。\"%s}"
						.formatted(number % 2, number, (number > 1) ? ",\"replaces\":" + (number - 1) : "")));
		assertThat(page(this.api.leader(), "/figures/revised-2024/i0")).as("of what is not approved")
			.doesNotContain("第60版。");
		String first = page(this.api.reviewer(), "/figures/revised-2024/i0");
		assertThat(first).contains("第1页，共2页（60项）", "第60版。", "第11版。").doesNotContain("第10版。");
		assertThat(page(this.api.reviewer(), "/figures/revised-2024/i0?page=2"))
			.contains("第2页，共2页（60项）", "第10版。", "第1版。")
			.doesNotContain("第11版。");
	}

	@Test
	void aLargeDepartmentIsLedToTheSheetAndKeptLessOften() {
		record("typed-2024", 300);
		assertThat(page(this.api.staff(), "/fill/typed-2024/2024-Q1")).contains("change delay:300ms, input delay:1s")
			.doesNotContain("行数较多");
		record("sheet-2024", 301);
		assertThat(page(this.api.staff(), "/fill/sheet-2024/2024-Q1"))
			.contains("<a href=\"/fill/sheet-2024/2024-Q1/sheet\">本期共301项，行数较多，建议用 Excel 表格报送",
					"change delay:3s, input delay:3s")
			.doesNotContain("delay:300ms");
	}

	/** What a receipt names of that is the most urgent, and how many there are. */
	@Test
	void aReceiptHasPagesAndNamesTenOfWhatIsStillOpen() {
		record("handed-2024", 250);
		IntStream.rangeClosed(1, 12).forEach((number) -> record("owed-" + number, 1));
		Api office = this.api.as("many-plans", Stream
			.concat(Stream.of("handed-2024"), IntStream.rangeClosed(1, 12).mapToObj((number) -> "owed-" + number))
			.map((plan) -> Api.submitting(plan, "stat"))
			.toArray(Grant[]::new));
		String receipt = "/fill/receipts/" + submit(office, "handed-2024",
				IntStream.range(0, 250)
					.mapToObj((row) -> "{\"indicator\":\"i%d\",\"value\":\"5.3\",\"status\":\"P\"}".formatted(row))
					.collect(Collectors.joining(",")));
		String first = page(office, receipt);
		assertThat(first).contains("第1页，共2页（250项）", ">指标0<", ">指标199<", "全部12期待报").doesNotContain(">指标200<");
		assertThat(first.split("href=\"/fill/owed-", -1)).as("ten of twelve").hasSize(11);
		assertThat(page(office, receipt + "?page=2")).contains("第2页，共2页（250项）", ">指标200<", ">指标249<")
			.doesNotContain(">指标199<");
	}

	private static String page(Api caller, String path) {
		return caller.send(caller.request(path).header("Accept", "text/html").GET()).body();
	}

	private static String submit(Api caller, String plan, String figures) {
		Api.Answer answer = caller.submit(plan, "2024-Q1", figures);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer.json().path("id").asString();
	}

	private void record(String plan, int indicators) {
		LargePlan.record(this.api, plan, indicators, "");
	}

}
