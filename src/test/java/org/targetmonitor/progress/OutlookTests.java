package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.submission.BaseShare;
import org.targetmonitor.submission.BaseShares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

/** What the rest of the year must bring, with numbers worked by hand. */
class OutlookTests {

	private static final String GDP = gdp("{about: 5, tolerance: 0.2}");

	/** The national year of 2024: 5.3, 5.0, 4.8 so far. */
	private static final Recorded THREE_QUARTERS = Recorded.nothing()
		.approved("gdp", "2024-Q1", "5.3")
		.approved("gdp", "2024-Q2", "5.0")
		.approved("gdp", "2024-Q3", "4.8");

	private static final BaseShares NATIONAL = shares("2024-Q1", "0.2190", "2024-Q2", "0.4573", "2024-Q3", "0.7051");

	@Test
	void reproducesTheTargetWithWhatItRequires() {
		qt().forAll(integers().between(-200, 200), integers().between(-200, 200), integers().between(1, 9999))
			.checkAssert((goal, soFar, share) -> {
				BigDecimal number = BigDecimal.valueOf(goal, 1);
				BigDecimal part = BigDecimal.valueOf(share, 4);
				BigDecimal rest = GrowthOutlook.rest(number, part, BigDecimal.valueOf(soFar, 1));
				assertThat(
						GrowthOutlook.year(part, BigDecimal.valueOf(soFar, 1), rest).setScale(10, RoundingMode.HALF_UP))
					.isEqualByComparingTo(number);
			});
	}

	/** 3 × 300 of 1200 reached: s = .75, (5 − .75 · 4.8) / .25 = 5.6 */
	@Test
	void takesTheShareFromLastYearsLevelsBeforeARecordedOne() {
		Recorded before = Recorded.nothing()
			.withLevel("gdp", "2023-Q3", "5.2", "900", null)
			.withLevel("gdp", "2023-Q4", "5.2", "1200", null);
		Outlook outlook = outlook(GDP, THREE_QUARTERS, NATIONAL, year(2023, before));
		assertThat(rounded(Objects.requireNonNull(outlook.required()).middle())).isEqualTo("5.600");
		assertThat(Objects.requireNonNull(outlook.base()).source().zh()).isEqualTo("2023年同期总量占全年的比重（area-2023）");
	}

	@Test
	void takesNoLevelsOfWhichOneIsMissing() {
		Recorded before = Recorded.nothing().withLevel("gdp", "2023-Q3", "5.2", "900", null);
		assertThat(outlook(GDP, THREE_QUARTERS, BaseShares.NONE, year(2023, before)).required()).isNull();
	}

	/** 0 of 1200 and 1200 of 1200 are no part of a year. */
	@ParameterizedTest
	@CsvSource({ "0", "1200", "1201" })
	void takesNoLevelsThatAreNoPartOfTheYear(String reached) {
		Recorded before = Recorded.nothing()
			.withLevel("gdp", "2023-Q3", "5.2", reached, null)
			.withLevel("gdp", "2023-Q4", "5.2", "1200", null);
		assertThat(outlook(GDP, THREE_QUARTERS, BaseShares.NONE, year(2023, before)).required()).isNull();
	}

	@Test
	void takesNoLevelsInAnotherUnit() {
		Recorded before = Recorded.nothing()
			.withLevel("gdp", "2023-Q3", "5.2", "900", null)
			.withLevel("gdp", "2023-Q4", "5.2", "1200", null);
		PlanYear tenThousands = year(2023, GDP.replace("亿元", "万元"), before);
		assertThat(outlook(GDP, THREE_QUARTERS, BaseShares.NONE, tenThousands).required()).isNull();
	}

	@Test
	void knowsAShareFromLevelsOnceBothAreKnown() {
		Recorded before = Recorded.nothing()
			.withLevel("gdp", "2023-Q3", "5.2", "900", null)
			.withLevel("gdp", "2023-Q4", "5.2", "1200", null);
		Outlook outlook = outlook(GDP, THREE_QUARTERS, BaseShares.NONE, year(2023, before));
		assertThat(Objects.requireNonNull(outlook.base()).knownFrom()).isEqualTo(Area.noonOf("2024-01-15"));
	}

