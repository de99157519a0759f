package org.targetmonitor.desk.web;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** The queue of reviews and the page on which one submission is decided about. */
@MonitorTest
class ReviewIT {

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void openTheSecondQuarter() {
		this.clock.setToNoonOf("2024-07-10");
	}

	@Test
	void walksASubmissionThroughTheQueue() {
		String first = submit("2024-Q1", """
				{"indicator":"gdp","value":"5.3","level":"296299","status":"P","origin":"国家统计局"},
				{"indicator":"cpi","value":"0.0","status":"P"}""");
		assertThat(page(this.api.reviewer(), "/review").body()).contains("/review/" + first)
			.contains("待审核1份，共2项数据，其中迟报1份")
			.contains("迟报")
			.doesNotContain("没有待审核的报送");
		assertThat(page(this.api.reviewer(), "/review?period=2024-Q2").body()).contains("没有符合条件的报送")
			.doesNotContain("/review/" + first);

		assertThat(page(this.api.reviewer(), "/review/" + first).body()).contains("5.3%")
			.contains("本期首次报送")
			.contains("国家统计局")
			.contains("全部通过后");
		Api.Answer some = decide(this.api.reviewer(), first, "decision=approve&figures=gdp");
		assertThat(some.status()).isEqualTo(302);
		assertThat(states(first)).isEqualTo("cpi -; gdp true");

		Api.Answer bare = decide(this.api.reviewer(), first, "decision=return&figures=cpi&reason-cpi=");
		assertThat(bare.status()).isEqualTo(422);
		assertThat(bare.body()).contains("退回须说明原因")
			.contains("请在此说明退回原因")
			.containsPattern("name=\"reason-cpi\"[^>]*aria-invalid=\"true\"[^>]*autofocus");
		Api.Answer contradictory = decide(this.api.reviewer(), first,
				"decision=approve&figures=cpi&reason-cpi=" + encoded("与公报不一致"));
		assertThat(contradictory.status()).isEqualTo(422);
		assertThat(contradictory.body()).contains("填写了退回原因，却选择了通过").contains("value=\"与公报不一致\"");
		assertThat(decide(this.api.reviewer(), first, "figures=cpi").status()).as("no button was pressed")
			.isEqualTo(422);
		assertThat(states(first)).isEqualTo("cpi -; gdp true");
		decide(this.api.reviewer(), first, "decision=return&figures=cpi&reason-cpi=" + encoded("与公报不一致"));
		assertThat(states(first)).isEqualTo("cpi false; gdp true");
		assertThat(page(this.api.reviewer(), "/review").body()).contains("没有待审核的报送");
		assertThat(page(this.api.reviewer(), "/review/" + first).body()).contains("与公报不一致").contains("该报送已没有待审核的数据");
		assertThat(audited(first)).isEqualTo("approve true; return false; return true");

		showsTheChangeOfACorrection();
		assertThat(page(this.api.reviewer(), "/review/" + first).body()).as("what came later changed it, not it that")
			.doesNotContain("4.8%");
	}

