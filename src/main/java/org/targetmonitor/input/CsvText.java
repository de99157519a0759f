package org.targetmonitor.input;

import java.math.BigDecimal;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Cells of a CSV file that a spreadsheet may open: text is kept from being run as a
 * formula, a number stays the number it is.
 */
public final class CsvText {

	private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

	private CsvText() {
	}

	/**
	 * The cell for a value: numbers as plain digits, a negative one with its minus;
	 * anything else as guarded text, nothing as the empty text.
	 */
	public static String cell(@Nullable Object value) {
		if (value instanceof Number) {
			return (value instanceof BigDecimal number) ? Numbers.plain(number) : value.toString();
		}
		return guarded(Objects.toString(value, ""));
	}

	/**
	 * Text with an apostrophe before it where a spreadsheet would take its beginning for
	 * that of a formula; also where it looks guarded already, so that the guard can be
	 * taken off again.
	 */
	public static String guarded(String text) {
		return startsDangerously(text) ? "'" + text : text;
	}

	/** The text without the apostrophe that {@link #guarded(String)} put before it. */
	public static String unguarded(String text) {
		boolean guard = text.startsWith("'") && startsDangerously(text.substring(1));
		return guard ? text.substring(1) : text;
	}

	private static boolean startsDangerously(String text) {
		int first = 0;
		while (first < text.length() && text.charAt(first) == '\'') {
			first++;
		}
		return first < text.length() && DANGEROUS.indexOf(text.charAt(first)) >= 0;
	}

}
