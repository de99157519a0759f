package org.targetmonitor.account.web;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Role;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.Browser;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.People;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What a sign-in needs, how long it lasts, and what ends it. */
@MonitorTest
@TestPropertySource(properties = "targetmonitor.accounts.password-life=90d")
class SignInIT {

	private static final Instant NOON = Instant.parse("2024-04-10T04:00:00Z");

	private static final String OTHER = "another-horse-battery";

	@LocalServerPort
	private int port;

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
		this.browser = this.people.browser();
		this.people.open("li", Role.VIEWER);
	}

	@Test
	void rightPasswordLeadsToThePageThatWasAskedFor() {
		assertThat(this.browser.get("/?plan=demo-2024").location()).isEqualTo("/sign-in");
		assertThat(this.browser.signIn("li", Api.PASSWORD).location()).startsWith("/?plan=demo-2024");
		assertThat(this.browser.get("/").status()).isEqualTo(200);
	}

	@Test
	void sessionBeginsWithTheSignInUnderAnIdThatNobodyBroughtAlong() {
		this.browser.get("/sign-in");
		assertThat(this.browser.cookie("targetmonitor")).isEmpty();
		this.browser.signIn("li", Api.PASSWORD);
		String first = this.browser.cookie("targetmonitor");
		this.browser.signIn("li", Api.PASSWORD);
		assertThat(this.browser.cookie("targetmonitor")).isNotEmpty().isNotEqualTo(first);
	}

	@Test
	void fiveWrongPasswordsLockTheAccountWhetherItExistsOrNot() {
		for (String username : List.of("li", "nobody-of-that-name")) {
			for (int guess = 0; guess < 5; guess++) {
				assertThat(this.browser.signIn(username, "wrong").location()).isEqualTo("/sign-in?error");
			}
			assertThat(this.browser.signIn(username, Api.PASSWORD).location()).isEqualTo("/sign-in?minutes=15");
		}
		assertThat(this.browser.get("/sign-in?minutes=15").body()).contains("请在15分钟后再试");
		assertThat(basic("li", Api.PASSWORD, "/api/plans").status()).isEqualTo(429);
		this.clock.set(NOON.plus(Duration.ofMinutes(10)));
		assertThat(this.browser.signIn("li", Api.PASSWORD).location()).isEqualTo("/sign-in?minutes=5");
		this.clock.set(NOON.plus(Duration.ofMinutes(15)));
		assertThat(this.browser.signIn("li", Api.PASSWORD).location()).isEqualTo("/start");
	}

	@Test
	void basicCountsAsTheFormDoesAndSaysWhenToTryAgain() {
		for (int guess = 0; guess < 5; guess++) {
			assertThat(basic("li", "wrong", "/api/plans").status()).isEqualTo(401);
		}
		Api.Answer answer = basic("li", Api.PASSWORD, "/api/plans");
		assertThat(answer.status()).isEqualTo(429);
		assertThat(answer.response().headers().firstValue("Retry-After")).contains("900");
		assertThat(answer.json().path("title").asString()).isEqualTo("密码错误次数过多，请在15分钟后再试");
		assertThat(this.browser.signIn("li", Api.PASSWORD).location()).isEqualTo("/sign-in?minutes=15");
	}

	@Test
	void rightPasswordForgetsTheWrongOnes() {
		for (int round = 0; round < 3; round++) {
			for (int guess = 0; guess < 4; guess++) {
				this.browser.signIn("li", "wrong");
			}
			assertThat(this.browser.signIn("li", Api.PASSWORD).location()).isEqualTo("/start");
			this.browser = this.people.browser();
		}
	}

	@Test
	void onePasswordCannotBeTriedOnEveryName() {
		for (int name = 0; name < 30; name++) {
			assertThat(this.browser.signIn("name-" + name, "wrong").location()).isEqualTo("/sign-in?error");
		}
		assertThat(this.browser.signIn("li", Api.PASSWORD).location()).isEqualTo("/sign-in?minutes=15");
	}

	@Test
	void strangersGuessesDoNotKeepTheReaderOfMetricsOut() {
		for (int guess = 0; guess < 5; guess++) {
			assertThat(basic("prometheus", "wrong-" + guess, "/actuator/prometheus", "X-Forwarded-For", "192.0.2.66")
				.status()).isEqualTo(401);
		}
		assertThat(basic("prometheus", "wrong", "/actuator/prometheus", "X-Forwarded-For", "192.0.2.66").status())
			.isEqualTo(429);
		assertThat(basic("prometheus", "still-another-wrong-one", "/actuator/prometheus").status()).isEqualTo(401);
		assertThat(this.api.prometheus().get("/actuator/prometheus").status()).isEqualTo(200);
		assertThat(this.jdbc.sql("SELECT DISTINCT actor FROM audit_event WHERE address = '192.0.2.66'")
			.query(String.class)
			.list()).containsExactly("prometheus");
	}

	@Test
	void wrongTokensKeepNobodyFromSigningIn() {
		for (int guess = 0; guess < 30; guess++) {
			assertThat(this.api.withToken("tm_old-one").get("/api/plans").status()).isEqualTo(401);
		}
		assertThat(this.api.withToken("tm_old-one").get("/api/plans").status()).isEqualTo(429);
		assertThat(this.browser.signIn("li", Api.PASSWORD).location()).isEqualTo("/start");
	}

	@Test
	void nameWithACharacterThatTheDatabaseDoesNotStoreSignsNobodyIn() {
		assertThat(this.browser.signIn("l\0i", Api.PASSWORD).status()).isEqualTo(422);
		assertThat(basic("l\0i", Api.PASSWORD, "/api/plans").status()).isEqualTo(401);
	}

	@Test
	void addressIsThatOfTheClientOfAProxyOnThisMachineWhateverElseItNames() {
		basic("li", "wrong", "/api/plans", "X-Forwarded-For", "203.0.113.7, 10.9.9.9");
		assertThat(this.jdbc.sql("SELECT address FROM audit_event WHERE actor = 'li' AND address LIKE '10.%'")
			.query(String.class)
			.list()).containsExactly("10.9.9.9");
	}

	@Test
	void disabledAccountIsAnsweredAsAWrongPassword() {
		this.people.disable("li", Role.VIEWER);
		assertThat(this.browser.signIn("li", Api.PASSWORD).location()).isEqualTo("/sign-in?error");
		assertThat(basic("li", Api.PASSWORD, "/api/plans").status()).isEqualTo(401);
	}

	@Test
	void signInsAndFailuresAreInTheAudit() {
		this.people.open("sun", Role.VIEWER);
		this.browser.signIn("sun", "wrong");
		this.browser.signIn("sun", Api.PASSWORD);
		this.browser.get("/");
		this.browser.signOut();
		assertThat(this.jdbc.sql("""
				SELECT action || ' ' || succeeded || ' ' || coalesce(address, '') FROM audit_event WHERE actor = 'sun'
				""").query(String.class).list()).containsExactlyInAnyOrder("sign-in false 127.0.0.1",
				"sign-in true 127.0.0.1", "sign-out true 127.0.0.1");
	}

	@Test
	void disablingEndsTheSessionAtOnce() {
		this.browser.signIn("li", Api.PASSWORD);
		assertThat(this.browser.get("/").status()).isEqualTo(200);
		this.people.disable("li", Role.VIEWER);
		assertThat(this.browser.get("/").location()).isEqualTo("/sign-in?ended");
	}

	@Test
	void changedPasswordEndsTheSessionsOfTheFormerOne() {
		this.browser.signIn("li", Api.PASSWORD);
		this.accounts.changePassword("li", String.valueOf(this.passwords.encode(OTHER)), false, NOON);
		assertThat(this.browser.get("/").location()).isEqualTo("/sign-in?ended");
	}

	@Test
	void changedGrantCountsAtOnce() {
		this.browser.signIn("li", Api.PASSWORD);
		assertThat(this.browser.get("/accounts").status()).isEqualTo(403);
		this.people.grant("li", Role.ACCOUNT_ADMIN);
		assertThat(this.browser.get("/accounts").status()).isEqualTo(200);
		this.people.grant("li", Role.SCRAPE);
		assertThat(this.browser.get("/").status()).isEqualTo(403);
	}

	@Test
	void sessionEndsAfterTwelveHoursHoweverBusy() {
		this.browser.signIn("li", Api.PASSWORD);
		this.clock.set(NOON.plus(Duration.ofHours(12)).minusSeconds(1));
		assertThat(this.browser.get("/").status()).isEqualTo(200);
		this.clock.set(NOON.plus(Duration.ofHours(12)));
		assertThat(this.browser.get("/").location()).isEqualTo("/sign-in?ended");
	}

	@Test
	void expiredPasswordHasToBeReplacedBeforeAnythingElse() {
		this.clock.set(NOON.plus(Duration.ofDays(90)));
		this.browser.signIn("li", Api.PASSWORD);
		for (String page : List.of("/", "/figures", "/v3/api-docs", "/me")) {
			assertThat(this.browser.get(page).location()).as(page).isEqualTo("/sign-in/password");
		}
		assertThat(basic("li", Api.PASSWORD, "/api/plans").status()).isEqualTo(403);
		assertThat(basic("li", Api.PASSWORD, "/actuator/prometheus").status()).isEqualTo(403);
		assertThat(this.browser.get("/sign-in/password").body()).contains("密码已到期").doesNotContain("本期填报");
		assertThat(replace(Api.PASSWORD, Api.PASSWORD).body()).contains("不能使用最近5次用过的密码");
		assertThat(replace("short", "short").body()).contains("密码应有12个字符以上");
		assertThat(replace(OTHER, "x").body()).contains("两次输入的新密码不一致");
		assertThat(replace(OTHER, OTHER).location()).isEqualTo("/start");
		assertThat(this.browser.get("/").status()).isEqualTo(200);
		assertThat(this.people.browser().signIn("li", OTHER).location()).isEqualTo("/start");
	}

	private Browser.Page replace(String password, String repeated) {
		return this.browser.post("/sign-in/password", Map.of("password", password, "repeated", repeated));
	}

	@Test
	void readerOfMetricsNeedsNoNewPassword() {
		this.clock.set(NOON.plus(Duration.ofDays(900)));
		assertThat(this.api.prometheus().get("/actuator/prometheus").status()).isEqualTo(200);
	}

	@Test
	void fiveLastPasswordsAreRefusedTheSixthIsTaken() {
		List<String> passwords = List.of("pass-phrase-number-one-1", "pass-phrase-number-two-2",
				"pass-phrase-number-three", "pass-phrase-number-four4", "pass-phrase-number-five5");
		for (int day = 0; day < passwords.size(); day++) {
			this.accounts.changePassword("li", String.valueOf(this.passwords.encode(passwords.get(day))), true,
					NOON.plus(Duration.ofDays(day + 1)));
		}
		this.browser.signIn("li", passwords.getLast());
		this.browser.get("/sign-in/password");
		for (String former : passwords) {
			assertThat(replace(former, former).body()).as(former).contains("最近5次");
		}
		assertThat(replace(Api.PASSWORD, Api.PASSWORD).location()).isEqualTo("/start");
	}

	@Test
	void formWithoutTheTokenIsRefused() {
		this.browser.get("/sign-in");
		Browser.Page refused = this.browser.postAsIs("/sign-in", Map.of("username", "li", "password", Api.PASSWORD));
		assertThat(refused.location()).isEqualTo("/sign-in");
		assertThat(this.browser.get("/").location()).isEqualTo("/sign-in");
		this.browser.signIn("li", Api.PASSWORD);
		assertThat(this.browser.postAsIs("/sign-out", Map.of()).status()).isEqualTo(403);
		assertThat(this.browser.get("/").status()).isEqualTo(200);
	}

	@Test
	void tokenIsAskedForHoweverThePathIsWritten() {
		Map<String, String> form = Map.of("username", "li", "password", Api.PASSWORD);
		for (String path : List.of("/sign-in", "/sign%2Din", "/%73ign-in", "/sign%2din")) {
			Browser stranger = this.people.browser();
			stranger.postAsIs(path, form);
			assertThat(stranger.get("/").location()).as(path).startsWith("/sign-in");
		}
		assertThat(this.api.nobody().post("/api/plans/demo-2024/submissions", "{}").status()).isEqualTo(401);
	}

	@Test
	void anotherSitesPageSignsNobodyInNotEvenWithTheToken() {
		this.browser.get("/sign-in");
		Map<String, String> form = Map.of("username", "li", "password", Api.PASSWORD);
		assertThat(this.browser.post("/sign-in", form, "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
		assertThat(this.browser.get("/").location()).startsWith("/sign-in");
	}

	@Test
	void formsOfTheOwnPagesAreTakenOverPlainHttp() {
		this.browser.get("/sign-in");
		Map<String, String> form = Map.of("username", "li", "password", Api.PASSWORD);
		assertThat(this.browser.post("/sign-in", form, "Origin", "http://elsewhere.example").status()).isEqualTo(403);
		assertThat(this.browser.post("/sign-in", form, "Origin", "null").location()).isEqualTo("/start");
		this.browser.get("/me");
		assertThat(this.browser.post("/sign-out", Map.of(), "Origin", "http://localhost:" + this.port).location())
			.isEqualTo("/sign-in?out");
	}

	@Test
	void rememberedCredentialsAreNotTakenFromAnOriginThatIsKeptSecret() {
		Map<String, Integer> answers = new LinkedHashMap<>();
		for (String origin : List.of("null", "http://elsewhere.example", "http://localhost:" + this.port)) {
			answers
				.put(origin,
						this.api.send(this.api.staff()
							.request("/api/plans/demo-2024/submissions")
							.header("Origin", origin)
							.header("Content-Type", "application/json")
							.POST(HttpRequest.BodyPublishers.ofString("{}"))).status());
		}
		assertThat(answers.values()).containsExactly(403, 403, 422);
	}

	@Test
	void cookieIsSecureBehindTls() {
		String plain = setCookie(this.browser.get("/sign-in"));
		assertThat(plain).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
		Browser.Page behindTls = this.people.browser().get("/sign-in", "X-Forwarded-Proto", "https");
		assertThat(setCookie(behindTls)).contains("HttpOnly", "SameSite=Lax", "Secure");
		assertThat(behindTls.response().headers().firstValue("Strict-Transport-Security").orElse(""))
			.contains("max-age=31536000");
	}

	private static String setCookie(Browser.Page page) {
		return page.response()
			.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((cookie) -> cookie.contains("targetmonitor-form="))
			.findFirst()
			.orElse("");
	}

	@Test
	void headersLeaveNothingToScriptsOfOthers() {
		Browser.Page page = this.browser.get("/sign-in");
		assertThat(page.response().headers().firstValue("Content-Security-Policy").orElse(""))
			.contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
			.doesNotContain("unsafe");
		assertThat(page.response().headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(page.response().headers().firstValue("Referrer-Policy")).contains("same-origin");
		assertThat(this.browser.get("/assets/monitor.css").response().headers().firstValue("Referrer-Policy"))
			.contains("same-origin");
		assertThat(page.response().headers().firstValue("Cache-Control").orElse("")).contains("no-store");
	}

	private Api.Answer basic(String username, String password, String path, String... headers) {
		HttpRequest.Builder request = this.api.withPassword(username, password).request(path);
		return this.api.send((headers.length > 0) ? request.headers(headers) : request);
	}

}
