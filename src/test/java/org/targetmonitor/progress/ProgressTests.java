package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.DueDate;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.submission.ObsStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Figures in, the standing of each target out; every expected number is worked by hand.
 */
class ProgressTests {

	private static final String DAY_IN_2024_Q2 = "2024-05-15";

	private static final Text DONE_EARLY = new Text("已提前完成全年目标", "the year's target is reached ahead of time");

	// Growth, ratio and value: the distance to the line decides

	@ParameterizedTest
	@CsvSource({ "2024-Q1, 6.1, ON_TRACK, 0.1, 0.001", "2024-Q3, 5.5, LAGGING, -0.5, -0.005",
			"2024-Q4, 5.9, MISSED, -0.1, -0.001" })
	void judgesGrowthInPercentagePoints(String period, String value, Status status, BigDecimal margin,
			BigDecimal ratio) {
		TargetProgress gdp = Area.only(Area.GDP, Recorded.nothing().approved("gdp", period, value), "2025-03-01");

		assertThat(gdp.status()).isEqualTo(status);
		assertThat(verdict(gdp).margin()).isEqualByComparingTo(margin);
		assertThat(verdict(gdp).marginRatio()).isEqualByComparingTo(ratio);
		assertThat(verdict(gdp).gapRatio()).isEqualByComparingTo(ratio);
		assertThat(verdict(gdp).period()).hasToString(period);
		assertThat(verdict(gdp).headway()).isNull();
	}

	@Test
	void takesTheMarginItselfWhereTheNumberOfAValueIsZero() {
		String balance = Area.target("balance", "结余", "Balance", "value", "亿元", 1, "{at-least: 0}", "quarterly");

		Verdict verdict = verdict(
				Area.only(balance, Recorded.nothing().approved("balance", "2024-Q1", "-0.4"), DAY_IN_2024_Q2));

		assertThat(verdict.marginRatio()).isEqualByComparingTo("-0.4");
	}

	@Test
	void takesTheShareOfTheNumbersAmountWhereItIsNegative() {
		String balance = Area.target("balance", "结余", "Balance", "value", "亿元", 1, "{at-least: -20}", "quarterly");

		Verdict verdict = verdict(
				Area.only(balance, Recorded.nothing().approved("balance", "2024-Q1", "-21"), DAY_IN_2024_Q2));

		assertThat(verdict.marginRatio()).isEqualByComparingTo("-0.05");
	}

	@ParameterizedTest
	@CsvSource({ "5.949, 5.9, -0.1", "5.95, 6.0, 0", "5.9499999999, 5.9, -0.1", "6.049, 6.0, 0", "-0.05, -0.1, -6.1",
			"-0.049, 0.0, -6.0", "0.05, 0.1, -5.9" })
	void judgesAtThePublishedDecimalsTiesAwayFromZero(String given, BigDecimal judged, BigDecimal margin) {
		TargetProgress gdp = Area.only(Area.GDP, Recorded.nothing().approved("gdp", "2024-Q1", given), DAY_IN_2024_Q2);

		assertThat(verdict(gdp).actual()).isEqualTo(judged);
		assertThat(verdict(gdp).margin()).isEqualByComparingTo(margin);
		assertThat(verdict(gdp).revision().value()).isEqualTo(new BigDecimal(given));
	}

	// Levels and completion: share done against pace

	@ParameterizedTest
	@CsvSource({ "2024-01, 100, 0", "2024-04, 400, 0", "2024-04, 280, -0.1", "2024-08, 680, -0.1", "2024-11, 1100, 0" })
	void keepsExactlyOnPaceAndExactlyOnTheBandInThirdsAndTwelfths(String period, String value, BigDecimal ratio) {
		String jobs = Area.target("jobs", "就业", "Jobs", "level", "万人", 0, "{at-least: 1200}", "monthly");

		TargetProgress progress = Area.only(jobs, Recorded.nothing().approved("jobs", period, value), "2024-12-20");

		assertThat(verdict(progress).marginRatio()).isEqualByComparingTo(ratio);
		assertThat(progress.status()).isEqualTo((ratio.signum() == 0) ? Status.ON_TRACK : Status.LAGGING);
	}

	@Test
	void judgesAYearlyLevelBeforeTheYearEnds() {
		TargetProgress grain = Area.only(Area.GRAIN,
				Recorded.nothing().approved("grain", "2024", "14130", "2024-12-13"), "2024-12-14");

		assertThat(grain.status()).isEqualTo(Status.ACHIEVED);
		assertThat(rounded(verdict(grain).marginRatio())).isEqualByComparingTo("0.0869");
		assertThat(rounded(verdict(grain).gapRatio())).isEqualByComparingTo("0.0869");
		assertThat(grain.timeliness().awaited()).isNull();
	}

	@Test
	void takesLastYearsShareForPaceWhereItIsKnown() {
		Plan before = Area.planOf("area-2023", 2023, Area.JOBS);
		Recorded figuresBefore = Recorded.nothing()
			.approved("jobs", "2023-Q2", "480")
			.approved("jobs", "2023-Q4", "1200");
		Recorded figures = Recorded.nothing().approved("jobs", "2024-Q2", "480").approved("jobs", "2024-Q1", "300");

		TargetProgress jobs = standing(Area.plan(Area.JOBS), figures, before, figuresBefore, "2024-08-01");

		assertThat(jobs.status()).isEqualTo(Status.ON_TRACK);
		assertThat(headway(jobs).pace()).isEqualByComparingTo("0.4");
		assertThat(headway(jobs).basis())
			.isEqualTo(new Text("上年同期进度", "share reached by the same period of last year"));
	}

