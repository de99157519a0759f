package org.targetmonitor.desk.web;

import java.net.URI;
import java.util.List;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.BrowserLanguage;
import org.targetmonitor.support.BrowserScreen;
import org.targetmonitor.support.BrowserVisit;
import org.targetmonitor.support.Browsers;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the keyboard and the saving in between do on the page of a period. */
@MonitorTest
class FillKeysIT {

	@Autowired
	Browsers browsers;

	@Autowired
	Api api;

	@Autowired
	SettableClock clock;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void july() {
		this.clock.setToNoonOf("2024-07-10");
		this.api.finance();
		this.jdbc.sql("DELETE FROM draft").update();
	}

	@Test
	void enterNeverHandsInAndArrowsMoveDown() {
		try (BrowserVisit staff = visit()) {
			Page page = staff.page();
			page.evaluate("document.getElementById('fill').addEventListener('submit', (event) => {"
					+ " event.preventDefault(); document.body.dataset.handedIn = 'yes'; })");
			page.locator("#fiscal-revenue-origin").press("Enter");
			page.locator("#row-fiscal-revenue .quarter summary").click();
			page.locator("#fiscal-revenue-quarter-value").press("Enter");
			page.locator("#fiscal-revenue-value").press("Enter");
			assertThat(page.locator("#budget-revenue-value")).isFocused();
			page.locator("#fiscal-revenue-value").press("Shift+ArrowDown");
			assertThat(page.locator("#budget-revenue-value")).isFocused();
			page.locator("#budget-revenue-value").press("Shift+Enter");
			assertThat(page.locator("#fiscal-revenue-value")).isFocused();
			assertThat(page.locator("body").getAttribute("data-handed-in")).isNull();
		}
	}

	@Test
	void savingLeavesOpenWhatWasOpenedAndReadsOutWhatIsNew() {
		try (BrowserVisit staff = visit()) {
			Page page = staff.page();
			fill(page, "fiscal-revenue-value", "6.1");
			Locator why = page.locator("#light-fiscal-revenue details");
			why.locator("summary").click();
			fill(page, "budget-revenue-value", "约五");
			assertThat(why).hasAttribute("open", "");
			assertThat(page.locator("#announced")).containsText("须改正");
		}
	}

	@Test
	void whatIsTypedWhileItSavesIsNotSaved() {
		try (BrowserVisit staff = visit()) {
			Page page = staff.page();
			page.evaluate("document.body.addEventListener('htmx:beforeSwap', () => document"
					+ ".getElementById('fiscal-revenue-origin').dispatchEvent(new Event('input', { bubbles: true })),"
					+ " { once: true })");
			fill(page, "fiscal-revenue-level", "150");
			assertThat(asksBeforeLeaving(page)).isTrue();
			fill(page, "fiscal-revenue-level", "151");
			assertThat(asksBeforeLeaving(page)).isFalse();
		}
	}

	@Test
	void tabGoesOneToTheRightAndEnterOneDown() {
		try (BrowserVisit staff = visit()) {
			Page page = staff.page();
			page.locator("#fiscal-revenue-value").focus();
			type(page, "6.5", "Tab", "180.5", "Enter", "110.3");
			assertThat(page.locator("#fiscal-revenue-value")).hasValue("6.5");
			assertThat(page.locator("#fiscal-revenue-level")).hasValue("180.5");
			assertThat(page.locator("#budget-revenue-level")).hasValue("110.3");
			assertThat(page.locator("#row-fiscal-revenue .quarter")).not().hasAttribute("open", "");
			type(page, "Enter");
			assertThat(page.locator("#pasted")).hasText(staff.word("fill.last-row"));
			page.locator("#fiscal-revenue-value").focus();
			for (String next : List.of("fiscal-revenue-level", "fiscal-revenue-status", "fiscal-revenue-origin",
					"fiscal-revenue-note", "budget-revenue-value")) {
				type(page, "Tab");
				assertThat(page.locator("#" + next)).isFocused();
			}
			type(page, "Shift+Tab");
			assertThat(page.locator("#fiscal-revenue-note")).isFocused();
			page.locator("#fiscal-revenue-status").press("Enter");
			assertThat(page.locator("#budget-revenue-status")).isFocused();
		}
	}

	@Test
	void foldsOpenByAltAndAnArrow() {
		try (BrowserVisit staff = visit()) {
			Page page = staff.page();
			page.locator("#fiscal-revenue-value").press("Alt+ArrowDown");
			assertThat(page.locator("#fiscal-revenue-quarter-value")).isFocused();
			type(page, "Alt+ArrowUp");
			assertThat(page.locator("#row-fiscal-revenue .quarter")).not().hasAttribute("open", "");
			assertThat(page.locator("#fiscal-revenue-value")).isFocused();
		}
	}

