package org.targetmonitor.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;

/**
 * One act on a supervision order.
 *
 * @param order the order's number within the plan
 * @param number counts the order's acts from 1
 * @param indicator the target's indicator
 * @param kind what was done
 * @param cause issued: what has to be explained; replied: the explanation
 * @param measure issued: what is required; replied: what is done
 * @param day issued and returned: the last day for the reply; replied: when the target is
 * expected to be back
 * @param reason returned and closed: why
 * @param author the account
 * @param recordedAt when
 * @param knownFrom from when it counts
 */
public record OrderAct(int order, int number, String indicator, Kind kind, @Nullable String cause,
		@Nullable String measure, @Nullable LocalDate day, @Nullable String reason, String author, Instant recordedAt,
		Instant knownFrom) {

	/** What is done with an order. */
	public enum Kind {

		ISSUED("下达", "issued"), REPLIED("回复", "replied"), RETURNED("退回", "returned"), CLOSED("办结", "closed");

		private final Text words;

		Kind(String zh, String en) {
			this.words = new Text(zh, en);
		}

		/** The word the API and the database use. */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

		public Text words() {
			return this.words;
		}

	}

}
