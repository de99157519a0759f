package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measurement;

import static org.assertj.core.api.Assertions.assertThat;

/** How numbers are written with a sign and a unit. */
class SignedWordsTests {

	@ParameterizedTest
	@CsvSource({ "0.3, +0.3, 0.3", "0, 0, 0", "0.0, 0.0, 0.0", "-0.3, −0.3, −0.3" })
	void writesAPlusOnlyWhereAskedAndARealMinus(BigDecimal number, String signed, String plain) {
		assertThat(SignedWords.signed(number)).isEqualTo(signed);
		assertThat(SignedWords.plain(number)).isEqualTo(plain);
	}

	@Test
	void writesAShareOfOneAsAPercentage() {
		assertThat(SignedWords.percent(new BigDecimal("0.581666"))).isEqualTo("58.17%");
		assertThat(SignedWords.percent(new BigDecimal("-0.03"))).isEqualTo("−3.00%");
	}

	@Test
	void writesTheUnitBehindAValueAndItsDifference() {
		Measurement growth = measurement(Area.GDP);
		Measurement quantity = measurement(Area.JOBS);

		assertThat(SignedWords.value(new BigDecimal("-2.5"), growth)).isEqualTo("−2.5%");
		assertThat(SignedWords.value(new BigDecimal("698"), quantity)).isEqualTo("698 万人");
		assertThat(SignedWords.value(new BigDecimal("698"), null)).isEqualTo("698");
		assertThat(SignedWords.difference(growth).zh()).isEqualTo("个百分点");
		assertThat(SignedWords.difference(quantity).zh()).isEqualTo(" 万人");
		assertThat(SignedWords.difference(null).en()).isEqualTo(" points");
	}

	@Test
	void writesAMarginInPointsOrInTheUnitItself() {
		// 698 ÷ 1200 = 58.17 %, 8.17 points ahead of a half; 32 is 2 above 30
		assertThat(margin(Area.JOBS, "jobs", "698").zh()).isEqualTo("+8.17个百分点");
		assertThat(margin(Area.AIR, "air", "32").zh()).isEqualTo("−2 微克");
		assertThat(margin(Area.GDP, "gdp", "6.2").en()).isEqualTo("+0.2 points");
	}

	private static Text margin(String target, String indicator, String value) {
		TargetProgress progress = Area.only(target, Recorded.nothing().approved(indicator, "2024-Q2", value),
				"2024-08-01");
		return SignedWords.margin(progress.judged().orElseThrow(), progress.target().measurement());
	}

	private static Measurement measurement(String target) {
		return Objects.requireNonNull(Area.plan(target).targets().getFirst().measurement());
	}

}
