package org.targetmonitor.support;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The browser's watch fails where it has to. */
@MonitorTest
class BrowsersIT {

	@Autowired
	Browsers browsers;

	@Test
	void failsOnAScriptThatThePolicyForbids() {
		failsAfter("document.body.appendChild(document.createElement('script')).textContent = '1'",
				"Content Security Policy");
	}

	@Test
	void failsOnAnErrorOfAScript() {
		failsAfter("setTimeout(() => { throw new Error('broken') })", "broken");
	}

	@Test
	void failsOnARequestThatIsRefused() {
		failsAfter("fetch('/assets/no-such-file')", "404");
	}

	@Test
	void failsOnARequestToAnotherHost() {
		failsAfter("document.body.appendChild(document.createElement('img')).src = 'http://elsewhere.example/'",
				"elsewhere.example");
	}

	@Test
	void seesWhatAxeFinds() {
		try (BrowserVisit visit = visit()) {
			visit.page().evaluate("document.body.appendChild(document.createElement('input'))");
			assertThat(visit.violations()).singleElement().asString().startsWith("label:");
		}
	}

	@Test
	void letsThroughWhatIsExpected() {
		try (BrowserVisit visit = visit()) {
			visit.expect(404).page().evaluate("fetch('/assets/no-such-file')");
		}
	}

	private void failsAfter(String script, String told) {
		BrowserVisit visit = visit();
		visit.page().evaluate(script);
		visit.page().waitForCondition(() -> !visit.faults().isEmpty());
		assertThatExceptionOfType(AssertionError.class).isThrownBy(visit::close).withMessageContaining(told);
	}

	private BrowserVisit visit() {
		BrowserVisit visit = this.browsers.visit(BrowserLanguage.ZH, BrowserScreen.DESKTOP);
		visit.open("/sign-in");
		return visit;
	}

}
