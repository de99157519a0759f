package org.targetmonitor.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What a document of worked examples may look like, and how its faults are named. */
class MarkdownTablesTests {

	@TempDir
	private Path folder = Path.of("");

	@Test
	void findsBlocksAndRowsUnderTheirHeading() throws IOException {
		MarkdownTables read = read("""
				# All
				| a | b |
				|---|--:|
				| 1 | |

				## Part
				```yaml
				# no heading
				x: 1
				```
				| a |
				|---|
				| −2.5 |
				| two |
				""");

		assertThat(read.sections()).extracting(MarkdownTables.Section::heading).containsExactly("", "All", "Part");
		assertThat(read.section("All").rows()).singleElement()
			.satisfies((row) -> assertThat(row.cells()).isEqualTo(Map.of("a", "1", "b", "")))
			.satisfies((row) -> assertThat(row.has("b") || row.has("c")).isFalse());
		assertThat(read.section("Part").blocks()).containsExactly("# no heading\nx: 1\n");
		assertThat(read.section("Part").rows().getFirst().number("a")).isEqualByComparingTo("-2.5");
		assertThatIllegalArgumentException().isThrownBy(() -> read.section("Part").rows().getLast().number("a"))
			.withMessageContaining("tables.md:14")
			.withMessageContaining("\"two\" under \"a\" is no number");
		assertThatIllegalArgumentException().isThrownBy(() -> read.section("All").rows().getFirst().text("b"))
			.withMessageContaining("tables.md:4")
			.withMessageContaining("nothing under \"b\"");
		assertThatIllegalArgumentException().isThrownBy(() -> read.section("Other"))
			.withMessage("there are 0 sections \"Other\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "| a | b |#|---|---|#| 1 |; tables.md:3 has 1 cells for 2 columns",
			"| a |#|---|#| 1; tables.md:3 is a row without an end", "```#open; tables.md ends within a block" })
	void namesTheLineThatCannotBeRead(String lines, String fault) {
		assertThatIllegalArgumentException().isThrownBy(() -> read(lines.replace('#', '\n')))
			.withMessageContaining(fault);
	}

	private MarkdownTables read(String text) throws IOException {
		Path file = this.folder.resolve("tables.md");
		Files.writeString(file, text);
		return MarkdownTables.of(file.toString());
	}

}
