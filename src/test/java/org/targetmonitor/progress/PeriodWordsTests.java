package org.targetmonitor.progress;

import java.util.Objects;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.PeriodWords;

import static org.assertj.core.api.Assertions.assertThat;

/** How periods are named: cumulative ones by what has passed of the year. */
class PeriodWordsTests {

	private static final Measurement CUMULATIVE = measurement("quarterly");

	private static final Measurement POINT = measurement("quarterly, accumulates: point");

	@ParameterizedTest
	@CsvSource({ "2024, 全年, the year, 全年", "2024-S1, 上半年, the first half, 6月末", "2024-S2, 全年, the year, 年末",
			"2024-Q1, 一季度, the first quarter, 一季度末", "2024-Q2, 上半年, the first half, 二季度末",
			"2024-Q3, 前三季度, the first three quarters, 三季度末", "2024-Q4, 全年, the year, 年末", "2024-01, 1月, January, 1月末",
			"2024-02, 1—2月, January to February, 2月末", "2024-10, 1—10月, January to October, 10月末",
			"2024-12, 全年, the year, 年末" })
	void namesWhatHasPassedOrThePeriodItself(String code, String zh, String en, String itself) {
		Period period = Period.parse(code).orElseThrow();
		assertThat(PeriodWords.of(period, CUMULATIVE)).isEqualTo(new Text(zh, en));
		assertThat(PeriodWords.of(period, POINT).zh()).isEqualTo(itself);
	}

	@ParameterizedTest
	@CsvSource({ "2024, 2024年全年, the year of 2024", "2024-S1, 2024年上半年, the first half of 2024",
			"2024-S2, 2024年下半年（全年）, the second half (whole year) of 2024",
			"2024-Q3, 2024年前三季度, the first three quarters of 2024",
			"2024-Q4, 2024年四季度（全年）, the fourth quarter (whole year) of 2024",
			"2024-03, 2024年1—3月, January to March of 2024",
			"2024-12, 2024年1—12月（全年）, January to December (whole year) of 2024" })
	void tellsTheLastPeriodFromTheYear(String code, String zh, String en) {
		assertThat(PeriodWords.named(Period.parse(code).orElseThrow())).isEqualTo(new Text(zh, en));
	}

	/** Beside one indicator a state is that of a day, and a heading over many is not. */
	@ParameterizedTest
	@CsvSource({ "2024-Q3, 2024年三季度末, the end of the third quarter of 2024",
			"2024-09, 2024年9月末, the end of September of 2024", "2024-Q4, 2024年末, the end of 2024",
			"2024-S1, 2024年6月末, the end of June of 2024", "2024, 2024年全年, the year of 2024" })
	void namesTheDayOfAState(String code, String zh, String en) {
		Period period = Period.parse(code).orElseThrow();
		assertThat(PeriodWords.named(period, POINT)).isEqualTo(new Text(zh, en));
		assertThat(PeriodWords.named(period, CUMULATIVE)).isEqualTo(PeriodWords.named(period));
		assertThat(PeriodWords.named(period, null)).isEqualTo(PeriodWords.named(period));
	}

	@ParameterizedTest
	@CsvSource({ "2024-Q1, 后三季度, the last three quarters", "2024-Q2, 下半年, the second half",
			"2024-Q3, 四季度, the fourth quarter", "2024-11, 12月, December", "2024-08, 余下4个月, the last 4 months" })
	void namesWhatIsLeftOfTheYear(String code, String zh, String en) {
		assertThat(OutlookWords.rest(Period.parse(code).orElseThrow())).isEqualTo(new Text(zh, en));
	}

	private static Measurement measurement(String reported) {
		return Objects.requireNonNull(
				Area.plan(Area.growth("gdp", "{at-least: 6}", reported)).targets().getFirst().measurement());
	}

}
