package org.targetmonitor.submission.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A section of a number format taken apart.
 *
 * @param codes what Excel obeys: digits, commas, letters of dates
 * @param literal what it only shows
 * @param broken whether something that is only shown stands between two digits
 */
record FormatParts(String codes, String literal, boolean broken) {

	private static final String DIGITS = "0#?";

	/** What is obeyed beside digits; any other character shows itself. */
	private static final String OBEYED = ",.%/EeyYmMdDhHsSgGaAbBpP@ ";

	private static final Pattern CURRENCY = Pattern.compile("\\$([^-\\]]*)(-.*)?");

	private static final Pattern ELAPSED = Pattern.compile("(?i)h+|m+|s+");

	private static final List<String> NOON = List.of("上午/下午", "午前/午後", "오전/오후");

	/** Takes a section apart. */
	static FormatParts of(String section) {
		Taking taking = new Taking(section);
		taking.run();
		return new FormatParts(taking.codes.toString(), taking.literal.toString(), taking.broken);
	}

	/**
	 * The sections of a code; a semicolon in quotes or behind a backslash divides none.
	 */
	static List<String> sections(String code) {
		List<String> sections = new ArrayList<>();
		StringBuilder section = new StringBuilder();
		boolean quoted = false;
		for (int index = 0; index < code.length(); index++) {
			char character = code.charAt(index);
			quoted ^= character == '"';
			if (character == ';' && !quoted) {
				sections.add(section.toString());
				section.setLength(0);
				continue;
			}
			section.append(character);
			if (character == '\\' && !quoted && index + 1 < code.length()) {
				section.append(code.charAt(++index));
			}
		}
		sections.add(section.toString());
		return sections;
	}

	/** Walks through a section. */
	private static final class Taking {

		private final String section;

		private final StringBuilder codes = new StringBuilder();

		private final StringBuilder literal = new StringBuilder();

		private int at;

		private boolean digits;

		private boolean behindDigits;

		private boolean broken;

		private Taking(String section) {
			this.section = section;
		}

		private void run() {
			while (this.at < this.section.length()) {
				char character = this.section.charAt(this.at++);
				switch (character) {
					case '"' -> show(until('"'));
					case '[' -> bracket(until(']'));
					case '\\', '!' -> show(next());
					// As wide as the next character, or filled with it
					case '_', '*' -> next();
					default -> obey(character);
				}
			}
		}

		private String until(char end) {
			int close = this.section.indexOf(end, this.at);
			String inside = this.section.substring(this.at, (close < 0) ? this.section.length() : close);
			this.at = (close < 0) ? this.section.length() : close + 1;
			return inside;
		}

		private String next() {
			int length = (this.at < this.section.length()) ? Character.charCount(this.section.codePointAt(this.at)) : 0;
			this.at += length;
			return this.section.substring(this.at - length, this.at);
		}

		private void bracket(String inside) {
			Matcher currency = CURRENCY.matcher(inside);
			if (currency.matches()) {
				show(currency.group(1));
			}
			else if (ELAPSED.matcher(inside).matches()) {
				this.codes.append(inside);
			}
		}

		private void obey(char character) {
			for (String noon : NOON) {
				if (this.section.startsWith(noon, this.at - 1)) {
					this.at += noon.length() - 1;
					this.codes.append("am/pm");
					return;
				}
			}
			if (isExponent(character)) {
				this.codes.append(character).append(next());
			}
			else if (DIGITS.indexOf(character) >= 0) {
				this.broken |= this.digits && this.behindDigits;
				this.digits = true;
				this.codes.append(character);
			}
			else if (OBEYED.indexOf(character) >= 0) {
				this.codes.append(character);
			}
			else {
				show(String.valueOf(character));
			}
		}

		private boolean isExponent(char character) {
			return (character == 'E' || character == 'e') && this.at < this.section.length()
					&& "+-".indexOf(this.section.charAt(this.at)) >= 0;
		}

		private void show(String text) {
			if (!text.isBlank()) {
				this.literal.append(text);
				this.behindDigits |= this.digits;
			}
		}

	}

}
