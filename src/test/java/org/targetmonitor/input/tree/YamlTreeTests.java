package org.targetmonitor.input.tree;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.targetmonitor.input.Node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** YAML as its characters and lines, and what is refused of it. */
class YamlTreeTests {

	@Test
	void keepsEveryScalarAsWritten() {
		assertThat(text("4.50")).isEqualTo("4.50");
		assertThat(text("1e400")).isEqualTo("1e400");
		assertThat(text("1234567890123456789012345678901234567890"))
			.isEqualTo("1234567890123456789012345678901234567890");
		assertThat(text("000000")).isEqualTo("000000");
		assertThat(text("2025-12-31")).isEqualTo("2025-12-31");
		assertThat(text("no")).isEqualTo("no");
		assertThat(text("1_000")).isEqualTo("1_000");
		assertThat(text("12:30")).isEqualTo("12:30");
		assertThat(text("'null'")).isEqualTo("null");
		assertThat(text("'6%'")).isEqualTo("6%");
	}

	@Test
	void knowsTheLineOfEveryPart() {
		Node node = YamlTree.read("""
				# a comment
				plan: x
				targets:
				  - indicator: gdp
				    goal: {at-least: 6}
				  - {indicator: jobs}
				""");

		Node.Mapping plan = (Node.Mapping) node;
		assertThat(plan.line()).isEqualTo(2);
		Node.Sequence targets = (Node.Sequence) plan.entries().getOrDefault("targets", new Node.Nothing(0));
		assertThat(targets.items()).extracting(Node::line).containsExactly(4, 6);
		Node.Mapping first = (Node.Mapping) targets.items().getFirst();
		assertThat(first.entries()).containsEntry("goal",
				new Node.Mapping(Map.of("at-least", new Node.Scalar("6", 5)), 5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a:", "a: ~", "a: null" })
	void readsNothingAsNothing(String document) {
		assertThat(YamlTree.read(document)).isEqualTo(new Node.Mapping(Map.of("a", new Node.Nothing(1)), 1));
	}

	@Test
	void readsAnEmptyDocumentAsNothing() {
		assertThat(YamlTree.read("")).isEqualTo(new Node.Nothing(1));
		assertThat(YamlTree.read("# only a comment\n")).isEqualTo(new Node.Nothing(1));
	}

	@Test
	void passesOverAByteOrderMark() {
		assertThat(YamlTree.read("\uFEFFa: 1")).isEqualTo(new Node.Mapping(Map.of("a", new Node.Scalar("1", 1)), 1));
	}

	@Test
	void refusesAKeyThatStandsTwice() {
		refuses("a: 1\nb: 2\na: 3", "key \"a\" stands twice (line 3)");
		refuses("a: {b: 1, b: 1}", "key \"b\" stands twice (line 1)");
		refuses("a: {b: ~, b: ~}", "key \"b\" stands twice (line 1)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a: &x 1\nb: *x", "a: &x [*x]", "a: &unused 1", "base: &b {c: 1}\nother: {<<: *b}" })
	void refusesAnchors(String document) {
		refuses(document, "anchors and aliases are not used here (line 1)");
	}

	@Test
	void refusesABillionLaughsAtOnce() {
		StringBuilder document = new StringBuilder("l0: &l0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
		for (int level = 1; level <= 15; level++) {
			String alias = "*l" + (level - 1);
			document.append("l%d: &l%d [%s]%n".formatted(level, level,
					String.join(", ", List.of(alias, alias, alias, alias, alias, alias, alias, alias, alias, alias))));
		}

		refuses(document.toString(), "Number of aliases for non-scalar nodes exceeds the specified max=50");
	}

	@Test
	void refusesTabsNamingTheLine() {
		refuses("a:\n\tb: 1", "line 2 is not valid YAML");
	}

	/** What a Chinese keyboard writes, named with its line and what to write. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "plan：a | 第1行“plan”后的冒号是全角的（：），应写半角冒号加一个空格：plan: …",
					"plan: a\\nyear：2025\\nzone: x | 第2行“year”后的冒号是全角的（：），应写半角冒号加一个空格：year: …",
					"a: 1\\nb: {code： 3, zh: 某区} | 第2行“code”后的冒号是全角的（：），应写半角冒号加一个空格：code: …",
					"a: 1\\nb: {code: 3， zh: 某区} | 第2行“zh”前的逗号是全角的（，），应写半角逗号加一个空格：, zh: …",
					"a: 1\\nb: {code: \"3\"，zh：某区} | 第2行“zh”后的冒号是全角的（：），应写半角冒号加一个空格：zh: …",
					"a: 1\\nb:\\n\u3000c: 2\\n  d: 3 | 第3行有全角空格（或不间断空格），缩进和冒号后应使用半角空格",
					"a: 1\\nb:\u30002\\nc: 3 | 第2行有全角空格（或不间断空格），缩进和冒号后应使用半角空格",
					"a: 1\\nb: {at-least:6} | 第2行“at-least:6”：冒号后要有一个空格，写作 at-least: …" })
	void namesTheSignInFullWidth(String document, String reason) {
		assertThatExceptionOfType(Unparsable.class).isThrownBy(() -> YamlTree.read(document.replace("\\n", "\n")))
			.satisfies((unparsable) -> assertThat(unparsable.reason().zh()).isEqualTo(reason));
	}

	/** Words have such signs on purpose. */
	@Test
	void leavesFullWidthSignsInWordsAlone() {
		Node read = YamlTree.read("wording: 增长6%，力争：更好\nreading: GDP：不变价，CPI：上年\n{}: 1".replace("\n{}: 1", ""));
		assertThat(read).isInstanceOf(Node.Mapping.class);
	}

	@Test
	void refusesDeepNesting() {
		assertThat(YamlTree.read("[".repeat(20) + "]".repeat(20))).isInstanceOf(Node.Sequence.class);
		refuses("[".repeat(22) + "]".repeat(22), "Nesting Depth exceeded max 20");
		refuses("[".repeat(20000), "Nesting Depth exceeded max 20");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a: 1\n---\nb: 2", "a: [1", "a: 1\n  b: 2", "{a: 1} {b: 2}", "'open", "a: \u0000" })
	void refusesWhatIsNoSingleDocument(String document) {
		assertThatExceptionOfType(Unparsable.class).isThrownBy(() -> YamlTree.read(document));
	}

	@Test
	void refusesAKeyThatIsNoWord() {
		refuses("? [a, b]\n: 1", "a key must be one word (line 1)");
	}

	@Test
	void buildsNoObjectsFromTags() {
		refuses("a: !!java.net.URL 'http://localhost'", "Global tag is not allowed");
	}

	private static String text(String scalar) {
		Node.Mapping mapping = (Node.Mapping) YamlTree.read("a: " + scalar);
		return ((Node.Scalar) mapping.entries().getOrDefault("a", new Node.Nothing(0))).text();
	}

	private static void refuses(String document, String reason) {
		assertThatExceptionOfType(Unparsable.class).isThrownBy(() -> YamlTree.read(document))
			.satisfies((unparsable) -> assertThat(unparsable.reason().en()).contains(reason));
	}

}
