package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.submission.BaseShare;
import org.targetmonitor.submission.BaseShares;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told of how a verdict came about. */
class ExplanationTests {

	@Test
	void tellsEveryStepOfAGrowthTarget() {
		Recorded recorded = Recorded.nothing().approved("gdp", "2024-Q3", "4.84");

		Explanation explanation = explain(Area.GDP_ABOUT_5, recorded);

		assertThat(explanation.formula().zh()).isEqualTo("实际 ≥ 5 − 0.2 为达标；距达标线 = 实际 − (5 − 0.2)");
		assertThat(explanation.steps()).extracting(ExplanationTests::zh)
			.containsExactly("生产总值取公布位数（1位小数，四舍五入）：4.84 = 4.8", "与目标相差：4.8 − 5 = −0.2", "达标线：5 − 0.2 = 4.8",
					"距达标线：4.8 − 4.8 = 0.0", "状态：年内，符合目标要求 = 符合进度");
	}

	@Test
	void namesTheRevisionOfEveryInput() {
		Recorded recorded = Recorded.nothing()
			.approved("income", "2024-Q1", "5.4")
			.approved("gdp", "2024-Q1", "5.3")
			.verified("gdp", "2024-Q1", "5.35", "2024-05-01");
		String income = Area.growth("income", "{in-step-with: gdp, tolerance: 0.5}", "quarterly, prices: current");

		PlanStanding standing = Area.standing(Area.plan(Area.GDP, income), recorded, "2024-05-15");
		Explanation explanation = Explanation.of(standing, standing.target("income").orElseThrow());

		assertThat(explanation.inputs())
			.extracting((input) -> input.role().zh() + " " + input.indicator() + " " + input.revision() + " "
					+ input.given() + " " + input.judged() + " " + input.firmness().zh() + " " + basis(input))
			.containsExactly("被评价的数据 income 1 5.4 5.4 快报数 名义", "对照数据 gdp 2 5.35 5.4 最终核实 实际");
		assertThat(explanation.bands()).extracting(Text::zh)
			.containsExactly("滞后界限：距达标线−0.5个百分点及以下（本系统设定）", "容差0.5个百分点（本系统设定）");
	}

	@Test
	void tellsTheSharesOfAQuantity() {
		Recorded recorded = Recorded.nothing().approved("jobs", "2024-Q2", "698");

		assertThat(explain(Area.JOBS, recorded).formula().zh())
			.isEqualTo("完成比例 = 实际 ÷ 1200；距达标线 = 完成比例 − 进度要求，不低于0为达标；全年最后一期的进度要求为100%");
		// 698 ÷ 1200 = 0.581666…
		assertThat(explain(Area.JOBS, recorded).steps()).extracting(ExplanationTests::zh)
			.contains("完成比例：698 ÷ 1200 = 58.17%", "进度要求：序时进度 = 50.00%", "距达标线：58.17% − 50.00% = +8.17个百分点");
	}

	/** 1176 of 1200 are enough, so 49 % by the half; 590 are 49.17 %. */
	@Test
	void tellsWhatIsAskedForOfANumberWithATolerance() {
		String about = Area.target("jobs", "城镇新增就业", "New jobs", "level", "万人", 0, "{about: 1200, tolerance: 24}",
				"quarterly");
		Explanation explanation = explain(about, Recorded.nothing().approved("jobs", "2024-Q2", "590"));

		assertThat(explanation.formula().zh())
			.isEqualTo("完成比例 = 实际 ÷ 1200；距达标线 = 完成比例 − 进度要求 × 1176 ÷ 1200，不低于0为达标；全年最后一期的进度要求为100%");
		assertThat(explanation.steps()).extracting(ExplanationTests::zh)
			.contains("距达标线：49.17% − 50.00% × 1176 ÷ 1200 = +0.17个百分点");
	}

