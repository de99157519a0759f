package org.targetmonitor.submission.sheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes away what makes two texts differ without anybody seeing it. */
final class Foldings {

	/**
	 * Marks of direction, joiners, byte order marks and the like, which copying from
	 * documents and chats brings along.
	 */
	private static final Pattern INVISIBLE = Pattern
		.compile("[\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F" + "\\u3164\\uFE00-\\uFE0F\\uFFA0]");

	private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2013\\u2212]");

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	private Foldings() {
	}

	/**
	 * A cell's text without what is not seen around it; a no-break space is a space.
	 */
	static String visible(String text) {
		String plain = text.replace('\u00a0', ' ').strip();
		int first = 0;
		int last = plain.length();
		while (first < last && isUnseen(plain.charAt(first))) {
			first++;
		}
		while (last > first && isUnseen(plain.charAt(last - 1))) {
			last--;
		}
		return plain.substring(first, last);
	}

	private static boolean isUnseen(char character) {
		return Character.isWhitespace(character) || Character.isSpaceChar(character)
				|| Character.getType(character) == Character.FORMAT;
	}

	/**
	 * As headings, units and names are compared: full width and half width alike, without
	 * blanks and invisible characters.
	 */
	static String folded(String text) {
		String seen = INVISIBLE.matcher(text).replaceAll("");
		return BLANKS.matcher(Normalizer.normalize(seen, Normalizer.Form.NFKC)).replaceAll("");
	}

	/** In half width and small letters, with its blanks. */
	static String half(String text) {
		return Normalizer.normalize(INVISIBLE.matcher(text).replaceAll(""), Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT);
	}

	/**
	 * Folded, in small letters, with the dash and apostrophe of the keyboard for those
	 * that word processors put in their place.
	 */
	static String key(String text) {
		return DASHES.matcher(folded(text))
			.replaceAll("-")
			.replace('’', '\'')
			.replace('‘', '\'')
			.toLowerCase(Locale.ROOT);
	}

}
