package org.targetmonitor.progress;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.plan.Plan;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of targets that were changed in the year, have a deadline, or are above
 * what they must not be.
 */
class WithinTheYearWordsTests {

	private static final Instant YEAR_BEGINS = Area.noonOf("2024-01-01");

	private static final Instant MAY = Area.noonOf("2024-05-18");

	/** From 2980 to 3500 half of the way is 3240, to 3400 it is 3190. */
	@Test
	void namesBothTargetsOfAPath() {
		String firms = target("value", "家", 0, "{at-least: 3500}", "quarterly, path: {from: 2980}");

		assertThat(changed(firms, firms.replace("3500", "3400"), "2024-Q2", "3190").explanation().zh())
			.contains("比按路径应达到的3240家（自2980家起按月均匀推进，年初目标不低于3500家）少50家，未达进度要求；"
					+ "与按路径应达到的3190家（自2980家起按月均匀推进，调整后目标不低于3400家）持平，符合进度要求");
	}

	@Test
	void namesBothTargetsAgainstTheYearBefore() {
		String share = target("ratio", "percent", 1,
				"{compared-with: year-before, from: 60.2, change: {at-least: 0.5}}", "quarterly");

		assertThat(changed(share, share.replace("0.5", "0.3"), "2024-Q4", "60.6").explanation().zh())
			.contains("（年初目标：比上年提高0.5个百分点以上）高0.4个百分点，还差0.1个百分点，未达标；")
			.contains("（调整后目标：比上年提高0.3个百分点以上）高0.4个百分点，达标");
	}

	/**
	 * Where both verdicts read the same, what was changed is said, and not each of them.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					then: {stretch: 8} | then: {stretch: 7.5} | 比目标（不低于7%）高0.6个百分点，符合目标要求；比力争7.5%的目标高0.1个百分点，已达到；第二步目标已调整：此前为力争8%，现为力争7.5%。
					then: {stretch: 8} | pace: elapsed        | 比目标（不低于7%）高0.6个百分点，符合目标要求；第二步目标（力争8%）已取消。
					pace: elapsed      | then: {stretch: 8}   | 比目标（不低于7%）高0.6个百分点，符合目标要求；比力争8%的目标低0.4个百分点，尚未达到；增设了第二步目标（力争8%）。
					""")
	void saysThatASecondStepWasChanged(String was, String now, String said) {
		String two = target("growth", "percent", 1, "{at-least: 7}", "quarterly, " + was);

		assertThat(changed(two, two.replace(was, now), "2024-Q2", "7.6").explanation().zh())
			.isEqualTo("上半年同比增长7.6%（快报数），" + said);
	}

	/** 5.5 of 6 lags by the first band alone: both verdicts are given, with the bands. */
	@Test
	void saysThatTheBandWasChanged() {
		String growth = target("growth", "percent", 1, "{at-least: 6}", "quarterly");

		assertThat(changed(growth, growth.replace("quarterly", "quarterly, lagging-below: -5"), "2024-Q2", "5.5")
			.explanation()
			.zh()).contains("比年初目标（不低于6%）低0.5个百分点", "滞后界限已调整：此前为−0.5，现为−5");
	}

