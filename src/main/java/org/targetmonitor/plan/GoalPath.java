package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;

/**
 * How a number that must be reached by the year's end (达到3500家) is approached: of a stock
 * or a share nobody expects it in March.
 *
 * @param from where the year began; null for last year's final value
 * @param by how it is approached
 */
public record GoalPath(@Nullable BigDecimal from, By by) {

	/** How a path runs from where the year began to the goal's number. */
	public enum By {

		/** The same step in every month. */
		LINEAR("linear", new Text("按月均匀推进", "in equal steps by month")),
		/** As last year's value did, as far as that is known. */
		LAST_YEAR("last-year", new Text("按上年同期进展", "as last year's did"));

		private final String key;

		private final Text words;

		By(String key, Text words) {
			this.key = key;
			this.words = words;
		}

		public String key() {
			return this.key;
		}

		public Text words() {
			return this.words;
		}

	}

	/**
	 * The path's number: begin + (number − begin) × share.
	 * @param begin where the year began
	 * @param number the goal's number
	 * @param share what part of the way is asked for, 1 is all
	 * @param decimals to how many it is rounded, HALF_UP
	 */
	public static BigDecimal at(BigDecimal begin, BigDecimal number, BigDecimal share, int decimals) {
		BigDecimal point = begin.add(number.subtract(begin).multiply(share))
			.setScale(decimals, RoundingMode.HALF_UP)
			.stripTrailingZeros();
		return (point.scale() < 0) ? point.setScale(0) : point;
	}

}
