package org.targetmonitor.story;

import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.BrowserLanguage;
import org.targetmonitor.support.BrowserScreen;
import org.targetmonitor.support.BrowserVisit;
import org.targetmonitor.support.Browsers;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.Scrape;
import org.targetmonitor.support.SettableClock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.targetmonitor.support.ScrapeAssert.assertThat;

/**
 * A finance bureau's quarters, as its staff, the reviewer and the administrator see them
 * in a browser. All figures are invented.
 */
@MonitorTest
abstract class QuarterInTheBrowser {

	/** So many are enough for a newcomer's first submission, once signed in. */
	private static final int INTERACTIONS = 8;

	private static final String CLERK = "clerk";

	private final BrowserLanguage language;

	private final String total;

	private final String budget;

	@Autowired
	Api api;

	@Autowired
	Browsers browsers;

	@Autowired
	SettableClock clock;

	/**
	 * @param total the name of all fiscal revenue
	 * @param budget the name of the part of it that goes into the budget
	 */
	QuarterInTheBrowser(BrowserLanguage language, String total, String budget) {
		this.language = language;
		this.total = total;
		this.budget = budget;
	}

	@Test
	void isFilledReviewedAndSeen() {
		this.clock.setToNoonOf("2024-04-10");
		administratorMakesTheClerksAccount();
		staffTypesTheFirstQuarterAndExplainsAWarning();
		reviewerReturnsOneFigureAndApprovesTheOther();
		staffCorrectsWhatWasReturned();
		reviewerApprovesWhatWaits();
		overviewAndMetricShow(inWords("2024年一季度", "first quarter of 2024"), 0.064, 0.058);

		this.clock.setToNoonOf("2024-07-10");
		staffPastesTheSecondQuarter();
		reviewerApprovesWhatWaits();
		overviewAndMetricShow(inWords("2024年上半年", "first half of 2024"), 0.066, 0.061);

		this.clock.setToNoonOf("2024-10-10");
		staffUploadsTheThirdQuarter();
		reviewerApprovesWhatWaits();
		overviewAndMetricShow(inWords("2024年前三季度", "first three quarters of 2024"), 0.062, 0.06);
	}

	private void administratorMakesTheClerksAccount() {
		String oneTime;
		try (BrowserVisit administrator = visit().signIn("admin")) {
			administrator.link("nav.accounts").click();
			administrator.link("accounts.new").click();
			administrator.field("account.username").fill(CLERK);
			administrator.field("account.name").fill("余杭区财政局");
			choose(administrator, "role", "submitter");
			choose(administrator, "plan", "yuhang-2024");
			choose(administrator, "department", "yuhang-2024/finance");
			administrator.button("accounts.create").click();
			oneTime = administrator.page().locator("code.secret").textContent();
			keep(administrator, "account-made");
		}
		try (BrowserVisit clerk = visit()) {
			clerk.open("/sign-in");
			clerk.field("sign-in.username").fill(CLERK);
			clerk.field("sign-in.password").fill(oneTime);
			clerk.button("sign-in").click();
			clerk.field("password.new").fill(Api.PASSWORD);
			clerk.field("password.repeated").fill(Api.PASSWORD);
			keep(clerk, "new-password");
			clerk.button("new-password.save").click();
			assertThat(clerk.link("nav.fill")).isVisible();
		}
	}

	private static void choose(BrowserVisit administrator, String name, String value) {
		administrator.page().locator("select[name=" + name + "]").first().selectOption(value);
	}

	private void staffTypesTheFirstQuarterAndExplainsAWarning() {
		try (BrowserVisit staff = visit().signIn(CLERK)) {
			staff.interactions();
			openWhatIsDue(staff);
			type(staff, this.total, "6.4", "150.2");
			type(staff, this.budget, "5.8", "188.02");
			assertThat(row(staff, this.budget).getByText(staff.word("fill.doubt"),
					new Locator.GetByTextOptions().setExact(true)))
				.isVisible();
			keep(staff, "fill-warned");
			staff.click(staff.button("fill.submit"));
			assertThat(staff.page().getByRole(AriaRole.ALERT)).containsText(staff.word("fill.refused"));
			keep(staff, "fill-refused");
			staff.type(noteOf(staff, this.budget), inWords("按旧口径统计", "counted by the old scope"));
			staff.click(staff.button("fill.submit"));
			assertThat(heading(staff)).hasText(staff.word("fill.receipt"));
			assertThat(staff.interactions()).isLessThanOrEqualTo(INTERACTIONS);
			keep(staff, "fill-receipt");
		}
	}

	private void reviewerReturnsOneFigureAndApprovesTheOther() {
		this.api.reviewer();
		try (BrowserVisit reviewer = visit().signIn("reviewer")) {
			openWhatWaits(reviewer);
			Locator give = figure(reviewer, this.budget).getByText(reviewer.word("review.return-one"));
			give.click();
			assertThat(reviewer.page().getByRole(AriaRole.ALERT)).isVisible();
			keep(reviewer, "review-return-without-reason");
			figure(reviewer, this.budget).getByLabel(reviewer.word("review.reason"))
				.fill(inWords("大于财政总收入，请核对总量", "more than all fiscal revenue, please check the level"));
			give.click();
			assertThat(reviewer.page().getByRole(AriaRole.STATUS)).isVisible();
			keep(reviewer, "review-rest");
			reviewer.button("review.approve-all", 1).click();
			assertThat(reviewer.page().getByText(reviewer.word("review.empty"))).isVisible();
			keep(reviewer, "review-empty");
		}
	}

