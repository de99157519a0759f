package org.targetmonitor.input;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that are looked for, as input methods type them: of full or half width, in any
 * case, apart by white space of any kind.
 */
public final class SearchWords {

	private static final Pattern APART = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

	private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

	private SearchWords() {
	}

	/**
	 * Whether each of some words stands in one of the texts; no words stand in any.
	 * @param words apart by white space, such as {@code 虚构７区　２０２４}
	 */
	public static boolean in(String words, String... texts) {
		String searched = folded(String.join("\n", texts));
		return Stream.of(APART.split(folded(words))).allMatch(searched::contains);
	}

	private static String folded(String text) {
		String seen = INVISIBLE.matcher(text).replaceAll("");
		return Normalizer.normalize(seen, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

}
