package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.Target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.targetmonitor.submission.SampleSubmissions.approved;
import static org.targetmonitor.submission.SampleSubmissions.returned;
import static org.targetmonitor.submission.SampleSubmissions.submission;
import static org.targetmonitor.submission.SampleSubmissions.waiting;

/**
 * What looks implausible, each rule on both sides of its edge; numbers worked by hand.
 */
class DoubtsTests {

	private static final LocalDate TODAY = LocalDate.of(2025, 2, 1);

	private static final Plan PLAN = plan(2024);

	private static final Plan BEFORE = plan(2023);

	static Plan plan(int year) {
		return plan(year, "", "");
	}

	/** The plan with something else written in it. */
	static Plan plan(int year, String instead, String written) {
		return PlanFile.read(YamlTree
			.read("""
					plan: sample-%1$d
					title: 样例
					area: {code: "330110", zh: 余杭区}
					year: %1$d
					timezone: Asia/Shanghai
					source: 测试
					due: {working-days-after-period: 15}
					closes: 2029-12-31
					departments: {stat: {zh: 统计局, en: Statistics}}
					targets:
					  - {indicator: gdp, name: 生产总值, wording: 增长, measure: growth, prices: constant, unit: percent, \
					decimals: 1, goal: {at-least: 6}, reported: quarterly, level-unit: 亿元, department: stat, nature: expected}
					  - {indicator: sales, name: 零售, wording: 增长, measure: growth, prices: current, unit: percent, \
					decimals: 1, goal: {at-least: 6}, reported: quarterly, level-unit: 亿元, part-of: gdp, department: stat, \
					nature: expected}
					  - {indicator: investment, name: 投资, wording: 增长, measure: growth, prices: current, \
					scope: comparable, unit: percent, decimals: 1, goal: {at-least: 5}, reported: quarterly, level-unit: 亿元, \
					department: stat, nature: expected}
					  - {indicator: energy, name: 能耗, wording: 降低2.5%%左右, measure: growth, direction: lower, \
					unit: percent, decimals: 1, goal: {about: -2.5, tolerance: 0.2}, reported: quarterly, department: stat, \
					nature: binding}
					  - {indicator: jobs, name: 就业, wording: 12000人, measure: level, unit: 人, decimals: 0, \
					goal: {at-least: 12000}, reported: quarterly, department: stat, nature: expected}
					  - {indicator: research, name: 研发, wording: 3%%, measure: ratio, unit: percent, decimals: 2, \
					goal: {at-least: 3}, reported: quarterly, department: stat, nature: expected}
					  - {indicator: schools, name: 入学, wording: 90%%, measure: ratio, unit: percent, decimals: 1, \
					goal: {at-least: 90}, reported: quarterly, department: stat, nature: expected}
					  - {indicator: roads, name: 公路, wording: 完成, measure: completion, unit: percent, decimals: 0, \
					goal: {complete: 100}, reported: quarterly, department: stat, nature: expected}
					  - {indicator: prices, name: 物价, wording: 3%%左右, measure: growth, direction: lower, \
					unit: percent, decimals: 1, goal: {at-most: 3}, reported: quarterly, department: stat, nature: expected}
					  - {indicator: forests, name: 森林覆盖率, wording: 60%%, measure: ratio, unit: percent, decimals: 1, \
					goal: {at-least: 60}, reported: quarterly, department: stat, nature: expected}
					  - {indicator: visits, name: 客流, wording: 监测, measure: level, unit: 人次, decimals: 0, \
					goal: none, reported: quarterly, department: stat, nature: expected}
					  - {indicator: air, name: 空气, wording: 30, measure: value, unit: 微克, decimals: 0, \
					goal: {at-most: 30}, reported: quarterly, department: stat, nature: expected}
					"""
				.formatted(year)
				.replace(instead, written)), "sample")
			.plan();
	}

	@ParameterizedTest
	@CsvSource({ "energy, 2.5, sign", "energy, 0.1, sign", "energy, 0, ''", "energy, -2.5, ''", "gdp, -3, ''" })
	void doubtsAnIncreaseWhereTheTargetIsADecrease(String indicator, String value, String rule) {
		assertThat(doubts("2024-Q1", List.of(), figure(indicator, value, null))).isEqualTo(rules(rule));
	}

	/** Of a result without an exact number only where both of its ends would be. */
	@ParameterizedTest
	@CsvSource({ "energy, 约2.5%, sign", "energy, 下降约2.5%, ''", "energy, -0.5%—0.5%, ''", "air, 约30微克, ''",
			"air, 约300微克, far", "air, 80—300微克, ''", "air, 超300微克, far", "air, 超10微克, ''", "air, 不到300微克, ''",
			"jobs, 超30000人, far", "jobs, 超100人, ''" })
	void doubtsAResultWithoutAnExactNumberByBothItsEnds(String indicator, String extent, String rule) {
		Figure figure = new Figure(indicator, null, null, null, ObsStatus.P, null, null, Map.of(Detail.EXTENT, extent));
		assertThat(doubts("2024-Q1", List.of(), figure)).isEqualTo(rules(rule));
	}

	/**
	 * Changes so far: 5.0 to 5.4 (0.4), to 4.7 (-0.7), to 5.0 (0.3): the record is 0.7.
	 */
	@ParameterizedTest
	@CsvSource({ "5.7, ''", "5.8, jump", "4.3, ''", "4.2, jump" })
	void doubtsARateThatChangesMoreThanEverBefore(String value, String rule) {
		List<Revision> year = List.of(approved("2023-Q1", 1, figure("gdp", "5.0", null)),
				approved("2023-Q2", 1, figure("gdp", "5.4", null)), approved("2023-Q3", 1, figure("gdp", "4.7", null)),
				approved("2023-Q4", 1, figure("gdp", "5.0", null)));
		assertThat(doubts("2024-Q1", year, figure("gdp", value, null))).isEqualTo(rules(rule));
	}