	@Test
	void takesTheElapsedShareWhereLastYearsPeriodOrWholeIsNotKnown() {
		Plan before = Area.planOf("area-2023", 2023, Area.JOBS);
		Recorded figures = Recorded.nothing().approved("jobs", "2024-Q2", "480");

		for (Recorded incomplete : List.of(Recorded.nothing().approved("jobs", "2023-Q4", "1200"),
				Recorded.nothing().approved("jobs", "2023-Q2", "480"),
				Recorded.nothing().approved("jobs", "2023-Q2", "480").waiting("jobs", "2023-Q4", "1200"))) {
			TargetProgress jobs = standing(Area.plan(Area.JOBS), figures, before, incomplete, "2024-08-01");
			assertThat(headway(jobs).pace()).isEqualByComparingTo("0.5");
			assertThat(jobs.status()).isEqualTo(Status.LAGGING);
		}
	}

	@Test
	void doesNotTakeLastYearsShareOfAnotherUnit() {
		Plan before = Area.planOf("area-2023", 2023,
				Area.target("jobs", "就业", "Jobs", "level", "人", 0, "{at-least: 1200}", "quarterly"));
		Recorded figuresBefore = Recorded.nothing()
			.approved("jobs", "2023-Q2", "480")
			.approved("jobs", "2023-Q4", "1200");

		TargetProgress jobs = standing(Area.plan(Area.JOBS), Recorded.nothing().approved("jobs", "2024-Q2", "480"),
				before, figuresBefore, "2024-08-01");

		assertThat(headway(jobs).pace()).isEqualByComparingTo("0.5");
	}

	@Test
	void staysOnTrackWhenALevelIsReachedBeforeTheYearEnds() {
		TargetProgress jobs = Area.only(Area.JOBS, Recorded.nothing().approved("jobs", "2024-Q3", "1200"),
				"2024-11-01");

		assertThat(jobs.status()).isEqualTo(Status.ON_TRACK);
		assertThat(jobs.remarks()).containsExactly(DONE_EARLY);
		assertThat(jobs.timeliness().awaited()).hasToString("2024-Q4");
		assertThat(Area.only(Area.JOBS, Recorded.nothing().approved("jobs", "2024-Q3", "1199"), "2024-11-01").remarks())
			.isEmpty();
		assertThat(Area.only(Area.JOBS, Recorded.nothing().approved("jobs", "2024-Q4", "1300"), "2025-03-01").remarks())
			.isEmpty();
	}

	@Test
	void isAchievedAtOnceWhenCompleteAndNothingMoreIsDue() {
		TargetProgress schools = Area.only(Area.SCHOOLS, Recorded.nothing().approved("schools", "2024-Q2", "100"),
				"2024-12-01");

		assertThat(schools.status()).isEqualTo(Status.ACHIEVED);
		assertThat(verdict(schools).last()).isFalse();
		assertThat(schools.timeliness().awaited()).isNull();
		assertThat(schools.timeliness().due()).isNull();
		assertThat(schools.timeliness().overdue()).isFalse();
	}

	@Test
	void missesNothingAfterItIsComplete() {
		TargetProgress schools = Area.only(Area.SCHOOLS, Recorded.nothing().approved("schools", "2024-Q2", "100"),
				"2025-03-02");

		assertThat(schools.timeliness().missing()).extracting(Period::toString).containsExactly("2024-Q1");
		assertThat(schools.timeliness().overdue()).isFalse();
	}

	@Test
	void staysOnTrackPastItsGoalEvenIfLastYearShrankTowardsDecember() {
		Plan before = Area.planOf("area-2023", 2023, Area.JOBS);
		Recorded figuresBefore = Recorded.nothing()
			.approved("jobs", "2023-Q3", "1300")
			.approved("jobs", "2023-Q4", "1000");

		TargetProgress jobs = standing(Area.plan(Area.JOBS), Recorded.nothing().approved("jobs", "2024-Q3", "1250"),
				before, figuresBefore, "2024-11-01");

		assertThat(headway(jobs).pace()).isEqualByComparingTo("1");
		assertThat(jobs.status()).isEqualTo(Status.ON_TRACK);
	}

	@Test
	void isNotJudgedByFiguresOfAnotherFrequency() {
		Recorded quarters = Recorded.nothing().approved("gdp", "2024-Q4", "6.5");

		assertThat(Area.only(Area.growth("gdp", "{at-least: 6}", "yearly"), quarters, "2025-02-01").status())
			.isEqualTo(Status.AWAITING_FIGURE);
	}

	@Test
	void comparesNoQuantitiesWithEachOther() {
		String homes = Area.target("homes", "住房", "Homes", "level", "万人", 0, "{at-least: 5}", "quarterly");

		assertThatExceptionOfType(Faulty.class)
			.isThrownBy(() -> Area.plan(Area.JOBS, homes, Area.faster("jobs", "homes")))
			.withMessageContaining("总量不能作快慢比较");
	}

	@Test
	void saysWhichPeriodTwoOperandsLack() {
		TargetProgress income = Area
			.standing(Area.plan(Area.GDP, Area.growth("income", "{in-step-with: gdp, tolerance: 0.5}")),
					Recorded.nothing().approved("income", "2024-Q1", "5.4"), DAY_IN_2024_Q2)
			.target("income")
			.orElseThrow();

		assertThat(income.explanation().zh()).isEqualTo("待数据：居民收入与生产总值尚无同一报告期的已审核数据。");
	}

	@Test
	void isAchievedWhenCompleteEvenIfLastYearWasFurtherByThen() {
		Plan before = Area.planOf("area-2023", 2023, Area.SCHOOLS);
		Recorded figuresBefore = Recorded.nothing()
			.approved("schools", "2023-Q2", "105")
			.approved("schools", "2023-Q4", "100");

		TargetProgress schools = standing(Area.plan(Area.SCHOOLS),
				Recorded.nothing().approved("schools", "2024-Q2", "100"), before, figuresBefore, "2024-08-01");

		assertThat(schools.status()).isEqualTo(Status.ACHIEVED);
	}

	// Other kinds

	@Test
	void givesNoVerdictOnWhatIsOnlyMonitored() {
		TargetProgress residents = Area.only(Area.growth("residents", "none"),
				Recorded.nothing().approved("residents", "2024-Q1", "1.5"), DAY_IN_2024_Q2);

		assertThat(residents.status()).isEqualTo(Status.NOT_ASSESSABLE);
		assertThat(residents.reason()).isEqualTo(new Text("不作评价", "no verdict is given"));
		assertThat(residents.verdict()).isNull();
		assertThat(residents.latest()).isNotNull();
	}