	private void staffCorrectsWhatWasReturned() {
		try (BrowserVisit staff = visit().signIn(CLERK)) {
			openWhatIsDue(staff);
			assertThat(row(staff, this.budget)).containsText(inWords("请核对总量", "please check the level"));
			keep(staff, "fill-returned");
			type(staff, this.budget, "5.8", "138.02");
			noteOf(staff, this.budget).fill(inWords("总量录入有误", "the level was mistyped"));
			staff.button("fill.submit").click();
			assertThat(heading(staff)).hasText(staff.word("fill.receipt"));
		}
	}

	private void reviewerApprovesWhatWaits() {
		try (BrowserVisit reviewer = visit().signIn("reviewer")) {
			openWhatWaits(reviewer);
			keep(reviewer, "review-submission");
			reviewer.page().locator("button[value=approve-all]").click();
			assertThat(reviewer.page().getByText(reviewer.word("review.empty"))).isVisible();
		}
	}

	private void staffPastesTheSecondQuarter() {
		try (BrowserVisit staff = visit().signIn(CLERK)) {
			openWhatIsDue(staff);
			paste(value(staff, this.total), "6.6\t300.5\n6.1\t270.3\n");
			assertThat(level(staff, this.budget)).hasValue("270.3");
			assertThat(row(staff, this.budget).locator(".light.green")).isVisible();
			keep(staff, "fill-pasted");
			staff.button("fill.submit").click();
			assertThat(heading(staff)).hasText(staff.word("fill.receipt"));
		}
	}

	private void staffUploadsTheThirdQuarter() {
		try (BrowserVisit staff = visit().signIn(CLERK)) {
			staff.open("/fill/yuhang-2024/2024-Q3/sheet");
			Download template = staff.page()
				.waitForDownload(() -> staff.page()
					.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Excel")))
					.click());
			staff.field("sheet.file")
				.setInputFiles(FilledSheet.of(template.path())
					.with("fiscal-revenue", 6.2, 450.75)
					.with("budget-revenue", 6.0, 405.2)
					.payload());
			staff.button("sheet.look").click();
			assertThat(row(staff, this.budget)).containsText(staff.word("sheet.fate.new"));
			keep(staff, "sheet-preview");
			staff.button("sheet.confirm", 2).click();
			assertThat(heading(staff)).hasText(staff.word("fill.receipt"));
			keep(staff, "sheet-receipt");
			staff.page().reload();
			assertThat(heading(staff)).hasText(staff.word("fill.receipt"));
			staff.page().goBack();
			assertThat(staff.page().getByText(staff.word("sheet.nothing"))).isVisible();
		}
	}

	private void overviewAndMetricShow(String period, double total, double budget) {
		try (BrowserVisit leader = visit()) {
			this.api.leader();
			leader.signIn("leader").open("/?plan=yuhang-2024");
			assertThat(row(leader, this.total)).containsText(period);
			assertThat(row(leader, this.budget)).containsText(period);
			keep(leader, "overview");
		}
		assertThat(Scrape.of(this.api.prometheus().get("/actuator/prometheus").body()))
			.hasSample("targetmonitor_actual", of("fiscal-revenue"), total)
			.hasSample("targetmonitor_actual", of("budget-revenue"), budget);
	}

	private static Map<String, String> of(String indicator) {
		return Map.of("plan", "yuhang-2024", "indicator", indicator);
	}

	private BrowserVisit visit() {
		return this.browsers.visit(this.language, BrowserScreen.DESKTOP);
	}

	/** Whoever owes one thing only is led to it. */
	private static void openWhatIsDue(BrowserVisit staff) {
		if (!staff.page().url().contains("/fill/")) {
			staff.click(staff.link("nav.fill"));
		}
	}

	private static void openWhatWaits(BrowserVisit reviewer) {
		reviewer.link("nav.review").click();
		reviewer.page()
			.getByRole(AriaRole.LINK,
					new Page.GetByRoleOptions().setName(Pattern.compile("^" + reviewer.word("review.open") + " .")))
			.first()
			.click();
	}

	private static void type(BrowserVisit staff, String name, String value, String level) {
		staff.type(value(staff, name), value);
		staff.type(level(staff, name), level);
		level(staff, name).blur();
	}

	private static Locator row(BrowserVisit visit, String name) {
		return visit.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name));
	}

	private static Locator figure(BrowserVisit reviewer, String name) {
		return reviewer.page().getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(name));
	}

	private static Locator value(BrowserVisit staff, String name) {
		return row(staff, name).getByRole(AriaRole.TEXTBOX).first();
	}

	private static Locator level(BrowserVisit staff, String name) {
		return row(staff, name).getByLabel(staff.word("fill.level"));
	}

	private static Locator noteOf(BrowserVisit staff, String name) {
		return row(staff, name).locator("textarea");
	}

	private static Locator heading(BrowserVisit visit) {
		return visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
	}

	/**
	 * As a block of cells comes from a spreadsheet. The page takes it once its script has
	 * run, which it says in a class.
	 */
	private static void paste(Locator field, String block) {
		assertThat(field.page().locator("html.scripted")).hasCount(1);
		field.evaluate(
				"""
						(field, block) => {
							const clipboardData = new DataTransfer();
							clipboardData.setData('text/plain', block);
							field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
						}""",
				block);
	}

	private String inWords(String chinese, String english) {
		return (this.language == BrowserLanguage.ZH) ? chinese : english;
	}

	private void keep(BrowserVisit visit, String name) {
		PageChecks.look(visit);
		visit.shot("quarter-" + name);
	}

}