	/** (4.9 − .7051 · 4.8) / .2949 = 5.139; (4.95 − .7051 · 4.75) / .2949 = 5.428 */
	@Test
	void impliesTheFourthQuarterFromTheWholeYear() {
		Recorded year = THREE_QUARTERS.approved("gdp", "2024-Q4", "4.9");
		assertThat(quartersOn("2025-02-01", GDP, year, NATIONAL).getLast()).isEqualTo("2024-Q4 4.850 5.139 5.428 true");
	}

	@ParameterizedTest
	@CsvSource({ "0.5, 0.5", "0.6, 0.5" })
	void impliesNoQuarterWhereTheBaseDoesNotGrow(String first, String second) {
		assertThat(quarters(THREE_QUARTERS, shares("2024-Q1", first, "2024-Q2", second)))
			.containsExactly("2024-Q1 5.250 5.300 5.350 false");
	}

	@Test
	void takesNoMonthWithinAQuarterForOne() {
		Recorded months = Recorded.nothing()
			.withLevel("gdp", "2024-02", "5.0", null, "5.1")
			.withLevel("gdp", "2024-03", "5.0", null, "5.2");
		assertThat(quartersOn("2024-11-01", GDP.replace("quarterly", "monthly"), months, BaseShares.NONE))
			.containsExactly("2024-03 5.150 5.200 5.250 false");
	}

	/** In May the latest quarter is the first: .38 · 5.2 + .62 · 5.3 = 5.262 */
	@Test
	void letsTheLatestQuarterThatHasEndedCarryOnWithinAQuarter() {
		String monthly = GDP.replace("quarterly", "monthly");
		Recorded months = Recorded.nothing().approved("gdp", "2024-03", "5.3").approved("gdp", "2024-05", "5.2");
		Outlook may = outlook(monthly, months, shares("2024-03", ".2190", "2024-05", ".38"));
		assertThat(yearEnd(may, Scenario.Kind.LATEST)).endsWith(" 5.262 5.312").startsWith("5.212 ");

		Outlook february = outlook(monthly, Recorded.nothing().approved("gdp", "2024-02", "5.3"),
				shares("2024-02", ".14"));
		assertThat(february.missing()).extracting(Text::zh).contains("本年尚无已结束的季度");
	}

	@ParameterizedTest
	@CsvSource({ "2024-11, 2024-12-20, 1", "2024-08, 2024-09-20, 4", "2024-04, 2024-05-20, 8" })
	void holdsNoMonthsThatAreNoWholeQuartersAgainstQuarters(String period, String day, int left) {
		TargetProgress progress = progress(GDP.replace("quarterly", "monthly"),
				Recorded.nothing().approved("gdp", period, "5.2"), shares(period, ".5"), day);
		assertThat(Objects.requireNonNull(progress.outlook()).missing()).extracting(Text::zh)
			.contains("余下%d个月不是整季度，不与有记录的季度比较".formatted(left));
	}

	@Test
	void saysThatHalfYearsHaveNoQuarters() {
		TargetProgress progress = progress(GDP.replace("quarterly", "half-yearly"),
				Recorded.nothing().approved("gdp", "2024-S1", "5.2"), shares("2024-S1", ".45"), "2024-08-20");
		assertThat(Objects.requireNonNull(progress.outlook()).missing()).extracting(Text::zh)
			.contains("该指标不按季报送，没有单季增速");
	}

	@Test
	void namesTheInputThatIsMissing() {
		Outlook outlook = outlook(GDP, THREE_QUARTERS, BaseShares.NONE);
		assertThat(outlook.required()).isNull();
		assertThat(outlook.missing()).extracting((text) -> text.zh()).containsExactly("缺少基期（2023年）前三季度的累计比重");
		assertThat(outlook.scenarios()).extracting(Scenario::kind).containsExactly(Scenario.Kind.CUMULATIVE);
	}

	@Test
	void doesNotUseAShareBeforeItWasKnown() {
		BaseShare late = share("2024-Q3", "0.7051", "2025-01-17");
		assertThat(outlook(GDP, THREE_QUARTERS, new BaseShares(List.of(late))).required()).isNull();
	}

	@Test
	void usesTheNewestShareThatWasKnown() {
		BaseShare first = share("2024-Q3", "0.70", "2024-10-01");
		BaseShare corrected = new BaseShare("gdp", first.period(), 2, new BigDecimal("0.7051"), "来源", "更正", "admin",
				Area.noonOf("2024-10-20"), Area.noonOf("2024-10-20"));
		Outlook outlook = outlook(GDP, THREE_QUARTERS, new BaseShares(List.of(corrected, first)));
		assertThat(rounded(Objects.requireNonNull(outlook.required()).middle())).isEqualTo("5.478");
	}

