package org.targetmonitor.account.web;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Role;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.Browser;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.People;
import org.targetmonitor.support.SettableClock;
import org.targetmonitor.support.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is done by a request is kept with its event in the audit, or not at all: with
 * an audit that takes nothing every address that stores an act answers that it failed,
 * and has stored nothing.
 */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryActIT {

	/** Which addresses carry out nothing that the audit tells, and why. */
	private static final Map<String, String> NO_ACTS = Map.of( //
			"POST /plans/preview", "shows what would change", //
			"POST /fill/{plan}/{period}/preview", "keeps a draft, which is nobody's act yet", //
			"POST /fill/{plan}/{period}/draft", "the same", //
			"POST /fill/{plan}/{period}/sheet", "shows what would be handed in", //
			"POST /chain", "verifies", //
			"POST /sign-in/left", "keeps what was typed until the sign-in", //
			"POST /sign-in/code", "goes on with a session", //
			"POST /sign-in/second-factor", "the same method as /me/second-factor", //
			"POST /sign-in/password", "changes the password as /me/password does (Passwords.change)");

	private static final List<String> ACTS = List.of("POST /api/plans/{plan}/submissions",
			"POST /api/submissions/{id}/approval", "POST /api/submissions/{id}/return", "POST /review/{id}",
			"POST /fill/{plan}/{period}", "POST /fill/{plan}/{period}/sheet/confirm",
			"POST /api/plans/{plan}/base-shares", "POST /api/reference-figures", "POST /reference-figures",
			"POST /reference-figures/file", "PUT /api/plans/{plan}", "POST /plans/record",
			"POST /plans/{plan}/assigned/{heading}", "POST /api/plans/{plan}/deviations",
			"POST /api/plans/{plan}/deviations/{indicator}/withdrawal", "POST /api/plans/{plan}/supervision-orders",
			"POST /api/plans/{plan}/supervision-orders/{number}/{act}", "POST /oversight/{plan}/{number:[0-9]+}",
			"POST /oversight/{plan}/targets/{indicator}", "POST /calendar/{plan}/{department}/{period}/reminders",
			"POST /calendar/{plan}/{department}/{period}/reminders/{id}/answers", "PUT /api/accounts/{username}",
			"POST /accounts/new", "POST /accounts/{username}", "POST /accounts/{username}/reset",
			"POST /accounts/{username}/unlock", "POST /accounts/{username}/second-factor", "POST /me/password",
			"POST /me/tokens", "POST /me/tokens/{token}/revoke", "POST /tokens/{token}/revoke",
			"POST /me/second-factor", "POST /me/second-factor/remove");

	/** What a request changes beside its act, whatever becomes of it. */
	private static final Set<String> BESIDE = Set.of("audit_event", "audit_link", "audit_head", "spring_session",
			"spring_session_attributes", "sign_in_place", "database_probe", "sheet_preview");

	private static final String PLAN = """
			plan: CODE
			title: 样例
			area: {code: "330199", zh: 样例区}
			year: YEAR
			timezone: Asia/Shanghai
			source: 测试
			due: {working-days-after-period: 15}
			closes: 2039-12-31
			departments: {stat: {zh: 统计局}}
			targets:
			""";

	private static final String TARGET = "  - {indicator: i%d, name: 指标%1$d, wording: 增长5%%, measure: growth, unit: percent, decimals: 1, goal: {at-least: 5}, reported: quarterly, department: stat, nature: expected}%n";

	private static final String HEADING = "  - {indicator: saving, name: 节能减排, wording: 节能减排, goal: {assigned-by: 某市, expects: [cod]}, department: stat, nature: binding}\n";

	private static final String ASSIGNED = "code0=cod&zh0=cod&measure0=value&unit0=%E5%90%A8&decimals0=1&kind0=at-least&number0=120&reported0=yearly&department0=stat&document0=a&date0=2024-04-01&action=record&reason=a";

	private static final String ORDER = "{\"indicator\":\"%s\",\"cause\":\"原因\",\"measure\":\"措施\",\"due\":\"2024-11-15\"}";

	private static final String DEVIATION = "{\"indicator\":\"%s\",\"cause\":\"原因\",\"measure\":\"措施\",\"expectation\":\"全年5%%\",\"agreed-by\":\"区政府\",\"until\":\"2024-12-31\"}";

	private static final String REFERENCE = "[{\"area\":\"330000\",\"indicator\":\"sent\",\"measure\":\"growth\",\"period\":\"2023\",\"value\":\"6\",\"status\":\"P\",\"origin\":\"测试\",\"published\":\"2024-01-17\"}]";

	private static final String FORM = "application/x-www-form-urlencoded";

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestDatabases.Location database;

	@Autowired
	private Accounts accounts;

	@Autowired
	private People people;

	@Autowired
	private NewTokens tokens;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@BeforeAll
	void aPlan() {
		this.clock.setToNoonOf("2024-07-10");
		String targets = IntStream.range(0, 12)
			.mapToObj((number) -> TARGET.formatted(number))
			.collect(Collectors.joining());
		Api.Answer recorded = this.api.admin()
			.put("/api/plans/acts-2024", "application/yaml", plan("acts-2024", "2024") + targets + HEADING);
		assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
		this.database.execute("CREATE FUNCTION refuse_event() RETURNS trigger LANGUAGE plpgsql AS "
				+ "$$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$");
	}

	private static String plan(String code, String year) {
		return PLAN.replace("CODE", code).replace("YEAR", year);
	}

	@AfterEach
	void mend() {
		this.database.execute("DROP TRIGGER IF EXISTS refuse_event ON audit_event");
	}

	private void breakTheAudit() {
		this.database.execute("CREATE TRIGGER refuse_event BEFORE INSERT ON audit_event "
				+ "FOR EACH ROW EXECUTE FUNCTION refuse_event()");
	}

	@Test
	void everyAddressThatChangesSomethingIsNamedHere() {
		Set<String> named = new TreeSet<>(NO_ACTS.keySet());
		named.addAll(ACTS);
		assertThat(named).isEqualTo(addresses());
	}

	private Set<String> addresses() {
		Set<String> addresses = new TreeSet<>();
		this.mappings.getHandlerMethods().forEach((mapping, method) -> {
			if (method.getBeanType().getName().startsWith("org.targetmonitor.")) {
				mapping.getMethodsCondition()
					.getMethods()
					.stream()
					.filter((verb) -> verb != RequestMethod.GET)
					.forEach((verb) -> mapping.getPatternValues().forEach((path) -> addresses.add(verb + " " + path)));
			}
		});
		return addresses;
	}

	static Stream<String> acts() {
		return ACTS.stream();
	}

	@ParameterizedTest
	@MethodSource("acts")
	void isKeptWithItsEventOrNotAtAll(String address) {
		IntSupplier act = prepared(address);
		String before = stored();
		long events = events();

		breakTheAudit();
		assertThat(act.getAsInt()).as("without an audit").isEqualTo(503);
		assertThat(stored()).as("nothing is stored").isEqualTo(before);
		assertThat(events()).isEqualTo(events);

		mend();
		assertThat(act.getAsInt()).as("with it").isIn(200, 201, 302);
		assertThat(stored()).as("it is stored").isNotEqualTo(before);
		assertThat(events()).as("and recorded").isGreaterThan(events);
	}

	/** A refusal stores nothing but its event. */
	@Test
	void whatIsRefusedLeavesItsEventAlone() {
		this.api.staff();
		this.api.reviewer();
		String before = stored();
		long refusals = count("SELECT count(*) FROM audit_event WHERE NOT succeeded");

		assertThat(submitted("i0", "\"x\"").status()).isEqualTo(422);
		assertThat(this.api.reviewer().approve("00000000-0000-0000-0000-000000000000").status()).isEqualTo(404);
		assertThat(this.api.reviewer()
			.post("/api/plans/acts-2024/deviations/i11/withdrawal", "{\"reason\":\"原因\"}")
			.status()).isEqualTo(409);
		assertThat(this.api.admin()
			.put("/api/plans/acts-2024", "application/yaml",
					plan("acts-2024", "2023").replace("2039", "2038") + TARGET.formatted(0))
			.status()).isEqualTo(422);

		assertThat(stored()).isEqualTo(before);
		assertThat(count("SELECT count(*) FROM audit_event WHERE NOT succeeded")).isEqualTo(refusals + 4);
	}

	private String stored() {
		return this.jdbc.sql("""
				SELECT table_name FROM information_schema.tables
				WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name
				""")
			.query(String.class)
			.list()
			.stream()
			.filter((table) -> !BESIDE.contains(table))
			.map((table) -> table + " " + this.jdbc.sql("""
					SELECT coalesce(md5(string_agg(row, '' ORDER BY row)), '-')
					FROM (SELECT (to_jsonb(t) - 'totp_last_step')::text AS row FROM %s t) all_rows
					""".formatted(table)).query(String.class).single())
			.collect(Collectors.joining("\n"));
	}

	private long events() {
		return count("SELECT count(*) FROM audit_event WHERE succeeded");
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private IntSupplier prepared(String address) {
		Api staff = this.api.staff();
		Api reviewer = this.api.reviewer();
		Api admin = this.api.admin();
		String plan = "/api/plans/acts-2024";
		return switch (address) {
			case "POST /api/plans/{plan}/submissions" -> () -> submitted("i0", "5.3").status();
			case "POST /api/submissions/{id}/approval" -> {
				String id = submission("i1");
				yield () -> reviewer.approve(id).status();
			}
			case "POST /api/submissions/{id}/return" -> {
				String id = submission("i2");
				yield () -> reviewer.post("/api/submissions/" + id + "/return", "{\"reason\":\"请核对\"}").status();
			}
			case "POST /review/{id}" -> {
				String id = submission("i3");
				yield () -> form(reviewer, "/review/" + id, "decision=approve&figures=i3&shown=i3");
			}
			case "POST /fill/{plan}/{period}" -> {
				form(staff, "/fill/acts-2024/2024-Q1/draft", "i4.value=5.3&i4.status=P&version.stat=0");
				yield () -> form(staff, "/fill/acts-2024/2024-Q1", "i4.value=5.3&i4.status=P");
			}
			case "POST /fill/{plan}/{period}/sheet/confirm" -> {
				String preview = previewed("指标代码,数值\ni5,5.3\n");
				yield () -> form(staff, "/fill/acts-2024/2024-Q1/sheet/confirm", "preview=" + preview);
			}
			case "POST /api/plans/{plan}/base-shares" -> () -> reviewer.post(plan + "/base-shares",
					"[{\"indicator\":\"i0\",\"period\":\"2024-Q1\",\"share\":\"0.2\",\"known-from\":\"2024-07-01\",\"origin\":\"测试\"}]")
				.status();
			case "POST /api/reference-figures" -> () -> reviewer.post("/api/reference-figures", REFERENCE).status();
			case "POST /reference-figures" -> () -> form(reviewer, "/reference-figures",
					"area=330000&indicator=typed&measure=growth&period=2023&value=6&status=P&origin=a&published=2024-01-17");
			case "POST /reference-figures/file" -> () -> reviewer.upload("/reference-figures/file", "a.csv",
					"area,indicator,measure,period,value,status,origin,published\n330000,filed,growth,2023,6,P,a,2024-01-17\n"
						.getBytes(StandardCharsets.UTF_8))
				.status();
			case "PUT /api/plans/{plan}" -> () -> admin
				.put("/api/plans/put-2024", "application/yaml", plan("put-2024", "2024") + TARGET.formatted(0))
				.status();
			case "POST /plans/record" -> () -> form(admin, "/plans/record",
					"seen=none&document=" + encoded(plan("page-2024", "2024") + TARGET.formatted(0)));
			case "POST /plans/{plan}/assigned/{heading}" ->
				() -> form(admin, "/plans/acts-2024/assigned/saving", ASSIGNED);
			case "POST /api/plans/{plan}/deviations" ->
				() -> reviewer.post(plan + "/deviations", DEVIATION.formatted("i0")).status();
			case "POST /api/plans/{plan}/deviations/{indicator}/withdrawal" -> {
				reviewer.post(plan + "/deviations", DEVIATION.formatted("i1"));
				yield () -> reviewer.post(plan + "/deviations/i1/withdrawal", "{\"reason\":\"原因\"}").status();
			}
			case "POST /api/plans/{plan}/supervision-orders" ->
				() -> reviewer.post(plan + "/supervision-orders", ORDER.formatted("i0")).status();
			case "POST /api/plans/{plan}/supervision-orders/{number}/{act}" -> {
				int order = order();
				yield () -> staff
					.post(plan + "/supervision-orders/" + order + "/replies",
							"{\"cause\":\"原因\",\"measure\":\"措施\",\"expected\":\"2024-12-31\"}")
					.status();
			}
			case "POST /oversight/{plan}/{number:[0-9]+}" -> {
				int order = order();
				yield () -> form(staff, "/oversight/acts-2024/" + order,
						"act=replied&cause=a&measure=a&expected=2024-12-31");
			}
			case "POST /oversight/{plan}/targets/{indicator}" ->
				() -> form(reviewer, "/oversight/acts-2024/targets/i0", "act=issue&cause=a&measure=a&due=2024-11-15");
			case "POST /calendar/{plan}/{department}/{period}/reminders" ->
				() -> form(reviewer, "/calendar/acts-2024/stat/2024-Q1/reminders", "");
			case "POST /calendar/{plan}/{department}/{period}/reminders/{id}/answers" -> {
				form(reviewer, "/calendar/acts-2024/stat/2024-Q2/reminders", "");
				String id = text("SELECT reminder_id::text FROM reminder WHERE period_start = '2024-04-01' "
						+ "OR period_end = '2024-07-01' ORDER BY recorded_at DESC LIMIT 1");
				yield () -> form(staff, "/calendar/acts-2024/stat/2024-Q2/reminders/" + id + "/answers", "words=a");
			}
			default -> preparedForAccounts(address, admin);
		};
	}

	private IntSupplier preparedForAccounts(String address, Api admin) {
		String current = "current=" + Api.PASSWORD;
		return switch (address) {
			case "PUT /api/accounts/{username}" ->
				() -> admin
					.put("/api/accounts/put", "application/json",
							"{\"password\":\"%s\",\"grants\":[]}".formatted(Api.PASSWORD))
					.status();
			case "POST /accounts/new" -> () -> form(admin, "/accounts/new",
					"username=made&enabled=true&role=submitter&plan=acts-2024&department=stat");
			case "POST /accounts/{username}" -> {
				somebody("saved");
				yield () -> form(admin, "/accounts/saved", "name=a&enabled=true");
			}
			case "POST /accounts/{username}/reset" -> {
				somebody("reset");
				yield () -> form(admin, "/accounts/reset/reset", "");
			}
			case "POST /accounts/{username}/unlock" -> {
				somebody("locked");
				this.jdbc
					.sql("INSERT INTO sign_in_failure (failure_id, username, address, failed_at) "
							+ "VALUES (gen_random_uuid(), 'locked', '10.0.0.1', '2024-07-10 12:00+08')")
					.update();
				yield () -> form(admin, "/accounts/locked/unlock", "");
			}
			case "POST /accounts/{username}/second-factor" -> {
				somebody("lost");
				this.accounts.enrol("lost", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", 1, List.of());
				yield () -> form(admin, "/accounts/lost/second-factor", "");
			}
			case "POST /me/password" -> {
				Api own = somebody("own");
				yield () -> form(own, "/me/password",
						current + "&password=Brand-new-words-1&repeated=Brand-new-words-1");
			}
			case "POST /me/tokens" -> {
				Api own = somebody("maker");
				yield () -> form(own, "/me/tokens", current + "&name=a&days=30");
			}
			case "POST /me/tokens/{token}/revoke" -> {
				Api own = somebody("keeper");
				String token = token("keeper");
				yield () -> form(own, "/me/tokens/" + token + "/revoke", "");
			}
			case "POST /tokens/{token}/revoke" -> {
				somebody("holder");
				String token = token("holder");
				yield () -> form(admin, "/tokens/" + token + "/revoke", "");
			}
			case "POST /me/second-factor" -> enrolling("enrolled");
			case "POST /me/second-factor/remove" -> {
				assertThat(enrolling("removing").getAsInt()).isEqualTo(200);
				String secret = text("SELECT totp_secret FROM account WHERE username = 'removing'");
				yield () -> {
					this.clock.set(this.clock.instant().plusSeconds(60));
					return this.browser
						.post("/me/second-factor/remove",
								Map.of("current", Api.PASSWORD, "code",
										OneTimeCodes.code(secret, this.clock.instant())))
						.status();
				};
			}
			default -> throw new IllegalArgumentException(address);
		};
	}

	private Browser browser = new Browser("");

	/** In a session, in which the secret is offered first. */
	private IntSupplier enrolling(String username) {
		somebody(username);
		this.browser = this.people.browser();
		this.browser.signIn(username, Api.PASSWORD);
		String offered = People.offeredSecret(this.browser.get("/me/second-factor"));
		return () -> this.browser
			.post("/me/second-factor",
					Map.of("current", Api.PASSWORD, "code", OneTimeCodes.code(offered, this.clock.instant())))
			.status();
	}

	private String token(String username) {
		return this.tokens.add(this.accounts.login(username).orElseThrow(), "a", "30", false)
			.orElseThrow()
			.token()
			.id()
			.toString();
	}

	private Api somebody(String username) {
		Api caller = this.api.as(username, Role.VIEWER);
		assertThat(caller.get("/api/plans").status()).isEqualTo(200);
		return caller;
	}

	private Api.Answer submitted(String indicator, String value) {
		return this.api.staff()
			.submit("acts-2024", "2024-Q1",
					"{\"indicator\":\"%s\",\"value\":%s,\"status\":\"P\"}".formatted(indicator, value));
	}

	private String submission(String indicator) {
		return submitted(indicator, "5.3").json().path("id").asString();
	}

	private int order() {
		return this.api.reviewer()
			.post("/api/plans/acts-2024/supervision-orders", ORDER.formatted("i0"))
			.json()
			.path("number")
			.asInt();
	}

	private String previewed(String csv) {
		Matcher kept = Pattern.compile("name=\"preview\" value=\"([^\"]*)\"")
			.matcher(this.api.staff()
				.upload("/fill/acts-2024/2024-Q1/sheet", "a.csv", csv.getBytes(StandardCharsets.UTF_8))
				.body());
		assertThat(kept.find()).isTrue();
		return kept.group(1);
	}

	private static int form(Api caller, String path, String fields) {
		return caller
			.send(caller.request(path)
				.header("Content-Type", FORM)
				.header("Accept", "text/html")
				.POST(HttpRequest.BodyPublishers.ofString(fields)))
			.status();
	}

	private String text(String sql) {
		return this.jdbc.sql(sql).query(String.class).single();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
