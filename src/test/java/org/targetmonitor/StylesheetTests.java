package org.targetmonitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One stylesheet's rule does not change what another one styles under the same name. */
class StylesheetTests {

	private static final Path ASSETS = Path.of("src/main/resources/static/assets");

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Pattern SELECTORS = Pattern.compile("([^{}]+)\\{");

	private static final Pattern BARE = Pattern.compile("\\.([a-z][\\w-]*)");

	/** The last class of {@code fieldset.figure.waits}, {@code .badge.bad} and so on. */
	private static final Pattern VARIANT = Pattern.compile("[\\w-]*\\.[a-z][\\w-]*\\.([a-z][\\w-]*)");

	/** A badge and a card that are both called {@code waits} made every card red. */
	@Test
	void aVariantOfSomethingHasNoRuleOfItsOwn() throws IOException {
		Set<String> bare = new TreeSet<>();
		Set<String> variants = new TreeSet<>();
		selectors().values().stream().flatMap(List::stream).forEach((selector) -> {
			if (BARE.matcher(selector).matches()) {
				bare.add(selector.substring(1));
			}
			VARIANT.matcher(selector).results().map((found) -> found.group(1)).forEach(variants::add);
		});
		assertThat(variants).contains("waits", "bad", "passed").doesNotContainAnyElementsOf(bare);
	}

	/** A class that a page uses is styled by a stylesheet that the page loads. */
	@Test
	void aPageLoadsTheStylesheetOfItsClasses() throws IOException {
		Map<String, List<String>> selectors = selectors();
		Map<String, String> pages = pages();
		Map<String, Set<String>> wrong = new LinkedHashMap<>();
		pages.forEach((name, page) -> {
			Set<String> loaded = found("/assets/([\\w-]+\\.css)", page).collect(Collectors.toSet());
			loaded.add("monitor.css");
			Set<String> unstyled = found("\\sclass=\"([^\"]*)\"", page)
				.flatMap((names) -> Stream.of(names.split(" +", -1)))
				.filter((one) -> selectors.values().stream().flatMap(List::stream).anyMatch((all) -> names(all, one)))
				.filter((one) -> loaded.stream()
					.noneMatch((sheet) -> selectors.getOrDefault(sheet, List.of())
						.stream()
						.anyMatch((own) -> names(own, one))))
				.collect(Collectors.toCollection(TreeSet::new));
			if (!unstyled.isEmpty()) {
				wrong.put(name, unstyled);
			}
		});
		assertThat(wrong).isEmpty();
	}

	private static boolean names(String selector, String name) {
		return Pattern.compile("\\." + Pattern.quote(name) + "(?![\\w-])").matcher(selector).find();
	}

	private static Stream<String> found(String pattern, String text) {
		return Pattern.compile(pattern).matcher(text).results().map((found) -> found.group(1));
	}

	/** Whole pages; their parts are styled by those that they stand in. */
	private static Map<String, String> pages() throws IOException {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			return files.filter((path) -> path.toString().endsWith(".html"))
				.collect(Collectors.toMap((path) -> TEMPLATES.relativize(path).toString(), StylesheetTests::read))
				.entrySet()
				.stream()
				.filter((page) -> page.getValue().contains("~{layout ::"))
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		}
	}

	private static Map<String, List<String>> selectors() throws IOException {
		try (Stream<Path> files = Files.list(ASSETS)) {
			return files.filter((path) -> path.toString().endsWith(".css"))
				.collect(Collectors.toMap((path) -> path.getFileName().toString(),
						(path) -> SELECTORS.matcher(read(path).replaceAll("(?s)/\\*.*?\\*/", ""))
							.results()
							.map(MatchResult::group)
							.flatMap((all) -> Stream.of(all.replace("{", "").split(",", -1)))
							.map(String::strip)
							.toList()));
		}
	}

	private static String read(Path path) {
		try {
			return Files.readString(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
