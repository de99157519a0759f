package org.targetmonitor.account.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import org.targetmonitor.account.Role;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.Browser;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.People;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Where reviewers and administrators have to have a second factor. */
@MonitorTest
@TestPropertySource(properties = "targetmonitor.accounts.second-factor=required")
class RequiredSecondFactorIT {

	private static final Instant NOON = Instant.parse("2024-04-10T04:00:00Z");

	@Autowired
	private SettableClock clock;

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void noon() {
		this.clock.set(NOON);
	}

	private Browser signedIn(String username, Role role) {
		this.people.open(username, role);
		Browser browser = this.people.browser();
		browser.get("/calendar");
		browser.signIn(username, Api.PASSWORD);
		return browser;
	}

	@Test
	void reviewerSetsItUpBeforeAnythingElseIsOpen() {
		Browser reviewer = signedIn("sheng", Role.REVIEWER);
		for (String page : List.of("/", "/review", "/me", "/me/second-factor", "/accounts")) {
			assertThat(reviewer.get(page).location()).as(page).isEqualTo("/sign-in/second-factor");
		}
		assertThat(events("sheng")).containsExactly("sign-in false");
		String code = OneTimeCodes.code(People.offeredSecret(reviewer.get("/sign-in/second-factor")), NOON);
		assertThat(reviewer.post("/sign-in/second-factor", Map.of("code", "000000")).body()).contains("验证码不正确");
		assertThat(reviewer.get("/").location()).isEqualTo("/sign-in/second-factor");
		reviewer.get("/sign-in/second-factor");
		assertThat(reviewer.post("/sign-in/second-factor", Map.of("code", code)).body()).contains("第二因素已启用",
				"href=\"/calendar\"");
		assertThat(reviewer.get("/review").status()).isEqualTo(200);
		assertThat(events("sheng")).containsExactly("sign-in false", "second-factor false", "second-factor true",
				"sign-in true");
	}

	private List<@Nullable String> events(String username) {
		return this.jdbc.sql("""
				SELECT action || ' ' || succeeded FROM audit_event JOIN audit_link USING (event_id)
				WHERE actor = :username ORDER BY number
				""").param("username", username).query(String.class).list();
	}

	@Test
	void staffAndReadersAreNotAskedForIt() {
		assertThat(signedIn("bao", Role.SUBMITTER).get("/").status()).isEqualTo(200);
		assertThat(signedIn("du", Role.VIEWER).get("/").status()).isEqualTo(200);
	}

}
