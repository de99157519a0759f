package org.targetmonitor.account.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Role;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.Browser;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.People;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One's own account, its second factor and tokens, and the pages of the administrators.
 */
@MonitorTest
class AccountPagesIT {

	private static final Instant NOON = Instant.parse("2024-04-10T04:00:00Z");

	private static final Pattern ONE_TIME = Pattern.compile(">([a-z]{4}-[A-Z]{4}-[0-9]{4}-[a-z]{4})<");

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private Accounts accounts;

	@Autowired
	private PasswordEncoder passwords;

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	private Browser browser;

	@BeforeEach
	void start() {
		this.clock.set(NOON);
		this.people.startAnew();
		this.people.open("wang", Role.SUBMITTER);
		this.browser = this.people.signedIn("wang");
	}

	/** Its plan may be unreadable just now, or of an area that was merged. */
	@Test
	void aGrantWhosePlaceIsGoneIsKeptWhenSomethingElseIsSaved() {
		Grant gone = new Grant(Role.REVIEWER, "gone-2024", Grant.EVERY);
		this.accounts.create(new Account("merged", "旧名", true, Set.of(gone)), "none");
		Browser administrator = administrator();
		assertThat(administrator.get("/accounts/merged").body()).contains("gone-2024", "取消此权限");
		Map<String, String> form = Map.of("name", "新名", "enabled", "true", "role", "reviewer", "plan", "gone-2024",
				"department", "*", "held", "reviewer");
		assertThat(administrator.post("/accounts/merged", form).location()).isEqualTo("/accounts/merged?saved");
		assertThat(this.accounts.find("merged")).get()
			.returns("新名", Account::name)
			.returns(Set.of(gone), Account::grants);
		assertThat(administrator
			.post("/accounts/new",
					Map.of("username", "later", "role", "reviewer", "plan", "gone-2024", "department", "*"))
			.body()).contains("没有计划“gone-2024”");
	}

	@Test
	void accountsComeInPages() {
		Browser administrator = administrator();
		for (int number = 0; number < 101; number++) {
			this.accounts.create(new Account("paged-%03d".formatted(number), "分页", true, Set.of()), "none");
		}
		String first = administrator.get("/accounts?q=paged").body();
		assertThat(first).contains("第1页，共2页（101项）", "/accounts/paged-099", "href=\"/accounts?q=paged&amp;page=2\"")
			.doesNotContain("/accounts/paged-100");
		assertThat(administrator.get("/accounts?q=paged&page=2").body()).contains("/accounts/paged-100")
			.doesNotContain("/accounts/paged-099");
	}

	/** Its page would be the one on which accounts are made. */
	@Test
	void nobodyIsCalledAsThePageOnWhichAccountsAreMade() {
		assertThat(administrator().post("/accounts/new", Map.of("username", "new", "name", "新")).body())
			.contains("用户名不能是“new”");
		assertThat(this.accounts.find("new")).isEmpty();
	}

