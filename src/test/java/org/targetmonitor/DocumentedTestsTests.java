package org.targetmonitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.targetmonitor.support.Documents;

import static org.assertj.core.api.Assertions.assertThat;

/** The tests that documents name as proof are there. */
class DocumentedTestsTests {

	private static final Pattern NAMED = Pattern.compile("`(?:[a-z.]+\\.)?([A-Z][A-Za-z]*(?:IT|Tests))\\b");

	static Stream<Path> documents() {
		return Documents.all();
	}

	@ParameterizedTest
	@MethodSource("documents")
	void everyTestThatIsNamedExists(Path document) throws IOException {
		Set<String> there;
		try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
			there = files.map((file) -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
		}
		assertThat(NAMED.matcher(Documents.text(document)).results().map((match) -> match.group(1)).toList())
			.isSubsetOf(there);
	}

}
