package org.targetmonitor.input;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=HYPERLINK(\"http://x\")", "＝1+1", "'=1+1",
			"''-x" })
	void keepsTextFromBeingAFormula(String text) {
		assertThat(CsvText.cell(text)).isEqualTo("'" + text);
		assertThat(CsvText.unguarded(CsvText.cell(text))).isEqualTo(text);
	}

	@Test
	void leavesNumbersAsTheyAre() {
		assertThat(CsvText.cell(new BigDecimal("-3.8"))).isEqualTo("-3.8");
		assertThat(CsvText.cell(new BigDecimal("1E+3"))).isEqualTo("1000");
		assertThat(CsvText.cell(2)).isEqualTo("2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "财政局", "'quoted'", "5.3", "a=b" })
	void leavesOtherTextAsItIs(String text) {
		assertThat(CsvText.cell(text)).isEqualTo(text);
		assertThat(CsvText.unguarded(text)).isEqualTo(text);
	}

	@Test
	void nothingIsTheEmptyText() {
		assertThat(CsvText.cell(null)).isEmpty();
	}

}
