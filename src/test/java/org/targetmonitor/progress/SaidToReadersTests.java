package org.targetmonitor.progress;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.targetmonitor.period.Period;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;

import static org.assertj.core.api.Assertions.assertThat;

/** What statisticians laughed at, and how it is said since. */
class SaidToReadersTests {

	/** Nobody "may use" another fifteen accidents. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					2024-06 | 10 | 1—6月累计10起（快报数），占全年控制数（不高于20起）的50.00%，与序时进度（50.00%）持平；下半年须控制在10起以内，月均不超过1起。
					2024-02 | 5  | 1—2月累计5起（快报数），占全年控制数（不高于20起）的25.00%，高于序时进度（16.67%）8.33个百分点；余下10个月须控制在15起以内，月均不超过1起；滞后界限为本系统设定。
					2024-11 | 20 | 12月已无余量
					2024-11 | 21 | 高于序时进度（91.67%）13.33个百分点；已突破全年控制数1起，全年目标已不能实现
					""")
	void speaksOfACeilingAsOfSomethingToKeep(String period, String number, String said) {
		String accidents = Area.target("accidents", "生产安全事故起数", "Accidents", "level", "起", 0, "{at-most: 20}",
				"monthly");
		assertThat(said(accidents, period, number)).contains(said);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{at-least: 3000} | 2999 | 完成全年目标（不低于3000套）的99.97%，欠全年目标1套，未达标。
			{at-least: 3000} | 3000 | 完成全年目标（不低于3000套）的100.00%，与全年目标持平，达标。
			{at-least: 3000} | 3002 | 完成全年目标（不低于3000套）的100.07%，超全年目标2套，达标。
			{at-most: 3000}  | 3007 | 占全年控制数（不高于3000套）的100.23%，高于全年控制数7套，未达标。
			{at-most: 3000}  | 2990 | 占全年控制数（不高于3000套）的99.67%，低于全年控制数10套，达标。
			{about: 3000, tolerance: 60} | 2960 | 完成全年目标（3000套左右）的98.67%，欠全年目标40套，在容差内，达标。
			""")
	void countsPiecesAtTheYearsEnd(String goal, String number, String said) {
		assertThat(said(Area.target("flats", "保障性住房", "Flats", "level", "套", 0, goal, "quarterly"), "2024-Q4", number))
			.isEqualTo("全年累计" + number + "套（快报数），" + said);
	}

	/**
	 * 38 in three months are 13 a month, not 12.67; 1 in three months is none of them.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{at-least: 100} | 2024-09 | 62 | 四季度还需完成38家，月均约13家
			{at-least: 100} | 2024-09 | 99 | 四季度还需完成1家。
			{above: 100}    | 2024-11 | 99 | 12月还需完成超过1家
			{below: 100}    | 2024-11 | 90 | 12月须少于10家
			""")
	void asksForEnough(String goal, String period, String number, String said) {
		assertThat(said(Area.target("firms", "新增企业", "Firms", "level", "家", 0, goal, "monthly"), period, number) + "。")
			.contains(said);
	}

	/** Of a plan that is looked at in December with the first quarter's figure alone. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2024-05-01 | 一季度同比增长6.2%（快报数），比目标（不低于6%）高0.2个百分点，符合目标要求。
			2024-08-01 | 一季度同比增长6.2%（快报数），比目标（不低于6%）高0.2个百分点，符合目标要求；上半年数据逾期未报。
			2024-12-01 | 一季度同比增长6.2%（快报数），比目标（不低于6%）高0.2个百分点，符合目标要求；前三季度等2期数据逾期未报。
			""")
	void saysThatLaterFiguresAreOverdue(String day, String said) {
		assertThat(Area
			.only(Area.growth("income", "{at-least: 6}"), Recorded.nothing().approved("income", "2024-Q1", "6.2"), day)
			.explanation()
			.zh()).isEqualTo(said);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ratio  | percent | {at-most: 5.5} | 5.6 | 略超控制目标
			ratio  | percent | {at-most: 5.5} | 6.0 | 超出控制目标
			growth | percent | {about: 2, tolerance: 0.5, both: true} | 2.7 | 略有偏离
			growth | percent | {about: 2, tolerance: 0.5, both: true} | 3.5 | 偏离目标
			growth | percent | {about: 2, tolerance: 0.5, both: true} | 1.2 | 略有偏离
			growth | percent | {at-most: -2.5} | -2.0 | 滞后
			rank   | 位 | {at-most: 3} | 9 | 滞后
			""")
	void callsNothingBehindThatIsTooMuch(String measure, String unit, String goal, String value, String words) {
		int decimals = measure.equals("rank") ? 0 : 1;
		assertThat(Area
			.only(Area.target("x", "某指标", "Some", measure, unit, decimals, goal, "quarterly, direction: lower"),
					Recorded.nothing().approved("x", "2024-Q1", value), "2024-05-01")
			.statusWords()
			.zh()).isEqualTo(words);
	}

	/** A place needs no unit to be one. */
	@ParameterizedTest
	@ValueSource(strings = { "位", "none", "无单位" })
	void saysOfARankThatItIsAPlace(String unit) {
		assertThat(Area
			.only(Area.target("rank", "综合排名", "Rank", "rank", unit, 0, "{at-most: 3}", "quarterly, direction: lower"),
					Recorded.nothing().approved("rank", "2024-Q3", "4"), "2024-11-01")
			.explanation()
			.zh()).isEqualTo("前三季度居第4位（快报数），比目标（前3位）落后1位，尚未达到目标要求；滞后界限为本系统设定。");
	}