	/** What a path is and where it begins stands beside the number. */
	@Test
	void tellsThePath() {
		String given = Area.target("firms", "企业数", "Firms", "level", "家", 0, "{at-least: 3500}",
				"quarterly, accumulates: point, path: {from: 2980, by: linear}");
		String ofLastYear = Area.target("share", "占比", "Share", "ratio", "percent", 1, "{at-least: 62}",
				"quarterly, path: {by: last-year}");
		Recorded recorded = Recorded.nothing().approved("firms", "2024-Q3", "3420");

		assertThat(explain(given, recorded).formula().zh())
			.isEqualTo("实际 ≥ 3500 为达标；距达标线 = 实际 − 3500；年内以按路径应达到的数代替3500：自2980（计划给定）起按月均匀推进");
		// 2980 + (3500 − 2980) × 9 ÷ 12
		assertThat(explain(given, recorded).steps()).extracting(ExplanationTests::zh)
			.contains("按路径应达到的数（自年初起按月均匀推进，年底到目标数）：2980 → 3500 = 3370");
		assertThat(explain(ofLastYear, Recorded.nothing()).formula().zh()).endsWith("年内以按路径应达到的数代替62：自上年年末数起按上年同期进展");
	}

	/**
	 * 600 of 1,000 by the half of last year: a pace of 60 % out of two revisions of last
	 * year.
	 */
	@Test
	void namesTheFiguresThatThePaceWasTakenFrom() {
		Plan before = Area.planOf("area-2023", 2023, Area.JOBS);
		Recorded lastYear = Recorded.nothing().approved("jobs", "2023-Q2", "600").approved("jobs", "2023-Q4", "1000");
		PlanFacts facts = new PlanFacts(Area.plan(Area.JOBS),
				Recorded.nothing().approved("jobs", "2024-Q2", "698").figures(), before, lastYear.figures(), null);
		PlanStanding standing = PlanStanding.of(facts, ShippedCalendars.all(), Area.noonOf("2024-11-01"));

		Explanation explanation = Explanation.of(standing, standing.targets().getFirst());

		assertThat(explanation.inputs())
			.extracting(
					(input) -> input.role().zh() + " " + input.period() + " " + input.revision() + " " + input.judged())
			.containsExactly("被评价的数据 2024-Q2 1 698", "进度要求所依据的上年数 2023-Q2 1 600", "进度要求所依据的上年数 2023-Q4 1 1000");
		assertThat(explanation.steps()).extracting(ExplanationTests::zh).contains("进度要求：上年同期进度 = 60.00%");
	}

	/** Levels of 900 by the third quarter of 1200 in the year before: s = 0.75. */
	@Test
	void namesTheLevelsThatTheBaseShareWasTakenFrom() {
		String gdp = Area.growth("gdp", "{about: 5, tolerance: 0.2}", "quarterly, prices: constant, level-unit: 亿元");
		Recorded before = Recorded.nothing()
			.withLevel("gdp", "2023-Q3", "5.2", "900", null)
			.withLevel("gdp", "2023-Q4", "5.1", "1200", null);
		PlanFacts facts = new PlanFacts(Area.plan(gdp), Recorded.nothing().approved("gdp", "2024-Q3", "4.8").figures(),
				Area.planOf("area-2023", 2023, gdp), before.figures(), null);
		PlanStanding standing = PlanStanding.of(facts, ShippedCalendars.all(), Area.noonOf("2024-11-01"));

		assertThat(Explanation.of(standing, standing.targets().getFirst()).inputs())
			.extracting((input) -> input.period() + " " + input.revision() + " " + input.judged())
			.containsExactly("2024-Q3 1 4.8", "2023-Q3 1 900", "2023-Q4 1 1200");
	}

	@Test
	void tellsACeilingTheOtherWayRound() {
		Recorded recorded = Recorded.nothing().approved("air", "2024-Q1", "32");

		// 2 of 30 is 6.7 %, past the band of 5 %
		assertThat(explain(Area.AIR, recorded).steps()).extracting(ExplanationTests::zh)
			.containsExactly("细颗粒物取公布位数（0位小数，四舍五入）：32 = 32", "与目标相差：32 − 30 = 2", "达标线： = 30", "距达标线：30 − 32 = −2",
					"状态：年内，尚未达到目标要求，达到滞后界限−5%（占目标数） = 超出控制目标");
	}

