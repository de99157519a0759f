package org.targetmonitor;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every text of the pages stands in both languages, every text that a page asks for is
 * there, and none stands there unused.
 */
class MessagesTests {

	private static final Path MESSAGES = Path.of("src/main/resources/messages");

	private static final Pattern ASKED = Pattern.compile("#\\{([a-z][a-z0-9.-]*)[}(]");

	private static final Pattern ARGUMENT = Pattern.compile("\\{([0-9]+)[,}]");

	private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

	static List<String> parts() throws IOException {
		try (Stream<Path> files = Files.list(MESSAGES)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> !name.endsWith("_en.properties"))
				.map((name) -> name.replace(".properties", ""))
				.sorted()
				.toList();
		}
	}

	@ParameterizedTest
	@MethodSource("parts")
	void standInBothLanguages(String part) throws IOException {
		assertThat(read(part + "_en").keySet()).isEqualTo(read(part).keySet());
	}

	@ParameterizedTest
	@MethodSource("parts")
	void takeTheSameArgumentsInBothLanguages(String part) throws IOException {
		assertThat(arguments(read(part + "_en"))).isEqualTo(arguments(read(part)));
	}

	/** A single apostrophe swallows itself and all arguments behind it. */
	@ParameterizedTest
	@MethodSource("parts")
	void doubleApostrophesWhereArgumentsStand(String part) throws IOException {
		for (Map<String, String> texts : List.of(read(part), read(part + "_en"))) {
			assertThat(texts.values().stream().filter((text) -> ARGUMENT.matcher(text).find()))
				.allSatisfy((text) -> assertThat(text.replace("''", "")).doesNotContain("'"));
		}
	}

	/** Without arguments it is printed as it stands. */
	@ParameterizedTest
	@MethodSource("parts")
	void doubleNoApostropheElsewhere(String part) throws IOException {
		for (Map<String, String> texts : List.of(read(part), read(part + "_en"))) {
			assertThat(texts.values().stream().filter((text) -> !ARGUMENT.matcher(text).find()))
				.allSatisfy((text) -> assertThat(text).doesNotContain("''"));
		}
	}

	@ParameterizedTest
	@MethodSource("parts")
	void areInTheLanguageOfTheirFile(String part) throws IOException {
		Map<String, String> english = read(part + "_en");
		english.remove("language.other");
		assertThat(english).allSatisfy((key, text) -> assertThat(text).doesNotContainPattern(HAN));
	}

	@Test
	void standInOnePartOnly() throws IOException {
		Set<String> seen = new TreeSet<>();
		for (String part : parts()) {
			assertThat(read(part).keySet()).as(part).allSatisfy((key) -> assertThat(seen.add(key)).isTrue());
		}
	}

	@Test
	void areThereForEveryPageThatAsks() throws IOException {
		Set<String> asked = sources(".html").stream()
			.flatMap((page) -> ASKED.matcher(page).results())
			.map((found) -> found.group(1))
			.collect(Collectors.toSet());
		assertThat(asked).isSubsetOf(known());
	}

	/**
	 * Asked for by name on a page or in a class; a composed key by the part before it.
	 */
	@Test
	void areAllAskedFor() throws IOException {
		String all = String.join("\n", sources(".html")) + String.join("\n", sources(".java"));
		assertThat(known().stream().filter((key) -> !isAskedFor(key, all))).isEmpty();
	}

	private static boolean isAskedFor(String key, String all) {
		boolean byName = Pattern.compile("[{\"']" + Pattern.quote(key) + "[}(\"']").matcher(all).find();
		String family = key.substring(0, Math.max(key.lastIndexOf('.'), 0) + (key.contains(".") ? 1 : 0));
		boolean composed = !family.isEmpty()
				&& Pattern.compile("[{\"'|]" + Pattern.quote(family) + "(\\$\\{|__|[\"'])").matcher(all).find();
		return byName || composed;
	}

	private static Set<String> known() throws IOException {
		Set<String> keys = new TreeSet<>();
		for (String part : parts()) {
			keys.addAll(read(part).keySet());
		}
		return keys;
	}

	private static Map<String, Set<String>> arguments(Map<String, String> texts) {
		Map<String, Set<String>> arguments = new TreeMap<>();
		texts.forEach((key, text) -> arguments.put(key, arguments(text)));
		return arguments;
	}

	private static Set<String> arguments(String text) {
		return ARGUMENT.matcher(text).results().map((found) -> found.group(1)).collect(Collectors.toSet());
	}

	private static Map<String, String> read(String name) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(name + ".properties"), StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		return properties.stringPropertyNames()
			.stream()
			.collect(Collectors.toMap((key) -> key, properties::getProperty, (a, b) -> a, TreeMap::new));
	}

	private static List<String> sources(String ending) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
			return files.filter((file) -> file.toString().endsWith(ending)).map(MessagesTests::text).toList();
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
