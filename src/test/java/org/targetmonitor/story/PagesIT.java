package org.targetmonitor.story;

import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

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
class PagesIT {

	/** A page, who sees it, and what it answers. */
	private record Sight(String name, String path, int status) {

		Sight(String name, String path) {
			this(name, path, 200);
		}

	}

	private static final List<Sight> GUEST = List.of(new Sight("sign-in", "/sign-in"),
			new Sight("sign-in-wrong", "/sign-in?error"), new Sight("sign-in-out", "/sign-in?out"));

	private static final List<Sight> LEADER = List.of(new Sight("overview", "/"),
			new Sight("no-such-page", "/no-such-page", 404));

	@Autowired
	Api api;

	@Autowired
	Browsers browsers;

	@BeforeEach
	void accounts() {
		this.api.leader();
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
		headersHold(response);
		wordsHold(visit);
		assertThat(overhang(visit)).as("what hangs over the edge of " + sight.path()).isEmpty();
		visit.axe();
	}

	private static void headersHold(Response response) {
		String as = response.url();
		assertThat(response.headerValue("content-security-policy")).as(as)
			.contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'",
					"frame-ancestors 'none'")
			.doesNotContain("unsafe");
		assertThat(response.headerValue("x-content-type-options")).as(as).isEqualTo("nosniff");
		assertThat(response.headerValue("referrer-policy")).as(as).isEqualTo("no-referrer");
		assertThat(response.headerValue("cache-control")).as(as).contains("no-store");
	}

	/** A key without a text is printed as {@code ??key_zh_CN??}. */
	private static void wordsHold(BrowserVisit visit) {
		String as = visit.page().url();
		assertThat(visit.page().title()).as(as).endsWith(visit.word("product")).doesNotContain("??");
		assertThat(visit.page().content()).as(as).doesNotContainPattern("\\?\\?[a-z-.]+_\\w+\\?\\?");
		if (visit.language() == BrowserLanguage.EN) {
			assertThat(chinese(visit)).as("Chinese on the English " + as).isEmpty();
		}
	}

	/** Texts with Chinese characters outside of what says that it is Chinese. */
	@SuppressWarnings("unchecked")
	private static List<String> chinese(BrowserVisit visit) {
		return (List<String>) visit.page().evaluate("""
				() => {
					const found = [];
					const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
					while (texts.nextNode()) {
						const text = texts.currentNode;
						if (/\\p{Script=Han}/u.test(text.data) && !text.parentElement.closest('script, [lang^=zh]')) {
							found.push(text.data.trim());
						}
					}
					for (const element of document.querySelectorAll('[title], [placeholder], [aria-label], [alt]')) {
						for (const name of ['title', 'placeholder', 'aria-label', 'alt']) {
							const value = element.getAttribute(name);
							if (value && /\\p{Script=Han}/u.test(value) && !element.closest('[lang^=zh]')) {
								found.push(name + '=' + value);
							}
						}
					}
					return found;
				}""");
	}

	/** The elements that make the page wider than its screen. */
	@SuppressWarnings("unchecked")
	private static List<String> overhang(BrowserVisit visit) {
		return (List<String>) visit.page().evaluate("""
				(width) => document.documentElement.scrollWidth <= width ? [] : [...document.querySelectorAll('body *')]
					.filter((element) => element.getBoundingClientRect().right > width)
					.map((element) => element.outerHTML.slice(0, 160))
					.slice(0, 5)""", visit.screen().width());
	}

}