	@Test
	void needsThreePastChangesForARecord() {
		List<Revision> two = List.of(approved("2023-Q2", 1, figure("gdp", "5.4", null)),
				approved("2023-Q3", 1, figure("gdp", "4.7", null)), approved("2023-Q4", 1, figure("gdp", "5.0", null)));
		assertThat(doubts("2024-Q1", two, figure("gdp", "15", null))).isEmpty();
	}

	/** 8.0 was 3.0 more than before; that is no record for its own correction. */
	@Test
	void takesNoFigureForTheRecordOfItsOwnCorrection() {
		List<Revision> year = List.of(approved("2023-Q1", 1, figure("gdp", "5.0", null)),
				approved("2023-Q2", 1, figure("gdp", "5.4", null)), approved("2023-Q3", 1, figure("gdp", "4.7", null)),
				approved("2023-Q4", 1, figure("gdp", "5.0", null)), approved("2024-Q1", 1, figure("gdp", "8.0", null)));
		assertThat(doubts("2024-Q1", year, figure("gdp", "7.9", null))).containsExactly("jump");
	}

	@Test
	void knowsTheFirstPeriodWithoutTheYearBefore() {
		Figures first = new Figures(List.of(approved("2024-Q1", 1, figure("jobs", "300", null))));
		assertThat(Doubts.of(submission("2024-Q2", figure("jobs", "299", null)), PLAN, first, null, TODAY).open())
			.extracting(Fault::rule)
			.containsExactly("shrinks");
	}

	@Test
	void takesNoReturnedFigureForTheRecord() {
		List<Revision> year = List.of(approved("2023-Q1", 1, figure("gdp", "5.0", null)),
				returned("2023-Q2", 1, figure("gdp", "9.9", null)), approved("2023-Q3", 1, figure("gdp", "4.7", null)),
				approved("2023-Q4", 1, figure("gdp", "5.0", null)));
		assertThat(doubts("2024-Q1", year, figure("gdp", "15", null))).isEmpty();
	}

	/** All changes so far are 0.1: one of 0.5 is still no jump, one of 0.6 is. */
	@ParameterizedTest
	@CsvSource({ "5.8, ''", "5.9, jump" })
	void aSmallChangeIsNoJumpEvenOnAQuietRecord(String value, String rule) {
		List<Revision> quiet = List.of(approved("2023-Q1", 1, figure("gdp", "5.0", null)),
				approved("2023-Q2", 1, figure("gdp", "5.1", null)), approved("2023-Q3", 1, figure("gdp", "5.2", null)),
				approved("2023-Q4", 1, figure("gdp", "5.3", null)));
		assertThat(doubts("2024-Q1", quiet, figure("gdp", value, null))).isEqualTo(rules(rule));
	}

	/**
	 * Increments so far: 300, 280, 200, 220, 250: at most 300, so up to 330 is no jump.
	 */
	@ParameterizedTest
	@CsvSource({ "580, ''", "581, jump" })
	void doubtsAnIncrementFarBeyondTheLargest(String value, String rule) {
		List<Revision> year = List.of(approved("2023-Q1", 1, figure("jobs", "300", null)),
				approved("2023-Q2", 1, figure("jobs", "580", null)),
				approved("2023-Q3", 1, figure("jobs", "780", null)),
				approved("2023-Q4", 1, figure("jobs", "1000", null)),
				approved("2024-Q1", 1, figure("jobs", "250", null)));
		assertThat(doubts("2024-Q2", year, figure("jobs", value, null))).isEqualTo(rules(rule));
	}

	/**
	 * National new jobs: 308 in the first quarter of 2025, 695 in the first half. Of 2024
	 * the first quarter is not known: increments are 351, 207 and 308, so at most 386.1
	 * was no jump, and 387 was one. The first half of 2024 had 698: 767.8 is no jump.
	 */
	@ParameterizedTest
	@CsvSource({ "695, ''", "767, ''", "768, jump" })
	void aSumAsInTheSamePeriodOfLastYearIsNoJump(String value, String rule) {
		List<Revision> year = List.of(approved("2023-Q2", 1, figure("jobs", "698", null)),
				approved("2023-Q3", 1, figure("jobs", "1049", null)),
				approved("2023-Q4", 1, figure("jobs", "1256", null)),
				approved("2024-Q1", 1, figure("jobs", "308", null)));
		assertThat(doubts("2024-Q2", year, figure("jobs", value, null))).isEqualTo(rules(rule));
	}

	/**
	 * Last year's second quarter was handed in and waits: it brought 500, so 550 is of
	 * the season, while the approved record is 300.
	 */
	@ParameterizedTest
	@CsvSource({ "800, ''", "801, jump" })
	void anIncrementAsInTheSamePeriodOfLastYearIsNoJump(String value, String rule) {
		List<Revision> year = List.of(approved("2023-Q1", 1, figure("jobs", "300", null)),
				waiting("2023-Q2", 1, figure("jobs", "800", null), Instant.parse("2023-07-15T00:00:00Z")),
				approved("2023-Q3", 1, figure("jobs", "1000", null)),
				approved("2023-Q4", 1, figure("jobs", "1200", null)),
				approved("2024-Q1", 1, figure("jobs", "250", null)));
		assertThat(doubts("2024-Q2", year, figure("jobs", value, null))).isEqualTo(rules(rule));
	}