	@Test
	void hasNoneAfterTheYearsLastFigureOrOnceThePlanIsClosed() {
		Recorded year = THREE_QUARTERS.approved("gdp", "2024-Q4", "5.0");
		assertThat(progress(GDP, year, NATIONAL, "2025-02-01").outlook()).isNull();
		assertThat(progress(GDP, THREE_QUARTERS, NATIONAL, "2026-01-01").outlook()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{between: [2, 3]}       | quarterly, prices: constant, direction: higher
			{at-most: 3}            | quarterly, accumulates: average
			{at-most: 3}            | quarterly, accumulates: point
			""")
	void hasNoneForIntervalsAndAverages(String goal, String reported) {
		Recorded recorded = Recorded.nothing().approved("gdp", "2024-Q3", "2.5");
		assertThat(progress(Area.growth("gdp", goal, reported), recorded, NATIONAL, "2024-11-01").outlook()).isNull();
	}

	/**
	 * (.7051 · 4.8 − .4573 · 5.0) / .2478 = 4.431; then .7051 · 4.8 + .2949 · 4.431 =
	 * 4.691
	 */
	@Test
	void letsTheImpliedQuarterCarryOn() {
		Outlook outlook = outlook(GDP, THREE_QUARTERS, NATIONAL);
		assertThat(yearEnd(outlook, Scenario.Kind.CUMULATIVE)).isEqualTo("4.750 4.800 4.850");
		assertThat(yearEnd(outlook, Scenario.Kind.LATEST)).isEqualTo("4.587 4.691 4.796");
		assertThat(quarters(THREE_QUARTERS, NATIONAL)).containsExactly("2024-Q1 5.250 5.300 5.350 false",
				"2024-Q2 4.582 4.724 4.866 true", "2024-Q3 4.196 4.431 4.665 true");
	}

	/** .7051 · 4.8 + .2949 · 4.6 = 4.741 */
	@Test
	void letsThePublishedQuarterCarryOnWhereThereIsOne() {
		Recorded recorded = Recorded.nothing().withLevel("gdp", "2024-Q3", "4.8", null, "4.6");
		assertThat(yearEnd(outlook(GDP, recorded, NATIONAL), Scenario.Kind.LATEST)).isEqualTo("4.691 4.741 4.791");
	}

	/**
	 * Best 5.3, worst 4.431: .7051 · 4.8 + .2949 · 5.3 = 4.947, up to .7051 · 4.85 +
	 * .2949 · 5.35
	 */
	@Test
	void endsBetweenTheBestAndTheWorstQuarterOnRecord() {
		Outlook outlook = outlook(GDP, THREE_QUARTERS, NATIONAL);
		assertThat(yearEnd(outlook, Scenario.Kind.BEST)).isEqualTo("4.897 4.947 4.997");
		assertThat(yearEnd(outlook, Scenario.Kind.WORST)).isEqualTo("4.587 4.691 4.796");
	}

	@Test
	void saysNothingOfTheReachOnAShortRecord() {
		Outlook outlook = outlook(GDP, THREE_QUARTERS, NATIONAL);
		assertThat(outlook.reach()).isNull();
		assertThat(outlook.missing()).extracting((text) -> text.zh())
			.containsExactly("记录不足：可比的单季增速只有3个，至少4个才判断能否实现（本系统设定）");
	}

	/** Required 5.478; four quarters of 2023 and three of 2024 (5.3, 4.724, 4.431). */
	@ParameterizedTest
	@CsvSource({ "4.5, 6.3, 4.9, 5.2, HARD, 1, 7", "5.5, 6.3, 4.9, 5.2, REACHABLE, 2, 7",
			"4.5, 5.4, 4.9, 5.2, OUT_OF_REACH, 0, 7" })
	void holdsWhatIsRequiredAgainstTheRecord(String q1, String q2, String q3, String q4, Reach.Kind kind, int reached,
			int of) {
		Recorded before = Recorded.nothing()
			.withLevel("gdp", "2023-Q1", q1, null, q1)
			.withLevel("gdp", "2023-Q2", "5.5", null, q2)
			.withLevel("gdp", "2023-Q3", "5.2", null, q3)
			.withLevel("gdp", "2023-Q4", "5.2", null, q4);
		assertThat(outlook(GDP, THREE_QUARTERS, NATIONAL, year(2023, before)).reach())
			.isEqualTo(new Reach(kind, reached, of, 1));
	}

	@Test
	void saysTheReachWithItsRecord() {
		assertThat(new Reach(Reach.Kind.HARD, 1, 7, 1).words())
			.isEqualTo(new Text("有难度：有记录的7个单季中1个（14%）达到过（判断界限为本系统设定）",
					"hard to reach: 1 of 7 quarters on record (14%) reached it (the bounds are this system's own)"));
		assertThat(new Reach(Reach.Kind.REACHABLE, 3, 8, 2).words()).isEqualTo(new Text(
				"可实现：有记录的8段连续2个季度（按平均增速）中3段（38%）达到过（判断界限为本系统设定）",
				"reachable: 3 of 8 stretches of 2 quarters on record (by their mean) (38%) reached it (the bounds are this system's own)"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{between: [2, 3]}    | 2024-Q3 | 2024-11-01 | 目标不是一个数值，不作全年测算
			{about: 2, tolerance: 1, both: true} | 2024-Q3 | 2024-11-01 | 目标两侧都有界限，不作全年测算
			{at-most: 3}         | 2024-Q3 | 2024-11-01 | 平均数、时点数和比率不作全年测算
			{at-least: 3}        | 2023-Q3 | 2024-11-01 | 本年尚无已审核的数据
			{at-least: 3}        | 2024-Q4 | 2025-02-01 | 全年数据已出
			{at-least: 3}        | 2024-Q3 | 2026-02-01 | 计划已关闭，不再测算
			""")
	void saysWhyThereIsNone(String goal, String period, String day, String why) {
		String reported = "quarterly, prices: constant" + (goal.contains("most") ? ", accumulates: average" : "")
				+ (goal.contains("between") ? ", direction: higher" : "");
		Recorded recorded = period.startsWith("2023") ? Recorded.nothing()
				: Recorded.nothing().approved("gdp", period, "2.5");
		TargetProgress progress = progress(Area.growth("gdp", goal, reported), recorded, NATIONAL, day);
		assertThat(OutlookWords.whyNone(progress)).extracting(Text::zh).containsExactly(why);
	}

	/** 100 is done for good, 99 is not. */
	@ParameterizedTest
	@CsvSource({ "100, 已完成，不再测算", "99, 往年同期与全年的记录不足：现有0年，至少2年才推算最好与最差" })
	void hasNoneOfWhatIsDone(String done, String why) {
		Recorded recorded = Recorded.nothing()
			.approved("schools", "2024-Q2", "50")
			.approved("schools", "2024-Q3", done);
		assertThat(OutlookWords.whyNone(progress(Area.SCHOOLS, recorded, BaseShares.NONE, "2024-11-01")))
			.extracting(Text::zh)
			.containsExactly(why);
	}

	@Test
	void namesWhatIsMissingWhereThereIsAnOutlook() {
		assertThat(OutlookWords.whyNone(progress(GDP, THREE_QUARTERS, BaseShares.NONE, "2024-11-01")))
			.extracting(Text::zh)
			.containsExactly("缺少基期（2023年）前三季度的累计比重");
	}

	@Test
	void comparesNoQuartersOfOtherPrices() {
		Recorded before = Recorded.nothing().withLevel("gdp", "2023-Q1", "6.0", null, "6.0");
		Plan nominal = Area.planOf("area-2023", 2023, gdp("{at-least: 5}").replace("constant", "current"));
		PlanYear year = new PlanYear(nominal, before.figures(), BaseShares.NONE);
		assertThat(outlook(GDP, THREE_QUARTERS, NATIONAL, year).missing().getLast().zh()).contains("只有3个");
	}

	/** −2.5 ± 0.2, lower is better, s = .7, G = −2.3: (−2.5 + 1.61) / .3 = −2.967 */
	@Test
	void mirrorsWhatIsToFall() {
		String energy = gdp("{about: -2.5, tolerance: 0.2}").replace("quarterly", "quarterly, direction: lower");
		TargetProgress progress = progress(energy, Recorded.nothing().approved("gdp", "2024-Q3", "-2.3"),
				shares("2024-Q3", ".70"), "2024-11-01");
		Outlook outlook = Objects.requireNonNull(progress.outlook());
		assertThat(outlook.lowerIsBetter()).isTrue();
		assertThat(rounded(Objects.requireNonNull(outlook.required()))).isEqualTo("-3.083 -2.967 -2.850");
		assertThat(progress.explanation().zh()).contains("；全年要下降2.5%，四季度约需下降2.9%至3.1%（估算）；");
	}

	@Test
	void saysItInASentence() {
		TargetProgress progress = progress(GDP, THREE_QUARTERS, NATIONAL, "2024-11-01");
		assertThat(progress.explanation().zh()).isEqualTo(
				"前三季度同比增长4.8%（初步核算），比目标（5%左右）低0.2个百分点，符合目标要求；" + "全年要达到5.0%，四季度约需增长5.4%至5.6%（估算）；容差0.2个百分点为本系统设定。");
		assertThat(progress.explanation().en())
			.contains("; for a year of 5.0%, the fourth quarter needs to be up about 5.4% to 5.6% (estimate); ");
	}

	@ParameterizedTest
	@CsvSource({ "2024-Q1, 后三季度", "2024-Q2, 下半年", "2024-Q3, 四季度", "2024-05, 余下7个月", "2024-11, 12月" })
	void namesWhatIsLeftOfTheYear(String period, String words) {
		assertThat(OutlookWords.rest(Period.parse(period).orElseThrow()).zh()).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "5.4, 5.6, 增长5.4%至5.6%", "5.4, 5.4, 增长5.4%", "0.0, 0.2, 增长0.0%至0.2%", "-0.1, 0.2, 下降0.1%至增长0.2%",
			"-3.1, -2.9, 下降2.9%至3.1%", "0.0, 0.0, 持平", "-0.1, -0.1, 下降0.1%" })
	void saysDecreasesAsSuch(String low, String high, String words) {
		assertThat(OutlookWords.change(new BigDecimal(low), new BigDecimal(high)).zh()).isEqualTo(words);
	}

