package org.targetmonitor.progress;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.targetmonitor.input.Text;
import org.targetmonitor.support.MarkdownTables;

import static org.assertj.core.api.Assertions.assertThat;

/** Every sentence of docs/sentences.md, to the letter. */
class SentencesTests {

	static Stream<WorkedExample> rows() {
		return MarkdownTables.of("docs/sentences.md")
			.sections()
			.stream()
			.flatMap((section) -> section.rows()
				.stream()
				.map((row) -> new WorkedExample(section.blocks().getFirst(), row)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rows")
	void isSaidAsTheDocumentSays(WorkedExample example) {
		assertThat(example.progress().explanation())
			.isEqualTo(new Text(example.row().text("zh"), example.row().text("en")));
	}

}
