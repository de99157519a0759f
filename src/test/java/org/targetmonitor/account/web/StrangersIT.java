package org.targetmonitor.account.web;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Role;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.Browser;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.People;
import org.targetmonitor.support.Raw;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is stored of people who have not signed in, and what each answer says to browsers.
 */
@MonitorTest
class StrangersIT {

	@LocalServerPort
	private int port;

	@Autowired
	private Api api;

	@Autowired
	private Accounts accounts;

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void account() {
		this.people.startAnew();
		this.jdbc.sql("DELETE FROM spring_session").update();
		this.people.open("li", Role.ACCOUNT_ADMIN);
	}

	private int sessions() {
		return this.jdbc.sql("SELECT count(*) FROM spring_session").query(Integer.class).single();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/sign-in", "/sign-in?error", "/calendar?plan=demo-2024", "/no-such-page", "/fill",
			"/api/plans", "/actuator/health", "/assets/monitor.css", "/swagger-ui.html", "/?lang=en", "/sign-out" })
	void whoeverLooksWithoutSigningInLeavesNoSession(String path) {
		this.people.browser().get(path);
		assertThat(this.api.send(this.api.nobody().request(path)).status()).isPositive();
		assertThat(sessions()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/me", "/api/plans", "/calendar", "/no-such-page", "/accounts" })
	void passwordWithTheRequestLeavesNoSession(String path) {
		for (String accept : List.of("text/html", "application/json")) {
			this.api.send(this.api.admin().request(path).header("Accept", accept));
		}
		assertThat(sessions()).isZero();
	}

	@Test
	void wrongPasswordInTheFormLeavesNoSessionEither() {
		assertThat(this.people.browser().signIn("li", "wrong").location()).isEqualTo("/sign-in?error");
		assertThat(sessions()).isZero();
	}

	@Test
	void sessionOfASignInIsSmallAndIsGoneAfterSigningOut() {
		Browser browser = this.people.browser();
		browser.get("/accounts?q=li");
		assertThat(browser.signIn("li", Api.PASSWORD).location()).isEqualTo("/accounts?q=li");
		browser.get("/accounts");
		assertThat(sessions()).isOne();
		assertThat(this.jdbc.sql("SELECT sum(length(attribute_bytes)) FROM spring_session_attributes")
			.query(Integer.class)
			.single()).isLessThan(2000);
		browser.signOut();
		assertThat(sessions()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example/", "https://evil.example/", "/\\evil.example", "/\r\nSet-Cookie: a=b",
			"javascript:alert(1)" })
	void pageToGoOnToIsOneOfThisSiteWhoeverWroteTheCookie(String page) {
		Browser browser = this.people.browser();
		browser.get("/sign-in");
		String written = Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(StandardCharsets.UTF_8));
		String form = browser.cookie("targetmonitor-form");
		Browser.Page in = browser.post("/sign-in", Map.of("username", "li", "password", Api.PASSWORD), "Cookie",
				"targetmonitor-page=" + written + "; targetmonitor-form=" + form);
		assertThat(in.location()).isIn("/start", "/sign-in");
	}

	@Test
	void tokenIsAskedForWhateverStandsInTheAuthorizationHeader() {
		Browser browser = this.people.browser();
		browser.signIn("li", Api.PASSWORD);
		String basic = Base64.getEncoder().encodeToString("li:no idea".getBytes(StandardCharsets.UTF_8));
		for (String header : List.of("Foo", "x y", "Basic", "basic " + basic, "Basic " + basic, "Bearer tm_x", "bearer",
				"Negotiate abc", "Basically " + basic)) {
			Browser.Page refused = browser.postAsIs("/accounts/new", Map.of("username", "forged", "name", "forged",
					"role", "account-admin", "plan", "*", "department", "*"), "Authorization", header);
			assertThat(refused.status()).as(header).isIn(401, 403);
		}
		assertThat(this.accounts.find("forged")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/sign-in", "/", "/no-such-page", "/assets/monitor.css", "/assets/none.css", "/actuator/health",
					"/actuator/prometheus", "/api/plans", "/api/none", "/sign-in?=x", "/a;b=c", "/%2e%2e/x" })
	void everyAnswerSaysWhatBrowsersMayDoWithIt(String path) {
		for (Api who : List.of(this.api.nobody(), this.api.admin())) {
			Api.Answer answer = this.api.send(who.request(path));
			Map<String, List<String>> headers = answer.response().headers().map();
			assertThat(headers).as(path + " " + answer.status())
				.containsEntry("cross-origin-opener-policy", List.of("same-origin"))
				.containsEntry("cross-origin-resource-policy", List.of("same-origin"))
				.containsEntry("x-content-type-options", List.of("nosniff"))
				.containsEntry("x-frame-options", List.of("DENY"))
				.containsEntry("referrer-policy", List.of("same-origin"));
			assertThat(headers.get("permissions-policy")).hasSize(1).first().asString().contains("camera=()");
			assertThat(headers.get("content-security-policy")).hasSize(1)
				.first()
				.asString()
				.contains("default-src 'self'");
		}
	}

	/** What reaches no filter, or is refused by the server before it is read. */
	@ParameterizedTest
	@ValueSource(strings = { "GET /%2e%2e/x HTTP/1.1", "GET /../../x HTTP/1.1", "GET /%ff HTTP/1.1",
			"GET /a%2fb HTTP/1.1", "GET /%zz HTTP/1.1", "GET /a\\b HTTP/1.1", "GET /<b> HTTP/1.1", "GET x HTTP/1.1",
			"GET /\u00ff HTTP/1.1", "TRACE / HTTP/1.1", "TRACE /sign-in HTTP/1.1", "BREW / HTTP/1.1",
			"CONNECT / HTTP/1.1", "G\u00ffT / HTTP/1.1", "GET / HTTP/1.1\r\nX(y: z", "GET / HTTP/1.1\r\nHost: a b",
			"GET / HTTP/1.1\r\nTransfer-Encoding: none", "GET / HTTP/1.1\r\nContent-Length: x", "GET / HTTP/9.1",
			"nonsense" })
	void answerThatTheServerGivesItselfSaysIt(String head) {
		for (String accept : List.of("", "Accept: text/html\r\n")) {
			Raw.Answer answer = new Raw(this.port).send(head + "\r\n" + accept, "");
			assertThat(answer.status()).as(answer.head()).isBetween(300, 599);
			Set.of("Content-Security-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy",
					"Cross-Origin-Resource-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy")
				.forEach((name) -> assertThat(answer.header(name)).as(name + " of " + answer.head()).isPresent());
			assertThat(answer.head() + answer.body()).doesNotContainIgnoringCase("tomcat");
		}
	}

	@Test
	void privatePagesAreKeptNowhere() {
		Browser browser = this.people.browser();
		browser.signIn("li", Api.PASSWORD);
		for (String page : List.of("/", "/me", "/accounts", "/accounts/li", "/tokens", "/figures", "/api/plans")) {
			assertThat(browser.get(page).response().headers().firstValue("Cache-Control").orElse("")).as(page)
				.contains("no-store");
		}
	}

	@Test
	void languageGoesOverTlsAloneWhereThatIsInFront() {
		assertThat(cookies(this.people.browser().get("/sign-in?lang=en"))).contains("language=en")
			.doesNotContain("Secure");
		assertThat(cookies(this.people.browser().get("/sign-in?lang=en", "X-Forwarded-Proto", "https")))
			.containsPattern("language=en[^|]*Secure")
			.containsPattern("__Host-targetmonitor-form=[^|]*Secure");
	}

	private static String cookies(Browser.Page page) {
		return String.join(" | ", page.response().headers().allValues("Set-Cookie"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/me", "/calendar?plan=demo-2024" })
	void hostThatAProxyNamesDecidesNoRedirect(String path) {
		Browser.Page page = this.people.browser()
			.get(path, "X-Forwarded-Host", "evil.example", "X-Forwarded-Port", "1234", "X-Forwarded-Proto", "https");
		assertThat(page.response().headers().firstValue("Location").orElseThrow()).startsWith("/sign-in");
	}

	@ParameterizedTest
	@ValueSource(strings = { "unknown", "evil.example", "<script>", "1.2.3.4.5", "1.2.3.4:80", "300.1.1.1", "::1::",
			"203.0.113.7, x", "_hidden", "127.0.0.1 OR 1=1" })
	void whatIsNoAddressIsNobodysAddress(String forwarded) {
		HttpRequest.Builder request = this.api.withPassword("li", "wrong")
			.request("/api/plans")
			.header("X-Forwarded-For", forwarded);
		assertThat(this.api.send(request).status()).isEqualTo(401);
		assertThat(this.jdbc.sql("SELECT DISTINCT address FROM audit_event WHERE actor = 'li' AND NOT succeeded")
			.query(String.class)
			.list()).containsExactly("127.0.0.1");
	}

}