	@Test
	void enterThatEndsAWordOfAnInputMethodMovesNowhere() {
		try (BrowserVisit staff = visit()) {
			Page page = staff.page();
			page.locator("#fiscal-revenue-origin").focus();
			page.evaluate("document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
					+ " { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))");
			assertThat(page.locator("#fiscal-revenue-origin")).isFocused();
		}
	}

	@Test
	void takesBackAPastedBlockAsAWhole() {
		try (BrowserVisit staff = visit()) {
			Page page = staff.page();
			page.locator("#fiscal-revenue-value").focus();
			type(page, "62", "Control+a", "Delete");
			paste(page, "fiscal-revenue-value", "6.1\t180\n5.2\t110\n");
			assertThat(page.locator("#fiscal-revenue-value")).hasValue("6.1");
			assertThat(page.locator("#budget-revenue-level")).hasValue("110");
			type(page, "Control+z");
			for (String field : List.of("fiscal-revenue-value", "fiscal-revenue-level", "budget-revenue-value",
					"budget-revenue-level")) {
				assertThat(page.locator("#" + field)).hasValue("");
			}
			type(page, "Control+z");
			assertThat(page.locator("#fiscal-revenue-value")).hasValue("62");
			type(page, "Control+Shift+z", "Control+y");
			assertThat(page.locator("#budget-revenue-value")).hasValue("5.2");
			type(page, "Control+z");
			awaitDraft("budget-revenue", "value", "");
		}
	}

	@Test
	void savesWhatIsTypedWithoutLeavingTheField() {
		try (BrowserVisit staff = visit()) {
			staff.page().locator("#fiscal-revenue-value").focus();
			type(staff.page(), "7.25");
			awaitDraft("fiscal-revenue", "value", "7.25");
			assertThat(staff.page().locator("#fiscal-revenue-value")).isFocused();
		}
	}

	/** Between two keys is no pause in which it would be saved otherwise. */
	@Test
	void savesWhatIsTypedWhileTheTypingGoesOn() {
		try (BrowserVisit staff = visit()) {
			staff.page().locator("#fiscal-revenue-note").focus();
			staff.page().keyboard().type("a".repeat(40), new Keyboard.TypeOptions().setDelay(300));
			assertThat(draft("fiscal-revenue", "note")).isNotEmpty();
		}
	}

	@Test
	void bringsBackWhatTheMonitorDoesNotHave() {
		try (BrowserVisit staff = visit().expect(401).expect(403)) {
			Page page = staff.page();
			page.context().clearCookies();
			page.locator("#fiscal-revenue-value").focus();
			type(page, "6.4", "Tab", "181");
			assertThat(page.locator("#alarm")).isVisible();
			page.onDialog(Dialog::accept);
			staff.signIn("finance").open("/fill/yuhang-2024/2024-Q2");
			assertThat(page.locator("#fiscal-revenue-value")).hasValue("6.4");
			assertThat(page.locator("#fiscal-revenue-level")).hasValue("181");
			assertThat(page.locator("#pasted")).hasText(staff.word("fill.brought-back", 2));
			awaitDraft("fiscal-revenue", "level", "181");
		}
	}

	/**
	 * The same person in two windows: what the second one was told is not kept stays out.
	 */
	@Test
	void doesNotBringBackOverANewerDraftWhatItWasToldIsNotKept() {
		try (BrowserVisit first = visit(); BrowserVisit second = visit()) {
			fill(first.page(), "fiscal-revenue-value", "3.41");
			awaitDraft("fiscal-revenue", "value", "3.41");
			fill(second.page(), "fiscal-revenue-value", "3.29");
			assertThat(second.page().locator("#draft .message")).isVisible();
			second.page().onDialog(Dialog::accept);
			second.open("/fill/yuhang-2024/2024-Q2");
			assertThat(second.page().locator("#fiscal-revenue-value")).hasValue("3.41");
			assertThat(second.page().locator("#pasted")).containsText("3.29");
			fill(second.page(), "budget-revenue-value", "4.1");
			awaitDraft("budget-revenue", "value", "4.1");
			assertThat(draft("fiscal-revenue", "value")).isEqualTo("3.41");
		}
	}

