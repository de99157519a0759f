package org.targetmonitor.progress;

import java.math.BigDecimal;

import org.targetmonitor.input.Text;

/**
 * Where the year would end under a named assumption about its rest.
 *
 * @param kind the assumption
 * @param words the assumption in words
 * @param yearEnd the year's value in the indicator's unit
 * @param ratio its middle as a ratio: growth ÷ 100, of a quantity the share of the goal's
 * number
 */
public record Scenario(Kind kind, Text words, Band yearEnd, BigDecimal ratio) {

	/** The assumptions. */
	public enum Kind {

		/** The year goes on as it went so far. */
		CUMULATIVE("cumulative"),
		/** The rest of the year is like its latest quarter or period. */
		LATEST("latest"),
		/** The rest of the year is like the best one on record. */
		BEST("best"),
		/** The rest of the year is like the worst one on record. */
		WORST("worst");

		private final String key;

		Kind(String key) {
			this.key = key;
		}

		/** The word that the API and metrics use. */
		public String key() {
			return this.key;
		}

	}

}