	/** Jobs: 1200, 1049 done after three quarters, 698 after two. */
	@Test
	void saysWhatIsLeftOfAQuantity() {
		Recorded recorded = Recorded.nothing().approved("jobs", "2024-Q2", "698").approved("jobs", "2024-Q3", "1049");
		Outlook outlook = outlook(Area.JOBS, recorded, BaseShares.NONE);
		assertThat(outlook.remaining())
			.isEqualTo(new Remaining(new BigDecimal("151"), BigDecimal.ZERO, 1, new BigDecimal("151")));
		// 1049 ÷ .75 = 1398.667; 1049 + 351 = 1400
		assertThat(yearEnd(outlook, Scenario.Kind.CUMULATIVE)).isEqualTo("1398.000 1398.667 1399.333");
		assertThat(yearEnd(outlook, Scenario.Kind.LATEST)).isEqualTo("1398.500 1400.000 1401.500");
		assertThat(outlook.missing()).extracting((text) -> text.zh()).containsExactly("往年同期与全年的记录不足：现有0年，至少2年才推算最好与最差");
	}

	/**
	 * Six dead after three quarters are six: 6 ÷ .75 = 8 is within 8 and no open question
	 * of 7.333 to 8.667; two more are 2, and of 8 万人 nobody counted every one.
	 */
	@Test
	void takesWhatIsCountedAsExact() {
		Recorded recorded = Recorded.nothing().approved("dead", "2024-Q2", "4").approved("dead", "2024-Q3", "6");

		Outlook counted = outlook(dead("人"), recorded, BaseShares.NONE);

		assertThat(yearEnd(counted, Scenario.Kind.CUMULATIVE)).isEqualTo("8.000 8.000 8.000");
		assertThat(yearEnd(counted, Scenario.Kind.LATEST)).isEqualTo("8.000 8.000 8.000");
		assertThat(yearEnd(outlook(dead("万人"), recorded, BaseShares.NONE), Scenario.Kind.CUMULATIVE))
			.isEqualTo("7.333 8.000 8.667");
		WhatIf whatIf = WhatIf.of(progress(dead("人"), recorded, BaseShares.NONE, "2024-11-01")).orElseThrow();
		assertThat(whatIf.met()).isEqualByComparingTo("2");
		assertThat(whatIf.refusal(new BigDecimal("2.5"))).map(Text::zh).contains("按人计数，请填整数");
		assertThat(whatIf.refusal(new BigDecimal("2.0"))).isEmpty();
	}

