package org.targetmonitor.submission.sheet;

import java.math.BigDecimal;

import org.targetmonitor.input.Text;

/** What stands in one cell of a sheet, whatever kind of file it came in. */
sealed interface Cell {

	/** The words for a heading, a code or a note; empty where there are none. */
	String words();

	default boolean isBlank() {
		return this instanceof Blank;
	}

	/** Nothing. */
	record Blank() implements Cell {

		@Override
		public String words() {
			return "";
		}

	}

	/**
	 * Text, which may well be a number that was typed as text.
	 *
	 * @param words the text without blanks around it
	 * @param computed whether a formula's last result
	 */
	record Words(String words, boolean computed) implements Cell {
	}

	/**
	 * A number.
	 *
	 * @param value the stored number as its shortest decimal
	 * @param format how the cell's format changes what is seen
	 * @param shown how the cell shows it
	 * @param computed whether a formula's last result
	 */
	record Numeric(BigDecimal value, NumberFormat format, String shown, boolean computed) implements Cell {

		@Override
		public String words() {
			return this.shown;
		}

		/** Whether the cell shows it times 100 with a percent sign. */
		boolean percent() {
			return this.format.percents() > 0;
		}

		/** What a reader takes it for: 0.06 shown as 6 % is 6. */
		BigDecimal meant() {
			return percent() ? Decimals.shortest(this.value.movePointRight(2)) : this.value;
		}

	}

	/** Something that is no figure and no text: an error, a date, true or false. */
	record Broken(String words, String rule, Text reason) implements Cell {

		/** The rule that refuses dates and times. */
		static final String DATE = "date";

		/** Whether it is a date or time; the words are what it shows. */
		boolean isDate() {
			return this.rule.equals(DATE);
		}

	}

}
