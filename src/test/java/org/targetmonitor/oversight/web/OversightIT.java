package org.targetmonitor.oversight.web;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Role;
import org.targetmonitor.submission.Chains;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Accepted deviations and supervision orders: who may do what when, and what it changes.
 */
@MonitorTest
class OversightIT {

	private static final String DEVIATION = """
			{"indicator":"gdp","cause":"虚构的原因","measure":"虚构的措施","expectation":"全年5.5%","agreed-by":"区政府",
			"until":"2024-12-31"}""";

	private static final String ORDER = "{\"indicator\":\"budget-revenue\",\"cause\":\"说明原因\",\"measure\":\"提出措施\",\"due\":\"2024-11-15\"}";

	private static final String REPLY = "{\"cause\":\"原因\",\"measure\":\"措施\",\"expected\":\"2024-12-31\"}";

	private static final String RETURN = "{\"reason\":\"不够具体\",\"due\":\"2024-11-20\"}";

	private static final String CLOSE = "{\"reason\":\"已落实\"}";

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private Chains chains;

	/** At least 6: 4.8 lags. */
	private void gdpLags() {
		this.clock.setToNoonOf("2024-10-26");
		if (target("gdp").path("status").asString().equals("lagging")) {
			return;
		}
		Api.Answer submitted = this.api.staff()
			.submit("yuhang-2024", "2024-Q3", "{\"indicator\":\"gdp\",\"value\":\"4.8\",\"status\":\"P\"}");
		assertThat(submitted.status()).as(submitted.body()).isEqualTo(201);
		this.api.reviewer().approve(submitted.json().path("id").asString());
	}

	private JsonNode target(String indicator) {
		return target(indicator, "");
	}

	private JsonNode target(String indicator, String query) {
		return this.api.leader()
			.get("/api/plans/yuhang-2024/progress" + query)
			.json()
			.path("targets")
			.valueStream()
			.filter((entry) -> entry.path("indicator").asString().equals(indicator))
			.findFirst()
			.orElseThrow();
	}

	private String metrics() {
		return this.api.prometheus().get("/actuator/prometheus").body();
	}

	@Test
	void refusesWordsThatFitNoPage() {
		Api.Answer refused = this.api.reviewer()
			.post("/api/plans/yuhang-2024/supervision-orders", ORDER.replace("提出措施", "长".repeat(2001)));
		assertThat(refused.status()).as(refused.body()).isEqualTo(422);
		assertThat(refused.rules()).containsExactly("text");
	}

	@Test
	void refusesWhatIsNotJudgedByItself() {
		for (String indicator : new String[] { "energy-and-emissions", "c1" }) {
			Api.Answer refused = this.api.reviewer()
				.post("/api/plans/yuhang-2024/supervision-orders", ORDER.replace("budget-revenue", indicator));
			assertThat(refused.status()).as(refused.body()).isEqualTo(422);
			assertThat(refused.rules()).containsExactly("not-judged");
		}
	}

