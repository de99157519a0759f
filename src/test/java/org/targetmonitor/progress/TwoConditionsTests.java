package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.Target;
import org.targetmonitor.input.tree.YamlTree;

import static org.assertj.core.api.Assertions.assertThat;

/** 增长5%以上、突破10000亿元: what else is told of two conditions than docs/progress.md shows. */
class TwoConditionsTests {

	private static final String RETAIL = retail("{above: 10000}");

	private static String retail(String level) {
		return "{indicator: retail, name: {zh: 社零, en: Retail}, wording: 社零增长, measure: growth, unit: percent, decimals: 1, "
				+ "level-unit: 亿元, goal: {at-least: 5}, and: {level: " + level
				+ "}, reported: quarterly, department: d, nature: expected}";
	}

	private static Recorded quarters(String... values) {
		Recorded recorded = Recorded.nothing();
		for (int quarter = 0; quarter < values.length / 2; quarter++) {
			recorded = recorded.withLevel("retail", "2024-Q" + (quarter + 1), values[2 * quarter],
					values[2 * quarter + 1], null);
		}
		return recorded;
	}

	@Test
	void explainsTheLevelByItsOwnFiguresAndTheOtherBeside() {
		PlanStanding standing = Area.standing(Area.plan(RETAIL), quarters("6", "2400"), "2024-05-01");

		Explanation explanation = Explanation.of(standing, standing.target("retail").orElseThrow());

		assertThat(explanation.formula().zh())
			.isEqualTo("完成比例 = 实际 ÷ 10000；距达标线 = 完成比例 − 进度要求，不低于0为达标；全年最后一期的进度要求为100%");
		assertThat(explanation.inputs()).extracting((input) -> input.role().zh() + input.given() + "/" + input.judged())
			.containsExactly("被评价的数据2400/2400");
		assertThat(explanation.steps()).extracting((step) -> step.what().zh() + "：" + step.calculation().zh())
			.contains("完成比例：2400 ÷ 10000", "另一项条件（两项取差）：不低于5%");
		assertThat(GoalWords.of(standing.plan(), standing.plan().target("retail").orElseThrow()))
			.isEqualTo(new Text("不低于5%，且总量高于10000亿元", "at least 5%, and a level of above 10000 亿元"));
	}

	@Test
	void hasThePathAndTheOutlookOfTheConditionThatShows() {
		// 24 %, 47 % and 71 % of the year's quantity by 25 %, 50 % and 75 % of the year
		TargetProgress progress = Area.only(RETAIL, quarters("6", "2400", "6", "4700", "6", "7100"), "2024-11-01");

		assertThat(progress.path().steps())
			.extracting((step) -> step.period() + " " + step.judged().orElseThrow().actual() + " " + step.status())
			.containsExactly("2024-Q1 2400 AT_RISK", "2024-Q2 4700 AT_RISK", "2024-Q3 7100 AT_RISK");
		assertThat(progress.since()).extracting((since) -> since.period().toString()).isEqualTo("2024-Q1");
		assertThat(progress.outlook()).extracting((outlook) -> outlook.remaining())
			.extracting((left) -> left.quantity())
			.isEqualTo(new BigDecimal("2900"));
		assertThat(progress.written().judged()).map(Verdict::actual).hasValue(new BigDecimal("6.0"));
		assertThat(progress.written().path().steps()).extracting(Path.Point::status)
			.containsOnly(Status.ON_TRACK)
			.hasSize(3);
	}

	/**
	 * 6600 of 9000 by the third quarter of last year: 73.33 % of it, and 7400 is 74 %.
	 */
	@Test
	void holdsTheLevelAgainstLastYearsShareWhereItsLevelsAreKnown() {
		Plan before = Area.planOf("area-2023", 2023, RETAIL);
		Recorded lastYear = Recorded.nothing()
			.withLevel("retail", "2023-Q3", "7", "6600", null)
			.withLevel("retail", "2023-Q4", "7", "9000", null);

		TargetProgress progress = PlanStanding
			.of(new PlanFacts(Area.plan(RETAIL), quarters("6", "2400", "6", "4700", "6", "7400").figures(), before,
					lastYear.figures(), null), ShippedCalendars.all(), Area.noonOf("2024-11-01"))
			.targets()
			.getFirst();

		assertThat(progress.status()).isEqualTo(Status.ON_TRACK);
		assertThat(progress.judged()).map(Verdict::headway).map((way) -> way.basis().zh()).hasValue("上年同期进度");
	}

