package org.targetmonitor.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.platform.watch.DatabaseWatch;
import org.targetmonitor.progress.Standings;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.Browser;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.People;
import org.targetmonitor.support.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is said, in whose words, of what the monitor cannot serve just now. */
@MonitorTest
class AwayIT {

	@Autowired
	private People people;

	@Autowired
	private Api api;

	@Autowired
	private TestDatabases.Location database;

	@Autowired
	private DatabaseWatch watch;

	@Autowired
	private Unavailable unavailable;

	@Autowired
	private Standings standings;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void pagesOfWhoeverIsSignedInSayInTheirLanguageThatTheDatabaseIsAway() {
		this.api.leader().get("/api/plans");
		Browser browser = signedIn("zh");
		Browser other = signedIn("en");
		this.database.cut();
		try {
			Browser.Page chinese = browser.get("/", "Accept", "text/html");
			assertThat(chinese.status()).isEqualTo(503);
			assertThat(chinese.body()).contains("<html lang=\"zh", "数据库暂时无法访问，请稍后再试");
			assertThat(chinese.response().headers().firstValue("Retry-After")).contains("5");
			Browser.Page english = other.get("/", "Accept", "text/html");
			assertThat(english.status()).isEqualTo(503);
			assertThat(english.body()).contains("<html lang=\"en", "the database does not answer just now")
				.doesNotContain("数据库");
		}
		finally {
			this.database.giveBack();
		}
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(browser.get("/", "Accept", "text/html").status()).isEqualTo(200));
	}

	private Browser signedIn(String language) {
		Browser browser = this.people.browser();
		browser.signIn("leader", Api.PASSWORD);
		assertThat(browser.get("/?lang=" + language, "Accept", "text/html").status()).isEqualTo(200);
		return browser;
	}

	@ParameterizedTest
	@CsvSource({ "GET, /, text/html, zh-CN, 系统正在启动", "GET, /, text/html, en, the monitor is starting",
			"POST, /api/plans/china-2024/submissions, application/json, zh-CN, 系统正在启动",
			"GET, /actuator/prometheus, text/plain, en, the monitor is starting" })
	void nothingIsAnsweredOutOfPlansThatAreNotLoadedYet(String method, String path, String accept, String language,
			String words) throws ServletException, IOException {
		MockHttpServletResponse answer = whileStarting(method, path, accept, language);
		assertThat(answer.getStatus()).isEqualTo(503);
		assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
		assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains(words);
	}

	@ParameterizedTest
	@CsvSource({ "/actuator/health", "/actuator/health/liveness", "/assets/style.css" })
	void healthIsAnsweredFromTheStart(String path) throws ServletException, IOException {
		assertThat(whileStarting("GET", path, "*/*", "en").getStatus()).isEqualTo(200);
	}

	private MockHttpServletResponse whileStarting(String method, String path, String accept, String language)
			throws ServletException, IOException {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		request.addHeader("Accept", accept);
		request.addHeader("Accept-Language", language);
		MockHttpServletResponse answer = new MockHttpServletResponse();
		new AwayFilter(this.watch, this.unavailable).doFilter(request, answer, new MockFilterChain());
		return answer;
	}

	@Test
	void healthNamesThePlanThatCannotBeReadAndStaysInService() {
		this.transaction.executeWithoutResult((status) -> {
			TestDatabases.attack(this.jdbc);
			this.jdbc
				.sql("UPDATE plan_revision SET header = replace(header::text, 'Asia/Shanghai', 'Nowhere/City')::json "
						+ "WHERE plan_id = 'yuhang-2024'")
				.update();
			this.jdbc.sql("UPDATE plan_change SET number = number + 1 WHERE plan_id = 'yuhang-2024'").update();
		});
		this.standings.current();

		Api.Answer health = this.api.leader().get("/actuator/health");

		assertThat(health.status()).isEqualTo(200);
		assertThat(health.json().path("status").asString()).isEqualTo("DEGRADED");
		assertThat(
				health.json().at("/components/plans/details/unreadable").valueStream().map((plan) -> plan.asString()))
			.containsExactly("yuhang-2024");
		assertThat(this.api.leader().get("/actuator/health/readiness").status()).isEqualTo(200);
	}

}