	@Test
	void anAcceptedDeviationIsSaidUntilItsLastDayAndReturnsByItselfOnTheDayAfter() {
		gdpLags();
		String series = "targetmonitor_deviation_accepted_until_timestamp_seconds{indicator=\"gdp\",plan=\"yuhang-2024\"}";
		assertThat(target("gdp").path("status-words").path("zh").asString()).isEqualTo("滞后");
		assertThat(metrics()).doesNotContain(series);
		Api.Answer accepted = this.api.reviewer().post("/api/plans/yuhang-2024/deviations", DEVIATION);
		assertThat(accepted.status()).as(accepted.body()).isEqualTo(201);

		assertThat(target("gdp").path("status").asString()).isEqualTo("lagging");
		assertThat(target("gdp").path("light").asString()).isEqualTo("red");
		assertThat(target("gdp").path("lag-level").asInt()).isEqualTo(2);
		this.clock.set(Instant.parse("2024-12-31T15:59:59Z"));
		assertThat(target("gdp").path("status-words").path("zh").asString()).isEqualTo("滞后（已认可，至2024-12-31）");
		assertThat(target("gdp").path("status-words").path("en").asString())
			.isEqualTo("lagging, accepted until 2024-12-31");
		assertThat(target("gdp").path("explanation").path("zh").asString()).endsWith("偏差经区政府认可，至2024-12-31。");
		// 2024-12-31T16:00:00Z, the end of the day in Shanghai
		assertThat(metrics()).contains(series + " 1.7356608E9");

		this.clock.set(Instant.parse("2024-12-31T16:00:00Z"));
		assertThat(target("gdp").path("status-words").path("zh").asString()).isEqualTo("滞后");
		assertThat(metrics()).doesNotContain(series);
		assertThat(target("gdp", "?asOf=2024-12-31").path("status-words").path("zh").asString())
			.isEqualTo("滞后（已认可，至2024-12-31）");
		assertThat(target("gdp", "?asOf=2024-10-25").path("status-words").path("zh").asString()).isEqualTo("待数据");
		assertThat(this.chains.verify("yuhang-2024").breaks()).isEmpty();
	}

	@Test
	void aLaterDeviationReplacesTheEarlierAndAWithdrawalEndsIt() {
		this.clock.setToNoonOf("2024-10-26");
		String path = "/api/plans/demo-2024/deviations";
		String deviation = DEVIATION.replace("gdp", "invented-prices");
		assertThat(this.api.reviewer().post(path, deviation).json().path("number").asInt()).isEqualTo(1);
		assertThat(this.api.reviewer().post(path, deviation.replace("12-31", "11-30")).json().path("number").asInt())
			.isEqualTo(2);
		assertThat(inForce(path)).isEqualTo("1 false; 2 true; ");
		assertThat(this.api.reviewer().post(path + "/invented-prices/withdrawal", "{}").rules())
			.containsExactly("required");
		assertThat(this.api.reviewer().post(path + "/invented-prices/withdrawal", CLOSE).status()).isEqualTo(201);
		assertThat(inForce(path)).isEqualTo("1 false; 2 false; 3 false; ");
		assertThat(this.api.reviewer().post(path + "/invented-prices/withdrawal", CLOSE).status()).isEqualTo(409);
		assertThat(this.chains.verify("demo-2024").breaks()).isEmpty();
	}

