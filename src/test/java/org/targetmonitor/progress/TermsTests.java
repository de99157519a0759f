package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.GoalPath;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.submission.BaseShares;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * On what terms a goal is judged: a second step, a path to what must be reached by the
 * year's end, the pace that was chosen, and a target that was changed in the year. Every
 * number is worked by hand.
 */
class TermsTests {

	private static final String FIRMS = Area.target("firms", "高新技术企业", "Firms", "value", "家", 0, "{at-least: 3500}",
			"quarterly, path: {from: 2980}");

	/** 7%以上，力争8%: one target, one light. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2024-Q3 | 7.5 | ON_TRACK | 比目标（不低于7%）高0.5个百分点，符合目标要求；比力争8%的目标低0.5个百分点，尚未达到
			2024-Q3 | 8.1 | ON_TRACK | 比目标（不低于7%）高1.1个百分点，符合目标要求；比力争8%的目标高0.1个百分点，已达到
			2024-Q3 | 6.9 | AT_RISK  | 比目标（不低于7%）低0.1个百分点，尚未达到目标要求；比力争8%的目标低1.1个百分点，尚未达到
			2024-Q4 | 7.9 | ACHIEVED | 比目标（不低于7%）高0.9个百分点，达标；比力争8%的目标低0.1个百分点，未达到
			""")
	void saysTheSecondStepBesideTheFirst(String period, String actual, Status status, String says) {
		String goal = "{at-least: 7, then: {stretch: 8}}";
		TargetProgress gdp = Area.only(Area.growth("gdp", goal), Recorded.nothing().approved("gdp", period, actual),
				"2025-02-01");
		TargetProgress alone = Area.only(Area.growth("gdp", "{at-least: 7}"),
				Recorded.nothing().approved("gdp", period, actual), "2025-02-01");

		assertThat(gdp.status()).isEqualTo(status).isEqualTo(alone.status());
		assertThat(gdp.light()).isEqualTo(alone.light());
		assertThat(gdp.explanation().zh()).contains(says);
		assertThat(Area
			.only(Area.growth("gdp", "{at-least: 7}", "quarterly, prices: constant, then: {stretch: 8}"),
					Recorded.nothing().approved("gdp", period, actual), "2025-02-01")
			.explanation()).isEqualTo(gdp.explanation());
	}

	/** From 2980 to 3500 in twelve equal steps: 3110, 3240, 3370, 3500. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2024-Q1 | 3110 | ON_TRACK | 3110 | 0    | 与按路径应达到的3110家（自2980家起按月均匀推进，目标不低于3500家）持平，符合进度要求
			2024-Q2 | 3200 | AT_RISK  | 3240 | -40  | 比按路径应达到的3240家（自2980家起按月均匀推进，目标不低于3500家）少40家，未达进度要求
			2024-Q3 | 3250 | AT_RISK  | 3370 | -120 | 比按路径应达到的3370家（自2980家起按月均匀推进，目标不低于3500家）少120家，未达进度要求
			2024-Q3 | 3195 | LAGGING  | 3370 | -175 | 少175家，未达进度要求
			2024-Q4 | 3499 | MISSED   | 3500 | -1   | 比目标（不低于3500家）少1家，未达标
			2024-Q4 | 3500 | ACHIEVED | 3500 | 0    | 与目标（不低于3500家）持平，达标
			""")
	void holdsWhatMustBeReachedAgainstItsPath(String period, String actual, Status status, BigDecimal line,
			BigDecimal margin, String says) {
		TargetProgress firms = Area.only(FIRMS, Recorded.nothing().approved("firms", period, actual), "2025-02-01");

		assertThat(firms.status()).isEqualTo(status);
		Verdict verdict = Objects.requireNonNull(firms.verdict());
		assertThat(verdict.comparison().line()).isEqualByComparingTo(line);
		assertThat(verdict.margin()).isEqualByComparingTo(margin);
		assertThat(firms.explanation().zh()).contains(says);
	}

	/** 占比达到62%: nobody expects it in March, and without a beginning nobody is red. */
	@Test
	void takesWhatIsReachedForAPathAndWaitsForItsBeginning() {
		String share = Area.target("share", "占比", "Share", "ratio", "percent", 1, "{at-least: 62}", "quarterly")
			.replace("原文", "数字经济占比达到62%");

		TargetProgress unknown = Area.only(share, Recorded.nothing().approved("share", "2024-Q3", "61.2"),
				"2024-11-01");
		assertThat(unknown.status()).isEqualTo(Status.AWAITING_FIGURE);
		assertThat(unknown.explanation().zh()).contains("缺少路径的起点：上年没有同口径的全年数");
		assertThat(Area.only(share, Recorded.nothing().approved("share", "2024-Q3", "62.1"), "2024-11-01").status())
			.as("reached already")
			.isEqualTo(Status.ON_TRACK);
		assertThat(Area.only(share, Recorded.nothing().approved("share", "2024-Q4", "61.2"), "2025-02-01").status())
			.as("the year's end needs no path")
			.isEqualTo(Status.MISSED);
	}