	/** One of four goes back with a reason and a press of its own button. */
	@Test
	void returnsOneAtItsOwnButtonAndKeepsWhatIsTypedBesideTheOthers() {
		String id = submit("2024-Q2", """
				{"indicator":"gdp","value":"5.0","status":"P"},{"indicator":"cpi","value":"0.1","status":"P"}""");
		String page = page(this.api.reviewer(), "/review/" + id).body();
		assertThat(page).contains("全部通过（2项）", "name=\"return\" value=\"cpi\"", "国家统计局").doesNotContain(" checked");
		assertThat(decide(this.api.reviewer(), id, "return=cpi&reason-gdp=x").body()).contains("请在此说明退回原因");
		Api.Answer done = decide(this.api.reviewer(), id, "return=cpi&reason-cpi=" + encoded("请核对"));
		assertThat(done.status()).isEqualTo(302);
		assertThat(done.response().headers().firstValue("Location").orElse("")).as("to what still waits")
			.endsWith("/review/" + id);
		assertThat(states(id)).isEqualTo("cpi false; gdp -");
		Api.Answer all = decide(this.api.reviewer(), id, "decision=approve-all&shown=gdp");
		assertThat(all.response().headers().firstValue("Location").orElse("")).endsWith("/review");
		assertThat(states(id)).isEqualTo("cpi false; gdp true");

		Api.Answer untouched = post(this.api.staff(), "/fill/china-2024/2024-Q2",
				"cpi.value=0.1&cpi.status=P&cpi.replaces=1");
		assertThat(untouched.body()).contains("没有填写或更正任何数据，未报送。被退回的数据请更正后再报送")
			.containsPattern("id=\"failed\"[^§]*?<a href=\"#row-cpi\">[^<]+</a></li></ul></div>");
		Matcher named = Pattern.compile("核对无误的，在“([^”]+)”中写明").matcher(untouched.body());
		assertThat(named.find()).isTrue();
		assertThat(untouched.body()).as("the field is called so")
			.containsPattern("<label for=\"cpi-note\"[^>]*>" + named.group(1) + "（必填）</label>");
		String again = submit("2024-Q2",
				"{\"indicator\":\"cpi\",\"value\":\"0.2\",\"status\":\"P\",\"replaces\":1,\"note\":\"已核对\"}");
		assertThat(page(this.api.reviewer(), "/review/" + again).body())
			.containsSubsequence("比退回的", "0.1% → 0.2%，+0.1个百分点", "退回原因：请核对")
			.contains("尚无已审核数");
	}

	/** Whatever was mended since it was returned is seen, and that nothing was. */
	@Test
	void showsAllThatChangedSinceItWasReturned() {
		String first = revenue("\"value\":\"5.2\",\"level\":\"500\",\"status\":\"P\",\"origin\":\"区财政局\"");
		decide(this.api.reviewer(), first, "return=fiscal-revenue&reason-fiscal-revenue=" + encoded("请核对"));
		String mended = "\"value\":\"520\",\"quarter-value\":\"5.1\",\"status\":\"A\",\"origin\":\"决算\",";
		String second = revenue(mended + "\"note\":\"已核对\",\"replaces\":1");
		assertThat(page(this.api.reviewer(), "/review/" + second).body())
			.containsSubsequence("比退回的", "数值：", "5.2% → 520%，+514.8个百分点", "总量：", "500 亿元 → —", "当季：", "— → 5.1%",
					"数据状态：", "快报数 → 决算数", "来源：", "区财政局 → 决算", "退回原因：请核对")
			.doesNotContain("与退回的一版相同", "数值无变化");
		decide(this.api.reviewer(), second, "return=fiscal-revenue&reason-fiscal-revenue=" + encoded("再核"));
		String third = revenue(mended + "\"note\":\"再次核对\",\"replaces\":2");
		assertThat(page(this.api.reviewer(), "/review/" + third).body())
			.containsSubsequence("比退回的", "与退回的一版相同", "退回原因：再核")
			.doesNotContain("520% → ");
		assertThat(decide(this.api.reviewer(), third, "decision=approve-all&shown=fiscal-revenue").status())
			.isEqualTo(302);
		String fourth = revenue(
				"\"value\":\"520\",\"status\":\"B\",\"note\":\"口径有调整\",\"kind\":\"correction\",\"replaces\":3");
		assertThat(page(this.api.reviewer(), "/review/" + fourth).body()).as("beside the approved one")
			.containsSubsequence("比已审核数", "数值无变化", "决算数 → 口径调整", "当季", "5.1% → —");
		decide(this.api.reviewer(), fourth, "decision=approve-all&shown=fiscal-revenue");
	}

