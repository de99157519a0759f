package org.targetmonitor.input;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The ends are worked by hand from what is written: ( and ) are open, [ and ] shut. */
class ExtentTests {

	private static String ends(String text, String unit) {
		Extent extent = Extent.of(text, unit).orElseThrow();
		return extent.low().map((end) -> (end.open() ? "(" : "[") + Numbers.plain(end.number())).orElse("(-") + " "
				+ extent.high().map((end) -> Numbers.plain(end.number()) + (end.open() ? ")" : "]")).orElse("-)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "超3000亿元 | (3000 -)", "超过3,000亿元 | (3000 -)", "突破３０００亿元 | (3000 -)", "高于3000 | (3000 -)",
					"3000余亿元 | (3000 -)", "3000多亿元 | (3000 -)", "over 3000 | (3000 -)", "More than 3,000 | (3000 -)",
					">3000 | (3000 -)", "3500亿元以上 | [3500 -)", "3500以上 | [3500 -)", "不低于95 | [95 -)",
					"不少于95亿元 | [95 -)", "至少95 | [95 -)", "at least 95 | [95 -)", "3000+ | [3000 -)", "≥3000 | [3000 -)",
					"不到400 | (- 400)", "不足400亿元 | (- 400)", "低于400 | (- 400)", "less than 400 | (- 400)",
					"不超过400 | (- 400]", "400亿元以内 | (- 400]", "400以下 | (- 400]", "at most 400 | (- 400]",
					"近400 | [350 400)", "接近396.5亿元 | [396.45 396.5)", "nearly 400 | [350 400)", "约3000 | [2500 3500)",
					"约3050 | [3045 3055)", "大约3000.0亿元 | [2999.95 3000.05)", "约3000亿元左右 | [2500 3500)",
					"about 4.7 | [4.65 4.75)", "201.06—204.05 | [201.06 204.05]", "201.06-204.05亿元 | [201.06 204.05]",
					"201.06亿元至204.05亿元 | [201.06 204.05]", "201.06～204.05 | [201.06 204.05]",
					"201.06 to 204.05 | [201.06 204.05]", "between 201.06 and 204.05 | [201.06 204.05]",
					"201.06亿元到204.05亿元之间 | [201.06 204.05]" })
	void readsBetweenWhichEndsAnAmountLies(String text, String ends) {
		assertThat(ends(text, "亿元")).isEqualTo(ends);
	}

