package org.targetmonitor.input.tree;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Documents within the limit of a body that would cost a thousand times as much. */
class LargeDocumentsTests {

	static Stream<Arguments> documents() {
		return Stream.of(arguments("a long scalar", "plan: " + "a".repeat(1_900_000)),
				arguments("a long scalar of words", "plan: " + "a ".repeat(950_000)),
				arguments("a scalar of many lines", "plan: >\n" + "  a\n".repeat(470_000)),
				arguments("a plain scalar of many lines", "plan: a\n" + "  a\n".repeat(470_000)),
				arguments("many items", "plan: [" + "a,".repeat(900_000) + "a]"),
				arguments("many keys",
						"k: v\n" + java.util.stream.IntStream.range(0, 190_000)
							.mapToObj((key) -> "k" + key + ": 1\n")
							.collect(java.util.stream.Collectors.joining())));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("documents")
	void refusesYamlBeforeItIsKept(String what, String document) {
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatThrownBy(() -> YamlTree.read(document))
			.isInstanceOfSatisfying(Unparsable.class, (ex) -> assertThat(ex.reason().zh()).contains("过大")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("jsonDocuments")
	void refusesJsonBeforeItIsKept(String what, String document) {
		byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatThrownBy(() -> JsonTree.read(bytes))
			.isInstanceOfSatisfying(Unparsable.class, (ex) -> assertThat(ex.reason().zh()).contains("过大")));
	}

	static Stream<Arguments> jsonDocuments() {
		return Stream.of(arguments("many items", "[" + "1,".repeat(900_000) + "1]"),
				arguments("many objects", "[" + "{},".repeat(600_000) + "{}]"),
				arguments("deep", "[".repeat(50) + "]".repeat(50)));
	}

}