	/**
	 * Changes so far: 2.0, 3.0, 1.0 and 4.0. Last year's second quarter had 70.0; up to
	 * 4.0 beside that is of the season, though 78.0 came before.
	 */
	@ParameterizedTest
	@CsvSource({ "73.9, ''", "66.0, ''", "65.9, jump", "82.1, jump", "74.0, ''" })
	void aShareAsInTheSamePeriodOfLastYearIsNoJump(String value, String rule) {
		List<Revision> year = List.of(approved("2023-Q1", 1, figure("schools", "72.0", null)),
				approved("2023-Q2", 1, figure("schools", "70.0", null)),
				approved("2023-Q3", 1, figure("schools", "73.0", null)),
				approved("2023-Q4", 1, figure("schools", "74.0", null)),
				approved("2024-Q1", 1, figure("schools", "78.0", null)));
		assertThat(doubts("2024-Q2", year, figure("schools", value, null))).isEqualTo(rules(rule));
	}

	@Test
	void saysTheSamePeriodOfLastYearToo() {
		List<Revision> year = List.of(approved("2023-Q2", 1, figure("jobs", "698", null)),
				approved("2023-Q3", 1, figure("jobs", "1049", null)),
				approved("2023-Q4", 1, figure("jobs", "1256", null)),
				approved("2024-Q1", 1, figure("jobs", "308", null)));
		Fault doubt = found("2024-Q2", year, figure("jobs", "800", null)).open().getFirst();
		assertThat(doubt.reason().zh()).startsWith("本期新增492人，超出以往各期（最多为2023年三季度的351人），上年同期698人；");
		assertThat(doubt.reason().en()).startsWith(
				"the period adds 492 人, more than any before (at most, in the third quarter of 2023, 351 人), against 698 人 in the same period of last year;");
	}

	/**
	 * What is asked for beyond another value, or of a change, is no number of the value.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{faster-than: gdp, by: 1} | 11.5", "{in-step-with: gdp, tolerance: 0.5} | 11.5",
					"{compared-with: year-before, change: {at-most: -2}} | 11.5",
					"{compared-with: year-before, change: {at-most: -2}} | 3.0" })
	void takesNoOffsetForTheNumber(String goal, String value) {
		Plan relation = PlanFile.read(YamlTree
			.read("""
					plan: sample-2024
					title: 样例
					area: {code: "330110", zh: 余杭区}
					year: 2024
					timezone: Asia/Shanghai
					source: 测试
					due: {working-days-after-period: 15}
					closes: 2029-12-31
					departments: {stat: {zh: 统计局, en: Statistics}}
					targets:
					  - {indicator: gdp, name: 生产总值, wording: 原文, measure: growth, unit: percent, decimals: 1, goal: none, reported: quarterly, department: stat, nature: expected}
					  - {indicator: income, name: 收入, wording: 原文, measure: growth, unit: percent, decimals: 1, goal: %s, reported: quarterly, department: stat, nature: expected}
					"""
				.formatted(goal)), "sample")
			.plan();
		assertThat(Doubts
			.of(submission("2024-Q1", figure("income", value, null)), relation, new Figures(List.of()), null, TODAY)
			.open()).isEmpty();
	}

	/** 78.5 % of good days against a goal of 90: 11.5 off, 2.3 off last February. */
	@ParameterizedTest
	@CsvSource({ "76.2, 78.5, ''", "66.0, 78.5, far", "68.5, 78.5, ''", "68.4, 78.5, far", ", 78.5, far" })
	void looksAtTheSamePeriodOfLastYearFirst(@Nullable String before, String value, String rule) {
		List<Revision> known = (before == null) ? List.of()
				: List.of(approved("2023-Q1", 1, figure("schools", before, null)));
		assertThat(doubts("2024-Q1", known, figure("schools", value, null))).isEqualTo(rules(rule));
	}

	@Test
	void saysThatItIsFarFromTheSamePeriodOfLastYear() {
		List<Revision> known = List.of(approved("2023-Q1", 1, figure("schools", "66.0", null)));
		assertThat(found("2024-Q1", known, figure("schools", "78.5", null)).open().getFirst().reason().zh())
			.startsWith("与上年同期和目标都相差悬殊（最近的为90）");
	}

	@Test
	void saysTheLargestChangeSoFarAndWhatToDo() {
		List<Revision> year = List.of(approved("2023-Q1", 1, figure("gdp", "5.0", null)),
				approved("2023-Q2", 1, figure("gdp", "5.4", null)), approved("2023-Q3", 1, figure("gdp", "4.7", null)),
				approved("2023-Q4", 1, figure("gdp", "5.0", null)));
		Fault doubt = found("2024-Q1", year, figure("gdp", "6.0", null)).open().getFirst();
		assertThat(doubt.reason().zh()).isEqualTo("比上期变动1.0个百分点，超出以往各期（最大为2023年前三季度的0.7个百分点）；如确实无误，在说明中写明原因后可报送");
		assertThat(doubt.reason().en()).isEqualTo("differs from the period before by 1.0 percentage points, more than"
				+ " ever before (at most, in the first three quarters of 2023, by 0.7 percentage points); if it is right all the same, say why in note");
		assertThat(doubt.field()).isEqualTo("value");
		assertThat(doubt.subject()).hasToString("figures[0] gdp");
	}

