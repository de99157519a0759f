package org.targetmonitor.account.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.Browser;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.People;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A form that is sent after the sign-in has ended is neither lost nor carried out
 * unasked, whatever page it stood on, and without any script.
 */
@MonitorTest
class LeftFormIT {

	private static final Pattern LEFT = Pattern.compile("name=\"left\" value=\"([^\"]+)\"");

	private static final String[] OWN = { "Sec-Fetch-Site", "same-origin", "Referer",
			"http://localhost/accounts/new?from=list" };

	@Autowired
	private People people;

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private Accounts accounts;

	@BeforeEach
	void july() {
		this.clock.setToNoonOf("2024-07-10");
		this.api.admin();
		this.api.finance();
	}

	@Test
	void anyFormIsAskedAboutAfterTheSignIn() {
		Browser browser = this.people.browser();
		Browser.Page asked = browser.postAsIs("/accounts/new", Map.of("username", "left-one", "name", "区民政局", "role",
				"viewer", "plan", "*", "department", "*", "enabled", "true"), OWN);
		assertThat(asked.status()).isEqualTo(401);
		assertThat(asked.body()).contains("刚才提交的内容没有送出").doesNotContain("value=\"left-one\"");
		Browser.Page wrong = signIn(browser, asked, "admin", "wrong");
		assertThat(wrong.body()).contains("用户名或密码不正确", "value=\"admin\"");
		Browser.Page on = signIn(browser, wrong, "admin", Api.PASSWORD);
		assertThat(on.location()).isEqualTo("/left");
		Browser.Page left = browser.get("/left");
		assertThat(left.body()).contains("继续提交", "action=\"/accounts/new\"", "value=\"区民政局\"",
				"href=\"/accounts/new?from=list\"");
		assertThat(this.accounts.find("left-one")).as("not unasked").isEmpty();
		assertThat(browser
			.post("/accounts/new", Map.of("username", "left-one", "name", "区民政局", "role", "viewer", "plan", "*",
					"department", "*", "enabled", "true"))
			.status()).isEqualTo(200);
		assertThat(this.accounts.find("left-one")).isPresent();
		assertThat(browser.get("/left").location()).as("asked once").isEqualTo("/start");
	}

	@Test
	void theFormOfAPeriodComesBackOnItsPage() {
		Browser browser = this.people.browser();
		Browser.Page asked = browser.postAsIs(
				"/fill/yuhang-2024/2024-Q2", Map.of("left-page", "/fill/yuhang-2024/2024-Q2", "left-by", "finance",
						"fiscal-revenue.value", "6.47", "fiscal-revenue.note", "含\"引号\"", "fiscal-revenue.status", "P"),
				OWN);
		Browser.Page on = signIn(browser, asked, "finance", Api.PASSWORD);
		assertThat(on.location()).isEqualTo("/fill/yuhang-2024/2024-Q2");
		assertThat(browser.get(on.location()).body()).contains("刚才没有报送", "value=\"6.47\"", "含&quot;引号&quot;");
	}

	/** Written as one field of the sign-in it is larger than it was as a form: 2.2 MB. */
	@Test
	void thePageOfALargeDepartmentComesBackToo() {
		Browser browser = this.people.browser();
		Map<String, String> form = new LinkedHashMap<>(Map.of("left-page", "/fill/yuhang-2024/2024-Q2", "left-by",
				"finance", "fiscal-revenue.value", "6.46", "fiscal-revenue.status", "P"));
		IntStream.range(0, 1500).forEach((row) -> form.put("i" + row + ".read-by-nobody", "n".repeat(1400)));
		Browser.Page asked = browser.postAsIs("/fill/yuhang-2024/2024-Q2", form, OWN);
		assertThat(asked.status()).isEqualTo(401);
		Browser.Page on = signIn(browser, asked, "finance", Api.PASSWORD);
		assertThat(on.location()).isEqualTo("/fill/yuhang-2024/2024-Q2");
		assertThat(browser.get(on.location()).body()).contains("value=\"6.46\"");
	}

