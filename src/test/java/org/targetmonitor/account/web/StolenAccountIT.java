package org.targetmonitor.account.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
 * What somebody can do who holds another's token, or sits at another's open session: not
 * keep the account, and nothing once the owner or an administrator has acted.
 */
@MonitorTest
class StolenAccountIT {

	private static final Instant NOON = Instant.parse("2024-04-10T04:00:00Z");

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private Accounts accounts;

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	private Browser administrator;

	@BeforeEach
	void start() {
		this.clock.set(NOON);
		this.people.startAnew();
		this.people.open("keeper", Role.ACCOUNT_ADMIN);
		this.people.open("wang", Role.SUBMITTER);
		this.administrator = this.people.signedIn("keeper");
	}

	@Test
	void accountsAreNotKeptByToken() {
		String token = this.people.token(this.administrator, false);
		assertThat(this.api.withToken(token).get("/api/plans").status()).isEqualTo(200);
		for (String path : List.of("/api/accounts", "/api/accounts/")) {
			assertThat(this.api.withToken(token).get(path).status()).as(path).isIn(403, 404);
		}
		Api.Answer refused = this.api.withToken(token)
			.put("/api/accounts/keeper", "application/json",
					"{\"password\":\"Brand-new-words-1\",\"grants\":[{\"role\":\"account-admin\"}]}");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.json().path("title").asString()).contains("账号不能凭令牌管理");
		assertThat(this.api.withToken(token)
			.put("/api/accounts/accomplice", "application/json",
					"{\"password\":\"Brand-new-words-1\",\"grants\":[{\"role\":\"account-admin\"}]}")
			.status()).isEqualTo(403);
		assertThat(this.accounts.find("accomplice")).isEmpty();
		assertThat(this.people.hasPassword("keeper", Api.PASSWORD)).isTrue();
	}

	@Test
	void resetEndsTheTokensForGood() {
		String token = this.people.token(this.people.signedIn("wang"), false);
		assertThat(this.api.withToken(token).get("/api/plans").status()).isEqualTo(200);
		this.administrator.post("/accounts/wang/reset", Map.of());
		assertThat(this.api.withToken(token).get("/api/plans").status()).isEqualTo(401);
		assertThat(this.jdbc.sql("SELECT detail FROM audit_event WHERE action = 'token' AND subject = 'wang'")
			.query(String.class)
			.list()).containsExactly("revoked-all 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"password\":\"Brand-new-words-1\"", "\"must-change\":true", "\"enabled\":false" })
	void whatAnAdministratorDoesAgainstATheftEndsTheTokens(String fields) {
		String token = this.people.token(this.people.signedIn("wang"), false);
		Api.Answer done = this.api.admin().put("/api/accounts/wang", "application/json", "{" + fields + "}");
		assertThat(done.status()).as(done.body()).isEqualTo(200);
		assertThat(this.api.withToken(token).get("/api/plans").status()).isEqualTo(401);
		this.api.admin().put("/api/accounts/wang", "application/json", "{\"enabled\":true,\"must-change\":false}");
		assertThat(this.api.withToken(token).get("/api/plans").status()).isEqualTo(401);
	}

	@Test
	void tokenRestsWhileTheOwnerHasToReplaceThePassword() {
		String token = this.people.token(this.people.signedIn("wang"), false);
		this.accounts.demandNewPassword("wang", true);
		assertThat(this.api.withToken(token).get("/api/plans").status()).isEqualTo(403);
		assertThat(this.api.withToken(token).post("/api/plans/demo-2024/submissions", "{}").status()).isEqualTo(403);
		this.accounts.demandNewPassword("wang", false);
		assertThat(this.api.withToken(token).get("/api/plans").status()).isEqualTo(200);
	}

	@Test
	void whatIsNotNamedStays() {
		this.api.admin().put("/api/accounts/wang", "application/json", "{\"name\":\"王芳\",\"must-change\":true}");
		this.api.admin().put("/api/accounts/wang", "application/json", "{\"enabled\":false}");
		Api.Answer changed = this.api.admin()
			.put("/api/accounts/wang", "application/json",
					"{\"grants\":[{\"role\":\"submitter\",\"plan\":\"yuhang-2024\",\"department\":\"finance\"}]}");
		assertThat(changed.status()).isEqualTo(200);
		assertThat(changed.json().path("enabled").asBoolean()).isFalse();
		assertThat(this.accounts.find("wang")).contains(new Account("wang", "王芳", "wang@example.org", false,
				Set.of(new Grant(Role.SUBMITTER, "yuhang-2024", "finance"))));
		assertThat(this.accounts.login("wang").orElseThrow().mustChange()).isTrue();
		this.api.admin().put("/api/accounts/wang", "application/json", "{\"email\":null}");
		assertThat(this.accounts.find("wang").orElseThrow().email()).isNull();
	}

	@Test
	void newAccountStillNeedsToBeToldWhatItMayDo() {
		Api.Answer refused = this.api.admin()
			.put("/api/accounts/somebody-new", "application/json", "{\"password\":\"Brand-new-words-1\"}");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.rules()).containsExactly("required");
	}

	@Test
	void formThatWasOpenedBeforeAnotherChangeDoesNotUndoIt() {
		Matcher was = Pattern.compile("name=\"was\" value=\"([0-9a-f]+)\"")
			.matcher(this.administrator.get("/accounts/wang").body());
		assertThat(was.find()).isTrue();
		this.api.admin().put("/api/accounts/wang", "application/json", "{\"enabled\":false}");
		Browser.Page late = this.administrator.post("/accounts/wang", Map.of("was", was.group(1), "name", "王芳", "email",
				"", "enabled", "true", "role", "submitter", "plan", "*", "department", "*"));
		assertThat(late.body()).contains("该账号刚被他人修改");
		assertThat(this.accounts.find("wang").orElseThrow().enabled()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "/me/tokens", "/me/password", "/me/second-factor/remove", "/me/second-factor" })
	void openSessionAloneDoesNotKeepTheAccount(String path) {
		Browser session = this.people.signedIn("wang");
		session.get("/me/second-factor");
		Map<String, String> form = new LinkedHashMap<>(Map.of("name", "mine", "days", "365", "code", "123456",
				"password", "Brand-new-words-1", "repeated", "Brand-new-words-1"));
		assertThat(session.post(path, form).body()).contains("现在的密码不正确");
		form.put("current", "a guess");
		assertThat(session.post(path, form).body()).contains("现在的密码不正确");
		assertThat(this.jdbc.sql("SELECT count(*) FROM account_token").query(Integer.class).single()).isZero();
		assertThat(this.accounts.login("wang").orElseThrow().hasSecondFactor()).isFalse();
	}

	@Test
	void codeIsAskedForWhereThereIsASecondFactor() {
		Browser session = this.people.signedIn("wang");
		String secret = enrolled(session);
		Map<String, String> form = new LinkedHashMap<>(Map.of("name", "pull", "days", "30", "current", Api.PASSWORD));
		assertThat(session.post("/me/tokens", form).body()).contains("验证码不正确");
		assertThat(session.post("/me/second-factor/remove", Map.of("current", Api.PASSWORD)).body()).contains("验证码不正确");
		Instant later = NOON.plus(Duration.ofMinutes(2));
		this.clock.set(later);
		form.put("code", OneTimeCodes.code(secret, later));
		assertThat(session.post("/me/tokens", form).body()).containsPattern(People.TOKEN);
	}

	private static String enrolled(Browser session) {
		String plain = People.offeredSecret(session.get("/me/second-factor"));
		assertThat(session
			.post("/me/second-factor", Map.of("code", OneTimeCodes.code(plain, NOON), "current", Api.PASSWORD))
			.body()).contains("第二因素已启用");
		return plain;
	}

	@Test
	void otherSessionsEndWithTheSecondFactorThatTheyBeganWithout() {
		Browser thief = this.people.signedIn("wang");
		Browser owner = this.people.signedIn("wang");
		enrolled(owner);
		assertThat(thief.get("/").location()).isEqualTo("/sign-in?ended");
		assertThat(owner.get("/").status()).isEqualTo(200);
	}

	@Test
	void administratorAtAnOpenSessionChangesNothingOfTheOwnAccount() {
		String hash = this.accounts.passwordHash("keeper").orElseThrow();
		assertThat(this.administrator.post("/accounts/keeper/reset", Map.of()).body()).contains("现在的密码不正确");
		assertThat(this.administrator.post("/accounts/keeper/second-factor", Map.of()).body()).contains("现在的密码不正确");
		Map<String, String> form = new LinkedHashMap<>(Map.of("name", "keeper", "email", "thief@example.org", "enabled",
				"true", "role", "account-admin", "plan", "*", "department", "*"));
		assertThat(this.administrator.post("/accounts/keeper", form).body()).contains("须再次输入自己现在的密码");
		assertThat(this.accounts.find("keeper").orElseThrow().email()).isEqualTo("keeper@example.org");
		assertThat(this.accounts.passwordHash("keeper")).contains(hash);
		form.put("current", Api.PASSWORD);
		assertThat(this.administrator.post("/accounts/keeper", form).location()).isEqualTo("/accounts/keeper?saved");
		assertThat(this.accounts.find("keeper").orElseThrow().email()).isEqualTo("thief@example.org");
		assertThat(this.administrator.post("/accounts/keeper/reset", Map.of("current", Api.PASSWORD)).body())
			.containsPattern(">[a-z]{4}-[A-Z]{4}-[0-9]{4}-[a-z]{4}<");
	}

	@Test
	void halfASignInDoesNotWaitForHours() {
		this.accounts.demandNewPassword("wang", true);
		Browser half = this.people.browser();
		assertThat(half.signIn("wang", Api.PASSWORD).location()).isEqualTo("/sign-in/password");
		this.clock.set(NOON.plus(Duration.ofMinutes(30)));
		assertThat(half.get("/sign-in/password").location()).isEqualTo("/sign-in?ended");
	}

}