	/** Of a ceiling too much is beyond it, of a fall too little is missing. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{at-most: 0.5} | 60.7 | 高0.5个百分点，达标
			{at-most: 0.5} | 61.0 | 高0.8个百分点，超出0.3个百分点，未达标
			{at-most: -1}  | 59.6 | 低0.6个百分点，还差0.4个百分点，未达标
			{at-least: 1}  | 60.8 | 高0.6个百分点，还差0.4个百分点，未达标
			""")
	void isBeyondACeilingAndShortOfAFall(String change, String value, String said) {
		String share = target("ratio", "percent", 1, "{compared-with: year-before, from: 60.2, change: " + change + "}",
				"quarterly");

		assertThat(only(share, "2024-Q4", value, "2025-02-01")).contains(said);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{compared-with: year-before, from: 5.0, change: {at-most: 0}}    | 5.2 | 略超控制目标
			{compared-with: year-before, from: 5.0, change: {at-most: 0}}    | 6.2 | 超出控制目标
			{compared-with: year-before, from: 5.0, change: {at-most: -0.2}} | 5.0 | 略有滞后
			{compared-with: year-before, from: 5.0, change: {at-least: 0}}   | 4.8 | 略有滞后
			""")
	void callsTooMuchTooMuchAgainstTheYearBefore(String goal, String value, String words) {
		assertThat(Area
			.only(target("ratio", "percent", 1, goal, "quarterly"), Recorded.nothing().approved("x", "2024-Q2", value),
					"2024-08-01")
			.statusWords()
			.zh()).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2024-Q1 | 超20条  | 一季度累计超20条（快报数），对照目标（6月底前不低于30条），各种读法均不慢于序时进度（50.00%）
			2024-Q2 | 不到30条 | 上半年累计不到30条（快报数），对照目标（6月底前不低于30条），各种读法均未达标
			""")
	void namesNoYearWhereADeadlineDecides(String period, String extent, String said) {
		String lines = target("level", "条", 0, "{at-least: 30}", "quarterly, deadline: 2024-06");

		assertThat(
				Area.only(lines, Recorded.nothing().publishedAs("x", period, extent), "2024-07-20").explanation().zh())
			.startsWith(said);
	}

	/** 8 of 30 in the first quarter; the second is due on 22 July. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			quarterly, deadline: 2024-06 | 2024-05-08 | 6月底前还需完成22条        | 当时
			quarterly, deadline: 2024-06 | 2024-08-01 | 当时距目标还差22条         | 还需
			quarterly                    | 2024-08-01 | 后三季度还需完成22条       | 当时
			quarterly                    | 2025-04-01 | 当时距全年目标还差22条     | 还需
			""")
	void asksForNothingAnyMoreWhenTheTimeIsOver(String reported, String day, String said, String unsaid) {
		String sentence = only(target("level", "条", 0, "{at-least: 30}", reported), "2024-Q1", "8", day);

		assertThat(sentence).contains(said).doesNotContain(unsaid);
	}

	@Test
	void tellsWhatIsMonitoredAlsoWithoutAnExactNumber() {
		TargetProgress watched = Area.only(target("level", "条", 0, "none", "quarterly"),
				Recorded.nothing().publishedAs("x", "2024-Q2", "超30条"), "2024-08-01");

		assertThat(watched.explanation().zh()).isEqualTo("仅监测：上半年公布为超30条。");
		assertThat(watched.explanation().en()).isEqualTo("monitored only: the first half published as over 30 条.");
	}

	@ParameterizedTest
	@CsvSource({ "3, 居前3位", "1, 居第1位" })
	void namesAPlaceWithItsDeadline(int place, String said) {
		String rank = target("rank", "位", 0, "{at-most: " + place + "}",
				"quarterly, direction: lower, deadline: 2024-09");

		assertThat(only(rank, "2024-Q3", "4", "2024-11-01")).contains("比目标（9月底前" + said + "）落后");
	}

	@Test
	void saysADecreaseThatCameLateAsOne() {
		String energy = target("growth", "percent", 1, "{at-most: -2.5}",
				"quarterly, direction: lower, deadline: 2024-06");

		assertThat(Area
			.only(energy, Recorded.nothing().approved("x", "2024-Q2", "-2.1").approved("x", "2024-Q3", "-2.6"),
					"2024-11-01")
			.explanation()
			.zh()).endsWith("未达标；逾期后，前三季度下降2.6%，已达到。");
	}

	@Test
	void saysWhichOfTwoRatesDoesNotTellItsPrices() {
		Plan plan = Area.plan(Area.growth("gdp", "{at-least: 5}"),
				Area.growth("income", "{faster-than: gdp}", "quarterly"));

		assertThat(Area
			.standing(plan, Recorded.nothing().approved("gdp", "2024-Q2", "5.5").approved("income", "2024-Q2", "5.9"),
					"2024-08-01")
			.target("income")
			.orElseThrow()
			.explanation()
			.zh()).contains("价格基础不同：居民收入未说明，生产总值为可比价（实际增长）");
	}

	@Test
	void letsAnAverageFall() {
		String air = target("value", "微克", 1, "{compared-with: year-before, from: 30.2, change: {at-most: -1}}",
				"quarterly, direction: lower, accumulates: average");

		assertThat(only(air, "2024-Q4", "29.6", "2025-02-01")).contains("目标：比上年下降1微克以上");
	}

	/** Nobody has missed a year since its first quarter. */
	@ParameterizedTest
	@CsvSource({ "2024-Q3, true", "2024-Q4, false" })
	void countsFromTheFirstQuarterWhatIsStillTheSame(String last, boolean there) {
		TargetProgress behind = Area.only(target("growth", "percent", 1, "{at-least: 6}", "quarterly"),
				Recorded.nothing().approved("x", "2024-Q1", "5.0").approved("x", last, "5.0"), "2025-04-01");

		assertThat(behind.calledSoSince().isPresent()).isEqualTo(there);
		assertThat(behind.since()).isNotNull();
	}

	private static String target(String measure, String unit, int decimals, String goal, String reported) {
		return Area.target("x", "某指标", "Some", measure, unit, decimals, goal, reported);
	}

	private static TargetProgress changed(String first, String now, String period, String value) {
		return Area.standing(Map.of(YEAR_BEGINS, Area.plan(first), MAY, Area.plan(now)),
				Recorded.nothing().approved("x", period, value), period.equals("2024-Q2") ? "2024-08-01" : "2025-02-01")
			.target("x")
			.orElseThrow();
	}

	private static String only(String target, String period, String value, String day) {
		return Area.only(target, Recorded.nothing().approved("x", period, value), day).explanation().zh();
	}

}
