package org.targetmonitor.desk.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.BrowserLanguage;
import org.targetmonitor.support.BrowserScreen;
import org.targetmonitor.support.BrowserVisit;
import org.targetmonitor.support.Browsers;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What the keyboard and the saving in between do on the page of a period. */
@MonitorTest
class FillKeysIT {

	@Autowired
	Browsers browsers;

	@Autowired
	Api api;

	@Autowired
	SettableClock clock;

	@BeforeEach
	void july() {
		this.clock.setToNoonOf("2024-07-10");
		this.api.finance();
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
			type(page, "fiscal-revenue-value", "6.1");
			Locator why = page.locator("#light-fiscal-revenue details");
			why.locator("summary").click();
			type(page, "budget-revenue-value", "约5");
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
			type(page, "fiscal-revenue-level", "150");
			assertThat(asksBeforeLeaving(page)).isTrue();
			type(page, "fiscal-revenue-level", "151");
			assertThat(asksBeforeLeaving(page)).isFalse();
		}
	}

	private static void type(Page page, String field, String text) {
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