	private static String dead(String unit) {
		return Area.target("dead", "事故死亡人数", "Dead", "level", unit, 0, "{at-most: 8}", "quarterly");
	}

	@Test
	void hasNothingLeftOfAQuantityThatIsReached() {
		Outlook outlook = outlook(Area.JOBS, Recorded.nothing().approved("jobs", "2024-Q2", "1250"), BaseShares.NONE);
		assertThat(outlook.remaining())
			.isEqualTo(new Remaining(BigDecimal.ZERO, new BigDecimal("50"), 2, BigDecimal.ZERO));
		assertThat(outlook.missing()).extracting((text) -> text.zh()).contains("缺少2024年一季度的数据，无法推算最近一期的速度");
	}

	/** Parts of the whole by the third quarter: 900 / 1200 = .75 and 840 / 1200 = .7 */
	@Test
	void endsAQuantityBetweenTheBestAndTheWorstYearOnRecord() {
		Outlook outlook = outlook(Area.JOBS, Recorded.nothing().approved("jobs", "2024-Q3", "1050"), BaseShares.NONE,
				year(2023, Area.JOBS, jobs(2023, "900", "1200")), year(2022, Area.JOBS, jobs(2022, "840", "1200")));
		assertThat(yearEnd(outlook, Scenario.Kind.BEST)).isEqualTo("1499.286 1500.000 1500.714");
		assertThat(yearEnd(outlook, Scenario.Kind.WORST)).isEqualTo("1399.333 1400.000 1400.667");
	}