	@Test
	void judgesAgainstAnIndicatorThatIsOnlyMonitored() {
		Plan plan = Area.plan(Area.growth("gdp", "none"), Area.growth("income", "{in-step-with: gdp, tolerance: 0.5}"));

		TargetProgress income = target(Area.standing(plan,
				Recorded.nothing().approved("gdp", "2024-Q1", "5.0").approved("income", "2024-Q1", "4.5"),
				DAY_IN_2024_Q2), "income");

		assertThat(income.status()).isEqualTo(Status.ON_TRACK);
		assertThat(verdict(income).margin()).isEqualByComparingTo("0");
	}

	@Test
	void awaitsTheNumbersOfAHeading() {
		TargetProgress heading = Area.only(Area.HEADING, Recorded.nothing(), "2025-03-01");

		assertThat(heading.status()).isEqualTo(Status.AWAITING_TARGET);
		assertThat(heading.verdict()).isNull();
		assertThat(heading.timeliness()).isEqualTo(Timeliness.NONE);
	}

	@Test
	void awaitsTheFirstFigure() {
		TargetProgress gdp = Area.only(Area.GDP, Recorded.nothing(), DAY_IN_2024_Q2);

		assertThat(gdp.status()).isEqualTo(Status.AWAITING_FIGURE);
		assertThat(gdp.verdict()).isNull();
		assertThat(gdp.status().lagLevel()).isEmpty();
		assertThat(gdp.explanation())
			.isEqualTo(new Text("待数据：本年尚无已审核的数据。", "awaiting figure: no approved figure of this year yet."));
	}

	// Relations

	private static final String INCOME = Area.growth("income", "{in-step-with: gdp, tolerance: 0.5}");

	private static final String NOMINAL_INCOME = Area.growth("income", "{in-step-with: gdp, tolerance: 0.5}",
			"quarterly, prices: current");

	@Test
	void judgesInStepOnDifferentPriceBasesAndSaysSo() {
		TargetProgress income = target(Area.standing(Area.plan(Area.GDP_ABOUT_5, NOMINAL_INCOME),
				Recorded.nothing().approved("gdp", "2024-Q1", "5").approved("income", "2024-Q1", "5.4"),
				DAY_IN_2024_Q2), "income");

		assertThat(income.status()).isEqualTo(Status.ON_TRACK);
		assertThat(income.remarks()).contains(new Text("价格基础不同：居民收入为现价（名义增长），生产总值为可比价（实际增长）",
				"different price bases: Income at current prices (nominal), GDP at constant prices (real)"));
	}

	@Test
	void judgesFasterOnDifferentPriceBasesAndSaysSo() {
		Plan plan = Area.plan(Area.GDP, Area.growth("income", "none", "quarterly, prices: current"),
				Area.faster("income", "gdp"));

		TargetProgress faster = target(Area.standing(plan,
				Recorded.nothing().approved("gdp", "2024-Q1", "1.5").approved("income", "2024-Q1", "3.1"),
				DAY_IN_2024_Q2), "faster");

		assertThat(faster.status()).isEqualTo(Status.ON_TRACK);
		assertThat(faster.judged().map(Verdict::margin)).hasValue(new BigDecimal("1.6"));
		assertThat(faster.remarks()).contains(new Text("价格基础不同：居民收入为现价（名义增长），生产总值为可比价（实际增长）",
				"different price bases: Income at current prices (nominal), GDP at constant prices (real)"));
	}

	@Test
	void takesPricesThatAreNotGivenForPricesThatAreNotStated() {
		Plan plan = Area.plan(Area.growth("gdp", "none", "quarterly"),
				Area.growth("income", "none", "quarterly, prices: unstated"), Area.faster("income", "gdp"));

		TargetProgress faster = target(Area.standing(plan,
				Recorded.nothing().approved("gdp", "2024-Q1", "5").approved("income", "2024-Q1", "9"), DAY_IN_2024_Q2),
				"faster");

		assertThat(faster.status()).isEqualTo(Status.ON_TRACK);
		assertThat(faster.remarks()).isEmpty();
	}

	@Test
	void comparesTheLatestCommonPeriod() {
		TargetProgress income = target(Area.standing(Area.plan(Area.GDP_ABOUT_5, INCOME),
				Recorded.nothing()
					.approved("gdp", "2024-Q1", "5.3")
					.approved("gdp", "2024-Q2", "5.0")
					.approved("gdp", "2024-Q3", "4.8")
					.approved("income", "2024-Q1", "6.2")
					.approved("income", "2024-Q2", "5.3"),
				"2024-11-01"), "income");

		assertThat(verdict(income).period()).hasToString("2024-Q2");
		assertThat(verdict(income).margin()).isEqualByComparingTo("0.8");
		assertThat(income.status()).isEqualTo(Status.ON_TRACK);
	}

	@Test
	void awaitsAFigureWhereOperandsShareNoPeriod() {
		TargetProgress income = target(Area.standing(Area.plan(Area.GDP_ABOUT_5, INCOME),
				Recorded.nothing().approved("gdp", "2024-Q2", "5.3").approved("income", "2024-Q1", "6.2"),
				"2024-11-01"), "income");

		assertThat(income.status()).isEqualTo(Status.AWAITING_FIGURE);
	}

	@Test
	void letsAYearlyFigureMeetTheFourthQuarter() {
		Plan plan = Area.plan(Area.GDP_ABOUT_5,
				Area.growth("income", "{in-step-with: gdp, tolerance: 0.5}", "yearly, prices: constant"));

		TargetProgress income = target(Area.standing(plan,
				Recorded.nothing()
					.approved("gdp", "2024-Q3", "4.8")
					.approved("gdp", "2024-Q4", "5.0")
					.approved("income", "2024", "5.1"),
				"2025-03-01"), "income");

		assertThat(income.status()).isEqualTo(Status.ACHIEVED);
		assertThat(verdict(income).period()).hasToString("2024");
		assertThat(verdict(income).operandRevision()).isNotNull();
		assertThat(verdict(income).comparison().gap()).isEqualByComparingTo("0.1");
	}