	/**
	 * 106.0 of 100.0: with both rounded to a tenth, 5.897 % (105.95 ÷ 100.05) to 6.103 %
	 * (106.05 ÷ 99.95); a rate covers half a tenth more on either side.
	 */
	@ParameterizedTest
	@CsvSource({ "sales, 6.1, 106.0, ''", "sales, 6.2, 106.0, growth-levels", "sales, 5.9, 106.0, ''",
			"sales, 5.8, 106.0, growth-levels", "sales, 6, 106.0, ''", "gdp, 9.0, 106.0, ''",
			"investment, 9.0, 106.0, ''", "sales, 9.0, , ''" })
	void doubtsNominalGrowthThatContradictsTheLevels(String indicator, String rate, @Nullable String level,
			String rule) {
		List<Revision> before = List.of(approved("2023-Q1", 1, figure(indicator, "6.5", "100.0")));
		assertThat(doubts("2024-Q1", before, figure(indicator, rate, level))).isEqualTo(rules(rule));
	}

	@Test
	void knowsNothingOfLevelsWithoutTheYearBefore() {
		Submission sales = submission("2024-Q1", figure("sales", "9.0", "106.0"));
		assertThat(Doubts.of(sales, PLAN, new Figures(List.of()), null, TODAY).open()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "100, 100, ''", "100.01, 100, part-exceeds-whole" })
	void doubtsAPartThatExceedsItsWhole(String part, String whole, String rule) {
		assertThat(doubts("2024-Q1", List.of(), figure("sales", null, part), figure("gdp", null, whole)))
			.isEqualTo(rules(rule));
		List<Revision> known = List.of(approved("2024-Q1", 1, figure("gdp", null, whole)));
		assertThat(doubts("2024-Q1", known, figure("sales", null, part))).isEqualTo(rules(rule));
		List<Revision> parts = List.of(approved("2024-Q1", 1, figure("sales", null, part)));
		assertThat(doubts("2024-Q1", parts, figure("gdp", null, whole))).isEqualTo(rules(rule));
	}