	/** Whoever works through a narrowed queue finds it as it was. */
	@Test
	void comesBackToTheQueueAsItWasNarrowed() {
		String id = submit("2024-Q1",
				"""
						{"indicator":"income","value":"5.9","status":"P"},{"indicator":"urban-jobs","value":"303","status":"P"}""");
		String queue = page(this.api.reviewer(), "/review?area=000000&q=%E5%85%A8%E5%9B%BD&period=2024-Q1&year=2024")
			.body();
		Matcher link = Pattern.compile("href=\"(/review/" + id + "\\?from=[^\"]+)\"").matcher(queue);
		assertThat(link.find()).as(queue).isTrue();
		String address = link.group(1).replace("&amp;", "&");
		String back = "/review?area=000000&amp;year=2024&amp;q=%E5%85%A8%E5%9B%BD&amp;period=2024-Q1";
		String page = page(this.api.reviewer(), address).body();
		assertThat(page).contains("href=\"" + back + "\"");
		Matcher from = Pattern.compile("name=\"from\" value=\"([^\"]+)\"").matcher(page);
		assertThat(from.find()).isTrue();
		String kept = "&from=" + encoded(from.group(1).replace("&amp;", "&"));
		assertThat(location(decide(this.api.reviewer(), id, "decision=approve&figures=income" + kept)))
			.as("what waits keeps the way back")
			.endsWith(address);
		Api.Answer last = decide(this.api.reviewer(), id, "decision=approve&figures=urban-jobs" + kept);
		assertThat(location(last)).endsWith(back.replace("&amp;", "&"));
		String session = last.response().headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
		assertThat(this.api.reviewer()
			.send(this.api.reviewer()
				.request(back.replace("&amp;", "&"))
				.header("Accept", "text/html")
				.header("Cookie", session)
				.GET())
			.body()).as("what was decided is read first")
			.containsPattern("<p [^>]*tabindex=\"-1\" autofocus[^>]*>已通过1项");
		for (String foreign : new String[] { "https://evil.example/", "//evil.example", "?next=https://evil.example/",
				"%zz", "area=%zz", "page=2&next=//evil.example" }) {
			assertThat(page(this.api.reviewer(), "/review/" + id + "?from=" + encoded(foreign)).body()).as(foreign)
				.containsPattern("class=\"back no-print\"><a href=\"/review(\\?page=2)?\"");
		}
	}

	private static String location(Api.Answer answer) {
		return answer.response().headers().firstValue("Location").orElse("");
	}

	private String revenue(String figure) {
		Api.Answer answer = this.api.staff()
			.submit("yuhang-2024", "2024-Q2", "{\"indicator\":\"fiscal-revenue\"," + figure + "}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer.json().path("id").asString();
	}

	private void showsTheChangeOfACorrection() {
		Api.Answer answer = this.api.staff()
			.post("/api/plans/china-2024/submissions",
					"""
							{"period":"2024-Q1","reason":"录入有误","figures":[{"indicator":"gdp","value":"4.8","status":"P","replaces":1,
							"kind":"correction","note":"总量待核"}]}""");
		String second = answer.json().path("id").asString();

		assertThat(page(this.api.reviewer(), "/review/" + second).body()).contains("5.3% → 4.8%，−0.5个百分点")
			.contains("差错更正")
			.contains("296299 亿元 → —")
			.contains("录入有误");
		assertThat(decide(this.api.reviewer(), second, "decision=approve&figures=gdp").status()).isEqualTo(302);
		Api.Answer late = decide(this.api.reviewer(), second, "decision=return&figures=gdp&reason=x");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.body()).contains("已审核完毕：2024-07-10 12:00审核通过");
	}

	@Test
	void keepsOthersOutAndAnswersForWhatIsNotThere() {
		String own = submitAs(this.api.both(), "2024-Q2",
				"{\"indicator\":\"unemployment\",\"value\":\"5.1\",\"status\":\"P\"}");

		assertThat(page(this.api.staff(), "/review").status()).isEqualTo(403);
		assertThat(page(this.api.leader(), "/review/" + own).status()).isEqualTo(403);
		assertThat(page(this.api.reviewer(), "/review/" + UUID.randomUUID()).status()).isEqualTo(404);
		assertThat(page(this.api.both(), "/review/" + own).body()).contains("须由他人审核")
			.doesNotContain("value=\"approve\"");
		assertThat(decide(this.api.both(), own, "decision=approve&figures=unemployment").status()).isEqualTo(403);
		assertThat(decide(this.api.reviewer(), own, "decision=approve").status()).isEqualTo(422);
		assertThat(states(own)).isEqualTo("unemployment -");
		assertThat(this.api.send(this.api.reviewer().request("/review?lang=en").header("Accept", "text/html")).body())
			.contains("Waiting: ");
	}