	/**
	 * Several plans have a department of this code: which one is meant is never guessed.
	 */
	@Test
	void aDepartmentOfAnotherPlanIsRefusedByNameAndStaysChosen() {
		Browser administrator = administrator();
		assertThat(administrator.get("/accounts/new").body())
			.as("by name: cai before shang, though commerce is before finance")
			.containsSubsequence(">区财政局</option>", ">区商务局</option>");
		String refused = administrator
			.post("/accounts/new", Map.of("username", "sun", "enabled", "true", "role", "submitter", "plan",
					"hangzhou-2024", "department", "yuhang-2024/finance"))
			.body();
		assertThat(refused).contains("所选部门“区财政局”属于计划“余杭区2024年经济社会发展主要预期目标”，与所选计划“杭州市2024年预期目标”不一致")
			.contains("value=\"yuhang-2024/finance\" selected");
		administrator.post("/accounts/new", Map.of("username", "sun", "enabled", "true", "role", "submitter", "plan",
				"yuhang-2024", "department", "yuhang-2024/finance"));
		assertThat(administrator.get("/accounts").body()).contains("余杭区2024年经济社会发展主要预期目标 区财政局")
			.doesNotContain(" yuhang-2024<");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			ACCOUNT_ADMIN, 200, 200, 403
			PLAN_ADMIN,    403, 403, 200
			AUDITOR,       403, 403, 403
			REVIEWER,      403, 403, 403
			SUBMITTER,     403, 403, 403
			VIEWER,        403, 403, 403
			""")
	void pagesAreForTheirAdministratorsAlone(Role role, int accounts, int tokens, int plans) {
		this.people.open("role-" + role.key(), role);
		Browser page = this.people.signedIn("role-" + role.key());
		assertThat(List.of(page.get("/accounts").status(), page.get("/tokens").status(), page.get("/plans").status()))
			.containsExactly(accounts, tokens, plans);
	}

	@Test
	void changedPasswordKeepsThisSessionAndEndsTheOthers() {
		Browser other = this.people.signedIn("wang");
		Map<String, String> form = Map.of("current", "wrong", "password", "brand-New-pass-7", "repeated",
				"brand-New-pass-7");
		assertThat(this.browser.post("/me/password", form).body()).contains("现在的密码不正确");
		form = Map.of("current", Api.PASSWORD, "password", "brand-New-pass-7", "repeated", "brand-New-pass-7");
		assertThat(this.browser.post("/me/password", form).location()).isEqualTo("/me?changed");
		assertThat(this.browser.get("/me").status()).isEqualTo(200);
		assertThat(other.get("/me").location()).isEqualTo("/sign-in?ended");
	}

	@Test
	void tokenActsAsTheAccountUntilItExpiresIsRevokedOrTheAccountIsDisabled() {
		String token = token(true);
		assertThat(this.api.withToken(token).submit("demo-2024", "2024-Q1", "").status()).isEqualTo(422);
		assertThat(bearer(token, "/api/plans")).isEqualTo(403);
		assertThat(bearer(token, "/actuator/prometheus")).isEqualTo(403);
		String whole = token(false);
		assertThat(bearer(whole, "/api/plans")).isEqualTo(200);
		assertThat(bearer(whole, "/actuator/prometheus")).isEqualTo(200);
		assertThat(bearer(whole + "x", "/api/plans")).isEqualTo(401);
		assertThat(bearer(whole, "/me")).isEqualTo(401);
		assertThat(this.browser.get("/me").body()).contains("2024-04-10").doesNotContain(whole);
		assertThat(this.jdbc.sql("SELECT digest FROM account_token").query(String.class).list())
			.allMatch((digest) -> digest.matches("[0-9a-f]{64}"));
		this.clock.set(NOON.plus(Duration.ofDays(30)));
		assertThat(bearer(whole, "/api/plans")).isEqualTo(401);
		this.clock.set(NOON);
		this.people.disable("wang", Role.SUBMITTER);
		assertThat(bearer(whole, "/api/plans")).isEqualTo(401);
		this.people.open("wang", Role.SUBMITTER);
		assertThat(bearer(whole, "/api/plans")).isEqualTo(200);
		Browser administrator = administrator();
		String id = this.jdbc.sql("SELECT token_id::text FROM account_token WHERE NOT submit_only")
			.query(String.class)
			.single();
		assertThat(administrator.get("/tokens").body()).contains("name-false");
		assertThat(administrator.post("/tokens/" + id + "/revoke", Map.of()).location()).isEqualTo("/tokens?revoked");
		assertThat(bearer(whole, "/api/plans")).isEqualTo(401);
	}

	private String token(boolean submitOnly) {
		return this.people.token(this.browser, submitOnly);
	}

	private int bearer(String token, String path) {
		return this.api.withToken(token).get(path).status();
	}

	@ParameterizedTest
	@CsvSource({ "'', 30, 请为令牌起名", "x, 0, 1至365", "x, 366, 1至365", "x, many, 1至365" })
	void tokenWithoutANameOrWithoutAnEndIsRefused(String name, String days, String reason) {
		assertThat(this.browser.post("/me/tokens", Map.of("name", name, "days", days)).body()).contains(reason);
	}

	@Test
	void nobodyRevokesTheTokensOfOthers() {
		String token = token(false);
		this.people.open("zhao", Role.SUBMITTER);
		String id = this.jdbc.sql("SELECT token_id::text FROM account_token").query(String.class).single();
		this.people.signedIn("zhao").post("/me/tokens/" + id + "/revoke", Map.of());
		assertThat(bearer(token, "/api/plans")).isEqualTo(200);
	}

	@Test
	void secondFactorIsAskedForAndItsCodesCountOnce() {
		String secret = enrol();
		assertThat(this.api.withPassword("wang", Api.PASSWORD).get("/api/plans").body()).contains("程序请使用访问令牌");
		Browser half = this.people.browser();
		half.signIn("wang", Api.PASSWORD);
		for (String page : List.of("/", "/me", "/accounts", "/sign-in/password")) {
			assertThat(half.get(page).location()).as(page).isEqualTo("/sign-in/code");
		}
		half.get("/sign-in/code");
		assertThat(code(half, OneTimeCodes.code(secret, NOON)).body()).as("used to set it up").contains("已经用过");
		this.clock.set(NOON.plusSeconds(120));
		assertThat(code(half, OneTimeCodes.code(secret, NOON.plusSeconds(60))).body()).as("two steps late")
			.contains("验证码不正确");
		String late = OneTimeCodes.code(secret, NOON.plusSeconds(90));
		assertThat(code(half, late).location()).as("one step late").isEqualTo("/start");
		assertThat(half.get("/").status()).isEqualTo(200);
		Browser again = this.people.browser();
		again.signIn("wang", Api.PASSWORD);
		again.get("/sign-in/code");
		assertThat(code(again, late).body()).contains("已经用过");
	}

	@Test
	void recoveryCodeCountsOnceAndWrongCodesLock() {
		this.browser.get("/me/second-factor");
		String secret = offered(this.browser.get("/me/second-factor"));
		Browser.Page page = this.browser.post("/me/second-factor",
				Map.of("code", OneTimeCodes.code(secret, NOON), "current", Api.PASSWORD));
		Matcher codes = Pattern.compile("[A-Z2-7]{5}-[A-Z2-7]{5}").matcher(page.body());
		assertThat(codes.find()).isTrue();
		String recovery = codes.group();
		Browser first = this.people.browser();
		first.signIn("wang", Api.PASSWORD);
		first.get("/sign-in/code");
		assertThat(code(first, recovery.toLowerCase(Locale.ROOT)).location()).isEqualTo("/start");
		assertThat(first.get("/me").body()).contains("还有9个恢复码");
		Browser second = this.people.browser();
		second.signIn("wang", Api.PASSWORD);
		second.get("/sign-in/code");
		for (int guess = 0; guess < 5; guess++) {
			assertThat(code(second, recovery).body()).contains("验证码不正确");
		}
		assertThat(code(second, "000000").body()).contains("请在15分钟后再试");
		assertThat(this.people.browser().signIn("wang", Api.PASSWORD).location()).isEqualTo("/sign-in?minutes=15");
	}

	@Test
	void signInCountsWhenItIsWholeAndLeadsToThePageThatWasAskedFor() {
		String secret = enrol();
		this.clock.set(NOON.plusSeconds(120));
		Browser half = this.people.browser();
		half.get("/calendar");
		assertThat(half.signIn("wang", Api.PASSWORD).location()).isEqualTo("/sign-in/code");
		assertThat(newest("wang")).isEqualTo("false password; next code");
		half.get("/sign-in/code");
		assertThat(code(half, OneTimeCodes.code(secret, this.clock.instant())).location()).startsWith("/calendar");
		assertThat(newest("wang")).isEqualTo("true code");
	}

	private String newest(String actor) {
		return this.jdbc.sql("""
				SELECT succeeded || ' ' || detail FROM audit_event JOIN audit_link USING (event_id)
				WHERE actor = :actor AND action = 'sign-in' ORDER BY number DESC LIMIT 1
				""").param("actor", actor).query(String.class).single();
	}

	@Test
	void codesThatAreSentTogetherAreCountedOneByOne() throws Exception {
		enrol();
		Browser half = this.people.browser();
		half.signIn("wang", Api.PASSWORD);
		half.get("/sign-in/code");
		assertThat(together(20, (number) -> code(half, "11111" + number % 10).body().contains("验证码不正确"))).isEqualTo(5);
		assertThat(failures()).isEqualTo(5);
	}

	@Test
	void presentPasswordsThatAreSentTogetherAreCountedOneByOne() throws Exception {
		together(20, (number) -> this.browser.post("/me/password", Map.of("current", "guess-" + number)).status() == 0);
		assertThat(failures()).isEqualTo(5);
	}

	private int failures() {
		return this.jdbc.sql("SELECT count(*) FROM sign_in_failure WHERE username = 'wang'")
			.query(Integer.class)
			.single();
	}

	/** How many of so many calls at a time answered yes. */
	private static int together(int calls, IntPredicate call) throws Exception {
		try (ExecutorService executor = Executors.newFixedThreadPool(calls)) {
			CountDownLatch all = new CountDownLatch(calls);
			List<Future<Boolean>> answers = IntStream.range(0, calls).mapToObj((number) -> executor.submit(() -> {
				all.countDown();
				all.await();
				return call.test(number);
			})).toList();
			int yes = 0;
			for (Future<Boolean> answer : answers) {
				yes += answer.get() ? 1 : 0;
			}
			return yes;
		}
	}

	@Test
	void secretShownToOneAccountIsNotOfferedToTheNextInTheSameBrowser() {
		String shown = offered(this.browser.get("/me/second-factor"));
		this.people.open("zhao", Role.SUBMITTER);
		this.browser.signIn("zhao", Api.PASSWORD);
		assertThat(offered(this.browser.get("/me/second-factor"))).isNotEqualTo(shown);
	}

	private static Browser.Page code(Browser browser, String code) {
		return browser.post("/sign-in/code", Map.of("code", code));
	}

	private String enrol() {
		String secret = offered(this.browser.get("/me/second-factor"));
		assertThat(this.browser.post("/me/second-factor", Map.of("code", "000000", "current", Api.PASSWORD)).body())
			.contains("验证码不正确");
		assertThat(this.browser
			.post("/me/second-factor", Map.of("code", OneTimeCodes.code(secret, NOON), "current", Api.PASSWORD))
			.body()).contains("第二因素已启用");
		assertThat(this.browser.get("/me").body()).contains("还有10个恢复码");
		return secret;
	}

	private static String offered(Browser.Page page) {
		assertThat(page.body()).contains("<svg", "<path d=\"M").doesNotContain("style=");
		return People.offeredSecret(page);
	}

	private Browser administrator() {
		this.people.open("an", Role.ACCOUNT_ADMIN);
		return this.people.signedIn("an");
	}

	@Test
	void administratorMakesAnAccountWhoseOwnerReplacesTheOneTimePassword() {
		Browser administrator = administrator();
		administrator.get("/accounts/new");
		String name = "made-" + this.jdbc.sql("SELECT count(*) FROM account").query(Integer.class).single();
		Browser.Page page = administrator.post("/accounts/new",
				Map.of("username", name, "name", "新人", "email", "new@example.org", "enabled", "true", "role",
						"submitter", "plan", "yuhang-2024", "department", "finance"));
		Matcher found = ONE_TIME.matcher(page.body());
		assertThat(found.find()).as(page.body()).isTrue();
		assertThat(this.accounts.find(name).orElseThrow().grants())
			.containsExactly(new Grant(Role.SUBMITTER, "yuhang-2024", "finance"));
		assertThat(this.accounts.submittersOf("yuhang-2024", "finance")).extracting(Account::email)
			.contains("new@example.org");
		Browser newcomer = this.people.browser();
		newcomer.signIn(name, found.group(1));
		assertThat(newcomer.get("/").location()).isEqualTo("/sign-in/password");
		newcomer.get("/sign-in/password");
		newcomer.post("/sign-in/password", Map.of("password", "My-own-words-1", "repeated", "My-own-words-1"));
		assertThat(newcomer.get("/").status()).isEqualTo(200);
		Matcher reset = ONE_TIME.matcher(administrator.post("/accounts/" + name + "/reset", Map.of()).body());
		assertThat(reset.find()).isTrue();
		assertThat(newcomer.get("/").location()).isEqualTo("/sign-in?ended");
	}

	@Test
	void accountThatMayDoNothingIsListedAndSignsIn() {
		this.accounts.create(new Account("nothing", "无权限", true, Set.of()), this.passwords.encode(Api.PASSWORD));
		assertThat(this.api.admin().get("/api/accounts").json().valueStream()).anyMatch(
				(account) -> account.path("username").asString().equals("nothing") && account.path("grants").isEmpty());
		Browser browser = this.people.browser();
		browser.signIn("nothing", Api.PASSWORD);
		assertThat(browser.get("/").status()).as("it may look at nothing").isEqualTo(403);
	}

	@Test
	void administratorUnlocksDisablesAndIsToldWhatIsWrong() {
		Browser administrator = administrator();
		for (int guess = 0; guess < 5; guess++) {
			this.people.browser().signIn("wang", "wrong");
		}
		assertThat(administrator.get("/accounts?state=locked").body()).contains("href=\"/accounts/wang\"")
			.doesNotContain("href=\"/accounts/an\"");
		administrator.post("/accounts/wang/unlock", Map.of());
		assertThat(this.people.browser().signIn("wang", Api.PASSWORD).location()).isEqualTo("/start");
		Browser.Page refused = administrator.post("/accounts/wang", Map.of("name", "王", "email", "not-an-address",
				"enabled", "true", "role", "viewer", "plan", "yuhang-2024", "department", "*"));
		assertThat(refused.body()).contains("电子邮箱地址不正确", "该角色对所有计划有效");
		assertThat(this.accounts.find("wang").orElseThrow().name()).isEqualTo("wang");
		assertThat(administrator
			.post("/accounts/an", Map.of("name", "安", "role", "account-admin", "plan", "*", "department", "*"))
			.body()).contains("不能停用自己的账号");
		administrator.post("/accounts/wang", Map.of("name", "王", "role", "submitter", "plan", "*", "department", "*"));
		assertThat(this.browser.get("/me").location()).isEqualTo("/sign-in?ended");
		assertThat(administrator.get("/accounts/nobody-like-that").status()).isEqualTo(404);
	}

}
