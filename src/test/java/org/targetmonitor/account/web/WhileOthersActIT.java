package org.targetmonitor.account.web;

import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

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
 * What becomes of sessions, tokens and changes while somebody else acts: an administrator
 * against a thief, or a stranger at the same address.
 */
@MonitorTest
class WhileOthersActIT {

	private static final Instant NOON = Instant.parse("2024-04-10T04:00:00Z");

	private static final Map<String, String> TOKEN_FORM = Map.of("name", "pull", "days", "30", "submitOnly", "false",
			"current", Api.PASSWORD);

	private static final String STOLEN = "Brand-new-words-1";

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

	@Autowired
	private TestDatabases.Location database;

	@BeforeEach
	void start() {
		this.clock.set(NOON);
		this.people.startAnew();
		this.people.open("keeper", Role.ACCOUNT_ADMIN);
		this.people.open("wang", Role.SUBMITTER);
	}

	@Test
	void anotherHeaderBesideASessionShowsNoPassword() {
		Browser session = this.people.signedIn("keeper");
		Matcher form = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(session.get("/me").body());
		assertThat(form.find()).isTrue();
		Api.Answer answer = this.api.send(this.api.request("/api/accounts/keeper")
			.setHeader("Authorization", "x")
			.header("Cookie", "targetmonitor=" + session.cookie("targetmonitor"))
			.header("X-CSRF-TOKEN", form.group(1))
			.header("Content-Type", "application/json")
			.PUT(HttpRequest.BodyPublishers.ofString("{\"password\":\"" + STOLEN + "\"}")));
		assertThat(answer.status()).as(answer.body()).isEqualTo(422);
		assertThat(answer.rules()).containsExactly("confirmation");
		assertThat(this.people.hasPassword("keeper", Api.PASSWORD)).isTrue();
	}

	/** Whoever comes second changes what the first one made, and is told so. */
	@Test
	void accountThatSomebodyElseIsMakingIsMadeOnce() throws SQLException {
		Api admin = this.api.admin();
		Api.Answer answer = duringAChange("""
				INSERT INTO account (username, display_name, password_hash, enabled, version)
				VALUES (?, 'first', ?, true, 0)
				""", List.of("once", "of the first"), () -> admin.put("/api/accounts/once", "application/json",
				"{\"name\":\"second\",\"password\":\"" + Api.PASSWORD + "\",\"grants\":[]}"));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(this.jdbc.sql("SELECT detail FROM audit_event WHERE subject = 'once' AND action = 'account'")
			.query(String.class)
			.list()).singleElement().asString().doesNotContain("created");
		assertThat(this.people.hasPassword("once", Api.PASSWORD)).isTrue();
	}

	@Test
	void disablingEndsSessionsThatAreNotUsedMeanwhile() {
		Browser thief = this.people.signedIn("wang");
		this.api.admin().put("/api/accounts/wang", "application/json", "{\"enabled\":false}");
		this.api.admin().put("/api/accounts/wang", "application/json", "{\"enabled\":true}");
		assertThat(thief.get("/me").location()).isEqualTo("/sign-in?ended");
	}

	@Test
	void sessionDoesNotTakeTheStepThatWasDemandedOfItsOwner() {
		Browser thief = this.people.signedIn("wang");
		this.api.admin().put("/api/accounts/wang", "application/json", "{\"must-change\":true}");
		Browser.Page taken = thief.post("/sign-in/password", Map.of("password", STOLEN, "repeated", STOLEN));
		assertThat(taken.location()).isNotEqualTo("/start");
		assertThat(this.people.hasPassword("wang", Api.PASSWORD)).isTrue();
		assertThat(thief.get("/me").location()).startsWith("/sign-in");
		Browser owner = this.people.browser();
		assertThat(owner.signIn("wang", Api.PASSWORD).location()).isEqualTo("/sign-in/password");
		owner.get("/sign-in/password");
		assertThat(owner.post("/sign-in/password", Map.of("password", STOLEN, "repeated", STOLEN)).location())
			.isEqualTo("/start");
		assertThat(owner.get("/me").status()).isEqualTo(200);
	}

	@Test
	void tokenThatIsBeingMadeDoesNotOutliveAReset() throws SQLException {
		Browser thief = this.people.signedIn("wang");
		Browser.Page page = duringAReset("wang", () -> thief.post("/me/tokens", TOKEN_FORM));
		assertThat(page.body()).contains("该账号刚被他人修改").doesNotContainPattern(People.TOKEN);
		assertThat(this.jdbc.sql("SELECT count(*) FROM account_token").query(Integer.class).single()).isZero();
	}

	@Test
	void passwordThatIsBeingChangedDoesNotUndoAReset() throws SQLException {
		Browser thief = this.people.signedIn("wang");
		duringAReset("wang", () -> thief.post("/me/password",
				Map.of("current", Api.PASSWORD, "password", STOLEN, "repeated", STOLEN)));
		assertThat(this.people.hasPassword("wang", STOLEN)).isFalse();
		assertThat(this.accounts.login("wang").orElseThrow().mustChange()).isTrue();
		assertThat(thief.get("/me").location()).isEqualTo("/sign-in?ended");
	}

	/**
	 * What is answered to somebody whose request has begun when an administrator's reset
	 * is about to be committed.
	 */
	private Browser.Page duringAReset(String username, Supplier<Browser.Page> request) throws SQLException {
		return duringAChange("UPDATE account SET password_hash = ?, must_change = true WHERE username = ?",
				List.of(this.passwords.encode("One-time-words-1"), username), request);
	}

	/** What a request is answered that has to wait for somebody else's change. */
	private <T> T duringAChange(String sql, List<String> values, Supplier<T> request) throws SQLException {
		try (Connection other = this.database.connect(); PreparedStatement change = other.prepareStatement(sql)) {
			other.setAutoCommit(false);
			for (String value : values) {
				change.setString(1 + values.indexOf(value), value);
			}
			change.executeUpdate();
			CompletableFuture<T> answer = CompletableFuture.supplyAsync(request);
			long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
			while (!answer.isDone() && !somebodyWaits() && System.nanoTime() < until) {
				Thread.onSpinWait();
			}
			other.commit();
			return answer.join();
		}
	}

	private boolean somebodyWaits() {
		return this.jdbc.sql("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)").query(Boolean.class).single();
	}

	@Test
	void wrongTokensOfAStrangerKeepNoRightOneOutOfTheirAddress() {
		String token = this.people.token(this.people.signedIn("wang"), false);
		for (int count = 0; count < 30; count++) {
			assertThat(bearer("tm_wrong" + count)).isEqualTo(401);
		}
		assertThat(bearer("tm_wrong")).isEqualTo(429);
		assertThat(bearer(token)).isEqualTo(200);
	}

	private int bearer(String token) {
		return this.api.withToken(token).get("/api/plans").status();
	}

}
