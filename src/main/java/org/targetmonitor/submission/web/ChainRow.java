package org.targetmonitor.submission.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.submission.Chain;
import org.targetmonitor.submission.ChainBreak;

/**
 * The chain of one plan in an answer or on the page.
 *
 * @param plan the plan's code
 * @param links how many links it has
 * @param head the hash of the last one
 * @param whole whether it holds; null where that was not verified
 * @param broken where it does not, the first place first
 */
public record ChainRow(String plan, long links, @Nullable String head, @Nullable Boolean whole, List<Place> broken) {

	/**
	 * Where it is broken, in the reader's language; link 0 stands for what is in none.
	 */
	public record Place(long link, String what) {
	}

	static ChainRow unverified(Chain.Head head) {
		return new ChainRow(head.plan(), head.number(), head.hash(), null, List.of());
	}

	/**
	 * @param told whether the reader sees all of the plan, and so what differs; others are
	 * told where
	 */
	static ChainRow verified(Chain chain, boolean told, Locale locale) {
		List<ChainBreak> breaks = chain.breaks();
		return new ChainRow(chain.head().plan(), chain.head().number(), chain.head().hash(), breaks.isEmpty(),
				breaks.stream().map((broken) -> new Place(broken.number(), words(broken, told).in(locale))).toList());
	}

	private static Text words(ChainBreak broken, boolean told) {
		return told ? broken.sentence() : broken.where();
	}

	boolean isBroken() {
		return Boolean.FALSE.equals(this.whole);
	}

}
