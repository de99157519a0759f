package org.targetmonitor.plan.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.plan.Plans;
import org.targetmonitor.submission.Chains;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plan files over HTTP: what is refused, naming line, target and field, and what is
 * recorded.
 */
@MonitorTest
class BadPlanIT {

	private static final String YAML = "application/yaml";

	private static final String JSON = "application/json";

	/** Line 11 is the growth, line 12 the level, line 13 the relation. */
	private static final String PLAN = """
			plan: trial-2024
			title: {zh: 试行计划, en: Trial}
			area: {code: "330110", zh: 余杭区}
			year: 2024
			timezone: Asia/Shanghai
			source: 测试
			due: {working-days-after-period: 15}
			closes: 2025-12-31
			departments: {stat: {zh: 统计局}}
			targets:
			  - {indicator: gdp, name: 生产总值, wording: 增长6%, measure: growth, unit: percent, decimals: 1, goal: {at-least: 6}, reported: quarterly, department: stat, nature: expected}
			  - {indicator: jobs, name: 新增就业, wording: 1200人, measure: level, unit: 人, decimals: 0, goal: {at-least: 1200}, reported: quarterly, department: stat, nature: expected}
			  - {indicator: income, name: 居民收入, wording: 同步, measure: growth, unit: percent, decimals: 1, goal: {in-step-with: gdp, tolerance: 0.5}, reported: quarterly, department: stat, nature: expected}
			""";

	private static final String PLAN_AS_JSON = """
			{"plan": "trial-2024",
			"title": {"zh": "试行计划", "en": "Trial"},
			"area": {"code": "330110", "zh": "余杭区"},
			"year": 2024,
			"timezone": "Asia/Shanghai",
			"source": "测试",
			"due": {"working-days-after-period": 15},
			"closes": "2025-12-31",
			"departments": {"stat": {"zh": "统计局"}},
			"targets": [
			{"indicator": "gdp", "name": "生产总值", "wording": "增长6%", "measure": "growth", "unit": "percent", "decimals": 1, "goal": {"at-least": 6}, "reported": "quarterly", "department": "stat", "nature": "expected"},
			{"indicator": "jobs", "name": "新增就业", "wording": "1200人", "measure": "level", "unit": "人", "decimals": 0, "goal": {"at-least": 1200}, "reported": "quarterly", "department": "stat", "nature": "expected"},
			{"indicator": "income", "name": "居民收入", "wording": "同步", "measure": "growth", "unit": "percent", "decimals": 1, "goal": {"in-step-with": "gdp", "tolerance": 0.5}, "reported": "quarterly", "department": "stat", "nature": "expected"}
			]}
			""";

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Plans plans;

	@Autowired
	private Chains chains;

	@BeforeEach
	void setClock() {
		this.clock.setToNoonOf("2024-04-10");
	}

