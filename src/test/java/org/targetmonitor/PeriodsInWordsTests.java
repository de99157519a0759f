package org.targetmonitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reader is told of 前三季度 and not of 2024-Q3: no text for people is made of a period's
 * code.
 */
class PeriodsInWordsTests {

	private static final Pattern CALL = Pattern.compile("\\bText\\s*\\.\\s*format\\(");

	/** What is handed to another method is that method's to say. */
	private static final Pattern NESTED = Pattern.compile("\\([^()]+\\)");

	private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]++|\\\\.)*+\"");

	/**
	 * A period as it is, at the end of an argument; a field of a form is what was typed.
	 */
	private static final Pattern BARE = Pattern.compile("(?<!this\\.)\\b[pP]eriod\\s*(?=[,)])");

	@Test
	void textsForPeopleHoldNoCodesOfPeriods() {
		assertThat(sources().flatMap(PeriodsInWordsTests::bare)).isEmpty();
	}

	@Test
	void canFail() {
		assertThat(bare("canary", "Text.format(\"%s尚未结束\", \"%s has not ended\", row.place().period());")).hasSize(1);
		assertThat(bare("canary", "Text.format(\"%s\", \"%s\", PeriodWords.named(row.period()), \"period)\");"))
			.isEmpty();
	}

	private static Stream<Path> sources() {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> bare(Path file) {
		try {
			return bare(String.valueOf(file.getFileName()), Files.readString(file)).stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> bare(String name, String source) {
		String code = LITERAL.matcher(source).replaceAll("\"\"");
		List<String> found = new ArrayList<>();
		Matcher call = CALL.matcher(code);
		while (call.find()) {
			String arguments = within(code, call.end()).replace("()", "");
			while (NESTED.matcher(arguments).find()) {
				arguments = NESTED.matcher(arguments).replaceAll("[]");
			}
			if (BARE.matcher(arguments + ")").find()) {
				found.add(name + ": " + arguments.replaceAll("\\s+", " "));
			}
		}
		return found;
	}

	/** Up to the bracket that closes. */
	private static String within(String code, int from) {
		int depth = 1;
		int at = from;
		while (at < code.length() && depth > 0) {
			char character = code.charAt(at);
			depth += (character == '(') ? 1 : (character == ')') ? -1 : 0;
			at++;
		}
		return code.substring(from, at - 1);
	}

}