	/** Nothing is more exact by being written in ten thousands. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "超2万美元 | 美元 | (20000 -)", "约3.5万人 | 人 | [34500 35500)", "约3.0万人 | 人 | [29500 30500)",
					"约30万人 | 人 | [250000 350000)", "3.5万左右 | 人 | [34500 35500)", "1.2万亿元以上 | 亿元 | [12000 -)",
					"约1.2万亿 | 亿元 | [11500 12500)", "3万多人 | 人 | (30000 -)", "100余万人 | 人 | (1000000 -)",
					"3—4万人 | 人 | [30000 40000]", "3.5万—4万人 | 人 | [35000 40000]", "近2亿千瓦时 | 万千瓦时 | [15000 20000)" })
	void readsTenThousandsOfAUnit(String text, String unit, String ends) {
		assertThat(ends(text, unit)).isEqualTo(ends);
	}

	@Test
	void saysWhichUnitItShouldBe() {
		assertThat(ExtentReader.read("约3.5万户", "人")).isInstanceOfSatisfying(ExtentReader.Refused.class,
				(refused) -> assertThat(refused.reason().zh()).isEqualTo("单位应为人，不能填“万户”；请换算后只填数字"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "4.7%左右 | [4.65 4.75)", "约5% | [4.5 5.5)", "5.0%左右 | [4.95 5.05)",
			"同比增长约5% | [4.5 5.5)", "约增长5% | [4.5 5.5)", "增长5%左右 | [4.5 5.5)", "下降约5% | (-5.5 -4.5]",
			"约下降5% | (-5.5 -4.5]", "约-5% | (-5.5 -4.5]", "下降超5% | (- -5)", "下降5%以上 | (- -5]", "下降不到5% | (-5 0)",
			"下降5%以内 | [-5 0)", "增长不到5% | (0 5)", "不到5% | (- 5)", "下降2%—3% | [-3 -2]", "-3%—-2% | [-3 -2]",
			"−0.5%至0.3% | [-0.5 0.3]", "3%—5% | [3 5]", "约0% | [-0.5 0.5)", "不低于95% | [95 -)", "约10% | [5 15)" })
	void readsBetweenWhichEndsARateLies(String text, String ends) {
		assertThat(ends(text, "percent")).isEqualTo(ends);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "约6.5‰ | [6.45 6.55)", "不到6‰ | (- 6)", "下降约1.31‰ | (-1.315 -1.305]",
			"5‰—6‰ | [5 6]", "6.5左右 | [6.45 6.55)" })
	void readsBetweenWhichEndsAPerMilleLies(String text, String ends) {
		assertThat(ends(text, "‰")).isEqualTo(ends);
	}

	@ParameterizedTest
	@ValueSource(strings = { "3000", "4.7%", "-1.2", "+5", "下降1.2%", "同比持平", "近年来", "", "暂无", "1,234.5" })
	void leavesWhatIsNoExtentToOthers(String text) {
		assertThat(ExtentReader.read(text, "percent")).isInstanceOf(ExtentReader.None.class);
	}

	@ParameterizedTest
	@CsvSource({ "超3000万户, unit", "约3.5万万家, unit", "3万—2万家, range", "约5%, unit", "204.05—201.06, range", "3—3, range",
			"超-5, sign", "下降约-5, sign", "超3000以内, range", "约三千1, number", "约1 234, separator",
			"超1234567890123456, range" })
	void refusesWhatCannotBeMeant(String text, String rule) {
		assertThat(ExtentReader.read(text, "家")).isInstanceOfSatisfying(ExtentReader.Refused.class,
				(refused) -> assertThat(refused.rule()).as(refused.reason().zh()).isEqualTo(rule));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "超3000亿元 | 超3000亿元 | over 3000 亿元", "3500以上 | 3500亿元以上 | at least 3500 亿元",
					"3000余亿元 | 3000余亿元 | over 3000 亿元", "about 4.7 | 约4.7亿元 | about 4.7 亿元",
					"201.06-204.05 | 201.06—204.05亿元 | 201.06 to 204.05 亿元", "约3000左右 | 约3000亿元左右 | about 3000 亿元" })
	void saysItAsItWasPublished(String text, String zh, String en) {
		assertThat(Extent.of(text, "亿元").orElseThrow().words(new Text("亿元", " 亿元"))).isEqualTo(new Text(zh, en));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "约3.5万人 | 人 | 约3.5万人 | about 35000 人", "3万多人 | 人 | 3万多人 | over 30000 人",
					"超2亿人 | 人 | 超2亿人 | over 200000000 人", "约30万人 | 人 | 约30万人 | about 300000 人",
					"约1.2万亿元 | 亿元 | 约1.2万亿元 | about 12000 亿元", "3—4万人 | 人 | 3万—4万人 | 30000 to 40000 人",
					"约35000人 | 人 | 约35000人 | about 35000 人" })
	void saysTenThousandsAsTheyWerePublished(String text, String unit, String zh, String en) {
		assertThat(Extent.of(text, unit).orElseThrow().words(new Text(unit, " " + unit))).isEqualTo(new Text(zh, en));
	}

	@Test
	void saysRatesWithTheirDirection() {
		assertThat(Extent.of("3%-5%", "percent").orElseThrow().words(Text.same("%")))
			.isEqualTo(new Text("3%—5%", "3% to 5%"));
		assertThat(Extent.of("下降超5%", "percent").orElseThrow().words(Text.same("%")))
			.isEqualTo(new Text("下降超5%", "a decrease of over 5%"));
	}

	/** An open end is no reading itself, one that is written is. */
	@ParameterizedTest
	@CsvSource({ "超3000, 3000, false", "超3000, 3000.0000000001, true", "3000以上, 3000, true", "约4.7, 4.65, true",
			"约4.7, 4.75, false", "约4.7, 4.7499999999, true", "不到400, 400, false", "不到400, -5, true" })
	void holdsItsReadings(String text, String number, boolean held) {
		assertThat(Extent.of(text, "亿元").orElseThrow().holds(new BigDecimal(number))).isEqualTo(held);
	}

}
