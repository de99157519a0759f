package org.targetmonitor.story;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.BrowserLanguage;
import org.targetmonitor.support.BrowserScreen;
import org.targetmonitor.support.BrowserVisit;
import org.targetmonitor.support.Browsers;
import org.targetmonitor.support.MonitorTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page in both languages, on a desk and on a phone: it answers, axe-core finds
 * nothing serious, no word is missing or in the other language, nothing hangs over the
 * edge of a phone, and browsers are told what they may do with it.
 */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {

	/** A page, who sees it, and what it answers. */
	private record Sight(String name, String path, int status) {

		Sight(String name, String path) {
			this(name, path, 200);
		}

	}

	private static final List<Sight> GUEST = List.of(new Sight("sign-in", "/sign-in"),
			new Sight("sign-in-wrong", "/sign-in?error"), new Sight("sign-in-out", "/sign-in?out"));

	private static final List<Sight> LEADER = List.of(new Sight("overview", "/"), new Sight("oversight", "/oversight"),
			new Sight("order", "/oversight/yuhang-2024/1"),
			new Sight("oversight-of-target", "/oversight/yuhang-2024/targets/budget-revenue"),
			new Sight("overview-of-plan", "/?plan=yuhang-2024"),
			new Sight("plan-narrowed", "/plans/demo-2024?light=grey&sort=due&down=true"),
			new Sight("overview-found", "/?q=330110"), new Sight("no-such-plan", "/plans/nowhere", 404),
			new Sight("no-such-page", "/no-such-page", 404), new Sight("forbidden", "/chain", 403),
			new Sight("calendar", "/calendar"), new Sight("history", "/figures/yuhang-2024/budget-revenue"),
			new Sight("what-if", "/figures/yuhang-2024/budget-revenue?value=5.3"),
			new Sight("what-if-refused", "/figures/yuhang-2024/budget-revenue?value=-200"),
			new Sight("tasks", "/tasks"), new Sight("tasks-of-plan", "/tasks?plan=yuhang-2024"),
			new Sight("parts", "/figures/demo-2024/invented-lagging"),
			new Sight("overview-as-of", "/?plan=yuhang-2024&asOf=2024-04-05"), new Sight("me", "/me"),
			new Sight("second-factor", "/me/second-factor"),
			new Sight("calendar-of-plan", "/calendar?plan=yuhang-2024"),
			new Sight("calendar-cell", "/calendar/yuhang-2024/finance/2024-Q1"));

	private static final List<Sight> ADMINISTRATOR = List.of(new Sight("accounts", "/accounts"),
			new Sight("account-new", "/accounts/new"), new Sight("account", "/accounts/finance"),
			new Sight("tokens", "/tokens"), new Sight("plans", "/plans"),
			new Sight("reference-figures", "/reference-figures"),
			new Sight("reference-figure", "/reference-figures?figure=330000/gdp/growth/2023"),
			new Sight("reference-figures-none-such", "/reference-figures?area=990000"),
			new Sight("assigned", "/plans/demo-2024/assigned/invented-awaiting-target"));

	private static final List<Sight> AUDITOR = List.of(new Sight("audit", "/audit"), new Sight("chain", "/chain"),
			new Sight("chain-not-found", "/chain?hash=0000"));

	@Autowired
	Api api;

	@Autowired
	Browsers browsers;

	@Autowired
	JdbcClient jdbc;

	private String approved = "";

	private String waiting = "";

	/** Some figures are approved, one is returned, one corrected and waits. */
	@BeforeAll
	void figures() {
		this.api.leader();
		this.api.staff();
		this.api.auditor();
		this.jdbc.sql("""
				INSERT INTO base_share (plan_id, indicator, period_start, period_end, revision, share, origin, author,
				  recorded_at, known_from)
				VALUES ('yuhang-2024', 'budget-revenue', '2024-01-01', '2024-04-01', 1, 0.31, 'invented', 'admin',
				  '2024-02-01T00:00:00Z', '2024-02-01T00:00:00Z')
				""").update();
		this.approved = submit("""
				{"indicator":"fiscal-revenue","value":"4.1","level":"301.25","status":"P"},
				{"indicator":"budget-revenue","value":"5.2","level":"188.02","status":"P","origin":"金库报表"}""", "null");
		assertThat(this.api.reviewer().approve(this.approved).status()).isEqualTo(200);
		this.waiting = submit("""
				{"indicator":"budget-revenue","value":"5.6","level":"188.74","status":"A","origin":"金库报表",
				"replaces":1,"kind":"verification"}""", "\"年报核实\"");
	}

	/** One order is issued, and a deviation is accepted. */
	@BeforeAll
	void oversight() {
		assertThat(this.api.admin()
			.post("/api/plans/yuhang-2024/supervision-orders",
					"{\"indicator\":\"budget-revenue\",\"cause\":\"说明原因\",\"measure\":\"提出措施\",\"due\":\"2024-11-15\"}")
			.status()).isEqualTo(201);
		assertThat(this.api.admin()
			.post("/api/plans/yuhang-2024/deviations",
					"{\"indicator\":\"budget-revenue\",\"cause\":\"原因\",\"measure\":\"措施\",\"expectation\":\"全年5%\",\"agreed-by\":\"区政府\",\"until\":\"2024-12-31\"}")
			.status()).isEqualTo(201);
	}

	/** One reference figure is there. */
	@BeforeAll
	void reference() {
		assertThat(this.api.admin()
			.post("/api/reference-figures",
					"[{\"area\":\"330000\",\"area-name\":\"浙江省\",\"indicator\":\"gdp\",\"measure\":\"growth\",\"period\":\"2023\",\"value\":\"6.0\",\"status\":\"P\",\"origin\":\"省统计局\",\"published\":\"2024-01-18\"}]")
			.status()).isEqualTo(201);
	}

	private String submit(String figures, String reason) {
		Api.Answer answer = this.api.finance()
			.post("/api/plans/yuhang-2024/submissions",
					"{\"period\":\"2024-Q1\",\"reason\":%s,\"figures\":[%s]}".formatted(reason, figures));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer.json().path("id").asString();
	}

	static Stream<Arguments> everyLanguageAndScreen() {
		return Stream.of(BrowserLanguage.values())
			.flatMap((language) -> Stream.of(BrowserScreen.values()).map((screen) -> Arguments.of(language, screen)));
	}

	@ParameterizedTest
	@MethodSource("everyLanguageAndScreen")
	void ofGuests(BrowserLanguage language, BrowserScreen screen) {
		try (BrowserVisit visit = this.browsers.visit(language, screen)) {
			GUEST.forEach((sight) -> look(visit, sight));
		}
	}

	@ParameterizedTest
	@MethodSource("everyLanguageAndScreen")
	void ofLeaders(BrowserLanguage language, BrowserScreen screen) {
		look("leader", language, screen, LEADER);
	}

	@ParameterizedTest
	@MethodSource("everyLanguageAndScreen")
	void ofStaff(BrowserLanguage language, BrowserScreen screen) {
		look("finance", language, screen,
				List.of(new Sight("fill-due", "/fill?all=true"), new Sight("fill", "/fill/yuhang-2024/2024-Q1"),
						new Sight("fill-receipt", "/fill/receipts/" + this.approved),
						new Sight("sheet", "/fill/yuhang-2024/2024-Q1/sheet")));
		look("staff", language, screen, List.of(new Sight("fill-of-many", "/fill/demo-2024/2024-Q1"),
				new Sight("fill-due-of-many", "/fill"), new Sight("sheet-of-many", "/fill/yuhang-2024/2024-Q1/sheet")));
	}

	@ParameterizedTest
	@MethodSource("everyLanguageAndScreen")
	void ofAdministrators(BrowserLanguage language, BrowserScreen screen) {
		look("admin", language, screen, ADMINISTRATOR);
	}

	@ParameterizedTest
	@MethodSource("everyLanguageAndScreen")
	void ofReviewers(BrowserLanguage language, BrowserScreen screen) {
		look("reviewer", language, screen,
				List.of(new Sight("review", "/review"), new Sight("review-correction", "/review/" + this.waiting),
						new Sight("review-decided", "/review/" + this.approved)));
	}

	@ParameterizedTest
	@MethodSource("everyLanguageAndScreen")
	void ofAuditors(BrowserLanguage language, BrowserScreen screen) {
		look("auditor", language, screen, AUDITOR);
	}

	/**
	 * First comes the way past the navigation, then everything in the order in which it
	 * is read, and whoever types sees where.
	 */
	@Test
	void canBeWalkedByKeyboard() {
		try (BrowserVisit visit = this.browsers.visit(BrowserLanguage.ZH, BrowserScreen.DESKTOP)) {
			visit.open("/sign-in");
			visit.page().keyboard().type("leader");
			visit.page().keyboard().press("Tab");
			visit.page().keyboard().type(Api.PASSWORD);
			visit.page().keyboard().press("Enter");
			visit.page().waitForURL((url) -> URI.create(url).getPath().equals("/"));
			visit.page().keyboard().press("Tab");
			assertThat(focused(visit, "textContent")).isEqualTo(visit.word("skip"));
			assertThat(visit.link("skip").boundingBox().x).isPositive();
			visit.page().keyboard().press("Enter");
			visit.page().keyboard().press("Tab");
			assertThat(focused(visit, "closest('main').id")).isEqualTo("main");
			assertThat((String) visit.page().evaluate("getComputedStyle(document.activeElement).outlineStyle"))
				.isEqualTo("solid");
		}
	}

	/**
	 * A column, a light and a department reorder and narrow the table where it stands.
	 */
	@Test
	void targetsAreOrderedAndNarrowedInPlace() {
		try (BrowserVisit visit = this.browsers.visit(BrowserLanguage.ZH, BrowserScreen.DESKTOP)) {
			visit.signIn("leader").open("/plans/yuhang-2024");
			int all = visit.page().locator("#targets tbody tr").count();
			visit.page().evaluate("window.same = true");

			visit.page().locator("#targets thead a").first().click();
			visit.page().waitForURL((url) -> url.contains("sort=indicator"));
			visit.page().locator("#department").selectOption("finance");
			visit.page().waitForURL((url) -> url.contains("department=finance"));

			assertThat(visit.page().url()).contains("sort=indicator");
			assertThat(visit.page().evaluate("window.same")).as("the page was not loaded anew").isEqualTo(true);
			assertThat(visit.page().locator("#targets tbody tr").count()).isEqualTo(2).isLessThan(all);
			visit.page().goBack();
			visit.page().waitForURL((url) -> !url.contains("department=finance"));
		}
	}

	/** Whoever goes by keyboard goes on from where they pressed a key. */
	@Test
	void whatIsPressedKeepsTheFocus() {
		try (BrowserVisit visit = this.browsers.visit(BrowserLanguage.ZH, BrowserScreen.DESKTOP)) {
			visit.signIn("leader").open("/plans/demo-2024");
			for (String id : List.of("by-margin", "by-margin", "only-grey", "narrow")) {
				visit.page().evaluate("document.getElementById('targets').className = 'before'");
				visit.page().locator("#" + id).press("Enter");
				visit.page().locator("#targets:not(.before)").waitFor();
				PlaywrightAssertions.assertThat(visit.page().locator("#" + id)).isFocused();
			}
			assertThat(visit.page().url()).contains("sort=margin", "down=true", "light=grey");
			assertThat(visit.page().locator("#sort").isVisible()).as("the head of the table is seen").isFalse();
		}
	}

	/** Its table has no head to order by, and none that the keyboard gets lost in. */
	@Test
	void aPhoneOrdersByTheForm() {
		try (BrowserVisit visit = this.browsers.visit(BrowserLanguage.ZH, BrowserScreen.PHONE)) {
			visit.page().setViewportSize(320, 700);
			visit.signIn("leader").open("/plans/demo-2024");
			assertThat(visit.page()
				.evaluate("() => [...document.querySelectorAll('#targets thead a')]"
						+ ".filter((link) => { link.focus(); return document.activeElement === link; }).length"))
				.as("links that nobody sees")
				.isEqualTo(0);
			visit.field("overview.sort").focus();
			visit.field("overview.sort").selectOption("indicator");
			visit.page().waitForURL((url) -> url.contains("sort=indicator"));
			PlaywrightAssertions.assertThat(visit.page().locator("#sort")).isFocused();
			String first = visit.page().locator("#targets tbody tr .name").first().textContent();
			visit.field("overview.down").check();
			visit.page().waitForURL((url) -> url.contains("down=true"));
			PlaywrightAssertions.assertThat(visit.page().locator("#targets tbody tr .name").last()).hasText(first);
			visit.shot("plan-ordered-narrow");
			PageChecks.look(visit);
			assertThat((int) visit.page().evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(320);
		}
	}

	/** A part of the targets does not look like all of them. */
	@ParameterizedTest
	@CsvSource({ "ZH, 只列：待数据、建设局（虚构），6/16项", "EN, 'Only: unknown, Works Bureau (invented), 6 of 16 targets'" })
	void whatIsPrintedSaysWhatItLeavesOut(BrowserLanguage language, String said) {
		try (BrowserVisit visit = this.browsers.visit(language, BrowserScreen.DESKTOP)) {
			visit.signIn("leader").open("/plans/demo-2024?light=grey&department=works");
			Locator line = visit.page().locator("#targets .print-only");
			assertThat(line.isVisible()).isFalse();
			visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
			assertThat(line.isVisible()).isTrue();
			assertThat(line.textContent()).isEqualTo(said);
			visit.open("/plans/demo-2024");
			assertThat(line.count()).isZero();
		}
	}

	private static String focused(BrowserVisit visit, String what) {
		return (String) visit.page().evaluate("document.activeElement." + what);
	}

	/** What is printed is the content, without what only a screen can use. */
	@Test
	void arePrintedWithoutNavigation() {
		try (BrowserVisit visit = this.browsers.visit(BrowserLanguage.ZH, BrowserScreen.DESKTOP)) {
			visit.signIn("leader").open("/?plan=yuhang-2024");
			visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
			visit.shot("overview-print");
			assertThat(visit.link("nav.overview").isVisible()).isFalse();
			assertThat(visit.button("sign-out").isVisible()).isFalse();
			assertThat(visit.page().getByRole(AriaRole.TABLE).isVisible()).isTrue();
		}
	}

	/**
	 * Paper is narrower than the screen that the chart was drawn for: it is scaled, not
	 * cut.
	 */
	@Test
	void theChartIsPrintedWhole() {
		try (BrowserVisit visit = this.browsers.visit(BrowserLanguage.ZH, BrowserScreen.DESKTOP)) {
			visit.signIn("leader").open("/figures/yuhang-2024/budget-revenue");
			visit.page().locator("#chart svg text").first().waitFor();
			visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
			visit.page().evaluate("document.querySelector('main').style.width = '640px'");
			assertThat(visit.page()
				.evaluate("() => { const paper = document.querySelector('main').getBoundingClientRect();"
						+ " return [...document.querySelectorAll('#chart svg text')]"
						+ ".filter((text) => text.getBoundingClientRect().right > paper.right)"
						+ ".map((text) => text.textContent); }"))
				.as("cut off at the right")
				.isEqualTo(List.of());
			assertThat((boolean) visit.page()
				.evaluate("() => document.querySelector('#chart svg').getBoundingClientRect().bottom"
						+ " <= document.querySelector('figcaption').getBoundingClientRect().top + 1"))
				.as("cut off below")
				.isTrue();
		}
	}

	/**
	 * What waits is no fault: nothing on its card is red, and one of it is returned in
	 * two clicks.
	 */
	@Test
	void aCardThatWaitsIsNotRed() {
		try (BrowserVisit visit = this.browsers.visit(BrowserLanguage.ZH, BrowserScreen.DESKTOP)) {
			visit.signIn("reviewer").open("/review/" + this.waiting);
			assertThat(visit.page().evaluate("() => getComputedStyle(document.querySelector('fieldset.figure')).color"))
				.isEqualTo(visit.page().evaluate("() => getComputedStyle(document.body).color"));
			assertThat(visit.page().locator("input[name=figures]:checked").count()).isZero();
		}
	}

	private void look(String username, BrowserLanguage language, BrowserScreen screen, List<Sight> sights) {
		try (BrowserVisit visit = this.browsers.visit(language, screen)) {
			visit.signIn(username);
			sights.forEach((sight) -> look(visit, sight));
		}
	}

	private static void look(BrowserVisit visit, Sight sight) {
		Response response = visit.open(sight.path());
		assertThat(response.status()).as(sight.path()).isEqualTo(sight.status());
		visit.shot(sight.name());
		PageChecks.headersHold(response);
		PageChecks.look(visit);
	}

}