	private String inForce(String path) {
		StringBuilder text = new StringBuilder();
		this.api.leader()
			.get(path)
			.json()
			.valueStream()
			.forEach((act) -> text.append(act.path("number").asInt())
				.append(' ')
				.append(act.path("in-force").asBoolean())
				.append("; "));
		return text.toString();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "\"until\":\"2024-12-31\" | \"until\":\"2024-10-26\" | past",
					"\"until\":\"2024-12-31\" | \"until\":\"2025-12-31\" | closed",
					"\"until\":\"2024-12-31\" | \"until\":\"soon\" | date",
					"\"until\":\"2024-12-31\" | \"until\":\"1970-01-01\" | past",
					"\"until\":\"2024-12-31\" | \"until\":\"+99999999-01-01\" | date", "\"gdp\" | \"gdq\" | unknown",
					"\"agreed-by\":\"区政府\" | \"agreed-by\":\" \" | required",
					"\"cause\" | \"because\" | required unknown-key" })
	void refusesADeviationWithTheReason(String old, String now, String rules) {
		this.clock.setToNoonOf("2024-10-26");
		Api.Answer answer = this.api.reviewer().post("/api/plans/yuhang-2024/deviations", DEVIATION.replace(old, now));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(String.join(" ", answer.rules())).isEqualTo(rules);
		assertThat(this.api.reviewer().post("/api/plans/nowhere/deviations", DEVIATION).status()).isEqualTo(404);
	}

	/** Every state of an order with every act on it by every role. */
	static Stream<Arguments> everyStateActAndRole() {
		return Stream.of("open", "overdue", "replied", "closed")
			.flatMap((state) -> Stream.of("replies", "return", "closing")
				.flatMap((act) -> Stream
					.of("finance", "industry", "staff", "reviewer", "admin", "leader", "other-reviewer")
					.map((role) -> Arguments.of(state, act, role))));
	}

	private static final Map<String, List<String>> ALLOWED = Map.of("open", List.of("replies", "closing"), "overdue",
			List.of("replies", "closing"), "replied", List.of("return", "closing"), "closed", List.of());

	@ParameterizedTest
	@MethodSource("everyStateActAndRole")
	void anOrderTakesOnlyWhatItsStateAndTheRoleAllow(String state, String act, String role) {
		this.clock.setToNoonOf("2024-10-26");
		int number = order(state);
		boolean mayRole = act.equals("replies") ? List.of("finance", "staff").contains(role)
				: List.of("reviewer", "admin").contains(role);
		boolean mayState = ALLOWED.getOrDefault(state, List.of()).contains(act);
		assertThat(state(number)).isEqualTo(state);

		Api.Answer answer = role(role).post("/api/plans/yuhang-2024/supervision-orders/" + number + "/" + act,
				act.equals("replies") ? REPLY : act.equals("return") ? RETURN.replace("11-20", "11-30") : CLOSE);

		assertThat(answer.status()).as(answer.body()).isEqualTo(!mayRole ? 403 : mayState ? 201 : 409);
		String after = act.equals("replies") ? "replied" : act.equals("return") ? "open" : "closed";
		assertThat(state(number)).isEqualTo((mayRole && mayState) ? after : state);
	}

	private int order(String state) {
		Api.Answer issued = this.api.reviewer().post("/api/plans/yuhang-2024/supervision-orders", ORDER);
		assertThat(issued.status()).as(issued.body()).isEqualTo(201);
		int number = issued.json().path("number").asInt();
		String path = "/api/plans/yuhang-2024/supervision-orders/" + number;
		if (state.equals("replied")) {
			assertThat(this.api.finance().post(path + "/replies", REPLY).status()).isEqualTo(201);
		}
		if (state.equals("closed")) {
			assertThat(this.api.reviewer().post(path + "/closing", CLOSE).status()).isEqualTo(201);
		}
		if (state.equals("overdue")) {
			this.clock.setToNoonOf("2024-11-16");
		}
		return number;
	}

	private Api role(String role) {
		return switch (role) {
			case "finance" -> this.api.finance();
			case "staff" -> this.api.staff();
			case "reviewer" -> this.api.reviewer();
			case "admin" -> this.api.admin();
			case "leader" -> this.api.leader();
			case "industry" -> this.api.as("industry", Api.submitting("yuhang-2024", "industry"));
			default -> this.api.as("other-reviewer", new Grant(Role.REVIEWER, "hangzhou-2024", Grant.EVERY));
		};
	}

	private String state(int number) {
		return this.api.leader()
			.get("/api/plans/yuhang-2024/supervision-orders")
			.json()
			.valueStream()
			.filter((order) -> order.path("number").asInt() == number)
			.findFirst()
			.orElseThrow()
			.path("state")
			.asString();
	}

	@Test
	void onlyReviewersAndAdministratorsOfThePlanIssueAndAccept() {
		this.clock.setToNoonOf("2024-10-26");
		for (String role : List.of("finance", "staff", "leader", "industry", "other-reviewer")) {
			assertThat(role(role).post("/api/plans/yuhang-2024/supervision-orders", ORDER).status()).as(role)
				.isEqualTo(403);
			assertThat(role(role).post("/api/plans/yuhang-2024/deviations", DEVIATION).status()).as(role)
				.isEqualTo(403);
		}
	}

	@Test
	void ordersThatAreNotClosedAreCountedInMetrics() {
		this.clock.setToNoonOf("2024-10-26");
		String order = ORDER.replace("budget-revenue", "invented-prices");
		String path = "/api/plans/demo-2024/supervision-orders";
		String series = "targetmonitor_supervision_open{indicator=\"invented-prices\",plan=\"demo-2024\"} ";
		assertThat(metrics()).contains(series + "0.0");
		int number = this.api.reviewer().post(path, order).json().path("number").asInt();
		this.api.reviewer().post(path, order);
		assertThat(metrics()).contains(series + "2.0");
		assertThat(this.api.staff().post(path + "/" + number + "/replies", REPLY).status()).isEqualTo(201);
		assertThat(metrics()).contains(series + "2.0");
		assertThat(this.api.admin().post(path + "/" + number + "/closing", CLOSE).status()).isEqualTo(201);
		assertThat(metrics()).contains(series + "1.0");
		assertThat(this.chains.verify("demo-2024").breaks()).isEmpty();
	}

	/**
	 * What the API does, by forms: issued, refused with the fault beside its field,
	 * replied to, closed.
	 */
	@Test
	void pagesTakeAnOrderFromItsIssueToItsEnd() {
		this.clock.setToNoonOf("2024-10-26");
		String target = "/oversight/hangzhou-2024/targets/gdp";
		Api.Answer refused = form(this.api.reviewer(), target, "act=issue&cause=x&measure=x&due=2024-10-26");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("id=\"issue-due-fault\"", "应晚于今天");
		Api.Answer issued = form(this.api.reviewer(), target, "act=issue&cause=x&measure=x&due=2024-11-15");
		String order = "/oversight/hangzhou-2024/1";
		assertThat(issued.response().headers().firstValue("Location").orElse(issued.body()))
			.endsWith(order + "?recorded");
		assertThat(this.api.leader().get(order).body()).contains("督办单", "待回复").doesNotContain("value=\"replied\"");
		assertThat(form(this.api.leader(), order, "act=replied&cause=x&measure=x&expected=2024-12-31").status())
			.isEqualTo(403);
		assertThat(form(this.api.staff(), order, "act=replied&cause=x&measure=x&expected=2024-12-31").status())
			.isEqualTo(302);
		assertThat(form(this.api.reviewer(), order, "act=closed&reason=x").status()).isEqualTo(302);
		assertThat(this.api.leader().get("/oversight?state=closed&plan=hangzhou-2024").body()).contains(order);
		assertThat(form(this.api.reviewer(), target,
				"act=accept&cause=x&measure=x&expectation=x&agreed-by=x&document=&until=2024-12-31")
			.status()).isEqualTo(302);
		assertThat(this.api.leader().get(target).body()).contains("已认可，至2024-12-31");
	}

	/** A key task of which nothing was reported yet. */
	@Test
	void takesWhatIsDecidedAboutAnEntryWithoutAFigure() {
		this.clock.setToNoonOf("2024-10-26");
		assertThat(this.api.reviewer()
			.post("/api/plans/yuhang-2024/supervision-orders", ORDER.replace("budget-revenue", "t1-1"))
			.status()).isEqualTo(201);
		assertThat(this.api.reviewer()
			.post("/api/plans/yuhang-2024/deviations", DEVIATION.replace("gdp", "t1-2"))
			.status()).isEqualTo(201);
		assertThat(this.chains.verify("yuhang-2024").breaks()).isEmpty();
	}

	/** Whoever acts says what was seen; what came between is not passed over. */
	@Test
	void refusesAnActOverOneThatWasNotSeen() {
		this.clock.setToNoonOf("2024-10-26");
		String orders = "/api/plans/demo-2024/supervision-orders";
		int number = this.api.reviewer()
			.post(orders, ORDER.replace("budget-revenue", "invented-achieved"))
			.json()
			.path("number")
			.asInt();
		assertThat(
				this.api.staff().post(orders + "/" + number + "/replies", REPLY.replace("{", "{\"after\":1,")).status())
			.isEqualTo(201);
		String closing = CLOSE.replace("{", "{\"after\":1,");
		assertThat(this.api.reviewer().post(orders + "/" + number + "/closing", closing).status()).isEqualTo(409);
		assertThat(this.api.reviewer().post(orders + "/" + number + "/closing", closing.replace("1", "2")).status())
			.isEqualTo(201);
		String deviation = DEVIATION.replace("gdp", "invented-achieved").replace("{", "{\"after\":0,");
		assertThat(this.api.reviewer().post("/api/plans/demo-2024/deviations", deviation).status()).isEqualTo(201);
		assertThat(this.api.admin().post("/api/plans/demo-2024/deviations", deviation).status()).isEqualTo(409);
	}

	@Test
	void tellsWhatWasKnownOnAPastDay() {
		this.clock.setToNoonOf("2024-10-26");
		String plan = "/api/plans/china-2024";
		assertThat(
				this.api.reviewer().post(plan + "/supervision-orders", ORDER.replace("budget-revenue", "cpi")).status())
			.isEqualTo(201);
		assertThat(this.api.reviewer().post(plan + "/deviations", DEVIATION.replace("gdp", "cpi")).status())
			.isEqualTo(201);
		for (String list : List.of("/supervision-orders", "/deviations")) {
			assertThat(this.api.leader().get(plan + list).json().size()).isEqualTo(1);
			assertThat(this.api.leader().get(plan + list + "?asOf=2024-10-25").json().size()).isZero();
			assertThat(this.api.leader().get(plan + list + "?asOf=soon").status()).isEqualTo(422);
		}
		assertThat(this.api.staff().get("/oversight").body()).contains("<span class=\"orders-waiting\">1件待回复</span>");
		assertThat(this.api.leader().get("/oversight").body()).doesNotContain("待回复</span></a>");
		assertThat(this.api.leader().get("/oversight?plan=china-2024").body()).contains("/oversight/china-2024/1",
				"/oversight/china-2024/targets/cpi", "全年5.5%");
		assertThat(this.api.leader().get("/oversight?plan=china-2024&state=open&asOf=2024-10-25").body()).contains(
				"按2024年10月25日所知", "没有督办单", "目前没有认可的偏差", "<input type=\"hidden\" name=\"plan\" value=\"china-2024\">",
				"<a href=\"/oversight?plan=china-2024&amp;state=open\">回到现在</a>", "<a href=\"/tasks?asOf=2024-10-25\"")
			.doesNotContain("/oversight/china-2024/1");
		assertThat(this.api.leader().get("/oversight?asOf=soon").status()).isEqualTo(400);
		assertThat(this.api.leader()
			.get("/oversight/china-2024/1?asOf=2024-10-25")
			.response()
			.headers()
			.firstValue("Location"))
			.hasValueSatisfying((there) -> assertThat(there).endsWith("/oversight?plan=china-2024&asOf=2024-10-25"));
		assertThat(this.api.leader().get("/oversight/china-2024/99?asOf=2024-10-25").status()).isEqualTo(404);
		assertThat(this.api.reviewer().get("/oversight/china-2024/1?asOf=2024-10-26").body()).contains("待回复")
			.doesNotContain("value=\"closed\"");
		assertThat(this.api.leader().get("/oversight/china-2024/1?asOf=soon").status()).isEqualTo(400);
	}

	@Test
	void offersNothingForWhatIsNotJudgedAndSaysWhy() {
		this.clock.setToNoonOf("2024-10-26");
		String heading = "/oversight/yuhang-2024/targets/energy-and-emissions";
		assertThat(this.api.reviewer().get(heading).body()).contains("该项本身不作评价").doesNotContain("value=\"issue\"");
		assertThat(form(this.api.reviewer(), heading, "act=issue&cause=x&measure=x&due=2024-11-15").body())
			.contains("该项本身不作评价；下达任务请在其下的具体指标上办理");
	}

	private static Api.Answer form(Api api, String path, String body) {
		return api.send(api.request(path)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

}
