package org.targetmonitor.account.web;

import java.net.http.HttpRequest;
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
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Role;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.Browser;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;
import org.targetmonitor.support.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody can do who holds another's token, or sits at another's open session: not
 * keep the account, and nothing once the owner or an administrator has acted.
 */
@MonitorTest
class StolenAccountIT {

	private static final Instant NOON = Instant.parse("2024-04-10T04:00:00Z");

	private static final Pattern TOKEN = Pattern.compile(">(tm_[A-Za-z0-9_-]{43})<");

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
	private JdbcClient jdbc;

	@Autowired
	private TestDatabases.Location database;

	private Browser administrator;

	@BeforeEach
	void start() {
		this.clock.set(NOON);
		this.jdbc.sql("DELETE FROM sign_in_failure").update();
		this.database.execute("DELETE FROM account_token");
		account("keeper", Role.ACCOUNT_ADMIN);
		account("wang", Role.SUBMITTER);
		this.administrator = signedIn("keeper");
	}

	private void account(String username, Role role) {
		this.accounts.save(
				new Account(username, username, username + "@example.org", true, Set.of(Grant.everywhere(role))),
				this.passwords.encode(Api.PASSWORD));
		this.accounts.dropSecondFactor(username);
	}

	private Browser signedIn(String username) {
		Browser browser = new Browser("http://localhost:" + this.port);
		browser.signIn(username, Api.PASSWORD);
		browser.get("/me");
		return browser;
	}

	private String token(Browser browser) {
		String body = browser
			.post("/me/tokens", Map.of("name", "pull", "days", "30", "submitOnly", "false", "current", Api.PASSWORD))
			.body();
		Matcher found = TOKEN.matcher(body);
		assertThat(found.find()).as(body).isTrue();
		return found.group(1);
	}

	private Api.Answer bearer(String token, String method, String path, String body) {
		return this.api.send(this.api.request(path)
			.setHeader("Authorization", "Bearer " + token)
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body)));
	}

	@Test
	void accountsAreNotKeptByToken() {
		String token = token(this.administrator);
		assertThat(bearer(token, "GET", "/api/plans", "").status()).isEqualTo(200);
		for (String path : List.of("/api/accounts", "/api/accounts/")) {
			assertThat(bearer(token, "GET", path, "").status()).as(path).isIn(403, 404);
		}
		Api.Answer refused = bearer(token, "PUT", "/api/accounts/keeper",
				"{\"password\":\"Brand-new-words-1\",\"grants\":[{\"role\":\"account-admin\"}]}");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.json().path("title").asString()).contains("账号不能凭令牌管理");
		assertThat(bearer(token, "PUT", "/api/accounts/accomplice",
				"{\"password\":\"Brand-new-words-1\",\"grants\":[{\"role\":\"account-admin\"}]}")
			.status()).isEqualTo(403);
		assertThat(this.accounts.find("accomplice")).isEmpty();
		assertThat(this.passwords.matches(Api.PASSWORD, this.accounts.passwordHash("keeper").orElseThrow())).isTrue();
	}

	@Test
	void resetEndsTheTokensForGood() {
		String token = token(signedIn("wang"));
		assertThat(bearer(token, "GET", "/api/plans", "").status()).isEqualTo(200);
		this.administrator.post("/accounts/wang/reset", Map.of());
		assertThat(bearer(token, "GET", "/api/plans", "").status()).isEqualTo(401);
		assertThat(this.jdbc.sql("SELECT detail FROM audit_event WHERE action = 'token' AND subject = 'wang'")
			.query(String.class)
			.list()).containsExactly("revoked-all 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"password\":\"Brand-new-words-1\"", "\"must-change\":true", "\"enabled\":false" })
	void whatAnAdministratorDoesAgainstATheftEndsTheTokens(String fields) {
		String token = token(signedIn("wang"));
		Api.Answer done = this.api.admin().put("/api/accounts/wang", "application/json", "{" + fields + "}");
		assertThat(done.status()).as(done.body()).isEqualTo(200);
		assertThat(bearer(token, "GET", "/api/plans", "").status()).isEqualTo(401);
		this.api.admin().put("/api/accounts/wang", "application/json", "{\"enabled\":true,\"must-change\":false}");
		assertThat(bearer(token, "GET", "/api/plans", "").status()).isEqualTo(401);
	}

	@Test
	void tokenRestsWhileTheOwnerHasToReplaceThePassword() {
		String token = token(signedIn("wang"));
		this.accounts.demandNewPassword("wang", true);
		assertThat(bearer(token, "GET", "/api/plans", "").status()).isEqualTo(403);
		assertThat(bearer(token, "POST", "/api/plans/demo-2024/submissions", "{}").status()).isEqualTo(403);
		this.accounts.demandNewPassword("wang", false);
		assertThat(bearer(token, "GET", "/api/plans", "").status()).isEqualTo(200);
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
		Browser session = signedIn("wang");
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
		Browser session = signedIn("wang");
		String secret = enrolled(session);
		Map<String, String> form = new LinkedHashMap<>(Map.of("name", "pull", "days", "30", "current", Api.PASSWORD));
		assertThat(session.post("/me/tokens", form).body()).contains("验证码不正确");
		assertThat(session.post("/me/second-factor/remove", Map.of("current", Api.PASSWORD)).body()).contains("验证码不正确");
		Instant later = NOON.plus(Duration.ofMinutes(2));
		this.clock.set(later);
		form.put("code", OneTimeCodes.code(secret, later));
		assertThat(session.post("/me/tokens", form).body()).containsPattern(TOKEN);
	}

	private static String enrolled(Browser session) {
		Matcher secret = Pattern.compile(">([A-Z2-7]{4}( [A-Z2-7]{4}){7})<")
			.matcher(session.get("/me/second-factor").body());
		assertThat(secret.find()).isTrue();
		String plain = secret.group(1).replace(" ", "");
		assertThat(session
			.post("/me/second-factor", Map.of("code", OneTimeCodes.code(plain, NOON), "current", Api.PASSWORD))
			.body()).contains("第二因素已启用");
		return plain;
	}

	@Test
	void otherSessionsEndWithTheSecondFactorThatTheyBeganWithout() {
		Browser thief = signedIn("wang");
		Browser owner = signedIn("wang");
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
		Browser half = new Browser("http://localhost:" + this.port);
		assertThat(half.signIn("wang", Api.PASSWORD).location()).isEqualTo("/sign-in/password");
		this.clock.set(NOON.plus(Duration.ofMinutes(30)));
		assertThat(half.get("/sign-in/password").location()).isEqualTo("/sign-in?ended");
	}

}
