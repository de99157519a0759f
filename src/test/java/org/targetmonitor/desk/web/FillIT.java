package org.targetmonitor.desk.web;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.account.Grant;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A department's year on its page: what is due, what would become of it, what is refused,
 * doubted and taken. One story, in order.
 */
@MonitorTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FillIT {

	private static final String Q1 = "/fill/yuhang-2024/2024-Q1";

	private static final String Q2 = "/fill/yuhang-2024/2024-Q2";

	@Autowired
	Api api;

	@Autowired
	SettableClock clock;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void july() {
		this.clock.setToNoonOf("2024-07-10");
	}

	@Test
	@Order(1)
	void showsWhatIsDueOfTheOwnDepartmentOnly() {
		String due = page(this.api.finance(), "/fill").body();
		assertThat(due).contains("2024年上半年", "还剩9天", "2024年一季度", "已逾期79天", "待报 2 项")
			.doesNotContain("2024年前三季度", "地区生产总值");
		assertThat(due.indexOf("已逾期79天")).as("the most urgent first").isLessThan(due.indexOf("还剩9天"));
		String page = page(this.api.finance(), Q2).body();
		assertThat(page).contains("row-fiscal-revenue", "row-budget-revenue", "目标：6%", "增减%（下降填负数）")
			.doesNotContain("row-gdp", "地区生产总值");
	}

	@Test
	@Order(1)
	void pressesTheDraftsButtonWhereNoScriptRuns() {
		String page = page(this.api.finance(), Q2).body();
		assertThat(page.indexOf("/draft\"")).isPositive().isLessThan(page.indexOf(">报送</button>"));
	}

	@Test
	@Order(2)
	void leadsAfterSigningInToWhereTheWorkIs() {
		assertThat(location(page(this.api.finance(), "/start"))).endsWith("/fill");
		assertThat(location(page(this.api.leader(), "/start"))).endsWith("/");
		assertThat(page(this.api.leader(), "/fill").status()).isEqualTo(403);
	}

	@Test
	@Order(3)
	void saysWhatWouldBecomeOfItAndKeepsTheDraft() {
		Api.Answer preview = post(this.api.finance(), Q1 + "/preview",
				Map.of("fiscal-revenue.value", "６.３％", "fiscal-revenue.status", "P"));
		assertThat(preview.status()).isEqualTo(200);
		assertThat(preview.body()).contains("符合进度", "距达标线+0.3个百分点", "按 6.3 处理", "草稿已保存 12:00");
		assertThat(page(this.api.finance(), Q1).body()).contains("value=\"６.３％\"");
		assertThat(stored("2024-01-01", "2024-04-01")).isEmpty();
	}

	@Test
	@Order(4)
	void doesNotOverwriteAColleaguesDraft() {
		Api.Answer late = post(this.api.as("colleague", Api.submitting("yuhang-2024", "finance")), Q1 + "/draft",
				Map.of("fiscal-revenue.value", "7", "version.finance", "0"));
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.body()).contains("finance 于 12:00 保存了较新的草稿");
		assertThat(page(this.api.finance(), Q1).body()).contains("value=\"６.３％\"");
	}

	@Test
	@Order(5)
	void neitherShowsNorTakesAnotherDepartmentsIndicator() {
		assertThat(post(this.api.finance(), Q1 + "/preview", Map.of("gdp.value", "6")).status()).isEqualTo(403);
		assertThat(post(this.api.finance(), Q1 + "/draft", Map.of("gdp.value", "6")).status()).isEqualTo(403);
		assertThat(post(this.api.finance(), Q1, Map.of("gdp.value", "6", "gdp.status", "P")).status()).isEqualTo(403);
		assertThat(page(this.api.finance(), "/fill/china-2024/2024-Q1").status()).isEqualTo(403);
		assertThat(page(this.api.finance(), "/fill/yuhang-2024/2024").status()).isEqualTo(404);
		assertThat(page(this.api.finance(), "/fill/nowhere-2024/2024-Q1").status()).isEqualTo(404);
		assertThat(stored("2024-01-01", "2024-04-01")).isEmpty();
		assertThat(this.jdbc.sql("SELECT count(*) FROM draft_field WHERE indicator = 'gdp'").query(Long.class).single())
			.isZero();
		assertThat(this.jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'submit' AND NOT succeeded")
			.query(Long.class)
			.single()).isPositive();
	}

	@Test
	@Order(6)
	void refusesAtTheFieldAndKeepsWhatWasTyped() {
		Api.Answer refused = post(this.api.finance(), Q1,
				Map.of("fiscal-revenue.value", "约六", "budget-revenue.value", "5.1"));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("未报送。请看下面标出的各项", "value=\"约六\"", "value=\"5.1\"", "不是数字")
			.contains("aria-describedby=\"fiscal-revenue-value-said\"", "aria-invalid=\"true\"");
		assertThat(post(this.api.finance(), Q1, Map.of("fiscal-revenue.status", "P")).body()).contains("没有填写任何数据，未报送");
		post(this.api.finance(), Q1,
				Map.of("budget-revenue.value", "约五", "fiscal-revenue.value", "６.３％", "version.finance", "1"));
		assertThat(page(this.api.finance(), Q1).body()).as("kept though refused").contains("value=\"约五\"");
		assertThat(stored("2024-01-01", "2024-04-01")).isEmpty();
	}

	@Test
	@Order(7)
	void takesADoubtfulFigureOnceItIsExplained() {
		Map<String, String> doubtful = Map.of("form", "00000000-0000-0000-0000-000000000001", "fiscal-revenue.value",
				"6.3", "fiscal-revenue.level", "200", "fiscal-revenue.status", "P", "fiscal-revenue.origin", "区财政局",
				"budget-revenue.value", "5.1", "budget-revenue.level", "201", "budget-revenue.status", "P",
				"budget-revenue.origin", "区财政局");
		Api.Answer doubted = post(this.api.finance(), Q1, doubtful);
		assertThat(doubted.status()).isEqualTo(422);
		assertThat(doubted.body()).contains("id=\"budget-revenue-note-label\">说明（有存疑，必填）</label>",
				"id=\"fiscal-revenue-note-label\">说明（选填）</label>", "存疑", "大于其所属的财政总收入（200）；如确实无误，在说明中写明原因后可报送");
		Api.Answer byApi = this.api.finance()
			.submit("yuhang-2024", "2024-Q1",
					"{\"indicator\":\"fiscal-revenue\",\"value\":6.3,\"level\":200,\"status\":\"P\"},"
							+ "{\"indicator\":\"budget-revenue\",\"value\":5.1,\"level\":201,\"status\":\"P\"}");
		assertThat(byApi.status()).isEqualTo(422);
		assertThat(byApi.rules()).containsExactly("part-exceeds-whole");
		Map<String, String> explained = with(doubtful, "budget-revenue.note", "含上年结转");
		assertThat(post(this.api.finance(), Q1 + "/preview", explained).body()).contains(
				"存疑（已说明）</span> <span>大于其所属的财政总收入（200）</span>",
				"id=\"budget-revenue-note-label\" hx-swap-oob=\"true\">说明（选填）</label>");
		Api.Answer taken = post(this.api.finance(), Q1, explained);
		assertThat(location(taken)).contains("/fill/receipts/");
		assertThat(location(post(this.api.finance(), Q1, explained))).as("sent twice").isEqualTo(location(taken));
		assertThat(stored("2024-01-01", "2024-04-01")).hasSize(2);
		assertThat(page(this.api.finance(), path(location(taken))).body()).contains("报送回执", "财政总收入", "6.3%", "200 亿元",
				"含上年结转", "待审核", "仍待报送");
		assertThat(page(this.api.finance(), Q1).body()).contains("已全部报送").doesNotContain("６.３％");
		assertThat(location(page(this.api.finance(), "/fill"))).as("one thing is due").endsWith(Q2);
	}

	@Test
	@Order(8)
	void formAndApiStoreTheSame() {
		Api.Answer api = this.api.finance()
			.submit("yuhang-2024", "2024-Q2",
					"{\"indicator\":\"fiscal-revenue\",\"value\":\"5.80\",\"level\":\"420.5\",\"quarter-value\":\"-1\","
							+ "\"status\":\"E\",\"origin\":\"区财政局\",\"note\":\"初步\"}");
		assertThat(api.status()).isEqualTo(201);
		Api.Answer form = post(this.api.finance(), Q2,
				Map.of("budget-revenue.value", "５.80%", "budget-revenue.level", "420.5亿元",
						"budget-revenue.quarter-value", "下降1", "budget-revenue.status", "E", "budget-revenue.origin",
						"区财政局", "budget-revenue.note", "初步"));
		assertThat(location(form)).contains("/fill/receipts/");
		List<String> both = stored("2024-04-01", "2024-07-01");
		assertThat(both).hasSize(2);
		assertThat(both.get(0).replace("budget-revenue", "")).isEqualTo(both.get(1).replace("fiscal-revenue", ""));
	}

	@Test
	@Order(9)
	void correctsWhatIsApprovedWithReasonAndKind() {
		String submission = this.jdbc
			.sql("SELECT submission_id::text FROM figure_revision WHERE indicator = 'fiscal-revenue'"
					+ " AND period_start = '2024-01-01'")
			.query(String.class)
			.single();
		assertThat(this.api.reviewer().approve(submission).status()).isEqualTo(200);
		assertThat(page(this.api.finance(), Q1).body()).contains("已审核", "更正", "差错更正");
		Map<String, String> silent = Map.of("fiscal-revenue.value", "6.4", "fiscal-revenue.level", "202",
				"fiscal-revenue.replaces", "1", "fiscal-revenue.kind", "correction");
		assertThat(post(this.api.finance(), Q1, silent).body()).contains("更正已有数据须说明原因");
		assertThat(post(this.api.finance(), Q1,
				with(with(silent, "fiscal-revenue.note", "录入有误"), "fiscal-revenue.replaces", "9"))
			.status()).isEqualTo(409);
		assertThat(location(post(this.api.finance(), Q1, with(silent, "fiscal-revenue.note", "录入有误"))))
			.contains("/fill/receipts/");
	}

	@Test
	@Order(10)
	void opensACorrectionWithWhatIsThere() {
		assertThat(this.api.finance()
			.submit("yuhang-2024", "2024-Q2",
					"{\"indicator\":\"fiscal-revenue\",\"value\":\"5.8\",\"status\":\"A\",\"origin\":\"决算\","
							+ "\"replaces\":1}")
			.rules()).as("without the level and the quarter").containsExactly("required", "vanishes", "vanishes");
		String page = page(this.api.finance(), Q2).body();
		assertThat(page).contains("name=\"fiscal-revenue.value\" value=\"5.80\"",
				"name=\"fiscal-revenue.level\" value=\"420.5\"", "name=\"fiscal-revenue.quarter-value\" value=\"-1\"",
				"<option value=\"E\" selected", "data-correct=\"fiscal-revenue\"");
		Map<String, String> untouched = Map.of("fiscal-revenue.value", "5.80", "fiscal-revenue.level", "420.5",
				"fiscal-revenue.quarter-value", "-1", "fiscal-revenue.status", "E", "fiscal-revenue.origin", "区财政局",
				"fiscal-revenue.replaces", "1", "fiscal-revenue.note", "");
		assertThat(post(this.api.finance(), Q2, untouched).body()).contains("没有填写任何数据，未报送");
		assertThat(post(this.api.finance(), Q2, with(untouched, "fiscal-revenue.status", "A")).body())
			.as("the status alone is a correction, too")
			.contains("更正已有数据须说明原因");
		assertThat(location(post(this.api.finance(), Q2,
				with(with(untouched, "fiscal-revenue.value", "5.9"), "fiscal-revenue.note", "增速录入有误"))))
			.contains("/fill/receipts/");
		assertThat(stored("2024-04-01", "2024-07-01"))
			.anyMatch((line) -> line.startsWith("fiscal-revenue|2|5.9|420.5|-1|E|-|1|区财政局|增速录入有误"));
	}

	@Test
	@Order(11)
	void bringsNoDraftBackAfterItsFigureIsHandedIn() {
		this.clock.setToNoonOf("2024-10-10");
		String third = "/fill/yuhang-2024/2024-Q3";
		Map<String, String> typed = Map.of("form", "00000000-0000-0000-0000-000000000003", "fiscal-revenue.value",
				"5.9", "fiscal-revenue.level", "640", "fiscal-revenue.status", "P", "fiscal-revenue.note", "",
				"version.finance", "0");
		assertThat(location(post(this.api.finance(), third, typed))).contains("/fill/receipts/");
		Api.Answer late = post(this.api.finance(), third + "/draft", typed);
		assertThat(late.status()).as("a late preview").isEqualTo(409);
		assertThat(late.body()).contains("finance 于 12:00 已报送或清空草稿，您刚才填写的内容没有存入草稿。").doesNotContain("保存了较新的草稿");
		assertThat(page(this.api.finance(), third).body()).doesNotContain("草稿已保存");
	}

	@Test
	@Order(12)
	void showsNoDraftInTheFieldsOnceAnotherRevisionIsThere() {
		this.clock.setToNoonOf("2024-10-10");
		String third = "/fill/yuhang-2024/2024-Q3";
		Map<String, String> typed = Map.of("budget-revenue.value", "4.4", "budget-revenue.level", "600",
				"version.finance", "1");
		assertThat(post(this.api.finance(), third + "/draft", typed).status()).isEqualTo(302);
		assertThat(page(this.api.finance(), third).body()).contains("value=\"4.4\"");
		assertThat(this.api.finance()
			.submit("yuhang-2024", "2024-Q3",
					"{\"indicator\":\"budget-revenue\",\"value\":\"4.5\",\"level\":\"600\",\"status\":\"P\"}")
			.status()).isEqualTo(201);
		assertThat(page(this.api.finance(), third).body()).contains("value=\"4.5\"", "已有新版次，较早的草稿未带出：4.4")
			.doesNotContain("value=\"4.4\"");
		Map<String, String> again = with(typed, "version.finance", "2");
		assertThat(post(this.api.finance(), third, again).status()).as("typed over nothing").isEqualTo(409);
	}

	@Test
	@Order(13)
	void keepsOfSeveralDepartmentsTheDraftsOfThoseAloneThatWereTypedInto() {
		this.clock.setToNoonOf("2025-01-10");
		String fourth = "/fill/yuhang-2024/2024-Q4";
		Api office = this.api.as("office", Api.submitting("yuhang-2024", Grant.EVERY));
		assertThat(post(office, fourth + "/draft", Map.of("gdp.value", "5.1")).status()).isEqualTo(302);
		assertThat(this.jdbc.sql("SELECT department FROM draft WHERE period_start = '2024-10-01'")
			.query(String.class)
			.list()).as("the one that was typed into").containsExactly("statistics");
		assertThat(post(this.api.finance(), fourth + "/draft", Map.of("fiscal-revenue.value", "5.7")).status())
			.isEqualTo(302);
		Map<String, String> further = Map.of("gdp.value", "5.2", "version.statistics", "1", "version.finance", "0");
		Api.Answer answer = post(office, fourth + "/draft", further);
		assertThat(answer.status()).as("nothing of finance is on that page").isEqualTo(302);
		assertThat(office.shown(answer).body()).contains("草稿已保存 12:00", "name=\"version.statistics\" value=\"2\"")
			.doesNotContain("保存了较新的草稿", "没有存入草稿。");
		assertThat(page(this.api.finance(), fourth).body()).contains("value=\"5.7\"");
		assertThat(post(office, fourth + "/draft", with(further, "fiscal-revenue.value", "6.6")).status())
			.as("typed over what was not seen")
			.isEqualTo(409);
		assertThat(
				location(
						post(this.api.finance(), fourth,
								Map.of("fiscal-revenue.value", "5.7", "fiscal-revenue.level", "900",
										"fiscal-revenue.status", "P", "version.finance", "1"))))
			.contains("/fill/receipts/");
		assertThat(post(office, fourth + "/draft",
				Map.of("gdp.value", "5.3", "version.statistics", "2", "version.finance", "0"))
			.status()).as("handed in by them").isEqualTo(302);
		String emptied = page(this.api.finance(), fourth).body();
		assertThat(emptied).contains("name=\"version.finance\" value=\"2/0\"");
	}

	/** So that going back to the page or reloading it sends nothing a second time. */
	@Test
	@Order(14)
	void comesBackToThePageOnceADraftIsKept() {
		this.clock.setToNoonOf("2025-01-10");
		String fourth = "/fill/yuhang-2024/2024-Q4";
		Api.Answer kept = post(this.api.finance(), fourth + "/draft",
				Map.of("budget-revenue.value", "4.6", "version.finance", "2/0"));
		assertThat(kept.status()).isEqualTo(302);
		assertThat(location(kept)).endsWith(fourth);
		String session = kept.response().headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
		HttpRequest.Builder next = this.api.finance()
			.request(fourth)
			.header("Accept", "text/html")
			.header("Cookie", session);
		assertThat(this.api.finance().send(next.copy().GET()).body()).contains("value=\"4.6\"", "草稿已保存 12:00")
			.containsPattern("<button[^>]* autofocus[^>]*>保存草稿");
		assertThat(this.api.finance().send(next.copy().GET()).body()).as("loaded again").doesNotContain("autofocus");
	}

	private static Map<String, String> with(Map<String, String> fields, String name, String text) {
		return Stream
			.concat(fields.entrySet().stream().filter((field) -> !field.getKey().equals(name)),
					Stream.of(Map.entry(name, text)))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private static Api.Answer page(Api api, String path) {
		return api.send(api.request(path).header("Accept", "text/html").GET());
	}

	private static Api.Answer post(Api api, String path, Map<String, String> fields) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return api.send(api.request(path)
			.header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private static String location(Api.Answer answer) {
		return answer.response().headers().firstValue("Location").orElse("status " + answer.status());
	}

	private static String path(String location) {
		return location.substring(location.indexOf("/fill"));
	}

	/** Every revision of a period, field by field, in the order of indicators. */
	private List<String> stored(String start, String end) {
		return this.jdbc
			.sql("""
					SELECT concat_ws('|', f.indicator, f.revision, coalesce(f.value::text, '-'), coalesce(f.level::text, '-'),
					  coalesce(f.quarter_value::text, '-'), f.obs_status, coalesce(f.kind, '-'),
					  coalesce(f.replaces::text, '-'), coalesce(f.origin, '-'), coalesce(f.note, '-'),
					  coalesce(s.reason, '-'), s.author) AS line
					FROM figure_revision f JOIN submission s USING (plan_id, submission_id)
					WHERE f.plan_id = 'yuhang-2024' AND f.period_start = CAST(:start AS date)
					  AND f.period_end = CAST(:end AS date)
					ORDER BY f.indicator, f.revision
					""")
			.param("start", start)
			.param("end", end)
			.query((row, number) -> row.getString("line"))
			.list();
	}

}