	@Test
	void theWholeInTheSameSubmissionCountsFirst() {
		List<Revision> known = List.of(approved("2024-Q1", 1, figure("gdp", null, "50")));
		assertThat(doubts("2024-Q1", known, figure("sales", null, "100"), figure("gdp", null, "110"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "jobs, 800, ''", "jobs, 801, ''", "jobs, 799, ''", "jobs, 6400, unit-slip", "jobs, 6399, ''",
			"jobs, 100, unit-slip", "jobs, 101, ''", "jobs, 0, ''" })
	void doubtsAQuantityInAnotherUnitThanLastYears(String indicator, String value, String rule) {
		List<Revision> before = List.of(approved("2023-Q2", 1, figure(indicator, "800", null)));
		assertThat(doubts("2024-Q2", before, figure(indicator, value, null))).isEqualTo(rules(rule));
	}

	@Test
	void comparesNoUnitsWithNothing() {
		List<Revision> before = List.of(approved("2023-Q2", 1, figure("jobs", "0", null)));
		assertThat(doubts("2024-Q2", before, figure("jobs", "800", null))).isEmpty();
	}

	@Test
	void saysTheFieldThatTheDoubtfulQuantityStandsIn() {
		List<Revision> before = List.of(approved("2024-Q1", 1, figure("gdp", "5", "1000")),
				approved("2024-Q1", 1, figure("jobs", "800", null)));
		assertThat(found("2024-Q2", before, figure("gdp", "5", "999"), figure("gdp", "5", "9000"),
				figure("jobs", "799", null), figure("jobs", "6400", null))
			.open()).extracting((fault) -> fault.subject().toString(), Fault::field, Fault::rule)
			.containsExactly(tuple("figures[0] gdp", "level", "shrinks"), tuple("figures[1] gdp", "level", "unit-slip"),
					tuple("figures[2] jobs", "value", "shrinks"), tuple("figures[3] jobs", "value", "unit-slip"));
	}

	/** 1,050 after 1,000 is in order; 10,500,000 is in 万元, 0.105 in another unit, too. */
	@ParameterizedTest
	@CsvSource({ "1050, ''", "10500000, unit-slip", "8000, unit-slip", "7999, ''", "0.105, unit-slip|shrinks",
			"999.9, shrinks", "1000, ''" })
	void doubtsALevelFarFromThePeriodBefore(String level, String rule) {
		List<Revision> before = List.of(approved("2024-Q1", 1, figure("gdp", "5", "1000")));
		assertThat(doubts("2024-Q2", before, figure("gdp", "5", level))).isEqualTo(rules(rule));
	}

	/** 62 % beside a level ten times too high: the level's doubt hides the rate's not. */
	@ParameterizedTest
	@CsvSource({ "62, , , value:far", "5.2, 3650, , level:unit-slip", "62, 3650, , value:far|level:unit-slip",
			"62, , 0.06, quarter-value:share|value:far", "6.2, , 60, quarter-value:far",
			"0.06, , 0.05, value:share|quarter-value:share", "5.2, 22, , level:unit-slip|level:shrinks",
			"62, 22, 700, value:far|quarter-value:growth|level:unit-slip|level:shrinks" })
	void asksAboutEverythingThatIsOdd(String value, @Nullable String level, @Nullable String quarter, String doubts) {
		List<Revision> before = List.of(approved("2024-Q1", 1, figure("gdp", "5", "180.5")));
		Figure figure = new Figure("gdp", new BigDecimal(value), (level != null) ? new BigDecimal(level) : null,
				(quarter != null) ? new BigDecimal(quarter) : null, ObsStatus.P, null, null, null, null);
		assertThat(found("2024-Q2", before, figure).open()).extracting((doubt) -> doubt.field() + ":" + doubt.rule())
			.containsExactly(doubts.split("\\|"));
	}

	/** Twice or half of what it was is asked about, whatever the record is. */
	@ParameterizedTest
	@CsvSource({ "99.9, ''", "100, growth", "600, growth", "10000, growth", "-49.9, ''", "-50, growth" })
	void growthBeyondBeliefIsDoubtedWithoutAnyRecord(String value, String rule) {
		Plan watched = plan(2024, "goal: {at-most: 3}", "goal: none");
		assertThat(Doubts
			.of(submission("2024-Q1", figure("prices", value, null)), watched, new Figures(List.of()), null, TODAY)
			.open()).extracting(Fault::rule).isEqualTo(rules(rule));
	}

	@Test
	void saysHowManyTimesGrowthMakesIt() {
		List<Revision> before = List.of(approved("2024-Q1", 1, figure("gdp", "598", null)));
		assertThat(found("2024-Q2", before, figure("gdp", "600", null)).open())
			.extracting((doubt) -> doubt.reason().zh())
			.containsExactly("增长600%，即达到上年同期的7倍，请核对小数点，并核对填的是否为增速；如确实无误，在说明中写明原因后可报送");
	}

	@Test
	void saysWhatAQuantityIsHeldAgainst() {
		List<Revision> before = List.of(approved("2024-Q1", 1, figure("gdp", "5", "180.5")),
				approved("2023-Q2", 1, figure("jobs", "800", null)));
		assertThat(found("2024-Q2", before, figure("gdp", "5", "3650"), figure("jobs", "6400", null)).open())
			.extracting((doubt) -> doubt.reason().zh())
			.containsExactly("与2024年一季度总量180.5亿元相差悬殊，请核对单位是否为亿元（不是万元、元等）；如确实无误，在说明中写明原因后可报送",
					"与2023年上半年累计数800人相差悬殊，请核对单位是否为人（不是万元、元等）；如确实无误，在说明中写明原因后可报送");
	}

	/** One note for both: it counts for what was asked before it was written. */
	@Test
	void aNoteAnswersNothingThatWasAskedAfterIt() {
		List<Revision> before = List.of(approved("2024-Q1", 1, figure("gdp", "5", "180.5")));
		Submission both = submission("2024-Q2", noted(figure("gdp", "62", "3650"), "单位已核"));
		Doubts.Found found = Doubts.of(both, PLAN, new Figures(before), null, TODAY,
				(figure, doubt) -> doubt.field().equals("level"));
		assertThat(found.explained()).extracting(Fault::rule).containsExactly("unit-slip");
		assertThat(found.open()).extracting(Fault::rule).containsExactly("far");
		assertThat(found.open().getFirst().reason().zh()).endsWith("；现有说明写于提出这一疑问之前，请在说明中一并写明原因");
	}

	@ParameterizedTest
	@CsvSource({ "300, ''", "299, shrinks" })
	void doubtsATotalThatShrinks(String value, String rule) {
		List<Revision> before = List.of(approved("2024-Q1", 1, figure("jobs", "300", null)));
		assertThat(doubts("2024-Q2", before, figure("jobs", value, null))).isEqualTo(rules(rule));
	}

	@Test
	void aNewYearBeginsFromNothingAndAStockMayFall() {
		List<Revision> before = List.of(approved("2023-Q4", 1, figure("jobs", "1200", null)));
		assertThat(doubts("2024-Q1", before, figure("jobs", "300", null))).isEmpty();
		List<Revision> air = List.of(approved("2024-Q1", 1, figure("air", "34", null)));
		assertThat(doubts("2024-Q2", air, figure("air", "20", null))).isEmpty();
	}

	/** 580 after 300 leaves 280; with three whole numbers rounded, 278.5 to 281.5. */
	@ParameterizedTest
	@CsvSource({ "280, ''", "281, ''", "282, quarter-sum", "278, quarter-sum", "279, ''" })
	void doubtsAQuarterThatDoesNotFitTheTotals(String quarter, String rule) {
		List<Revision> before = List.of(approved("2024-Q1", 1, figure("jobs", "300", null)));
		Figure figure = new Figure("jobs", new BigDecimal("580"), null, new BigDecimal(quarter), ObsStatus.P, null,
				null, null, null);
		assertThat(doubts("2024-Q2", before, figure)).isEqualTo(rules(rule));
	}

	/**
	 * 580, 300.0 and the quarter's tenth leave 0.5 + 0.05 + 0.05 for rounding: 279.4 to
	 * 280.6.
	 */
	@ParameterizedTest
	@CsvSource({ "280.6, ''", "280.7, quarter-sum", "279.4, ''", "279.3, quarter-sum" })
	void allowsForTheRoundingOfAllThreeAndNotMore(String quarter, String rule) {
		List<Revision> before = List.of(approved("2024-Q1", 1, figure("jobs", "300.0", null)));
		Figure figure = new Figure("jobs", new BigDecimal("580"), null, new BigDecimal(quarter), ObsStatus.P, null,
				null, null, null);
		assertThat(doubts("2024-Q2", before, figure)).isEqualTo(rules(rule));
	}

	@Test
	void saysWhatTheQuarterIsByTheTotals() {
		Figure second = new Figure("jobs", new BigDecimal("580"), null, new BigDecimal("290"), ObsStatus.P, null, null,
				null, null);
		List<Revision> before = List.of(approved("2024-Q1", 1, figure("jobs", "300", null)));
		assertThat(found("2024-Q2", before, second).open().getFirst().reason().zh())
			.startsWith("当季数与累计数不符：按累计数计算，当季为280；");
		assertThat(found("2024-Q1", List.of(approved("2024-Q2", 1, second)), figure("jobs", "302", null)).open()
			.getFirst()
			.reason()
			.zh()).startsWith("与下期已报的当季数不符：按累计数计算，下期当季为278；");
	}

	/** The half-year's 580 is known, of which 280 in the second quarter: 300, roughly. */
	@ParameterizedTest
	@CsvSource({ "300, ''", "301, ''", "302, quarter-sum", "298, quarter-sum", "580, quarter-sum",
			"581, shrinks|quarter-sum" })
	void holdsACorrectionAgainstThePeriodAfter(String value, String rules) {
		Figure after = new Figure("jobs", new BigDecimal("580"), null, new BigDecimal("280"), ObsStatus.P, null, null,
				null, null);
		List<Revision> known = List.of(approved("2024-Q1", 1, figure("jobs", "300", null)),
				approved("2024-Q2", 1, after));
		assertThat(doubts("2024-Q1", known, figure("jobs", value, null)))
			.isEqualTo(rules.isEmpty() ? List.of() : List.of(rules.split("\\|")));
	}

	@Test
	void aTotalIsHeldAgainstTheNextOneThatIsKnownAndItsQuarterAgainstTheVeryNext() {
		Figure third = new Figure("jobs", new BigDecimal("900"), null, new BigDecimal("300"), ObsStatus.P, null, null,
				null, null);
		List<Revision> known = List.of(approved("2024-Q3", 1, third));
		assertThat(doubts("2024-Q1", known, figure("jobs", "300", null))).isEmpty();
		assertThat(doubts("2024-Q1", known, figure("jobs", "901", null))).containsExactly("shrinks");
	}

	/** A level beside a rate counts from 1 January too; nothing so far is nothing odd. */
	@Test
	void aTotalIsNotBelowZero() {
		assertThat(doubts("2024-Q1", List.of(), figure("jobs", "-1", null))).containsExactly("below-zero");
		assertThat(doubts("2024-Q1", List.of(), figure("jobs", "0", null))).isEmpty();
		assertThat(doubts("2024-Q1", List.of(), figure("gdp", "5.0", "-5"))).containsExactly("below-zero");
		assertThat(doubts("2024-Q2", List.of(approved("2024-Q1", 1, figure("gdp", "5.0", "-5"))),
				figure("gdp", "5.0", "-4")))
			.as("below 0 by nature")
			.isEmpty();
	}

	@Test
	void aNoteOverridesAndIsRecordedAsAWarning() {
		Figure silent = figure("energy", "2.5", null);
		Figure blank = noted(silent, " ");
		Figure said = noted(silent, "本年新增数据中心，能耗确有上升");
		assertThat(found("2024-Q1", List.of(), blank).open()).hasSize(1);
		Doubts.Found explained = found("2024-Q1", List.of(), said);
		assertThat(explained.open()).isEmpty();
		assertThat(explained.explained()).extracting(Fault::rule).containsExactly("sign");
		assertThat(explained.explained().getFirst().reason().zh()).isEqualTo("目标是下降，填的却是增长2.5；下降请填负数（-2.5）");
	}

	/**
	 * Nothing is known but the goals: gdp 6 and 10 points on either side, research 3 and
	 * its half, schools 90 and 10 points, air 30 and its third and threefold, jobs 12,000
	 * and twice a quarter of them, roads 100 % and twice a quarter.
	 */
	@ParameterizedTest
	@CsvSource({ "gdp, 16, ''", "gdp, 16.1, far", "gdp, -4, ''", "gdp, -4.1, far", "gdp, 62, far", "gdp, 10000, far",
			"gdp, 10001, ''", "research, 4.5, ''", "research, 4.51, far", "research, 1.5, ''", "research, 1.49, far",
			"schools, 80, ''", "schools, 79.9, far", "air, 90, ''", "air, 91, far", "air, 10, ''", "air, 9, far",
			"jobs, 6000, ''", "jobs, 6001, far", "roads, 50, ''", "roads, 51, far", "visits, 1000000, ''" })
	void doubtsWhatIsFarFromTheGoalWithoutARecord(String indicator, String value, String rule) {
		assertThat(doubts("2024-Q1", List.of(), figure(indicator, value, null))).isEqualTo(rules(rule));
	}

	/** In the first quarter of a year there is no period before. */
	@Test
	void namesOnlyWhatThereIsToBeFarFrom() {
		List<Revision> before = List.of(approved("2024-Q1", 1, figure("gdp", "5", null)));
		Figure quarter = new Figure("gdp", new BigDecimal("6.2"), null, new BigDecimal("60"), ObsStatus.P, null, null,
				null, null);
		assertThat(reason("2024-Q1", List.of(), figure("gdp", "62", null))).startsWith("与目标相差悬殊（最近的为6）");
		assertThat(reason("2024-Q2", before, figure("gdp", "62", null))).startsWith("与上期和目标都相差悬殊（最近的为6）");
		assertThat(reason("2024-Q1", List.of(), quarter)).startsWith("与累计数和目标都相差悬殊（最近的为6.2）");
		assertThat(reason("2024-Q2", before, quarter)).startsWith("与累计数、上期、目标都相差悬殊（最近的为6.2）");
	}

	private static String reason(String period, List<Revision> before, Figure figure) {
		return found(period, before, figure).open().getFirst().reason().zh();
	}

	/** 24.5 is 18.5 points from the goal of 6, but 10 from the 14.5 before. */
	@ParameterizedTest
	@CsvSource({ "24.5, ''", "24.6, far" })
	void whatIsNearThePeriodBeforeIsNotFar(String value, String rule) {
		List<Revision> before = List.of(approved("2024-Q1", 1, figure("gdp", "14.5", null)));
		assertThat(doubts("2024-Q2", before, figure("gdp", value, null))).isEqualTo(rules(rule));
	}

	/**
	 * 0.06 has more decimals than gdp's one; 0.03 is near research's goal of 3, 0.9 near
	 * the 90 of schools; 0.1 is far from gdp's 6 and prices' 3, whose half is less than 4
	 * and 7. Of forests' goal of 60 the half is 30: 30 and 90 are near, 20 is not. 1 is
	 * no share.
	 */
	@ParameterizedTest
	@CsvSource({ "gdp, 0.06, share", "gdp, -0.06, share", "gdp, 0.1, ''", "research, 0.03, share",
			"schools, 0.9, share", "gdp, 0.2, ''", "gdp, 0, ''", "gdp, 1.06, ''", "prices, 0.1, ''", "prices, 0.2, ''",
			"prices, -0.3, ''", "prices, 0.03, share", "gdp, 0.60, ''", "forests, 0.3, share", "forests, 0.9, share",
			"forests, 0.2, far", "schools, 1, far" })
	void doubtsAShareThatMayBeAPercentage(String indicator, String value, String rule) {
		assertThat(doubts("2024-Q1", List.of(), figure(indicator, value, null))).isEqualTo(rules(rule));
	}

	@Test
	void saysHowAShareIsReadAndWhatToWriteInstead() {
		Figure quarter = new Figure("gdp", new BigDecimal("6.0"), null, new BigDecimal("0.06"), ObsStatus.P, null, null,
				null, null);
		Fault doubt = found("2024-Q1", List.of(), quarter).open().getFirst();
		assertThat(doubt.field()).isEqualTo("quarter-value");
		assertThat(doubt.reason().zh()).startsWith("0.06按0.06%读取；如果意思是6%，请填6；");
	}

	@Test
	void doubtsACorrectionFromWhichANumberVanishes() {
		Figure full = new Figure("gdp", new BigDecimal("5.2"), new BigDecimal("200"), new BigDecimal("5.1"),
				ObsStatus.P, null, null, null, null);
		List<Revision> known = List.of(approved("2024-Q1", 1, full));
		Doubts.Found found = found("2024-Q1", known, figure("gdp", "5.3", null));
		assertThat(found.open()).extracting(Fault::field, Fault::rule)
			.containsExactly(tuple("level", "vanishes"), tuple("quarter-value", "vanishes"));
		assertThat(found.open().getFirst().reason().zh()).startsWith("总量原为200亿元，本次未填；如确实无误");
		assertThat(doubts("2024-Q1", known, figure("gdp", null, "201"))).containsExactly("vanishes", "vanishes");
		assertThat(doubts("2024-Q1", known, full)).isEmpty();
		Figure none = new Figure("gdp", null, null, null, ObsStatus.L, null, 1, null, "撤回");
		assertThat(found("2024-Q1", known, none).explained()).isEmpty();
	}

	/** From -2 to 5 there is no rate, at constant prices or not. */
	@ParameterizedTest
	@CsvSource({ "gdp, -2, growth-base", "gdp, 0, growth-base", "gdp, 0.1, ''", "investment, -2, growth-base",
			"sales, -2, growth-base" })
	void doubtsGrowthOnABaseThatIsNotAboveZero(String indicator, String base, String rule) {
		List<Revision> known = List.of(approved("2023-Q1", 1, figure(indicator, "6.0", base)));
		assertThat(doubts("2024-Q1", known, figure(indicator, "6.0", "0.1"))).isEqualTo(rules(rule));
		assertThat(doubts("2024-Q1", known, figure(indicator, null, "0.1"))).isEmpty();
		assertThat(doubts("2024-Q2", known, figure(indicator, "6.0", "0.2"))).isEmpty();
	}

	@Test
	void asksOnceOfARateWithoutABase() {
		List<Revision> known = List.of(approved("2023-Q1", 1, figure("gdp", "6.0", "-2")));
		List<Fault> open = found("2024-Q1", known, figure("gdp", "-350", "5")).open();
		assertThat(open).extracting(Fault::rule).containsExactly("growth-base");
		assertThat(open.getFirst().reason().zh()).startsWith("上年同期的总量为-2亿元，不大于0，以它为基数的增速没有意义");
		assertThat(open.getFirst().reason().en())
			.startsWith("the level of a year before is -2 亿元, which is not above 0");
	}

	@ParameterizedTest
	@CsvSource({ "A, P, less-settled", "A, E, less-settled", "A, A, ''", "A, B, ''", "P, P, ''", "E, P, ''",
			"B, P, ''" })
	void doubtsAFinalFigureThatBecomesPreliminaryAgain(ObsStatus before, ObsStatus now, String rule) {
		Figure then = figure("gdp", "6.0", null, before, null);
		Figure given = figure("gdp", "6.1", null, now, 1);
		assertThat(doubts("2024-Q1", List.of(approved("2024-Q1", 1, then)), given)).isEqualTo(rules(rule));
		assertThat(doubts("2024-Q1", List.of(waiting("2024-Q1", 1, then, Instant.EPOCH)), given))
			.isEqualTo(rules(rule));
		assertThat(doubts("2024-Q1", List.of(returned("2024-Q1", 1, then)), given)).isEmpty();
	}

	@Test
	void saysWhatAFinalFigureBecomes() {
		Figure then = figure("gdp", "6.0", null, ObsStatus.A, null);
		Fault doubt = found("2024-Q1", List.of(approved("2024-Q1", 1, then)),
				figure("gdp", "6.1", null, ObsStatus.P, 1))
			.open()
			.getFirst();
		assertThat(doubt.field()).isEqualTo("status");
		assertThat(doubt.reason().zh()).isEqualTo("现有第1版的数据状态是“最终核实”，本次却填“初步核算”；如确实无误，在说明中写明原因后可报送");
	}

	@Test
	void aNoteThatTheRevisionBeforeHadExplainsNothing() {
		List<Revision> known = List.of(approved("2024-Q1", 1, noted(figure("energy", "-2.5", null), "统计局提供")));
		Doubts.Found repeated = found("2024-Q1", known, noted(figure("energy", "2.5", null), " 统计局提供"));
		assertThat(repeated.open()).extracting(Fault::rule).containsExactly("sign");
		assertThat(repeated.open().getFirst().reason().zh()).endsWith("；说明与原有版次相同，请写明这次的原因");
		assertThat(found("2024-Q1", known, noted(figure("energy", "2.5", null), "能耗确有上升")).open()).isEmpty();
	}

	@Test
	void theYearBeforeEndsWithItsLastPeriod() {
		YearBefore before = new YearBefore(BEFORE,
				new Figures(List.of(approved("2023-Q3", 1, figure("gdp", "5.1", null)),
						approved("2023-Q4", 1, figure("gdp", "5.2", null)))));
		assertThat(before.last(PLAN.target("gdp").orElseThrow()).map(Revision::value)).contains(new BigDecimal("5.2"));
		assertThat(before.last(PLAN.target("jobs").orElseThrow())).isEmpty();
	}

	@Test
	void theYearBeforeHasTheSamePeriod() {
		YearBefore before = new YearBefore(BEFORE,
				new Figures(List.of(approved("2023-Q3", 1, figure("gdp", "5.1", null)),
						approved("2023-Q4", 1, figure("gdp", "5.2", null)))));
		Target gdp = PLAN.target("gdp").orElseThrow();
		assertThat(before.figure(gdp, SampleSubmissions.period("2024-Q3")).map(Figure::value))
			.contains(new BigDecimal("5.1"));
		assertThat(before.figure(gdp, SampleSubmissions.period("2024-Q2"))).isEmpty();
	}

	@Test
	void theYearBeforeSaysNothingOfWhatWasMeasuredDifferently() {
		YearBefore before = new YearBefore(SampleSubmissions.PLAN, new Figures(List.of()));
		assertThat(before.alike(PLAN.target("gdp").orElseThrow())).isPresent();
		assertThat(before.alike(PLAN.target("jobs").orElseThrow())).isPresent();
		assertThat(before.alike(SampleSubmissions.PLAN.target("assigned").orElseThrow())).isEmpty();
		assertThat(before.alike(PLAN.target("roads").orElseThrow())).isEmpty();
		Plan thousands = plan(2023, "unit: 人, decimals: 0", "unit: 千人, decimals: 0");
		assertThat(new YearBefore(thousands, new Figures(List.of())).alike(PLAN.target("jobs").orElseThrow()))
			.isEmpty();
	}

	@Test
	void saysNothingOfFiguresOfAnotherYearOrOfNone() {
		assertThat(doubts("1900-Q1", List.of(), figure("energy", "2.5", null))).isEmpty();
		Figure none = new Figure("energy", null, null, null, ObsStatus.L, null, null, null, "未收到");
		assertThat(doubts("2024-Q1", List.of(), none)).isEmpty();
	}

	private static List<String> rules(String rule) {
		return rule.isEmpty() ? List.of() : List.of(rule.split("\\|"));
	}

	private static List<String> doubts(String period, List<Revision> known, Figure... figures) {
		return found(period, known, figures).open().stream().map(Fault::rule).toList();
	}

	private static Doubts.Found found(String period, List<Revision> known, Figure... figures) {
		List<Revision> present = new ArrayList<>(known);
		present.removeIf((revision) -> revision.period().year() != 2024);
		List<Revision> earlier = new ArrayList<>(known);
		earlier.removeIf((revision) -> revision.period().year() != 2023);
		return Doubts.of(submission(period, figures), PLAN, new Figures(present),
				new YearBefore(BEFORE, new Figures(earlier)), TODAY);
	}

	private static Figure figure(String indicator, @Nullable String value, @Nullable String level) {
		return new Figure(indicator, (value != null) ? new BigDecimal(value) : null,
				(level != null) ? new BigDecimal(level) : null, null, ObsStatus.P, null, null, null, null);
	}

	private static Figure figure(String indicator, String value, @Nullable String level, ObsStatus status,
			@Nullable Integer replaces) {
		return new Figure(indicator, new BigDecimal(value), (level != null) ? new BigDecimal(level) : null, null,
				status, null, replaces, null, null);
	}

	private static Figure noted(Figure figure, String note) {
		return new Figure(figure.indicator(), figure.value(), figure.level(), figure.quarterValue(), figure.status(),
				figure.kind(), figure.replaces(), figure.origin(), note);
	}

}
