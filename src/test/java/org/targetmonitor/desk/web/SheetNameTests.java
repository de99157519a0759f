package org.targetmonitor.desk.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The name of a file as somebody else gave it. */
class SheetNameTests {

	@ParameterizedTest
	@CsvSource({ "报表.xlsx,报表.xlsx", "C:\\Users\\li\\a.xlsx,a.xlsx", "/home/li/a.xlsx,a.xlsx", "/b\\a.xlsx,a.xlsx",
			"\\b/a.xlsx,a.xlsx", "' a.xlsx ',a.xlsx", "a\u0000b\u202excod.exe,abxcod.exe", "folder/,''", "'',''" })
	void foldersAndMarksAreLeftOut(String given, String shown) {
		assertThat(SheetName.of(given)).isEqualTo(shown);
	}

	@Test
	void aLongNameIsCutBetweenCharacters() {
		assertThat(SheetName.of(null)).isEmpty();
		assertThat(SheetName.of("𠮷".repeat(150))).isEqualTo("𠮷".repeat(150));
		assertThat(SheetName.of("𠮷".repeat(151))).isEqualTo("𠮷".repeat(150) + "…");
	}

}