	/** The level asked for was 12000 first: 9000 of it are 75 %, and of 10000 90 %. */
	@Test
	void keepsTheFirstLevelWhereItWasChangedInTheYear() {
		Plan first = Area.plan(retail("{at-least: 12000}"));
		Plan changed = Area.plan(retail("{at-least: 10000}"));

		TargetProgress progress = Area
			.standing(Map.of(Area.noonOf("2023-12-01"), first, Area.noonOf("2024-08-01"), changed),
					quarters("6", "3000", "6", "6000", "15", "7400"), "2024-11-01")
			.targets()
			.getFirst();

		assertThat(progress.explanation().zh()).contains("年初目标（不低于12000亿元）的61.67%", "调整后目标（不低于10000亿元）的74.00%");
		assertThat(progress.path().steps())
			.extracting((step) -> step.period() + " " + step.target().goal().number().orElseThrow())
			.containsExactly("2024-Q1 12000", "2024-Q2 12000", "2024-Q3 10000");
	}

	@Test
	void asksForSomethingElseOnceTheSecondConditionDoes() {
		Target one = Area.plan(RETAIL).target("retail").orElseThrow();

		assertThat(one.other()).map((other) -> other.other().isPresent()).hasValue(false);
		assertThat(Area.plan(RETAIL).goalsChangedBy(Area.plan(retail("{above: 10000.0}")))).isEmpty();
		assertThat(Area.plan(RETAIL).goalsChangedBy(Area.plan(retail("{above: 9000}")))).containsExactly("retail");
		assertThat(Area.plan(RETAIL).goalsChangedBy(Area.plan(retail("{above: 10000}, lagging-below: -5"))))
			.containsExactly("retail");
		assertThat(Area.plan(RETAIL).goalsChangedBy(Area.plan(RETAIL.replace(", and: {level: {above: 10000}}", ""))))
			.containsExactly("retail");
	}

	@Test
	void staysTheSameUntilAFigureOfEitherConditionComes() {
		String income = Area.growth("income", "{at-least: 6}, and: {not-below: gdp}");
		Plan plan = Area.plan(Area.GDP, income);
		Recorded recorded = Recorded.nothing().approved("income", "2024-Q1", "6.5").approved("gdp", "2024-Q1", "6.2");

		TargetProgress before = Area.standing(plan, recorded, "2024-06-01").target("income").orElseThrow();
		TargetProgress after = Area
			.standing(plan, recorded.verified("gdp", "2024-Q1", "6.7", "2024-05-20"), "2024-06-01")
			.target("income")
			.orElseThrow();

		assertThat(before.status()).isEqualTo(Status.ON_TRACK);
		assertThat(after.status()).isEqualTo(Status.AT_RISK);
		assertThat(after.period()).hasValue(Period.parse("2024-Q1").orElseThrow());
	}

	private static TargetProgress changed(String first, String now, Recorded recorded) {
		return Area
			.standing(Map.of(Area.noonOf("2023-12-01"), Area.plan(first), Area.noonOf("2024-08-01"), Area.plan(now)),
					recorded, "2024-11-01")
			.targets()
			.getFirst();
	}

	/** 7400 of 10000 is ahead of 9000, and of 12000 61.67 %: 13 points behind 75 %. */
	@Test
	void isNotSilentWhereOnlyTheSecondConditionWasLowered() {
		Recorded recorded = quarters("6", "3000", "6", "6000", "5.1", "7600");

		TargetProgress progress = changed(retail("{at-least: 12000}"), retail("{at-least: 10000}"), recorded);

		assertThat(progress.status()).isEqualTo(Status.ON_TRACK);
		assertThat(progress.isChanged()).isTrue();
		assertThat(progress.firstLagLevel()).hasValue(2);
	}

	@Test
	void isNotSilentWhereTheSecondConditionWasDropped() {
		String alone = RETAIL.replace(", and: {level: {above: 10000}}", "");

		TargetProgress progress = changed(RETAIL, alone, quarters("6", "2400", "6", "4700", "6", "6000"));

		assertThat(progress.status()).isEqualTo(Status.ON_TRACK);
		assertThat(progress.isChanged()).isTrue();
		assertThat(progress.firstLagLevel()).hasValue(2);
		assertThat(progress.explanation().zh())
			.endsWith("年初目标的另一项条件已取消：前三季度累计6000亿元（快报数），完成年初目标（高于10000亿元）的60.00%，欠序时进度（75.00%）15.00个百分点。");
	}

	@Test
	void saysThatTheSecondConditionWasAdded() {
		String alone = RETAIL.replace(", and: {level: {above: 10000}}", "");

		TargetProgress progress = changed(alone, RETAIL, quarters("6", "2400", "6", "4700", "6", "6000"));

		assertThat(progress.status()).isEqualTo(Status.LAGGING);
		assertThat(progress.isChanged()).isTrue();
		assertThat(progress.firstLagLevel()).hasValue(0);
		assertThat(progress.explanation().zh()).endsWith("目标已调整，年初没有条件“高于10000亿元”。");
	}