	// Not available

	@Test
	void leavesTheEarlierVerdictWhenAnInterimFigureIsNotAvailableAndSaysSo() {
		TargetProgress gdp = Area.only(Area.GDP,
				Recorded.nothing()
					.approved("gdp", "2024-Q1", "6.2")
					.notAvailable("gdp", "2024-Q2", ObsStatus.L, "系统故障"),
				"2024-08-15");

		assertThat(gdp.status()).isEqualTo(Status.ON_TRACK);
		assertThat(verdict(gdp).period()).hasToString("2024-Q1");
		assertThat(gdp.remarks()).containsExactly(
				new Text("上半年无数据（有数未收）", "the first half is not available (exists but was not collected)"));
		assertThat(gdp.timeliness().overdue()).isFalse();
	}

	@Test
	void saysThatTheOperandsInterimFigureIsNotAvailable() {
		TargetProgress income = target(Area.standing(Area.plan(Area.GDP_ABOUT_5, INCOME),
				Recorded.nothing()
					.approved("gdp", "2024-Q1", "5.3")
					.approved("income", "2024-Q1", "6.2")
					.approved("income", "2024-Q2", "5.3")
					.notAvailable("gdp", "2024-Q2", ObsStatus.L, "系统故障"),
				"2024-08-15"), "income");

		assertThat(verdict(income).period()).hasToString("2024-Q1");
		assertThat(income.remarks()).contains(
				new Text("生产总值上半年无数据（有数未收）", "GDP: the first half is not available (exists but was not collected)"));
	}

	@Test
	void forgetsAHoleOnceALaterFigureIsIn() {
		TargetProgress gdp = Area.only(Area.GDP,
				Recorded.nothing().notAvailable("gdp", "2024-Q1", ObsStatus.M, "未开展").approved("gdp", "2024-Q2", "6.2"),
				"2024-08-15");

		assertThat(gdp.status()).isEqualTo(Status.ON_TRACK);
		assertThat(gdp.remarks()).isEmpty();
	}

	@Test
	void cannotAssessWhenTheLastFigureIsNotAvailable() {
		TargetProgress gdp = Area.only(Area.GDP,
				Recorded.nothing().approved("gdp", "2024-Q3", "6.2").notAvailable("gdp", "2024-Q4", ObsStatus.M, "未核算"),
				"2025-03-01");

		assertThat(gdp.status()).isEqualTo(Status.NOT_ASSESSABLE);
		assertThat(gdp.reason()).isEqualTo(new Text("生产总值全年：无此数（未核算）", "GDP in the year: does not exist (未核算)"));
		assertThat(gdp.explanation().zh()).isEqualTo("无法评价：生产总值全年：无此数（未核算）。");
	}

	@Test
	void cannotAssessWhenNothingButNotAvailableIsThere() {
		TargetProgress gdp = Area.only(Area.GDP, Recorded.nothing().notAvailable("gdp", "2024-Q1", ObsStatus.L, "迟报"),
				DAY_IN_2024_Q2);

		assertThat(gdp.status()).isEqualTo(Status.NOT_ASSESSABLE);
		assertThat(gdp.reason()).isNotNull();
	}

	@Test
	void namesTheOperandThatIsNotAvailable() {
		TargetProgress income = target(Area.standing(Area.plan(Area.GDP_ABOUT_5, INCOME),
				Recorded.nothing()
					.notAvailable("gdp", "2024-Q4", ObsStatus.M, "未核算")
					.approved("income", "2024-Q4", "6.2"),
				"2025-03-01"), "income");

		assertThat(income.status()).isEqualTo(Status.NOT_ASSESSABLE);
		assertThat(income.reason()).isEqualTo(new Text("生产总值全年：无此数（未核算）", "GDP in the year: does not exist (未核算)"));
	}

	@Test
	void judgesByAValueThatReplacesNotAvailable() {
		TargetProgress gdp = Area.only(Area.GDP,
				Recorded.nothing().notAvailable("gdp", "2024-Q4", ObsStatus.L, "迟报").approved("gdp", "2024-Q4", "6.1"),
				"2025-03-01");

		assertThat(gdp.status()).isEqualTo(Status.ACHIEVED);
	}

	// Which figure counts

	@Test
	void judgesByTheLatestPeriodWhateverTheOrderOfApproval() {
		TargetProgress gdp = Area.only(Area.GDP,
				Recorded.nothing()
					.approved("gdp", "2024-Q2", "6.2", "2024-07-15")
					.approvedLater("gdp", "2024-Q1", "5.0", "2024-04-15", "2024-08-01"),
				"2024-08-15");

		assertThat(verdict(gdp).period()).hasToString("2024-Q2");
		assertThat(gdp.status()).isEqualTo(Status.ON_TRACK);
	}

	@Test
	void judgesByTheHighestRevisionWhateverTheOrderOfApproval() {
		TargetProgress gdp = Area.only(Area.GDP,
				Recorded.nothing()
					.approvedLater("gdp", "2024-Q1", "7.0", "2024-04-15", "2024-05-10")
					.approved("gdp", "2024-Q1", "5.5", "2024-04-20"),
				DAY_IN_2024_Q2);

		assertThat(gdp.status()).isEqualTo(Status.LAGGING);
		assertThat(verdict(gdp).revision().number()).isEqualTo(2);
	}

	@Test
	void doesNotJudgeByWhatWaitsOrWasReturned() {
		TargetProgress gdp = Area.only(Area.GDP,
				Recorded.nothing()
					.approved("gdp", "2024-Q1", "6.2")
					.waiting("gdp", "2024-Q1", "1.0")
					.returned("gdp", "2024-Q1", "2.0")
					.waiting("gdp", "2024-Q2", "3.0"),
				"2024-08-15");

		assertThat(gdp.status()).isEqualTo(Status.ON_TRACK);
		assertThat(verdict(gdp).revision().number()).isEqualTo(1);
	}