	/** A plan file with one thing wrong. */
	record Bad(String name, String find, String replace, int line, String subject, String field, String rule, String zh,
			String en) {

		String yaml() {
			assertThat(PLAN).contains(this.find);
			return PLAN.replace(this.find, this.replace);
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

	static Stream<Bad> faults() {
		return Stream.of(
				new Bad("circle of relations", "goal: {at-least: 6}", "goal: {in-step-with: income, tolerance: 0.5}",
						11, "gdp", "goal", "circle", "关系目标互成循环：gdp → income", "form a circle: gdp → income"),
				new Bad("relation with itself", "in-step-with: gdp", "in-step-with: income", 13, "income", "goal",
						"itself", "指标不能与自身比较", "not compared with itself"),
				new Bad("relation with nothing", "in-step-with: gdp", "in-step-with: gdq", 13, "income", "goal",
						"operand", "计划中没有指标“gdq”", "has no indicator \"gdq\""),
				new Bad("operand measured otherwise", "in-step-with: gdp", "in-step-with: jobs", 13, "income", "goal",
						"measure", "计量方式不同", "are not measured alike"),
				new Bad("goal 0 for a level", "at-least: 1200", "at-least: 0", 12, "jobs", "goal", "positive",
						"总量的目标应大于0", "the goal of a level must be above 0"),
				new Bad("goal that does not go with its measure", "goal: {at-least: 1200}", "goal: {complete: 100}", 12,
						"jobs", "goal", "measure", "目标类型 complete 不能用于总量",
						"a goal complete does not go with measure level"),
				new Bad("goal with more decimals than published", "goal: {at-least: 6}", "goal: {at-least: 6.05}", 11,
						"gdp", "goal", "decimals", "目标的小数位多于指标公布的1位", "has more decimals than the 1"),
				new Bad("at least with direction lower", "goal: {at-least: 6}", "direction: lower, goal: {at-least: 6}",
						11, "gdp", "direction", "direction", "不能与 at-least 同用", "does not go with at-least"),
				new Bad("lagging-below at 0", "goal: {at-least: 6}", "lagging-below: 0, goal: {at-least: 6}", 11, "gdp",
						"lagging-below", "range", "滞后界限应小于0", "must be below 0"),
				new Bad("lagging-below above 0", "goal: {at-least: 6}", "lagging-below: 0.5, goal: {at-least: 6}", 11,
						"gdp", "lagging-below", "range", "滞后界限应小于0", "must be below 0"),
				new Bad("unknown key of a target", "wording: 1200人", "wordnig: x, wording: 1200人", 12, "jobs",
						"wordnig", "unknown-key", "无法识别的项“wordnig”", "unknown key \"wordnig\""),
				new Bad("unknown key of the plan", "source: 测试", "sauce: x\nsource: 测试", 6, "", "sauce", "unknown-key",
						"无法识别的项“sauce”", "unknown key \"sauce\""),
				new Bad("department that is not listed", "goal: {at-least: 6}, reported: quarterly, department: stat",
						"goal: {at-least: 6}, reported: quarterly, department: tax", 11, "gdp", "department",
						"department", "部门“tax”未在 departments 中列出", "\"tax\" is not listed under departments"),
				new Bad("the same indicator twice", "indicator: jobs", "indicator: gdp", 12, "gdp", "indicator",
						"twice", "同一指标在计划中出现两次", "stands twice in the plan"),
				new Bad("unknown kind of goal", "goal: {at-least: 6}", "goal: {atleast: 6}", 11, "gdp", "goal", "goal",
						"无法识别的目标类型，可用：about, above, assigned-by, at-least",
						"no known kind of goal; there are: about, above, assigned-by, at-least"),
				new Bad("closing before the year has ended", "2025-12-31", "2024-12-31", 8, "", "closes", "range",
						"关闭日期应在2024年结束之后", "closes after the end of 2024"),
				new Bad("no such time zone", "Asia/Shanghai", "Asia/Hangzhou", 5, "", "timezone", "zone",
						"“Asia/Hangzhou”不是时区", "\"Asia/Hangzhou\" is no time zone"),
				new Bad("another plan's file", "plan: trial-2024", "plan: trail-2024", 0, "", "plan", "plan",
						"文件中的计划代码“trail-2024”与地址不一致", "the file is of plan \"trail-2024\""));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void refusesAFileNamingLineTargetAndField(Bad bad) {
		String before = stored();
		Api.Answer chinese = put("trial-2024", YAML, bad.yaml());
		Api.Answer english = this.api.send(this.api.admin()
			.request("/api/plans/trial-2024")
			.setHeader("Accept-Language", "en")
			.header("Content-Type", YAML)
			.PUT(java.net.http.HttpRequest.BodyPublishers.ofString(bad.yaml())));

		assertThat(chinese.status()).isEqualTo(422);
		assertThat(chinese.response().headers().firstValue("Content-Type").orElse(""))
			.startsWith("application/problem+json");
		JsonNode fault = fault(chinese, bad.rule());
		assertThat(fault.path("line").asInt()).isEqualTo(bad.line());
		assertThat(fault.path("subject").asString()).isEqualTo(bad.subject());
		assertThat(fault.path("field").asString()).isEqualTo(bad.field());
		assertThat(fault.path("reason").asString()).contains(bad.zh());
		assertThat(fault(english, bad.rule()).path("reason").asString()).contains(bad.en());
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	void refusesJsonAlikeWithItsLines() {
		String before = stored();
		Api.Answer answer = put("trial-2024", JSON, PLAN_AS_JSON.replace("\"at-least\": 1200", "\"at-least\": 0")
			.replace("\"gdp\", \"tolerance\"", "\"jobs\", \"tolerance\""));

		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.rules()).containsExactly("positive", "measure");
		assertThat(fault(answer, "positive").path("line").asInt()).isEqualTo(12);
		assertThat(fault(answer, "measure").path("line").asInt()).isEqualTo(13);
		assertThat(stored()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "plan: [", "plan: a\nplan: b", "a: &x 1\nb: *x", "\tplan: x", "--- a\n--- b" })
	void refusesWhatIsNoYaml(String text) {
		String before = stored();
		Api.Answer answer = put("trial-2024", YAML, text);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
			.startsWith("application/problem+json");
		assertThat(answer.json().path("title").asString()).contains("不是有效的 YAML");
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	void refusesAFileInAnotherEncoding() {
		String before = stored();
		Api.Answer answer = this.api.send(this.api.admin()
			.request("/api/plans/trial-2024")
			.header("Content-Type", YAML)
			.PUT(java.net.http.HttpRequest.BodyPublishers
				.ofByteArray(PLAN.getBytes(java.nio.charset.Charset.forName("GBK")))));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("title").asString()).isEqualTo("文件编码不是 UTF-8，请另存为 UTF-8 编码");
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	void refusesWhoeverDoesNotKeepThePlan() {
		String before = stored();
		for (Api account : List.of(this.api.staff(), this.api.reviewer(), this.api.leader(), this.api.planner())) {
			Api.Answer answer = account.put("/api/plans/trial-2024", YAML, PLAN);
			assertThat(answer.status()).isEqualTo(403);
			assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
				.startsWith("application/problem+json");
		}
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	void recordsAPlanAndItsChangesWithTheirReason() {
		String plan = PLAN.replace("trial-2024", "story-2024");
		String changed = plan.replace("goal: {at-least: 6}", "goal: {at-least: 6.5}");
		assertThat(put("story-2024", YAML, plan).status()).isEqualTo(201);
		assertThat(put("story-2024", YAML, plan).json().path("outcome").asString()).isEqualTo("unchanged");
		String before = stored();

		Api.Answer refused = put("story-2024", YAML, changed);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.rules()).containsExactly("required");
		assertThat(fault(refused, "required").path("field").asString()).isEqualTo("reason");
		assertThat(stored()).isEqualTo(before);

		String why = "story-2024?reason=" + encoded("区人大调整");
		Api.Answer undocumented = put(why, YAML, changed);
		assertThat(undocumented.status()).isEqualTo(422);
		assertThat(undocumented.rules()).containsExactly("document");
		assertThat(fault(undocumented, "document").toString()).contains("gdp", "年度开始后调整目标值、计量口径、滞后界限、节点或权重，或撤销目标");
		assertThat(put(why + "&document-date=2024-04-09", YAML, changed).rules()).containsExactly("required");
		assertThat(put(why + "&document=x&document-date=2024-04-11", YAML, changed).rules()).containsExactly("future");
		assertThat(put(why + "&document=x&document-date=9.4.", YAML, changed).rules()).containsExactly("date");
		assertThat(put(why + "&document=x&document-date=-999999999-01-01", YAML, changed).rules())
			.containsExactly("date");
		assertThat(stored()).isEqualTo(before);

		Api.Answer revised = put(why + "&document=" + encoded("余政〔2024〕7号（测试用，虚构）") + "&document-date=2024-04-09", YAML,
				changed);
		assertThat(revised.status()).isEqualTo(200);
		assertThat(revised.json().toString()).isEqualTo(
				"{\"plan\":\"story-2024\",\"outcome\":\"revised\",\"heading\":false,\"targets\":[\"gdp\"],\"other-verdicts\":[]}");
		assertThat(this.jdbc.sql("""
				SELECT concat_ws('|', indicator, revision, reason, document, document_date, author) FROM target_revision
				WHERE plan_id = 'story-2024' AND revision > 1
				""").query((row, number) -> row.getString(1)).list())
			.containsExactly("gdp|2|区人大调整|余政〔2024〕7号（测试用，虚构）|2024-04-09|admin");
		assertThat(this.chains.verify("story-2024").breaks()).isEmpty();
	}

	/** The year of 2025 has not begun, and words alone are no other goal. */
	@Test
	void asksForADocumentOnlyWhereAGoalOfTheYearThatRunsIsChanged() {
		String coming = PLAN.replace("trial-2024", "coming-2025")
			.replace("330110", "330111")
			.replace("year: 2024", "year: 2025")
			.replace("closes: 2025", "closes: 2026");
		put("coming-2025", YAML, coming);
		assertThat(put("coming-2025?reason=x", YAML, coming.replace("{at-least: 6}", "{at-least: 7}")).status())
			.isEqualTo(200);
		String running = PLAN.replace("trial-2024", "running-2024");
		put("running-2024", YAML, running);
		assertThat(put("running-2024?reason=x", YAML,
				running.replace("1200人", "1200 人").replace("{at-least: 6}", "{at-least: 6.0}"))
			.status()).isEqualTo(200);
		assertThat(put("running-2024?reason=x", YAML, running.replace("tolerance: 0.5", "tolerance: 0.4")).rules())
			.containsExactly("document");
	}

	/** As of before the change the old goal stands, and each of them with its grounds. */
	@Test
	void tellsWhatATargetWasBeforeAndWhatTheChangeRestsOn() {
		String plan = PLAN.replace("trial-2024", "line-2024");
		put("line-2024", YAML, plan);
		this.clock.setToNoonOf("2024-07-10");
		assertThat(put("line-2024?reason=x&document=" + encoded("某文件") + "&document-date=2024-07-09", YAML,
				plan.replace("{at-least: 6}", "{at-least: 5}"))
			.status()).isEqualTo(200);
		assertThat(this.plans.history("line-2024", "gdp", this.clock.instant()))
			.extracting((version) -> Objects.requireNonNull(version.target()).goal().number().orElseThrow().intValue()
					+ " " + version.knownFrom() + " " + version.grounds().document() + " "
					+ version.grounds().documentDate())
			.containsExactly("6 2023-12-31T16:00:00Z null null", "5 2024-07-10T04:00:00Z 某文件 2024-07-09");
		assertThat(this.plans.history("line-2024", "gdp", Instant.parse("2024-07-10T03:59:59Z"))).hasSize(1);
		assertThat(goalAsOf("2024-07-09")).isEqualTo("6");
		assertThat(goalAsOf("2024-07-10")).isEqualTo("5");
		JsonNode change = this.api.leader()
			.get("/api/plans/line-2024/revisions")
			.json()
			.valueStream()
			.filter((row) -> row.path("revision").asInt() == 2)
			.findFirst()
			.orElseThrow();
		assertThat(change.path("document").asString()).isEqualTo("某文件");
		assertThat(change.path("document-date").asString()).isEqualTo("2024-07-09");
		assertThat(this.api.leader().get("/figures/line-2024/gdp").body()).contains("依据：某文件 2024-07-09");
	}

	private String goalAsOf(String day) {
		return this.api.leader()
			.get("/api/plans/line-2024/progress?asOf=" + day)
			.json()
			.path("targets")
			.path(0)
			.path("target")
			.asString();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "china-2024", "hangzhou-2024", "yuhang-2024", "demo-2024" })
	void givesEveryPlanAsADocumentThatCanBeSentAgain(String plan) {
		String before = stored();
		String document = this.api.leader().get("/api/plans/" + plan).body();
		Api.Answer again = put(plan, JSON, document);
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.json().path("outcome").asString()).isEqualTo("unchanged");
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	void changesNoTargetsOfAClosedPlan() {
		String document = this.api.leader().get("/api/plans/hangzhou-2024").body();
		String changed = document.replace("\"tolerance\":\"0.2\"", "\"tolerance\":\"0.3\"");
		assertThat(changed).isNotEqualTo(document);
		this.clock.setToNoonOf("2025-12-31");
		String before = stored();

		Api.Answer answer = put("hangzhou-2024?reason=late", JSON, changed);

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
			.startsWith("application/problem+json");
		assertThat(answer.json().path("title").asString()).isEqualTo("计划已关闭，目标不能再修改");
		assertThat(put("hangzhou-2024", JSON, document).status()).isEqualTo(200);
		assertThat(stored()).isEqualTo(before);
	}

	private Api.Answer put(String plan, String type, String body) {
		return this.api.admin().put("/api/plans/" + plan, type, body);
	}

	private static JsonNode fault(Api.Answer answer, String rule) {
		return answer.json()
			.path("errors")
			.valueStream()
			.filter((error) -> error.path("rule").asString().equals(rule))
			.findFirst()
			.orElseThrow(() -> new AssertionError(answer.body()));
	}

	private String stored() {
		return this.jdbc.sql("""
				SELECT concat_ws(' ', (SELECT count(*) FROM plan), (SELECT count(*) FROM plan_revision),
				  (SELECT count(*) FROM target), (SELECT count(*) FROM target_revision),
				  (SELECT sum(number) FROM plan_change))
				""").query(String.class).single();
	}

}