	/** A plan's revision withdraws an indicator of which a figure still waits. */
	@Test
	void figureOfAWithdrawnIndicatorCanStillBeReturned() {
		withdraw("kept, gone", "at-least: 5", "");
		String id = this.api.staff()
			.submit("withdrawn-2024", "2024-Q1",
					"{\"indicator\":\"gone\",\"value\":\"5.3\",\"status\":\"P\"},{\"indicator\":\"kept\",\"value\":\"5.1\",\"status\":\"P\"}")
			.json()
			.path("id")
			.asString();
		withdraw("kept", "at-most: -2", "?document=x&reason=" + encoded("调整"));

		Api.Answer queue = page(this.api.reviewer(), "/review");
		assertThat(queue.status()).isEqualTo(200);
		assertThat(queue.body()).contains("/review/" + id).contains("计划已不含：gone");
		assertThat(page(this.api.reviewer(), "/review/" + id).body()).contains("计划修订后已不含该指标")
			.as("the target is a decrease now, which nobody doubted when it came")
			.contains("下降请填负数")
			.contains("name=\"figures\" value=\"gone\"");
		assertThat(page(this.api.staff(), "/fill/receipts/" + id).body()).contains("gone");
		assertThat(
				decide(this.api.reviewer(), id, "decision=return&figures=gone&reason-gone=" + encoded("已撤销")).status())
			.isEqualTo(302);
		assertThat(states(id)).isEqualTo("gone false; kept -");
	}

	private void withdraw(String left, String goal, String reason) {
		String targets = Arrays.stream(left.split(", "))
			.map((code) -> "{indicator: %s, name: 指标, wording: 原文, measure: growth, unit: percent, decimals: 1, goal: {%s}, reported: quarterly, department: mine, nature: expected}"
				.formatted(code, goal))
			.collect(Collectors.joining(",\n  "));
		Api.Answer answer = this.api.admin().put("/api/plans/withdrawn-2024" + reason, "application/yaml", """
				plan: withdrawn-2024
				title: 计划
				area: {code: "000009", zh: 某区}
				year: 2024
				timezone: Asia/Shanghai
				source: 政府工作报告
				due: {working-days-after-period: 15}
				closes: 2025-12-31
				departments: {mine: {zh: 统计局}}
				targets: [%s]
				""".formatted(targets));
		assertThat(answer.status()).as(answer.body()).isLessThan(300);
	}

	private String submit(String period, String figures) {
		return submitAs(this.api.staff(), period, figures);
	}

	private static String submitAs(Api caller, String period, String figures) {
		Api.Answer answer = caller.submit("china-2024", period, figures);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer.json().path("id").asString();
	}

	private static Api.Answer page(Api caller, String path) {
		return caller.send(caller.request(path).header("Accept", "text/html").GET());
	}

	private static Api.Answer decide(Api caller, String submission, String form) {
		return post(caller, "/review/" + submission, form);
	}

	private static Api.Answer post(Api caller, String path, String form) {
		return caller.send(caller.request(path)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private String states(String submission) {
		return this.jdbc.sql("""
				SELECT string_agg(f.indicator || ' ' || coalesce(r.approved::text, '-'), '; ' ORDER BY f.indicator)
				FROM figure_revision f
				LEFT JOIN figure_review r USING (plan_id, indicator, period_start, period_end, revision)
				WHERE f.submission_id = :id
				""").param("id", UUID.fromString(submission)).query(String.class).single();
	}

	private String audited(String submission) {
		return this.jdbc.sql("""
				SELECT string_agg(action || ' ' || succeeded, '; ' ORDER BY action, succeeded)
				FROM audit_event WHERE subject = :id AND action IN ('approve', 'return')
				""").param("id", submission).query(String.class).single();
	}

}
