package org.targetmonitor.story;

import java.util.List;

import com.microsoft.playwright.Response;

import org.targetmonitor.support.BrowserLanguage;
import org.targetmonitor.support.BrowserVisit;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds on every page, in whatever state it is. */
final class PageChecks {

	/** What staff typed, and the units of plans, stand on English pages as they are. */
	static final List<String> TYPED = List.of("金库报表", "年报核实", "区财政局", "三季度", "亿元", "元", "套", "微克/立方米");

	private PageChecks() {
	}

	/**
	 * axe-core finds nothing serious, no word is missing or in the other language,
	 * nothing hangs over the edge.
	 */
	static void look(BrowserVisit visit) {
		wordsHold(visit);
		assertThat(overhang(visit)).as("what hangs over the edge of " + visit.page().url()).isEmpty();
		visit.axe();
	}

	/** Browsers are told what they may do with the page, and to keep no copy of it. */
	static void headersHold(Response response) {
		String as = response.url();
		assertThat(response.headerValue("content-security-policy")).as(as)
			.contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'",
					"frame-ancestors 'none'")
			.doesNotContain("unsafe");
		assertThat(response.headerValue("x-content-type-options")).as(as).isEqualTo("nosniff");
		assertThat(response.headerValue("referrer-policy")).as(as).isEqualTo("same-origin");
		assertThat(response.headerValue("x-frame-options")).as(as).isEqualTo("DENY");
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
		return (List<String>) visit.page()
			.evaluate(
					"""
							(typed) => {
								const isChinese = (text) => /\\p{Script=Han}/u.test(typed.reduce((all, one) => all.replaceAll(one, ''), text));
								const found = [];
								const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
								while (texts.nextNode()) {
									const text = texts.currentNode;
									if (isChinese(text.data) && !text.parentElement.closest('script, [lang^=zh]')) {
										found.push(text.data.trim());
									}
								}
								for (const element of document.querySelectorAll('[title], [placeholder], [aria-label], [alt]')) {
									for (const name of ['title', 'placeholder', 'aria-label', 'alt']) {
										const value = element.getAttribute(name);
										if (value && isChinese(value) && !element.closest('[lang^=zh]')) {
											found.push(name + '=' + value);
										}
									}
								}
								return found;
							}""",
					TYPED);
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