	private static Recorded jobs(int year, String reached, String whole) {
		return Recorded.nothing().approved("jobs", year + "-Q3", reached).approved("jobs", year + "-Q4", whole);
	}

	private static String gdp(String goal) {
		return Area.growth("gdp", goal, "quarterly, prices: constant, level-unit: 亿元");
	}

	private static PlanYear year(int year, Recorded recorded) {
		return year(year, GDP, recorded);
	}

	private static PlanYear year(int year, String target, Recorded recorded) {
		return new PlanYear(Area.planOf("area-" + year, year, target), recorded.figures(), BaseShares.NONE);
	}

	private static Outlook outlook(String target, Recorded recorded, BaseShares shares, PlanYear... earlier) {
		return Objects.requireNonNull(progress(target, recorded, shares, "2024-11-01", earlier).outlook());
	}

	private static TargetProgress progress(String target, Recorded recorded, BaseShares shares, String day,
			PlanYear... earlier) {
		PlanFacts facts = new PlanFacts(Area.plan(target), recorded.figures(), null, shares, List.of(earlier),
				Collections.emptyNavigableMap(), Oversight.NONE);
		return PlanStanding.of(facts, ShippedCalendars.all(), Area.noonOf(day)).targets().getFirst();
	}

	private static List<String> quarters(Recorded recorded, BaseShares shares) {
		return quartersOn("2024-11-01", GDP, recorded, shares);
	}

	private static List<String> quartersOn(String day, String target, Recorded recorded, BaseShares shares) {
		Plan plan = Area.plan(target);
		return new YearsOnRecord(List.of(new PlanYear(plan, recorded.figures(), shares)), Area.noonOf(day))
			.quarters(plan.targets().getFirst())
			.stream()
			.map((quarter) -> quarter.period() + " " + rounded(quarter.growth()) + " " + quarter.implied())
			.toList();
	}

	private static String yearEnd(Outlook outlook, Scenario.Kind kind) {
		return outlook.scenarios()
			.stream()
			.filter((scenario) -> scenario.kind() == kind)
			.map((scenario) -> rounded(scenario.yearEnd()))
			.findFirst()
			.orElse("none");
	}

	private static String rounded(Band band) {
		return rounded(band.low()) + " " + rounded(band.middle()) + " " + rounded(band.high());
	}

	private static String rounded(BigDecimal number) {
		return number.setScale(3, RoundingMode.HALF_UP).toPlainString();
	}

	private static BaseShares shares(String... periodsAndShares) {
		List<BaseShare> shares = new ArrayList<>();
		for (int index = 0; index < periodsAndShares.length; index += 2) {
			shares.add(share(periodsAndShares[index], periodsAndShares[index + 1], "2024-02-01"));
		}
		return new BaseShares(shares);
	}

	private static BaseShare share(String period, String share, String day) {
		return new BaseShare("gdp", Period.parse(period).orElseThrow(), 1, new BigDecimal(share), "来源", null, "admin",
				Area.noonOf(day), Area.noonOf(day));
	}

}