	@Test
	void judgesNothingByALevelAloneAndDoesNotCallItOverdue() {
		TargetProgress gdp = Area.only(Area.GDP, Recorded.nothing().levelAlone("gdp", "2024-Q1", "730.5"),
				"2024-06-15");

		assertThat(gdp.status()).isEqualTo(Status.AWAITING_FIGURE);
		assertThat(gdp.timeliness().overdue()).isFalse();
		assertThat(gdp.timeliness().missing()).isEmpty();
		assertThat(gdp.timeliness().awaited()).hasToString("2024-Q2");
	}

	@Test
	void passesOverWhatWasNotYetKnown() {
		Recorded recorded = Recorded.nothing()
			.approved("gdp", "2024-Q1", "6.2", "2024-04-16")
			.approvedLater("gdp", "2024-Q2", "5.0", "2024-07-15", "2024-07-20");

		assertThat(Area.only(Area.GDP, recorded, "2024-04-15").status()).isEqualTo(Status.AWAITING_FIGURE);
		assertThat(Area.only(Area.GDP, recorded, "2024-04-16").status()).isEqualTo(Status.ON_TRACK);
		assertThat(Area.only(Area.GDP, recorded, "2024-07-19").status()).isEqualTo(Status.ON_TRACK);
		assertThat(Area.only(Area.GDP, recorded, "2024-07-19").timeliness().awaited()).hasToString("2024-Q3");
		assertThat(Area.only(Area.GDP, recorded, "2024-07-20").status()).isEqualTo(Status.LAGGING);
		assertThat(Area.standing(Area.plan(Area.GDP), recorded, "2024-04-16").figures().revisions()).hasSize(1);
	}

	// Late

	@ParameterizedTest
	@CsvSource({
			// fifteen working days after the quarter: 22 April, 19 July, 25 October, 22
			// January
			"2024-03-31, , 2024-Q1, false", "2024-04-22, , 2024-Q1, false", "2024-04-23, , 2024-Q1, true",
			"2024-06-30, , 2024-Q1, true", "2024-07-01, 2024-Q1, 2024-Q2, false", "2024-07-19, 2024-Q1, 2024-Q2, false",
			"2024-07-20, 2024-Q1, 2024-Q2, true", "2024-10-26, 2024-Q1 2024-Q2, 2024-Q3, true",
			"2025-01-22, 2024-Q1 2024-Q2 2024-Q3, 2024-Q4, false",
			"2025-01-23, 2024-Q1 2024-Q2 2024-Q3, 2024-Q4, true" })
	void isOverdueOnTheDayAfterTheDueDay(String day, String missing, String awaited, boolean overdue) {
		Timeliness timeliness = Area.only(Area.GDP, Recorded.nothing(), day).timeliness();

		assertThat(timeliness.overdue()).isEqualTo(overdue);
		assertThat(timeliness.awaited()).hasToString(awaited);
		assertThat(timeliness.missing()).extracting(Period::toString)
			.containsExactlyElementsOf((missing != null) ? List.of(missing.split(" ", -1)) : List.of());
	}

	@Test
	void isInTimeUntilTheLastMomentOfTheDueDay() {
		PlanFacts facts = new PlanFacts(Area.plan(Area.GDP), Recorded.nothing().figures(), null, null, null);

		assertThat(PlanStanding.of(facts, ShippedCalendars.all(), java.time.Instant.parse("2024-04-22T15:59:59Z"))
			.targets()
			.getFirst()
			.timeliness()
			.overdue()).isFalse();
		assertThat(PlanStanding.of(facts, ShippedCalendars.all(), java.time.Instant.parse("2024-04-22T16:00:00Z"))
			.targets()
			.getFirst()
			.timeliness()
			.overdue()).isTrue();
	}

	@Test
	void namesTheDueDayOfWhatIsAwaited() {
		assertThat(Area.only(Area.GDP, Recorded.nothing().waiting("gdp", "2024-Q1", "6"), DAY_IN_2024_Q2).timeliness())
			.isEqualTo(new Timeliness(Period.parse("2024-Q2").orElseThrow(), new DueDate.On(LocalDate.of(2024, 7, 19)),
					false, List.of(),
					List.of("2024-Q2", "2024-Q3", "2024-Q4")
						.stream()
						.map((period) -> Period.parse(period).orElseThrow())
						.toList(),
					Area.noonOf("2024-04-15")));
	}

	@Test
	void doesNotTakeAReturnedFigureForSubmitted() {
		Timeliness timeliness = Area.only(Area.GDP, Recorded.nothing().returned("gdp", "2024-Q1", "60"), "2024-04-23")
			.timeliness();

		assertThat(timeliness.overdue()).isTrue();
		assertThat(timeliness.lastSubmitted()).isNull();
	}

	@Test
	void keepsItsVerdictWhenOverdue() {
		TargetProgress gdp = Area.only(Area.GDP, Recorded.nothing().approved("gdp", "2024-Q1", "6.2"), "2024-07-20");

		assertThat(gdp.status()).isEqualTo(Status.ON_TRACK);
		assertThat(gdp.timeliness().overdue()).isTrue();
	}

	@Test
	void countsEarlierHolesWithoutCallingThemOverdue() {
		Timeliness timeliness = Area.only(Area.GDP, Recorded.nothing().approved("gdp", "2024-Q2", "6.2"), "2024-08-15")
			.timeliness();

		assertThat(timeliness.overdue()).isFalse();
		assertThat(timeliness.missing()).extracting(Period::toString).containsExactly("2024-Q1");
		assertThat(timeliness.awaited()).hasToString("2024-Q3");
	}