	@Test
	void isBackWithEverythingInItWhereTheSignInHadEndedWhenItWasHandedIn() {
		try (BrowserVisit staff = visit().expect(401).expect(403)) {
			Page page = staff.page();
			page.locator("#fiscal-revenue-value").focus();
			type(page, "6.4");
			awaitDraft("fiscal-revenue", "value", "6.4");
			page.context().clearCookies();
			type(page, "Tab", "181", "Enter", "112");
			staff.button("fill.submit").click();
			assertThat(page.locator("main")).containsText(staff.word("sign-in.left"));
			staff.field("sign-in.username").fill("finance");
			staff.field("sign-in.password").fill("wrong");
			staff.button("sign-in").click();
			assertThat(page.locator("main")).containsText(staff.word("sign-in.wrong"));
			assertThat(staff.field("sign-in.username")).hasValue("finance");
			staff.field("sign-in.password").fill(Api.PASSWORD);
			staff.button("sign-in").click();
			assertThat(URI.create(page.url()).getPath()).isEqualTo("/fill/yuhang-2024/2024-Q2");
			assertThat(page.locator("#failed")).containsText(staff.word("fill.left"));
			assertThat(page.locator("#fiscal-revenue-value")).hasValue("6.4");
			assertThat(page.locator("#fiscal-revenue-level")).hasValue("181");
			assertThat(page.locator("#budget-revenue-level")).hasValue("112");
			awaitDraft("budget-revenue", "level", "112");
		}
	}

	@Test
	void aCorrectionCanBeCancelledAndOneThatChangesNothingIsRefused() {
		try (BrowserVisit staff = visit()) {
			this.api.finance()
				.submit("yuhang-2024", "2024-Q1",
						"{\"indicator\":\"fiscal-revenue\",\"value\":\"6.3\",\"status\":\"P\"}");
			Page page = staff.page();
			staff.open("/fill/yuhang-2024/2024-Q1");
			Locator row = page.locator("#row-fiscal-revenue");
			row.getByText(staff.word("fill.correct"), new Locator.GetByTextOptions().setExact(true)).click();
			assertThat(page.locator("#fiscal-revenue-value")).isFocused();
			fill(page, "fiscal-revenue-value", "6.9");
			awaitDraft("fiscal-revenue", "value", "6.9");
			row.getByText(staff.word("fill.cancel")).click();
			assertThat(page.locator("#fiscal-revenue-value")).isHidden();
			assertThat(page.locator("#fiscal-revenue-value")).hasValue("6.3");
			awaitDraft("fiscal-revenue", "value", "");
			row.getByText(staff.word("fill.correct"), new Locator.GetByTextOptions().setExact(true)).click();
			page.locator("#fiscal-revenue-note").fill("录入有误");
			staff.button("fill.submit").click();
			assertThat(row).containsText("与现有数据（第1版）相同");
		}
		finally {
			this.jdbc.sql("DELETE FROM draft").update();
		}
	}

	private void awaitDraft(String indicator, String field, String text) {
		await().untilAsserted(() -> assertThat(draft(indicator, field)).isEqualTo(text));
	}

	private String draft(String indicator, String field) {
		return this.jdbc.sql("""
				SELECT coalesce(max(typed), '') FROM draft_field WHERE indicator = :indicator AND field = :field
				""").param("indicator", indicator).param("field", field).query(String.class).single();
	}

	private static void type(Page page, String... keys) {
		for (String key : keys) {
			if (key.matches("[0-9.]+")) {
				page.keyboard().type(key);
			}
			else {
				page.keyboard().press(key);
			}
		}
	}

	private static void paste(Page page, String field, String text) {
		page.evaluate("([id, text]) => { const data = new DataTransfer(); data.setData('text/plain', text);"
				+ " document.getElementById(id).dispatchEvent(new ClipboardEvent('paste',"
				+ " { clipboardData: data, bubbles: true, cancelable: true })); }", List.of(field, text));
	}

	private static void fill(Page page, String field, String text) {
		page.locator("#" + field).fill(text);
		page.evaluate("document.body.addEventListener('htmx:afterRequest'," + " () => { document.body.dataset.saved = '"
				+ field + text + "'; }, { once: true })");
		page.locator("#" + field).blur();
		assertThat(page.locator("body")).hasAttribute("data-saved", field + text);
	}

	private static boolean asksBeforeLeaving(Page page) {
		return (boolean) page.evaluate("() => { const leaving = new Event('beforeunload', { cancelable: true });"
				+ " window.dispatchEvent(leaving); return leaving.defaultPrevented; }");
	}

	private BrowserVisit visit() {
		BrowserVisit visit = this.browsers.visit(BrowserLanguage.ZH, BrowserScreen.DESKTOP).signIn("finance");
		visit.open("/fill/yuhang-2024/2024-Q2");
		return visit;
	}

}
