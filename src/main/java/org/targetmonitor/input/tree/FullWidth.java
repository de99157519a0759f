package org.targetmonitor.input.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.targetmonitor.input.Text;

/**
 * Finds the sign in full width that a Chinese keyboard put where YAML asks for a plain
 * one: with it a key is no key, and what the parser says of that helps nobody. Words
 * between have such signs on purpose.
 */
final class FullWidth {

	private static final String BLANKS = "[ \\u3000\\u00a0]";

	/** A key with a colon in full width, wherever a key may begin. */
	private static final Pattern COLON = Pattern.compile(
			"(?:^|[{,，])(?:" + BLANKS + "|-(?=" + BLANKS + "))*[\"“]?([A-Za-z][A-Za-z0-9-]*)[\"”]?" + BLANKS + "*：");

	/** A comma in full width before the next key. */
	private static final Pattern COMMA = Pattern
		.compile("，" + BLANKS + "*[\"“]?([a-z][a-z-]*)[\"”]?" + BLANKS + "*[:：]");

	/** A blank in full width, or one that does not break, before or behind a key. */
	private static final Pattern BLANK = Pattern
		.compile("^ *[\\u3000\\u00a0]|^[ -]*[\\u3000\\u00a0]+[a-z]|^[ -]*[a-z-]+[\\u3000\\u00a0]+:|:[\\u3000\\u00a0]");

	/** What is written as 【 or ｛ is no bracket. */
	private static final Pattern BRACKET = Pattern.compile(":" + BLANKS + "*[｛［【]");

	private static final Pattern LINES = Pattern.compile("\\R");

	private FullWidth() {
	}

	/** Names the first one; empty where there is none. */
	static Optional<Text> find(String document) {
		String[] lines = LINES.split(document, -1);
		for (int index = 0; index < lines.length; index++) {
			Optional<Text> found = in(lines[index], index + 1);
			if (found.isPresent()) {
				return found;
			}
		}
		return Optional.empty();
	}

	/** The same of one key as it was read, with what it may stand for. */
	static Optional<Text> inKey(String key, int line) {
		return in(key, line).or(() -> key.matches("(?s)[A-Za-z][A-Za-z0-9-]*:\\S.*")
				? Optional.of(Text.format("第%d行“%s”：冒号后要有一个空格，写作 %s: …",
						"line %d, \"%s\": a blank stands behind the colon, as in %s: …", line, shortened(key),
						key.substring(0, key.indexOf(':'))))
				: Optional.empty());
	}

	private static Optional<Text> in(String text, int line) {
		Matcher colon = COLON.matcher(text);
		if (colon.find()) {
			return Optional.of(Text.format("第%d行“%s”后的冒号是全角的（：），应写半角冒号加一个空格：%s: …",
					"line %d, \"%s\": the colon behind it is a full-width one (：); write a plain colon and a blank: %s: …",
					line, colon.group(1), colon.group(1)));
		}
		Matcher comma = COMMA.matcher(text);
		if (comma.find()) {
			return Optional.of(Text.format("第%d行“%s”前的逗号是全角的（，），应写半角逗号加一个空格：, %s: …",
					"line %d, \"%s\": the comma before it is a full-width one (，); write a plain comma and a blank: , %s: …",
					line, comma.group(1), comma.group(1)));
		}
		if (BLANK.matcher(text).find()) {
			return Optional.of(Text.format("第%d行有全角空格（或不间断空格），缩进和冒号后应使用半角空格",
					"line %d has a full-width blank (or one that does not break); indent, and part key and value, with plain ones",
					line));
		}
		return BRACKET.matcher(text).find() ? Optional.of(Text.format("第%d行的括号是全角的，应写半角的 { } 或 [ ]",
				"line %d has full-width brackets; write plain { } or [ ]", line)) : Optional.empty();
	}

	private static String shortened(String key) {
		return (key.length() <= 30) ? key : key.substring(0, 30) + "…";
	}

}
