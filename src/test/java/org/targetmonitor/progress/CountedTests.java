package org.targetmonitor.progress;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** As what a target is counted while a figure is overdue: a lag is not hidden by it. */
class CountedTests {

	@ParameterizedTest
	@CsvSource({ "GREEN, false, GREEN", "GREEN, true, UNREPORTED", "YELLOW, false, YELLOW", "YELLOW, true, YELLOW",
			"RED, false, RED", "RED, true, RED", "GREY, false, GREY", "GREY, true, UNREPORTED" })
	void whatLagsIsCountedAsLagging(Light light, boolean overdue, Counted counted) {
		assertThat(Counted.of(light, overdue)).isEqualTo(counted);
	}

	/**
	 * 4.0 of 6 in the first quarter is a lag, 6.5 is none; on 20 August the second is
	 * overdue.
	 */
	@ParameterizedTest
	@CsvSource({ "4.0, RED, 滞后", "6.5, UNREPORTED, 符合进度（逾期未报）" })
	void theRowSaysAsWhatItIsCounted(String value, Counted counted, String words) {
		TargetProgress gdp = Area.only(Area.growth("gdp", "{at-least: 6}"),
				Recorded.nothing().approved("gdp", "2024-Q1", value), "2024-08-20");
		assertThat(gdp.timeliness().overdue()).isTrue();
		assertThat(gdp.counted()).isEqualTo(counted);
		assertThat(gdp.countedWords().zh()).isEqualTo(words);
	}

}