	@Test
	void doesNotCallARelationOverdue() {
		Plan plan = Area.plan(Area.GDP, Area.growth("income", "none"), Area.faster("income", "gdp"));

		assertThat(target(Area.standing(plan, Recorded.nothing(), "2024-06-15"), "faster").timeliness())
			.isEqualTo(Timeliness.NONE);
	}

	@Test
	void waitsTenMonthsWhereTheTargetSaysSo() {
		assertThat(Area.only(Area.RD, Recorded.nothing(), "2025-10-31").timeliness().overdue()).isFalse();
		assertThat(Area.only(Area.RD, Recorded.nothing(), "2025-11-01").timeliness().overdue()).isTrue();
	}

	@Test
	void isNotOverdueWhereTheCalendarIsMissing() {
		PlanFacts facts = new PlanFacts(Area.plan(Area.GDP),
				Recorded.nothing().approved("gdp", "2024-Q3", "6").figures(), null, null, null);

		Timeliness timeliness = PlanStanding.of(facts, ShippedCalendars.of(2024), Area.noonOf("2025-06-01"))
			.targets()
			.getFirst()
			.timeliness();

		assertThat(timeliness.due()).isEqualTo(new DueDate.NotKnown(2025));
		assertThat(timeliness.awaited()).hasToString("2024-Q4");
		assertThat(timeliness.overdue()).isFalse();
		assertThat(timeliness.missing()).extracting(Period::toString).containsExactly("2024-Q1", "2024-Q2");
	}

	@Test
	void doesNotCallAYearlyFigureLateBeforeTheYearEnds() {
		Timeliness timeliness = Area.only(Area.GRAIN, Recorded.nothing(), "2024-12-31").timeliness();

		assertThat(timeliness.awaited()).hasToString("2024");
		assertThat(timeliness.overdue()).isFalse();
	}

	// Closing

	@Test
	void freezesVerdictsWhenThePlanClosesAndShowsLaterVintagesBeside() {
		Recorded recorded = Recorded.nothing()
			.approved("gdp", "2024-Q4", "6.0", "2025-01-20")
			.approved("gdp", "2024-Q4", "5.449", "2026-01-10");

		TargetProgress open = Area.only(Area.GDP, recorded, "2025-12-30");
		TargetProgress closed = Area.only(Area.GDP, recorded, "2026-02-01");

		assertThat(open.status()).isEqualTo(Status.ACHIEVED);
		assertThat(open.later()).isNull();
		assertThat(closed.status()).isEqualTo(Status.ACHIEVED);
		assertThat(verdict(closed).revision().number()).isEqualTo(1);
		assertThat(closed.later()).isNotNull();
		assertThat(closed.remarks()).containsExactly(new Text("计划关闭后另有新数据：2024年四季度（全年）5.4",
				"approved after the plan closed: the fourth quarter (whole year) of 2024 5.4"));
	}

	@Test
	void doesNotJudgeByWhatIsApprovedOnlyAfterClosing() {
		TargetProgress gdp = Area.only(Area.GDP,
				Recorded.nothing().approvedLater("gdp", "2024-Q4", "6.0", "2025-12-30", "2025-12-31"), "2026-02-01");

		assertThat(gdp.status()).isEqualTo(Status.AWAITING_FIGURE);
		assertThat(gdp.statusWords()).isEqualTo(new Text("未评价", "not assessed"));
		assertThat(gdp.later()).isNotNull();
	}

	@Test
	void waitsForNothingOnceClosed() {
		PlanStanding standing = Area.standing(Area.plan(Area.GDP, Area.RD, Area.HEADING), Recorded.nothing(),
				"2025-12-31");

		assertThat(standing.open()).isFalse();
		assertThat(standing.targets()).allSatisfy((target) -> {
			assertThat(target.timeliness().overdue()).isFalse();
			assertThat(target.timeliness().due()).isNull();
			assertThat(target.statusWords()).isEqualTo(new Text("未评价", "not assessed"));
		});
		assertThat(standing.targets().getFirst().explanation()).isEqualTo(new Text("未评价。", "not assessed."));
	}

	@Test
	void isOpenAsOfAnEarlierDay() {
		PlanStanding standing = Area.standing(Area.plan(Area.GDP), Recorded.nothing(), "2025-12-30");

		assertThat(standing.open()).isTrue();
		assertThat(standing.targets().getFirst().timeliness().overdue()).isTrue();
		assertThat(standing.targets().getFirst().statusWords()).isEqualTo(new Text("待数据", "awaiting figure"));
	}

	// Lights

	@ParameterizedTest
	@CsvSource({ "ACHIEVED, achieved, GREEN, 0, 已完成", "MISSED, missed, RED, 2, 未完成",
			"ON_TRACK, on_track, GREEN, 0, 符合进度", "AT_RISK, at_risk, YELLOW, 1, 略有滞后", "LAGGING, lagging, RED, 2, 滞后",
			"AWAITING_TARGET, awaiting_target, GREY, , 待下达", "NOT_ASSESSABLE, not_assessable, GREY, , 无法评价",
			"AWAITING_FIGURE, awaiting_figure, GREY, , 待数据" })
	void givesEachStatusItsLight(Status status, String key, Light light, Integer lagLevel, String words) {
		assertThat(Status.values()).hasSize(8);
		assertThat(status.key()).isEqualTo(key);
		assertThat(status.light()).isEqualTo(light);
		assertThat(status.lagLevel().orElse(null)).isEqualTo(lagLevel);
		assertThat(status.words().zh()).isEqualTo(words);
	}

	// In words

	@Test
	void saysThatGrowthMetItsBand() {
		assertThat(Area.only(Area.GDP_ABOUT_5, Recorded.nothing().approved("gdp", "2024-Q3", "4.8"), "2024-11-01")
			.explanation())
			.isEqualTo(new Text("前三季度同比增长4.8%（初步核算），比目标（5%左右）低0.2个百分点，符合目标要求；容差0.2个百分点为本系统设定。",
					"the first three quarters up 4.8% on a year before (preliminary), "
							+ "0.2 percentage points below the target of about 5%, on track; "
							+ "tolerance 0.2 percentage points is this system's own."));
	}