	@Test
	void isNotChangedWhereBothConditionsAreWhatTheyWere() {
		TargetProgress progress = changed(RETAIL, RETAIL.replace("社零增长", "社零增长5%"),
				quarters("6", "2400", "6", "4700", "6", "7600"));

		assertThat(progress.isChanged()).isFalse();
		assertThat(progress.firstLagLevel()).isEmpty();
	}

	/** It lagged in the first quarter and made up for it; its level never came. */
	@Test
	void aLevelThatIsMissingGoesBeforeALagThatWasMadeUpFor() {
		Plan plan = PlanFile
			.read(YamlTree.read("once-lagging: all\n" + Area.header("area-2024", 2024, "330110", "某区") + "targets: ["
					+ RETAIL + "]\n"), "area-2024")
			.plan();
		Recorded recorded = Recorded.nothing().approved("retail", "2024-Q1", "4").approved("retail", "2024-Q2", "6");

		TargetProgress progress = Area.standing(plan, recorded, "2024-08-01").targets().getFirst();

		assertThat(progress.written().onceLagging() || progress.besides().other() != null).isTrue();
		assertThat(progress.status()).isEqualTo(Status.AWAITING_FIGURE);
		assertThat(progress.light()).isEqualTo(Light.GREY);
		assertThat(progress.explanation().zh()).startsWith("待数据：条件“高于10000亿元”尚无总量数据。按已有数据，");
	}

	/** 超12 misses 15 by every reading and meets 10 by every one. */
	@Test
	void theFirstTargetIsSaidOfAResultWithoutAnExactNumberToo() {
		String goal = "{indicator: retail, name: 社零, wording: 社零, measure: value, unit: 亿元, decimals: 0, goal: {at-least: %s}, "
				+ "then: {stretch: 12}, reported: quarterly, department: d, nature: expected}";
		Recorded recorded = Recorded.nothing().publishedAs("retail", "2024-Q3", "12—13");

		TargetProgress progress = changed(goal.formatted(15).replace("stretch: 12", "stretch: 16"), goal.formatted(10),
				recorded);

		assertThat(progress.explanation().zh()).isEqualTo(
				"三季度末为12—13亿元（快报数），对照目标（不低于10亿元），各种读法均符合目标要求；按年初目标（不低于15亿元）各种读法均未达到目标要求；按力争目标（力争12亿元）各种读法均符合目标要求；第二步目标已调整：此前为力争16亿元，现为力争12亿元。");
		assertThat(progress.firstLagLevel()).hasValue(2);
	}

	/** 7100 of 10000: 2900.01 more, as 10000 itself is not above 10000. */
	@Test
	void asksBothConditionsWhichRestOfTheYearMeetsThem() {
		TargetProgress progress = Area.only(RETAIL, quarters("6", "2400", "6", "4700", "6", "7100"), "2024-11-01");
		WhatIf whatIf = WhatIf.of(progress).orElseThrow();

		assertThat(new WhatIfWords(whatIf).thresholds().zh())
			.isEqualTo("条件“高于10000亿元”：四季度再完成2900.01亿元即达标；另一项条件“不低于5%”须同时达到，无法由此测算");
		assertThat(new WhatIfWords(whatIf).year(whatIf.year(new BigDecimal("3000"))).zh())
			.endsWith("；只按条件“高于10000亿元”，另一项条件“不低于5%”须同时达到");
	}

	/** A corridor of 5 to 7: so far 6, of 70 % of last year's whole. */
	@Test
	void aRestThatMeetsOneConditionAloneMeetsNoTarget() {
		String corridor = retail("{above: 1}").replace("and: {level: {above: 1}}", "and: {at-most: 7}");
		Plan before = Area.planOf("area-2023", 2023, corridor);
		Recorded lastYear = Recorded.nothing()
			.withLevel("retail", "2023-Q3", "7", "7000", null)
			.withLevel("retail", "2023-Q4", "7", "10000", null);
		TargetProgress progress = PlanStanding
			.of(new PlanFacts(Area.plan(corridor), quarters("6", "2400", "6", "4700", "6", "7100").figures(), before,
					lastYear.figures(), null), ShippedCalendars.all(), Area.noonOf("2024-11-01"))
			.targets()
			.getFirst();
		WhatIf whatIf = WhatIf.of(progress).orElseThrow();

		// 0.7 × 6 + 0.3 × 12 is 7.8
		WhatIf.Year far = whatIf.year(new BigDecimal("12"));
		assertThat(far.published()).isEqualByComparingTo("7.8");
		assertThat(far.met()).isFalse();
		assertThat(far.status()).isEqualTo(Status.MISSED);
		assertThat(new WhatIfWords(whatIf).year(far).zh()).contains("另一项条件“不高于7%”未达标，距达标线−0.8个百分点")
			.endsWith("两项合计未达标，取决于“不高于7%”");
		assertThat(whatIf.year(new BigDecimal("6")).met()).isTrue();
	}

}
