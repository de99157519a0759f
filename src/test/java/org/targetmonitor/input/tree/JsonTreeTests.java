package org.targetmonitor.input.tree;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.targetmonitor.input.Node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** JSON as its characters and lines, and what is refused of it. */
class JsonTreeTests {

	@ParameterizedTest
	@ValueSource(strings = { "4.50", "1e400", "-0", "1234567890123456789012345678901234567890",
			"0.1234567890123456789012345678901234567890", "1E+3", "true", "false" })
	void keepsEveryScalarAsWritten(String scalar) {
		assertThat(JsonTree.read("{\"a\": " + scalar + "}"))
			.isEqualTo(new Node.Mapping(Map.of("a", new Node.Scalar(scalar, 1)), 1));
	}

	@Test
	void readsAStringLikeANumber() {
		assertThat(JsonTree.read("\"4.50\"")).isEqualTo(new Node.Scalar("4.50", 1));
		assertThat(JsonTree.read("[null]")).isEqualTo(new Node.Sequence(List.of(new Node.Nothing(1)), 1));
	}

	@Test
	void knowsTheLineOfEveryPart() {
		assertThat(JsonTree.read("{\n \"a\":\n  [1,\n   2]\n}")).isEqualTo(new Node.Mapping(
				Map.of("a", new Node.Sequence(List.of(new Node.Scalar("1", 3), new Node.Scalar("2", 4)), 3)), 1));
	}

	@Test
	void refusesAKeyThatStandsTwice() {
		refuses("{\"a\": 1,\n \"a\": 2}", "line 2, column 5 is not valid JSON: Duplicate Object property \"a\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{} {}", "{}]", "1 2", "{}x", "[1],", "{}null" })
	void refusesWhatStandsBehindTheEnd(String document) {
		assertThatExceptionOfType(Unparsable.class).isThrownBy(() -> JsonTree.read(document));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[1,", "{\"a\"", "{\"a\":", "{\"a\": 1,}", "[1,]", "{a: 1}", "{'a': 1}", "NaN",
			"Infinity", "[01]", "[.5]", "[1.]", "[+1]", "// no\n1", "\"open", "\"a\tb\"", "plan: x" })
	void refusesWhatIsNoJson(String document) {
		refuses(document, "not valid JSON");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  \n " })
	void refusesAnEmptyBody(String document) {
		refuses(document, "the body is empty");
	}

	@Test
	void refusesNestingBeyondTwenty() {
		assertThat(JsonTree.read("[".repeat(20) + "]".repeat(20))).isInstanceOf(Node.Sequence.class);
		refuses("[".repeat(21) + "]".repeat(21), "nesting depth (21)");
		refuses("[".repeat(100_000), "nesting depth (21)");
	}

	@Test
	void passesOverAByteOrderMark() {
		assertThat(JsonTree.read("\uFEFF{}")).isEqualTo(new Node.Mapping(Map.of(), 1));
	}

	@Test
	void refusesBytesThatAreNoUtf8() {
		byte[] gbk = { '"', (byte) 0xD3, (byte) 0xE0, (byte) 0xBA, (byte) 0xBC, '"' };

		assertThatExceptionOfType(Unparsable.class).isThrownBy(() -> JsonTree.read(gbk));
	}

	@Test
	void writesEveryScalarAsAString() {
		Node node = new Node.Mapping(Map.of("a", new Node.Sequence(
				List.of(new Node.Scalar("4.50", 1), new Node.Nothing(1), new Node.Scalar("余杭\"", 1)), 1)), 1);

		assertThat(JsonTree.write(node)).isEqualTo("{\"a\":[\"4.50\",null,\"余杭\\\"\"]}");
		assertThat(JsonTree.read(JsonTree.write(node).getBytes(StandardCharsets.UTF_8))).isEqualTo(node);
	}

	@Test
	void writesDocumentsThatSayTheSameAlike() {
		Node one = JsonTree.read("{\"b\": {\"y\": 1, \"x\": 2},\n \"a\": [2, 1]}");
		Node other = YamlTree.read("a: ['2', 1]\nb: {x: 2, y: 1}");

		assertThat(JsonTree.canonical(one)).isEqualTo("{\"a\":[\"2\",\"1\"],\"b\":{\"x\":\"2\",\"y\":\"1\"}}")
			.isEqualTo(JsonTree.canonical(other));
		assertThat(JsonTree.canonical(JsonTree.read("[1, 2]")))
			.isNotEqualTo(JsonTree.canonical(JsonTree.read("[2, 1]")));
	}

	private static void refuses(String document, String reason) {
		assertThatExceptionOfType(Unparsable.class).isThrownBy(() -> JsonTree.read(document))
			.satisfies((unparsable) -> assertThat(unparsable.reason().en()).contains(reason));
	}

}
