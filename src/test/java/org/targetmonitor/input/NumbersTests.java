package org.targetmonitor.input;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What counts as a number, and that nothing of it is lost. */
class NumbersTests {

	@ParameterizedTest
	@CsvSource({ "6, 6", "4.50, 4.50", "-3.8, -3.8", "0, 0", "-0, 0", "0.0, 0.0", "007, 7",
			"0.0000000001, 0.0000000001", "949746, 949746", "999999999999999, 999999999999999",
			"999999999999999.999999999, 999999999999999.999999999", "1e3, 1000", "1E+3, 1000", "15e-1, 1.5", "0e400, 0",
			"0e999999, 0" })
	void takesTheNumberWithEveryDigit(String text, String exact) {
		assertThat(Numbers.read(text)).isEqualTo(new Numbers.Exact(new BigDecimal(exact)));
	}

	@ParameterizedTest
	@ValueSource(strings = { " 6", "6 ", "6\n", "\t6" })
	void passesOverSpaceAroundANumber(String text) {
		assertThat(Numbers.read(text)).isEqualTo(new Numbers.Exact(new BigDecimal("6")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "6%|请只填数字，不带单位和百分号", "６.２|请改用半角数字和小数点", "－1.2|下降请用半角负号，如 -1.2",
			"下降1.2|下降请用半角负号，如 -1.2", "1,234.5|请勿用千分位逗号，小数点请用“.”", "无数据|没有数据时请不填数值，用状态 L（有数未收）或 M（无此数）并说明原因" })
	void saysWhatToDoAboutCommonSlips(String text, String hint) {
		assertThat(Numbers.read(text)).isInstanceOfSatisfying(Numbers.NotANumber.class,
				(not) -> assertThat(not.reason().zh()).isEqualTo("“" + text + "”不是数字，" + hint));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "6%", "6 %", "6％", "+6", "6.", ".5", "1,234", "1.234,5", "６", "六", "NaN",
			"Infinity", "-", "--6", "0x10", "1e", "1e+", "1e1234567", "6 6", "'6", "=6", "true", "1_000", "٦" })
	void refusesWhatIsNoNumber(String text) {
		assertThat(Numbers.read(text)).isInstanceOfSatisfying(Numbers.NotANumber.class,
				(not) -> assertThat(not.rule()).isEqualTo("number"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1000000000000000", "-1000000000000000", "1e15", "1e400", "-1e400", "1e999999",
			"1234567890123456789012345678901234567890" })
	void refusesWhatIsBeyondEveryUnit(String text) {
		assertThat(Numbers.read(text)).isInstanceOfSatisfying(Numbers.NotANumber.class,
				(not) -> assertThat(not.rule()).isEqualTo("range"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.00000000001", "1e-400", "1e-999999", "1.1234567890123456789012345678901234567890",
			"999999999999999.9999999999", "0.0000000000000000000000000000000000000000" })
	void refusesMoreDigitsThanAMeasurementHas(String text) {
		assertThat(Numbers.read(text)).isInstanceOfSatisfying(Numbers.NotANumber.class,
				(not) -> assertThat(not.rule()).isEqualTo("digits"));
	}

	@Test
	void printsPlainDigits() {
		assertThat(Numbers.plain(new BigDecimal("4.50"))).isEqualTo("4.50");
		assertThat(Numbers.plain(new BigDecimal("1E+3"))).isEqualTo("1000");
		assertThat(Numbers.plain(new BigDecimal("0.0000000001"))).isEqualTo("0.0000000001");
	}

	@Test
	void saysWhatWasWrittenInBothLanguages() {
		assertThat(Numbers.read("6%")).isEqualTo(new Numbers.NotANumber("number", new Text("“6%”不是数字，请只填数字，不带单位和百分号",
				"\"6%\" is not a number: give digits only, without unit or percent sign")));
	}

	@Test
	void quotesNoMoreThanThirtyCharacters() {
		assertThat(Numbers.read("x".repeat(5000))).isInstanceOfSatisfying(Numbers.NotANumber.class,
				(not) -> assertThat(not.reason().zh()).contains("“" + "x".repeat(30) + "…”"));
	}

}
