package org.targetmonitor.support;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.targetmonitor.support.ScrapeAssert.assertThat;

/** The assertion fails where it has to. */
class ScrapeAssertTests {

	private static final Map<String, String> GDP = Map.of("plan", "china-2024", "indicator", "gdp");

	private final Scrape scrape = Scrape.of("""
			# TYPE targetmonitor_margin_ratio gauge
			targetmonitor_margin_ratio{indicator="gdp",plan="china-2024"} 0.002
			targetmonitor_margin_ratio{indicator="gdp",plan="hangzhou-2024"} -0.008
			targetmonitor_plan_info{plan="china-2024",title_zh="引号\\"和\\\\反斜线，{}"} 1
			targetmonitor_standing_failures_total 0.0
			targetmonitor_actual{plan="demo-2024",indicator="a",unit="yuan"} 9.49746E13
			some_bucket{le="+Inf"} +Inf
			""");

	@Test
	void findsASampleByItsLabels() {
		assertThat(this.scrape).hasSample("targetmonitor_margin_ratio", GDP, 0.002)
			.hasSample("targetmonitor_plan_info", Map.of("title_zh", "引号\"和\\反斜线，{}"), 1)
			.hasSample("targetmonitor_actual", Map.of("indicator", "a"), 9.49746e13)
			.hasSample("targetmonitor_margin_ratio", GDP, 0.0021, within(0.0002))
			.hasSample("targetmonitor_standing_failures_total", Map.of(), 0)
			.hasNoSeries("targetmonitor_margin_ratio", Map.of("plan", "yuhang-2024"));
	}

	@Test
	void failsOnAnotherValue() {
		fails(() -> assertThat(this.scrape).hasSample("targetmonitor_margin_ratio", GDP, 0.0020000000001));
	}

	@Test
	void failsOnNotANumber() {
		fails(() -> assertThat(Scrape.of("a NaN\n")).hasSample("a", Map.of(), 0, within(1.0)));
	}

	@Test
	void failsWhereNoSeriesIs() {
		fails(() -> assertThat(this.scrape).hasSample("targetmonitor_margin", GDP, 0.002));
	}

	@Test
	void failsWhereLabelsMeanTwoSeries() {
		fails(() -> assertThat(this.scrape).hasSample("targetmonitor_margin_ratio", Map.of("indicator", "gdp"), 0.002));
	}

	@Test
	void failsOnASeriesThatMustNotBe() {
		fails(() -> assertThat(this.scrape).hasNoSeries("targetmonitor_margin_ratio", GDP));
	}

	@Test
	void refusesWhatIsNoSample() {
		assertThatIllegalArgumentException().isThrownBy(() -> Scrape.of("a{b=\"c} 1\n"));
		assertThatIllegalArgumentException().isThrownBy(() -> Scrape.of("a 1 1700000000000\n"));
		assertThatIllegalArgumentException().isThrownBy(() -> Scrape.of("a\n"));
	}

	private static void fails(Runnable assertion) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion::run);
	}

}