	/** Last year ended at 60: after three quarters 60 + 2 × 0.75 = 61.5 are asked for. */
	@Test
	void beginsWhereLastYearEnded() {
		String share = Area.target("share", "占比", "Share", "ratio", "percent", 1, "{at-least: 62}",
				"quarterly, path: linear");
		Plan before = Area.planOf("area-2023", 2023, share);
		Recorded then = Recorded.nothing().approved("share", "2023-Q4", "60");

		TargetProgress now = standing(Area.plan(share), Recorded.nothing().approved("share", "2024-Q3", "61.2"), before,
				then, "2024-11-01")
			.target("share")
			.orElseThrow();

		assertThat(now.status()).isEqualTo(Status.AT_RISK);
		assertThat(now.judged().map(Verdict::margin))
			.hasValueSatisfying((margin) -> assertThat(margin).isEqualByComparingTo("-0.3"));
		assertThat(now.judged().map(Verdict::waypoint)).hasValueSatisfying((point) -> {
			assertThat(point.by()).isEqualTo(GoalPath.By.LINEAR);
			assertThat(point.from()).hasSize(1);
		});
	}

	/**
	 * October's figure could be held against a path in November, when last year's final
	 * value became known: 60 + 2 × 0.75 = 61.5.
	 */
	@Test
	void hasAHistoryFromTheDayOnThatLastYearIsKnown() {
		String share = Area.target("share", "占比", "Share", "ratio", "percent", 1, "{at-least: 62}",
				"quarterly, path: linear");
		Plan before = Area.planOf("area-2023", 2023, share);
		Recorded then = Recorded.nothing().approved("share", "2023-Q4", "60", "2024-11-10");
		Recorded recorded = Recorded.nothing().approved("share", "2024-Q3", "61.2");

		TargetProgress now = standing(Area.plan(share), recorded, before, then, "2024-11-20").target("share")
			.orElseThrow();

		assertThat(now.status()).isEqualTo(Status.AT_RISK);
		assertThat(now.path().steps()).singleElement().satisfies((step) -> {
			assertThat(step.status()).isEqualTo(Status.AT_RISK);
			assertThat(step.firstKnown()).isEqualTo(Area.noonOf("2024-11-10"));
		});
	}

	/**
	 * Two years ago ended at 58, last year stood at 59.5 after three quarters and at 60
	 * at its end: three quarters of the way. 60 + 2 × 1.5 ÷ 2 = 61.5; had it stood at 59,
	 * half of it: 61; at 61, it was beyond its end, and no more than 62 is asked for.
	 */
	@ParameterizedTest
	@CsvSource({ "59.5, 61.5, AT_RISK", "59, 61, ON_TRACK", "61, 62, LAGGING" })
	void goesAsLastYearWent(String then, BigDecimal line, Status status) {
		String share = Area.target("share", "占比", "Share", "ratio", "percent", 1, "{at-least: 62}",
				"quarterly, path: last-year");
		PlanYear before = year(2022, share, Recorded.nothing().approved("share", "2022-Q4", "58"));
		PlanYear last = year(2023, share,
				Recorded.nothing().approved("share", "2023-Q3", then).approved("share", "2023-Q4", "60"));
		PlanFacts facts = new PlanFacts(Area.plan(share),
				Recorded.nothing().approved("share", "2024-Q3", "61.2").figures(), null, BaseShares.NONE,
				List.of(last, before), new TreeMap<>(), Oversight.NONE);

		TargetProgress now = PlanStanding.of(facts, ShippedCalendars.all(), Area.noonOf("2024-11-01"))
			.target("share")
			.orElseThrow();

		assertThat(now.status()).isEqualTo(status);
		assertThat(now.judged().map((verdict) -> verdict.comparison().line()))
			.hasValueSatisfying((at) -> assertThat(at).isEqualByComparingTo(line));
		assertThat(now.judged().map(Verdict::waypoint).map(Waypoint::from))
			.hasValueSatisfying((from) -> assertThat(from).extracting((revision) -> revision.period().toString())
				.containsExactly("2023-Q4", "2022-Q4", "2023-Q3"));
	}

	private static PlanYear year(int year, String target, Recorded recorded) {
		return new PlanYear(Area.planOf("area-" + year, year, target), recorded.figures(), BaseShares.NONE);
	}