	@Test
	void saysADecreaseAsOne() {
		assertThat(Area
			.only(Area.growth("gdp", "{at-least: 3}"), Recorded.nothing().approved("gdp", "2024-Q2", "-3.8"),
					"2024-08-01")
			.explanation())
			.isEqualTo(new Text("上半年同比下降3.8%（初步核算），比目标（不低于3%）低6.8个百分点，尚未达到目标要求；滞后界限为本系统设定。",
					"the first half down 3.8% on a year before (preliminary), "
							+ "6.8 percentage points below the target of at least 3%, not on track; the bands of lagging are this system's own."));
	}

	@Test
	void saysNoGrowthAsUnchanged() {
		assertThat(Area
			.only(Area.growth("gdp", "{at-least: 0}"), Recorded.nothing().approved("gdp", "2024-Q1", "-0.04"),
					DAY_IN_2024_Q2)
			.explanation())
			.isEqualTo(new Text("一季度同比持平（初步核算），符合目标（不下降）的要求。",
					"the first quarter unchanged on a year before (preliminary), the target of no decrease, on track."));
	}

	/**
	 * 70 of 80 is 87.50 %; with the goal left out, 70 % ahead of 75 % added up to
	 * nothing.
	 */
	@Test
	void saysWhatPercentDoneIsOfAGoalThatIsNotAll() {
		String sports = Area.SCHOOLS.replace("{complete: 100}", "{complete: 80}");
		assertThat(Area.only(sports, Recorded.nothing().approved("schools", "2024-Q3", "70"), "2024-11-01")
			.explanation()
			.zh()).startsWith("前三季度完成70%（快报数），完成全年目标（完成80%）的87.50%，超序时进度（75.00%）12.50个百分点；");
		assertThat(Area.only(Area.SCHOOLS, Recorded.nothing().approved("schools", "2024-Q3", "70"), "2024-11-01")
			.explanation()
			.zh()).startsWith("前三季度完成70%（快报数），欠序时进度（75.00%）5.00个百分点；");
	}

	@Test
	void saysByHowMuchALevelIsAhead() {
		assertThat(
				Area.only(Area.JOBS, Recorded.nothing().approved("jobs", "2024-Q2", "698"), "2024-08-01").explanation())
			.isEqualTo(new Text(
					"上半年累计698万人（快报数），完成全年目标（不低于1200万人）的58.17%，超序时进度（50.00%）8.17个百分点；下半年还需完成502万人，平均每季度251万人。",
					"the first half 698 万人 so far (preliminary), 58.17% of the year's target (at least 1200 万人) done, "
							+ "8.17 points ahead of the share of the year elapsed (50.00%); "
							+ "the second half must bring 502 万人, 251 万人 a quarter on average."));
	}

	@ParameterizedTest
	@CsvSource({ "40, 占全年控制数（不高于100亿元）的40.00%，低于序时进度（50.00%）10.00个百分点；下半年须控制在60亿元以内，平均每季度不超过30亿元。",
			"50, 占全年控制数（不高于100亿元）的50.00%，与序时进度（50.00%）持平；下半年须控制在50亿元以内，平均每季度不超过25亿元。",
			"55, 占全年控制数（不高于100亿元）的55.00%，高于序时进度（50.00%）5.00个百分点；下半年须控制在45亿元以内，平均每季度不超过22亿元；滞后界限为本系统设定。" })
	void saysOfACeilingHowMuchOfItIsUsed(String used, String words) {
		String ceiling = Area.target("spending", "支出", "Spending", "level", "亿元", 0, "{at-most: 100}", "quarterly");

		TargetProgress spending = Area.only(ceiling, Recorded.nothing().approved("spending", "2024-Q2", used),
				"2024-08-01");

		assertThat(spending.explanation().zh()).isEqualTo("上半年累计" + used + "亿元（快报数），" + words);
	}

	@Test
	void saysByHowMuchALevelIsBehind() {
		assertThat(
				Area.only(Area.JOBS, Recorded.nothing().approved("jobs", "2024-Q2", "480"), "2024-08-01").explanation())
			.isEqualTo(new Text(
					"上半年累计480万人（快报数），完成全年目标（不低于1200万人）的40.00%，欠序时进度（50.00%）10.00个百分点；下半年还需完成720万人，平均每季度360万人；滞后界限为本系统设定。",
					"the first half 480 万人 so far (preliminary), 40.00% of the year's target (at least 1200 万人) done, "
							+ "10.00 points behind the share of the year elapsed (50.00%); "
							+ "the second half must bring 720 万人, 360 万人 a quarter on average; "
							+ "the bands of lagging are this system's own."));
	}

	@Test
	void saysWhatARelationIsComparedWith() {
		assertThat(target(Area.standing(Area.plan(Area.GDP_ABOUT_5, NOMINAL_INCOME),
				Recorded.nothing().approved("gdp", "2024-Q1", "5").approved("income", "2024-Q1", "5.4"),
				DAY_IN_2024_Q2), "income")
			.explanation())
			.isEqualTo(new Text(
					"一季度同比增长5.4%（快报数；名义），比生产总值一季度的5.0%（初步核算；实际）高0.4个百分点，容差0.5个百分点，符合目标要求；"
							+ "价格基础不同：居民收入为现价（名义增长），生产总值为可比价（实际增长）。",
					"the first quarter up 5.4% on a year before (preliminary; nominal), 0.4 percentage points above GDP's 5.0% in the first quarter (preliminary; real), tolerance 0.5 percentage points, on track; "
							+ "different price bases: Income at current prices (nominal), GDP at constant prices (real)."));
	}