	@Test
	void nobodyElseSeesIt() {
		Browser browser = this.people.browser();
		Browser.Page asked = browser.postAsIs("/fill/yuhang-2024/2024-Q2",
				Map.of("left-page", "/fill/yuhang-2024/2024-Q2", "left-by", "finance", "fiscal-revenue.value", "6.48"),
				OWN);
		assertThat(signIn(browser, asked, "admin", Api.PASSWORD).location()).isEqualTo("/start");
	}

	@Test
	void aPageThatWasOpenedBeforeTheSignInIsAskedAbout() {
		Browser browser = this.people.browser();
		browser.signIn("admin", Api.PASSWORD);
		Browser.Page stale = browser.postAsIs("/accounts/new", Map.of("username", "left-two", "_csrf", "of-before"),
				OWN);
		assertThat(stale.location()).isEqualTo("/left");
		assertThat(browser.get("/left").body()).contains("value=\"left-two\"").doesNotContain("of-before");
	}

	@Test
	void anotherSitesFormIsPutBeforeNobody() {
		Browser browser = this.people.browser();
		Map<String, String> form = Map.of("username", "left-three");
		assertThat(browser.postAsIs("/accounts/new", form, "Sec-Fetch-Site", "cross-site").body())
			.doesNotContain("left-three");
		assertThat(browser.postAsIs("/accounts/new", form, "Origin", "https://evil.example").body())
			.doesNotContain("left-three");
		assertThat(browser.postAsIs("/accounts/new", form).location()).isEqualTo("/sign-in");
		browser.signIn("admin", Api.PASSWORD);
		assertThat(browser.postAsIs("/accounts/new", form, "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
	}

	@Test
	void passwordsAndCodesAreKeptNowhere() {
		Browser browser = this.people.browser();
		Browser.Page asked = browser.postAsIs("/me/password",
				Map.of("current", "secret-one", "password", "secret-two", "repeated", "secret-three"), OWN);
		assertThat(asked.body()).contains("name=\"left\"").doesNotContain("secret-");
		Browser.Page account = browser.postAsIs("/accounts/new",
				Map.of("username", "left-five", "current", "secret-one", "code", "secret-four"), OWN);
		assertThat(account.body()).contains("left-five").doesNotContain("secret-");
	}

	@Test
	void leadsToNoOtherHost() {
		Browser browser = this.people.browser();
		Browser.Page asked = browser.postAsIs("/accounts/new",
				Map.of("left-page", "//evil.example/", "username", "left-four"), OWN);
		Browser.Page on = signIn(browser, asked, "admin", Api.PASSWORD);
		assertThat(on.location()).isEqualTo("/left");
		Browser other = this.people.browser();
		other.get("/sign-in");
		assertThat(other
			.post("/sign-in",
					Map.of("username", "admin", "password", Api.PASSWORD, "left",
							"{\"path\":\"/x\",\"page\":\"//evil.example\",\"from\":\"/\",\"by\":\"\",\"fields\":{}}"))
			.location()).isEqualTo("/start");
	}

	@Test
	void aWrongPasswordKeepsTheUsernameAndNothingThatIsNone() {
		Browser browser = this.people.browser();
		assertThat(browser.signIn("finance", "wrong").location()).isEqualTo("/sign-in?error");
		assertThat(browser.get("/sign-in?error").body()).contains("value=\"finance\"");
		assertThat(browser.get("/sign-in").body()).doesNotContain("value=\"finance\"");
		browser.signIn("Correct Horse 2024", "finance");
		assertThat(browser.get("/sign-in?error").body()).doesNotContain("Correct Horse");
	}

	private static Browser.Page signIn(Browser browser, Browser.Page asked, String username, String password) {
		Matcher left = LEFT.matcher(asked.body());
		assertThat(left.find()).as(asked.body()).isTrue();
		return browser.post("/sign-in",
				Map.of("username", username, "password", password, "left", HtmlUtils.htmlUnescape(left.group(1))));
	}

}