	/** 697 of 1200 are 58.08 %: ahead of the half, behind last year's 60 %. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			pace: elapsed   | ON_TRACK | 超序时进度（50.00%）8.08个百分点，另欠上年同期进度（60.00%）1.92个百分点
			pace: last-year | AT_RISK  | 欠上年同期进度（60.00%）1.92个百分点，另超序时进度（50.00%）8.08个百分点
			early: false    | AT_RISK  | 欠上年同期进度（60.00%）1.92个百分点，另超序时进度（50.00%）8.08个百分点
			""")
	void holdsAQuantityAgainstThePaceThatWasChosen(String pace, Status status, String says) {
		String jobs = Area.target("jobs", "城镇新增就业", "New jobs", "level", "万人", 0, "{at-least: 1200}",
				"quarterly, " + pace);
		Plan before = Area.planOf("area-2023", 2023, jobs);
		Recorded then = Recorded.nothing().approved("jobs", "2023-Q2", "600").approved("jobs", "2023-Q4", "1000");

		TargetProgress now = standing(Area.plan(jobs), Recorded.nothing().approved("jobs", "2024-Q2", "697"), before,
				then, "2024-08-01")
			.target("jobs")
			.orElseThrow();

		assertThat(now.status()).isEqualTo(status);
		assertThat(now.explanation().zh()).contains(says);
	}

	/**
	 * A quantity is ahead by more than 10 points, or done; what is spent slowly is
	 * neither.
	 */
	@ParameterizedTest
	@CsvSource({ "{at-least: 1000}, 600, ", "{at-least: 1000}, 601, OF_PACE", "{at-least: 1000}, 1000, OF_TIME",
			"{above: 1000}, 1000, OF_PACE", "{above: 1000}, 1001, OF_TIME", "{at-most: 1000}, 100, ",
			"{at-least: 1000}, 499, " })
	void saysWhatIsAheadOfItsPaceOrDone(String goal, String done, @Nullable Ahead ahead) {
		TargetProgress progress = Area.only(
				Area.target("jobs", "城镇新增就业", "New jobs", "level", "万人", 0, goal, "quarterly"),
				Recorded.nothing().approved("jobs", "2024-Q2", done), "2024-08-01");

		assertThat(progress.besides().ahead()).isEqualTo(ahead);
		assertThat(progress.statusWords().zh().contains("（")).isEqualTo(ahead != null);
		Lights lights = Lights.of(List.of(progress));
		assertThat(List.of(lights.ahead(), lights.early())).containsExactly((ahead == Ahead.OF_PACE) ? 1L : 0L,
				(ahead == Ahead.OF_TIME) ? 1L : 0L);
	}

	/** A figure in 亿元 says nothing of a target that was a growth rate. */
	@Test
	void holdsNoFigureAgainstAFirstTargetThatWasMeasuredOtherwise() {
		Map<Instant, Plan> versions = Map.of(Area.noonOf("2024-02-01"), Area.plan(Area.growth("gdp", "{at-least: 6}")),
				Area.noonOf("2024-06-15"),
				Area.plan(Area.target("gdp", "生产总值", "GDP", "level", "亿元", 1, "{at-least: 1000}", "quarterly")));

		assertThat(Area.standing(versions, Recorded.nothing().approved("gdp", "2024-Q3", "800"), "2024-11-01")
			.target("gdp")
			.orElseThrow()
			.besides()
			.first()).isNull();
	}

	/** Yuhang's revenue of 2024: budgeted at 6.0 % more, changed to 0.1 %, 0.2 % came. */
	@Test
	void givesTheLastVerdictForTheFirstTargetAndForTheChangedOne() {
		Map<Instant, Plan> versions = Map.of(Area.noonOf("2024-02-01"),
				Area.plan(Area.growth("gdp", "{at-least: 6.0}")), Area.noonOf("2024-11-15"),
				Area.plan(Area.growth("gdp", "{at-least: 0.1}")));

		TargetProgress revenue = Area
			.standing(versions, Recorded.nothing().approved("gdp", "2024-Q4", "0.2"), "2025-02-01")
			.target("gdp")
			.orElseThrow();

		assertThat(revenue.status()).isEqualTo(Status.ACHIEVED);
		assertThat(revenue.isChanged()).isTrue();
		assertThat(Objects.requireNonNull(revenue.besides().first()).status()).isEqualTo(Status.MISSED);
		assertThat(revenue.explanation().zh()).contains("比年初目标（不低于6.0%）低5.8个百分点，未达标；比调整后目标（不低于0.1%）高0.1个百分点，达标");
		assertThat(revenue.explanation().en())
			.contains("5.8 percentage points below the first target of at least 6.0%, not met; "
					+ "0.1 percentage points above the changed target of at least 0.1%, met");
	}