	@Test
	void writesANegativeNumberInBrackets() {
		String energy = Area.growth("energy", "{about: -2.5, tolerance: 0.2}", "quarterly, direction: lower");

		// −2.4 − (−2.5) = 0.1; the line is −2.3, and −2.3 − (−2.4) = 0.1
		assertThat(explain(energy, Recorded.nothing().approved("energy", "2024-Q1", "-2.4")).steps())
			.extracting(ExplanationTests::zh)
			.contains("与目标相差：−2.4 − (−2.5) = 0.1", "距达标线：−2.3 − (−2.4) = 0.1");
	}

	@Test
	void saysWhatIsMissingWhereThereIsNoVerdict() {
		Explanation explanation = explain(Area.HEADING, Recorded.nothing());

		assertThat(explanation.inputs()).isEmpty();
		assertThat(explanation.steps()).extracting(ExplanationTests::zh).containsExactly("状态：指标数尚未下达 = 待下达");
		assertThat(explain(Area.GDP, Recorded.nothing()).steps()).extracting(ExplanationTests::zh)
			.containsExactly("状态： = 待数据");
	}

	@Test
	void tellsHowWhatTheRestOfTheYearMustBringCameAbout() {
		BaseShare share = new BaseShare("gdp", Period.parse("2024-Q3").orElseThrow(), 1, new BigDecimal("0.7051"), "来源",
				null, "admin", Area.noonOf("2024-02-01"), Area.noonOf("2024-02-01"));
		PlanFacts facts = new PlanFacts(Area.plan(Area.GDP_ABOUT_5),
				Recorded.nothing().approved("gdp", "2024-Q3", "4.8").figures(), null, new BaseShares(List.of(share)),
				List.of(), Collections.emptyNavigableMap(), Oversight.NONE);
		PlanStanding standing = PlanStanding.of(facts, ShippedCalendars.all(), Area.noonOf("2024-11-01"));
		Explanation explanation = Explanation.of(standing, standing.targets().getFirst());
		assertThat(explanation.inputs())
			.extracting((input) -> input.period() + " " + input.revision() + " " + input.judged())
			.containsExactly("2024-Q3 1 4.8", "2024-Q3 1 0.7051");
		assertThat(explanation.steps()).extracting(ExplanationTests::zh)
			.endsWith("测算：基期（2023年）累计比重 s：录入的基期比重第1版，来源：来源 = 0.7051",
					"测算：四季度所需增速 r = (G* − s·G) ÷ (1 − s)：(5 − 0.7051 × 4.8) ÷ (1 − 0.7051) = 5.478%",
					"测算：r的区间（G为公布数，前后各半个末位）：G = 4.85至4.75 = 5.359%至5.598%");
		assertThat(explain(Area.JOBS, Recorded.nothing().approved("jobs", "2024-Q3", "1049")).steps())
			.extracting(ExplanationTests::zh)
			.endsWith("测算：四季度余下数量（目标 − 累计）：1200 − 1049 = 151");
	}

	@Test
	void namesTheReadingOfADisputableWording() {
		String read = Area.GDP.replace("wording: 原文", "wording: 原文, reading: 按不低于6%评价");

		assertThat(explain(read, Recorded.nothing()).bands()).extracting(Text::zh)
			.containsExactly("滞后界限：距达标线−0.5个百分点及以下（本系统设定）", "读法：按不低于6%评价（本系统设定）");
	}

	private static Explanation explain(String target, Recorded recorded) {
		PlanStanding standing = Area.standing(Area.plan(target), recorded, "2024-11-01");
		return Explanation.of(standing, standing.targets().getFirst());
	}

	private static String basis(Explanation.Input input) {
		return (input.basis() != null) ? input.basis().zh() : "";
	}

	private static String zh(Explanation.Step step) {
		return step.what().zh() + "：" + step.calculation().zh() + " = " + step.result().zh();
	}

}
