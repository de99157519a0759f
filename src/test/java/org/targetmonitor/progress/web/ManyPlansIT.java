package org.targetmonitor.progress.web;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.Browser;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.People;
import org.targetmonitor.support.Statements;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages with three hundred plans: what they ask of the database, and how long they are,
 * does not depend on how many plans there are.
 */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyPlansIT {

	private static final Pattern COUNTY = Pattern.compile("id=\"(county-[0-9]+-2024)\"");

	private static final Pattern ROW = Pattern.compile("id=\"yuhang-2024--([a-z-]+)\"");

	@Autowired
	private Api api;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JdbcTemplate template;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private People people;

	private Browser leader;

	@BeforeAll
	void recordPlans() {
		this.api.leader();
		this.api.staff();
		this.api.reviewer();
		this.leader = signedIn("leader");
		this.transaction.executeWithoutResult((status) -> List.of("""
				CREATE TEMPORARY TABLE county ON COMMIT DROP AS
				SELECT 'county-' || n || '-2024' AS id, (340000 + 100 * (1 + n / 30) + 1 + n % 30)::text AS area, n
				FROM generate_series(1, 300) n
				""", "INSERT INTO plan (plan_id) SELECT id FROM county", """
				INSERT INTO plan_change (plan_id, number) SELECT id, 1 FROM county
				""", """
				INSERT INTO target (plan_id, indicator)
				SELECT county.id, indicator FROM target, county WHERE plan_id = 'yuhang-2024'
				""", """
				INSERT INTO plan_revision (plan_id, revision, area_code, year, header, author, recorded_at, known_from)
				SELECT county.id, revision, county.area, year, replace(replace(replace(header::text,
				  'yuhang-2024', county.id), '330110', county.area), '余杭区', '第' || county.n || '县')::json,
				  author, recorded_at, known_from
				FROM plan_revision, county WHERE plan_id = 'yuhang-2024'
				""", """
				INSERT INTO target_revision (plan_id, indicator, revision, position, definition, author, recorded_at,
				  known_from)
				SELECT county.id, indicator, revision, position, definition, author, recorded_at, known_from
				FROM target_revision, county WHERE plan_id = 'yuhang-2024'
				""",
				"""
						INSERT INTO submission (plan_id, submission_id, period_start, period_end, author, recorded_at, known_from)
						SELECT id, gen_random_uuid(), '2024-01-01', '2024-04-01', 'staff', '2024-04-08', '2024-04-08' FROM county
						""",
				"""
						INSERT INTO figure_revision (plan_id, indicator, period_start, period_end, revision, submission_id, value,
						  obs_status)
						SELECT s.plan_id, t.indicator, s.period_start, s.period_end, 1, s.submission_id, 3.1, 'P'
						FROM submission s JOIN county ON county.id = s.plan_id, target t
						WHERE t.plan_id = 'yuhang-2024' AND t.indicator IN ('gdp', 'fiscal-revenue', 'budget-revenue',
						  'fixed-investment', 'retail-sales', 'goods-trade')
						""",
				"""
						INSERT INTO figure_review (plan_id, indicator, period_start, period_end, revision, approved, reviewer,
						  recorded_at, known_from)
						SELECT f.plan_id, f.indicator, f.period_start, f.period_end, 1, true, 'reviewer', '2024-04-08', '2024-04-08'
						FROM figure_revision f JOIN county ON county.id = f.plan_id
						""")
			.forEach((sql) -> this.jdbc.sql(sql).update()));
		assertThat(this.leader.get("/?year=2024&page=3").body()).as("what is behind is named").contains("另有");
	}

	/** Session, account, session again: three of them are the sign-in's. */
	@ParameterizedTest
	@CsvSource({ "/, 5", "/?year=2024&page=2, 5", "/?area=340200, 5", "/?q=第17县, 5", "/?asOf=2024-04-09, 5",
			"/plans/yuhang-2024, 5", "/plans/yuhang-2024?asOf=2024-04-09, 5", "/?plan=yuhang-2024, 5", "/tasks, 5",
			"/tasks?asOf=2024-04-09, 5", "/oversight, 5", "/oversight?asOf=2024-04-09, 5", "/calendar, 6",
			"/figures/yuhang-2024/gdp, 7", "/figures/yuhang-2024/gdp?asOf=2024-04-09, 7" })
	void asksAsLittleAsWithOnePlan(String path, int statements) {
		this.leader.get(path);

		assertThat(statements(() -> assertThat(this.leader.get(path).status()).isEqualTo(200))).isNotEmpty()
			.hasSize(statements);
	}

	@ParameterizedTest
	@CsvSource({ "admin, /plans, 6", "admin, /accounts, 8", "staff, /fill, 5", "staff, /fill/yuhang-2024/2024-Q1, 7",
			"reviewer, /review, 6" })
	void whoWorksOnItAsksAsLittle(String who, String path, int statements) {
		Browser browser = signedIn(who);
		browser.get(path);

		assertThat(statements(() -> assertThat(browser.get(path).status()).isEqualTo(200))).hasSize(statements);
	}

	/** Rows of one act go together: as many statements for five figures as for one. */
	@Test
	void submissionAsksAsMuchForManyFiguresAsForOne() {
		submit("county-3-2024", "agriculture");
		List<String> one = statements(() -> submit("county-1-2024", "agriculture"));
		List<String> five = statements(
				() -> submit("county-2-2024", "industry", "services", "digital-core", "urban-income", "rural-income"));

		assertThat(five).hasSameSizeAs(one);
	}

	private void submit(String plan, String... indicators) {
		String figures = Stream.of(indicators)
			.map((indicator) -> "{\"indicator\":\"%s\",\"value\":\"6.1\",\"status\":\"P\",\"origin\":\"x\"}"
				.formatted(indicator))
			.collect(Collectors.joining(","));
		Api.Answer answer = this.api.staff()
			.post("/api/plans/" + plan + "/submissions", "{\"period\":\"2024-Q1\",\"figures\":[" + figures + "]}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/?year=2024&page=3", "/?asOf=2024-04-09", "/calendar", "/tasks", "/oversight" })
	void isOneScreenLong(String path) {
		assertThat(this.leader.get(path).body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(150_000);
	}

	/**
	 * They lie in the country, beside Hangzhou and the invented district: 302, fifty on a
	 * page.
	 */
	@Test
	void everyPlanIsOnOnePage() {
		List<String> found = IntStream.rangeClosed(1, 7)
			.boxed()
			.flatMap((page) -> county("/?year=2024&page=" + page).stream())
			.toList();

		assertThat(found).hasSize(300).doesNotHaveDuplicates();
		assertThat(county("/?year=2024&page=99")).as("beyond the end").isEqualTo(county("/?year=2024&page=7"));
	}

	@Test
	void findsByAreaNameAndCode() {
		assertThat(county("/?area=340200&year=2024")).hasSize(30).contains("county-30-2024", "county-59-2024");
		assertThat(county("/?q=第17县")).containsExactly("county-17-2024");
		assertThat(county("/?q=COUNTY-17-%20第17县")).containsExactly("county-17-2024");
		assertThat(this.leader.get("/?q=没有的县").body()).contains("没有符合条件的计划");
		assertThat(this.leader.get("/?area=999998").status()).isEqualTo(404);
		assertThat(this.leader.get("/?year=1999").status()).isEqualTo(404);
		assertThat(this.leader.get("/?year=zwei").status()).isEqualTo(400);
		assertThat(county("/?q=第17县&year=0")).containsExactly("county-17-2024");
		assertThat(this.leader.get("/tasks?plan=yuhang-2024&q=第17县").status()).as("a search leaves the plan")
			.isEqualTo(200);
	}

	/** As input methods type them: of full width, apart by a blank of full width. */
	@ParameterizedTest
	@ValueSource(strings = { "第１７县", "第17县　2024", "ＣＯＵＮＴＹ－１７－　２０２４" })
	void findsWhatIsTypedInFullWidth(String words) {
		String asked = "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
		assertThat(county("/" + asked)).containsExactly("county-17-2024");
		for (String page : List.of("/calendar", "/tasks")) {
			assertThat(this.leader.get(page + asked).body()).as(page).contains("第17县").doesNotContain("第18县");
		}
		assertThat(signedIn("admin").get("/plans" + asked).body()).contains("county-17-2024")
			.doesNotContain("county-18-2024");
	}

	/** The form asks for the year that it showed; a plan may well be of another one. */
	@Test
	void searchFindsWhatIsOfAnotherYearAndSaysSo() {
		record("elsewhere-2023", "application/yaml", """
				plan: elsewhere-2023
				title: 外县2023年
				area: {code: "350101", zh: 外县}
				year: 2023
				timezone: Asia/Shanghai
				source: 测试
				due: {working-days-after-period: 15}
				closes: 2024-12-31
				departments: {stat: {zh: 统计局, en: Statistics}}
				targets:
				  - {indicator: growth, name: {zh: 增长, en: Growth}, wording: 增长6%, measure: growth, unit: percent,
				     decimals: 1, goal: {at-least: 6}, reported: quarterly, department: stat, nature: expected}
				""");

		assertThat(this.leader.get("/?year=2024&q=外县").body()).contains("2024年没有符合条件的计划，以下为2023年",
				"id=\"elsewhere-2023\"", "<option value=\"2024\">", "<option value=\"2023\" selected=\"selected\">");
		assertThat(this.leader.get("/?year=2023&q=外县").body()).contains("id=\"elsewhere-2023\"")
			.doesNotContain("没有符合条件的计划");
		assertThat(this.leader.get("/?year=2024&q=没有的县").body()).contains("没有符合条件的计划。",
				"<option value=\"2024\" selected=\"selected\">");
		assertThat(this.leader.get("/?year=1999").body()).contains("<option value=\"1999\" selected=\"selected\">");
	}

	/** Two of the newcomer's plans have tasks, and each of the counties. */
	@Test
	void onlyPlansThatHadTasksAreOnThePagesOfADay() {
		assertThat(this.leader.get("/tasks").body()).contains("（302项）");
		ObjectNode county = (ObjectNode) this.api.admin().get("/api/plans/county-300-2024").json();
		county.remove(List.of("tasks", "commitments"));
		record("county-300-2024?reason=x&document=x&document-date=2024-04-01", "application/json", county.toString());

		assertThat(this.leader.get("/tasks").body()).contains("（301项）");
		assertThat(this.leader.get("/tasks?asOf=2024-04-09").body()).contains("（302项）");
		assertThat(this.leader.get("/tasks?asOf=2024-04-09&page=61").body()).contains("第61页，共61页",
				"class=\"plan tasks\"");
		assertThat(this.leader.get("/tasks?asOf=2024-04-09&plan=hangzhou-2024").body())
			.contains("该日还没有列入重点任务或政府自身建设事项的计划");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/tasks", "/calendar", "/oversight" })
	void namesNoPlanThatIsNotThere(String page) {
		Browser.Page unknown = this.leader.get(page + "?plan=nowhere-2024");
		assertThat(unknown.status()).isEqualTo(404);
		assertThat(unknown.body()).contains("没有这个计划").doesNotContain("<h2");
		assertThat(this.leader.get(page + "?area=999998").status()).isEqualTo(404);
		assertThat(this.leader.get(page + "?q=没有的县").status()).isEqualTo(200);
	}

	@Test
	void listsAreNarrowedByAreaToo() {
		assertThat(this.leader.get("/calendar?area=330110").body()).contains("余杭区").doesNotContain("第17县");
		assertThat(this.leader.get("/calendar?q=第17县").body()).contains("第17县").doesNotContain("第18县");
		assertThat(this.leader.get("/tasks?area=330110").body()).contains("余杭区").doesNotContain("第17县");
		assertThat(this.api.leader().get("/api/plans?area=340200").json().size()).isEqualTo(30);
		assertThat(this.api.leader().get("/api/plans?area=").rules()).containsExactly("area");
		assertThat(this.api.leader().get("/api/plans?area=3402").rules()).containsExactly("area");
		assertThat(this.api.leader().get("/api/plans?area=330110").json().get(0).path("plan").asString())
			.isEqualTo("yuhang-2024");
	}

	/**
	 * An account's form would hold every department of every plan in each of its rows.
	 */
	@Test
	void plansOfAGrantAreLookedFor() {
		Api administrator = this.api.admin();
		String fresh = administrator.get("/accounts/new").body();
		assertThat(fresh).contains("计划较多").doesNotContain("county-17-2024");
		assertThat(fresh.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(20_000);

		Api.Answer found = administrator.send(administrator.request("/accounts/new")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers
				.ofString("username=new-one&name=" + URLEncoder.encode("新人", StandardCharsets.UTF_8)
						+ "&look=true&find=" + URLEncoder.encode("第17县", StandardCharsets.UTF_8))));
		assertThat(found.status()).isEqualTo(200);
		assertThat(found.body())
			.contains("找到1个计划", "<option value=\"county-17-2024\">", "value=\"new-one\"", "value=\"新人\"")
			.doesNotContain("county-18-2024");
		assertThat(administrator.get("/accounts/new-one").status()).as("nothing is kept yet").isEqualTo(404);
		assertThat(administrator.get("/accounts?q=nobody&page=3").body()).contains("没有符合条件的账号");
	}

	/** Whoever reports for one district alone looks for its plan. */
	@Test
	void whoBelongsToAnAreaComesToItsPlan() {
		this.api.finance();
		Browser finance = signedIn("finance");

		assertThat(finance.get("/").body()).contains("余杭区2024年", "row", "/?year=2024").doesNotContain("第17县");
		assertThat(finance.get("/?year=2024").body()).contains("第1县");
	}

	/**
	 * Two of Yuhang's targets are reported by its finance bureau; without scripts, too.
	 */
	@Test
	void targetsAreNarrowedAndOrdered() {
		assertThat(rows("/plans/yuhang-2024?department=finance")).containsExactly("fiscal-revenue", "budget-revenue");
		assertThat(rows("/plans/yuhang-2024?department=finance&sort=indicator")).containsExactly("fiscal-revenue",
				"budget-revenue");
		assertThat(rows("/plans/yuhang-2024?department=finance&sort=indicator&down=true"))
			.containsExactly("budget-revenue", "fiscal-revenue");
		assertThat(rows("/plans/yuhang-2024?light=grey")).hasSameSizeAs(rows("/plans/yuhang-2024"));
		assertThat(this.leader.get("/plans/yuhang-2024?light=green").body()).contains("没有符合条件的目标");
		assertThat(rows("/plans/yuhang-2024?light=nonsense&sort=nonsense")).isEqualTo(rows("/plans/yuhang-2024"));
		assertThat(this.leader.get("/plans/nowhere-2024").status()).isEqualTo(404);
		assertThat(this.leader.get("/plans/yuhang-2024?asOf=garbage").status()).isEqualTo(400);
		assertThat(this.leader.get("/plans/yuhang-2024?asOf=2023-01-01").body()).contains("该日还没有这个计划");
		assertThat(this.leader.get("/plans/yuhang-2024?department=finance&page=9").status()).isEqualTo(200);
	}

	/** Signed in as somebody who may look at plans but not record them. */
	@Test
	void whoeverLooksAtAPlanDoesNotComeToWhereTheyAreRecorded() {
		assertThat(this.leader.get("/plans").status()).isEqualTo(403);
		assertThat(this.leader.get("/plans/yuhang-2024/assigned/energy-saving").status()).isEqualTo(403);
	}

	private void record(String plan, String type, String file) {
		Api.Answer recorded = this.api.admin().put("/api/plans/" + plan, type, file);
		assertThat(recorded.status()).as(recorded.body()).isBetween(200, 201);
	}

	private List<String> rows(String path) {
		return ROW.matcher(this.leader.get(path).body()).results().map((match) -> match.group(1)).toList();
	}

	private List<String> county(String path) {
		return COUNTY.matcher(this.leader.get(path).body())
			.results()
			.map((MatchResult match) -> match.group(1))
			.toList();
	}

	private Browser signedIn(String who) {
		Browser browser = this.people.browser();
		browser.signIn(who, Api.PASSWORD);
		return browser;
	}

	private List<String> statements(Runnable work) {
		return Statements.ofRequest(this.template, work);
	}

}
