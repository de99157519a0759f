package org.targetmonitor.input;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The same words in Chinese and in English.
 *
 * @param zh the Chinese words
 * @param en the English words
 */
public record Text(String zh, String en) {

	/**
	 * Words that are the same in both languages: a code, a number, a name that exists in
	 * one language only.
	 */
	public static Text same(String words) {
		return new Text(words, words);
	}

	/**
	 * Fills both templates ({@link String#format}); an argument that is itself a
	 * {@code Text} is put in by its language.
	 */
	public static Text format(String zh, String en, Object... arguments) {
		return new Text(fill(zh, arguments, Text::zh), fill(en, arguments, Text::en));
	}

	/**
	 * Joins texts without losing either language; {@code separator} stands between them.
	 */
	public static Text join(List<Text> parts, Text separator) {
		return new Text(String.join(separator.zh, parts.stream().map(Text::zh).toList()),
				String.join(separator.en, parts.stream().map(Text::en).toList()));
	}

	public String in(Locale locale) {
		return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? this.en : this.zh;
	}

	private static String fill(String template, Object[] arguments, Function<Text, String> language) {
		Object[] words = Arrays.stream(arguments)
			.map((argument) -> (argument instanceof Text text) ? language.apply(text) : argument)
			.toArray();
		return String.format(Locale.ROOT, template, words);
	}

}