	/** From October on there are 92 days. */
	@Test
	void knowsHowManyDaysAreLeft() {
		String days = Area.target("days", "空气质量优良天数", "Good days", "level", "天", 0, "{at-least: 330}", "monthly");

		assertThat(said(days, "2024-09", "240")).contains("四季度还需90天，月均30天");
		assertThat(said(days, "2024-09", "235")).contains("全年目标还差95天，四季度只有92天，已不能实现");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			change: {at-most: -2} | 6  | 比2023年全年的第9位（目标：比上年前移2位以上）领先3位，达标
			change: {at-most: -2} | 8  | 比2023年全年的第9位（目标：比上年前移2位以上）领先1位，还差1位，未达标
			change: {at-most: 0}  | 9  | 与2023年全年的第9位（目标：位次不低于上年）持平，达标
			change: {below: 0}    | 8  | 比2023年全年的第9位（目标：位次比上年前移）领先1位，达标
			change: {at-most: 1}  | 11 | 比2023年全年的第9位（目标：比上年后移不超过1位）落后2位，超出1位，未达标
			""")
	void movesUpWhereTheRankBecomesSmaller(String change, String rank, String said) {
		String place = Area.target("rank", "综合排名", "Rank", "rank", "位", 0,
				"{compared-with: year-before, " + change + "}", "quarterly");
		PlanStanding standing = standing(Area.plan(place), Recorded.nothing().approved("rank", "2024-Q4", rank),
				Area.planOf("area-2023", 2023, place), Recorded.nothing().approved("rank", "2023-Q4", "9"),
				"2025-02-01");

		assertThat(standing.target("rank").orElseThrow().explanation().zh()).contains(said);
	}

	/** 15.35 was more than 15.2 when the year began: 15.31 is not short of anything. */
	@Test
	void leadsNoPathDownToANumberThatWasPassedBefore() {
		String insured = Area.target("insured", "参保人数", "Insured", "value", "万人", 2, "{at-least: 15.2}",
				"quarterly, accumulates: point, path: {from: 15.35, by: linear}");

		TargetProgress above = Area.only(insured, Recorded.nothing().approved("insured", "2024-Q1", "15.31"),
				"2024-05-01");
		assertThat(above.status()).isEqualTo(Status.ON_TRACK);
		assertThat(above.explanation().zh()).contains("比目标（不低于15.2万人）多0.11万人，符合目标要求");
		assertThat(
				Area.only(insured, Recorded.nothing().approved("insured", "2024-Q1", "15.19"), "2024-05-01").status())
			.isEqualTo(Status.AT_RISK);
	}

	/** 86.18 + (90 − 86.18) × 4/12 = 87.4533. */
	@Test
	void saysThePathAsExactlyAsTheFigure() {
		String share = Area.target("share", "就读比例", "Share", "ratio", "percent", 2, "{at-least: 90}",
				"monthly, accumulates: point, path: {from: 86.18, by: linear}");

		assertThat(said(share, "2024-04", "86.18")).contains("比按路径应达到的87.45%（自86.18%起按月均匀推进，目标不低于90%）低1.27个百分点");
	}

	/** Ahead of last year's course and behind the clock is not far ahead. */
	@Test
	void isNotAheadWhereTheOtherPaceIsNotReached() {
		String firms = Area.target("firms", "新增企业", "Firms", "level", "家", 0, "{at-least: 100}", "quarterly");
		Recorded lastYear = Recorded.nothing().approved("firms", "2023-Q3", "30").approved("firms", "2023-Q4", "90");

		TargetProgress progress = standing(Area.plan(firms), Recorded.nothing().approved("firms", "2024-Q3", "62"),
				Area.planOf("area-2023", 2023, firms), lastYear, "2024-11-01")
			.target("firms")
			.orElseThrow();

		assertThat(progress.besides().ahead()).isNull();
		assertThat(progress.explanation().zh()).contains("超上年同期进度（33.33%）28.67个百分点，另欠序时进度（75.00%）13.00个百分点");
	}

	/** 27.25 − 22.87 is 4.38, whatever lies behind the hundredths. */
	@Test
	void printsWhatAReaderSubtracts() {
		String jobs = Area.target("jobs", "城镇新增就业", "New jobs", "level", "万人", 2, "{at-least: 110}", "quarterly");
		Recorded lastYear = Recorded.nothing()
			.approved("jobs", "2023-Q1", "30.08")
			.approved("jobs", "2023-Q4", "131.55");

		TargetProgress progress = standing(Area.plan(jobs), Recorded.nothing().approved("jobs", "2024-Q1", "29.98"),
				Area.planOf("area-2023", 2023, jobs), lastYear, "2024-05-01")
			.target("jobs")
			.orElseThrow();

		assertThat(progress.explanation().zh()).contains("的27.25%，超上年同期进度（22.87%）4.38个百分点");
		assertThat(SignedWords.margin(progress.judged().orElseThrow(), progress.target().measurement()).zh())
			.isEqualTo("+4.38个百分点");
	}

	@Test
	void tellsTheYearBeforeOfAQuantityThatIsHeldAgainstIt() {
		String accidents = Area.target("accidents", "事故起数", "Accidents", "level", "起", 0,
				"{compared-with: year-before, change: {at-most: 0}}", "quarterly");

		TargetProgress progress = standing(Area.plan(accidents),
				Recorded.nothing().approved("accidents", "2024-Q4", "301"), Area.planOf("area-2023", 2023, accidents),
				Recorded.nothing().approved("accidents", "2023-Q2", "184").approved("accidents", "2023-Q4", "350"),
				"2025-02-01")
			.target("accidents")
			.orElseThrow();

		assertThat(progress.explanation().zh()).isEqualTo("全年累计301起（快报数），占全年控制数（不高于上年，上年350起）的86.00%，低于全年控制数49起，达标。");
	}

	@Test
	void tellsWhatIsOnlyMonitored() {
		assertThat(said(Area.growth("income", "none"), "2024-Q3", "5.2")).isEqualTo("仅监测：前三季度同比增长5.2%。");
		assertThat(Area.only(Area.growth("income", "none"), Recorded.nothing(), "2024-11-01").explanation().zh())
			.isEqualTo("仅监测。");
	}

	@Test
	void letsAnIntensityRiseAndNotGrow() {
		String energy = Area.target("energy", "单位地区生产总值能耗", "Energy intensity", "growth", "percent", 1,
				"{at-most: -2.5}", "quarterly, prices: constant, direction: lower");

		assertThat(said(energy, "2024-Q2", "0.9")).startsWith("上半年同比上升0.9%");
	}

	/** Of a plan with last year's. */
	static PlanStanding standing(Plan plan, Recorded recorded, Plan before, Recorded lastYear, String day) {
		return PlanStanding.of(new PlanFacts(plan, recorded.figures(), before, lastYear.figures(), null),
				ShippedCalendars.all(), Area.noonOf(day));
	}

	private static String said(String target, String period, String number) {
		String indicator = Objects.requireNonNull(Area.plan(target).targets().getFirst()).indicator();
		return Area
			.only(target, Recorded.nothing().approved(indicator, period, number),
					Period.parse(period).orElseThrow().end().plusDays(15).toString())
			.explanation()
			.zh();
	}

}