	@Test
	void saysThatFasterThanIsNotMetByBeingLevel() {
		Plan plan = Area.plan(Area.GDP, Area.growth("income", "none"), Area.faster("income", "gdp"));

		assertThat(target(Area.standing(plan,
				Recorded.nothing().approved("gdp", "2024-Q4", "5").approved("income", "2024-Q4", "5"), "2025-03-01"),
				"faster")
			.explanation())
			.isEqualTo(new Text("居民收入全年比上年增长5.0%（快报数；实际），与生产总值全年的5.0%（初步核算；实际）持平，未达标。",
					"Income: the year up 5.0% on the year before (preliminary; real), level with GDP's 5.0% in the year (preliminary; real), not met."));
	}

	@Test
	void saysAValueWithItsUnit() {
		assertThat(
				Area.only(Area.AIR, Recorded.nothing().approved("air", "2024-Q1", "36"), DAY_IN_2024_Q2).explanation())
			.isEqualTo(new Text("一季度平均为36微克（快报数），比目标（不高于30微克）高6微克，尚未达到目标要求；滞后界限为本系统设定。",
					"the first quarter on average at 36 微克 (preliminary), 6 微克 above the target of at most 30 微克, not on track; the bands of lagging are this system's own."));
	}

	@Test
	void saysThatItIsInsideAnInterval() {
		assertThat(Area
			.only(Area.growth("cpi", "{between: [2, 3]}", "quarterly, prices: constant, direction: inside"),
					Recorded.nothing().approved("cpi", "2024-Q1", "2.4"), DAY_IN_2024_Q2)
			.explanation())
			.isEqualTo(new Text("一季度同比增长2.4%（快报数），处于目标2%至3%之间，符合目标要求。",
					"the first quarter up 2.4% on a year before (preliminary), "
							+ "within the target of between 2% and 3%, on track."));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			[6.5, 7.0] | higher | 8.0 | ON_TRACK | 同比增长8.0%（初步核算），高于预期区间上限（7.0%）1.0个百分点，符合目标要求
			[6.5, 7.0] | higher | 6.4 | AT_RISK  | 同比增长6.4%（初步核算），低于预期区间下限（6.5%）0.1个百分点，尚未达到目标要求
			[5.0, 5.7] | lower  | 4.9 | ON_TRACK | 同比增长4.9%（初步核算），低于预期区间下限（5.0%）0.1个百分点，符合目标要求
			[5.0, 5.7] | lower  | 5.8 | AT_RISK  | 同比增长5.8%（初步核算），高于预期区间上限（5.7%）0.1个百分点，尚未达到目标要求
			[2, 3]     | inside | 3.1 | AT_RISK  | 同比增长3.1%（初步核算），高于预期区间上限（3%）0.1个百分点，尚未达到目标要求
			""")
	void isOpenOnTheGoodSideOfAnInterval(String interval, String direction, String actual, Status status, String says) {
		TargetProgress progress = Area.only(
				Area.growth("gdp", "{between: " + interval + "}", "quarterly, direction: " + direction),
				Recorded.nothing().approved("gdp", "2024-Q1", actual), DAY_IN_2024_Q2);

		assertThat(progress.status()).isEqualTo(status);
		assertThat(progress.explanation().zh()).contains(says);
	}

	@Test
	void callsWhatIsOnlyMonitoredSo() {
		TargetProgress monitored = Area.only(Area.growth("gdp", "none"), Recorded.nothing(), "2024-08-01");

		assertThat(monitored.statusWords().zh()).isEqualTo("仅监测");
		assertThat(Area.only(Area.HEADING, Recorded.nothing(), "2024-08-01").statusWords().zh()).isEqualTo("待下达");
	}

	/** 500 of 1000 at a quarter's pace uses 25 points too much. */
	@Test
	void saysACeilingTheOtherWayRoundInEnglish() {
		String spending = Area.target("spending", "支出", "Spending", "level", "万元", 0, "{at-most: 1000}", "quarterly");

		assertThat(Area.only(spending, Recorded.nothing().approved("spending", "2024-Q1", "500"), "2024-05-01")
			.explanation()
			.en()).contains("25.00 points above the share of the year elapsed");
		assertThat(Area.only(spending, Recorded.nothing().approved("spending", "2024-Q1", "200"), "2024-05-01")
			.explanation()
			.en()).contains("5.00 points below the share of the year elapsed");
	}

	@Test
	void saysThatAReadingIsThisSystemsOwn() {
		String unemployment = Area.target("unemployment", "失业率", "Unemployment", "ratio", "percent", 1,
				"{at-most: 5.5}", "quarterly, direction: lower, accumulates: average, reading: 按上限评价");

		assertThat(Area.only(unemployment, Recorded.nothing().approved("unemployment", "2024-Q2", "5.1"), "2024-08-01")
			.explanation()
			.zh()).isEqualTo("上半年平均为5.1%（快报数），比目标（不高于5.5%）低0.4个百分点，符合目标要求；读法为本系统设定。");
	}

	private static TargetProgress standing(Plan plan, Recorded recorded, Plan before, Recorded recordedBefore,
			String day) {
		return PlanStanding
			.of(new PlanFacts(plan, recorded.figures(), before, recordedBefore.figures(), null), ShippedCalendars.all(),
					Area.noonOf(day))
			.targets()
			.getFirst();
	}

	private static TargetProgress target(PlanStanding standing, String indicator) {
		return standing.target(indicator).orElseThrow();
	}

	private static Verdict verdict(TargetProgress progress) {
		return progress.judged().orElseThrow();
	}

	private static Headway headway(TargetProgress progress) {
		return java.util.Objects.requireNonNull(verdict(progress).headway());
	}

	private static BigDecimal rounded(BigDecimal ratio) {
		return ratio.setScale(4, RoundingMode.HALF_UP);
	}

	@Test
	void saysAGoalThatIsADecreaseAsOne() {
		String energy = Area.growth("energy", "{about: -2.5, tolerance: 0.2}", "quarterly, direction: lower");

		assertThat(Area.only(energy, Recorded.nothing().approved("energy", "2024-Q3", "-2.0"), "2024-11-01")
			.explanation()
			.zh()).startsWith("前三季度同比下降2.0%（快报数），降幅比目标（下降2.5%左右）小0.5个百分点，尚未达到目标要求");
	}

}