	/** 6 % was promised, 5.2 % came, and the target is only watched since. */
	@Test
	void keepsTheVerdictForTheFirstTargetWhereThereIsNoneAnyMore() {
		Map<Instant, Plan> versions = Map.of(Area.noonOf("2024-02-01"), Area.plan(Area.growth("gdp", "{at-least: 6}")),
				Area.noonOf("2024-11-15"), Area.plan(Area.growth("gdp", "none")));

		TargetProgress gdp = Area.standing(versions, Recorded.nothing().approved("gdp", "2024-Q3", "5.2"), "2024-12-01")
			.target("gdp")
			.orElseThrow();

		assertThat(gdp.verdict()).isNull();
		assertThat(Objects.requireNonNull(gdp.besides().first()).status()).isEqualTo(Status.LAGGING);
		assertThat(gdp.explanation().zh()).contains("比年初目标（不低于6%）低0.8个百分点，尚未达到目标要求");
	}

	/** 6 became 5 and is 6 again: between them 5 was asked for. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{at-least: 6} | {at-least: 5} | {at-least: 6.0} | 比目标（不低于6.0%）低0.5个百分点 | 目标曾调整为不低于5%，现恢复为年初目标
			{at-least: 6} | {at-least: 5} | {at-least: 5.5} | 比年初目标（不低于6%）低0.5个百分点 | 与调整后目标（不低于5.5%）持平
			""")
	void tellsATargetThatWasPutBackFromOneThatWasChangedTwice(String first, String second, String third, String by,
			String change) {
		String said = said(Map.of(Area.noonOf("2024-01-01"), Area.plan(Area.growth("gdp", first)),
				Area.noonOf("2024-03-15"), Area.plan(Area.growth("gdp", second)), Area.noonOf("2024-06-15"),
				Area.plan(Area.growth("gdp", third))), "5.5");

		assertThat(said).contains(by, change);
		assertThat(said.contains("此前为")).isFalse();
	}

	/** 3%左右 is called the same whichever way is good: the change is named. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{about: 3, tolerance: 0.2} | {about: 3, tolerance: 0.2}, direction: lower | 目标的方向已调整：此前为越高越好，现为越低越好
					{about: 3, tolerance: 0.2} | {about: 3, tolerance: 0.2, both: true} | 目标的方向已调整：此前为越高越好，现为须在区间内
					{about: 3, tolerance: 0.2} | {about: 3, tolerance: 0.6} | 目标的容差已调整：此前为0.2个百分点，现为0.6个百分点
					{between: [2, 3]}, direction: higher | {between: [2, 3]}, direction: lower | 目标的方向已调整：此前为越高越好，现为越低越好
					{between: [2, 3]}, direction: higher | {between: [2, 3]}, direction: lower | 按年初目标，高于预期区间上限（3%）0.5个百分点，符合目标要求；按调整后目标，高于预期区间上限
					""")
	void namesAChangeThatTheGoalsWordsDoNotHave(String first, String second, String change) {
		assertThat(said(Map.of(Area.noonOf("2024-01-01"), Area.plan(Area.growth("gdp", first)),
				Area.noonOf("2024-03-15"), Area.plan(Area.growth("gdp", second))), "3.5"))
			.contains(change);
	}

	private static String said(Map<Instant, Plan> versions, String value) {
		return Area.standing(versions, Recorded.nothing().approved("gdp", "2024-Q1", value, "2024-04-10"), "2024-06-20")
			.target("gdp")
			.orElseThrow()
			.explanation()
			.zh();
	}

	/** What was changed before the year began is no change in the year. */
	@Test
	void takesTheTargetThatTheYearBeganWithForTheFirst() {
		Map<Instant, Plan> versions = Map.of(Area.noonOf("2023-11-01"), Area.plan(Area.growth("gdp", "{at-least: 7}")),
				Area.noonOf("2023-12-15"), Area.plan(Area.growth("gdp", "{at-least: 6}")));

		TargetProgress gdp = Area.standing(versions, Recorded.nothing().approved("gdp", "2024-Q1", "6.5"), "2024-05-01")
			.target("gdp")
			.orElseThrow();

		assertThat(gdp.besides()).isEqualTo(Besides.NOTHING);
		assertThat(gdp.isChanged()).isFalse();
	}

	private static PlanStanding standing(Plan plan, Recorded recorded, Plan before, Recorded then, String day) {
		return PlanStanding.of(new PlanFacts(plan, recorded.figures(), before, then.figures(), null),
				ShippedCalendars.all(), Area.noonOf(day));
	}

}
