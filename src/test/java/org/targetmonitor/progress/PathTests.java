package org.targetmonitor.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.BaseShares;

import static org.assertj.core.api.Assertions.assertThat;

/** How a target stood period by period, and since when it stands as it does. */
class PathTests {

	private static final Recorded YEAR = Recorded.nothing()
		.approved("gdp", "2024-Q1", "6.2")
		.approved("gdp", "2024-Q2", "5.8")
		.approved("gdp", "2024-Q3", "5.3");

	@Test
	void judgesEveryPeriodByItself() {
		Path path = Area.only(Area.GDP, YEAR, "2024-11-01").path();

		assertThat(path.steps())
			.extracting((step) -> step.period() + " " + step.status() + " " + step.judged().orElseThrow().margin())
			.containsExactly("2024-Q1 ON_TRACK 0.2", "2024-Q2 AT_RISK -0.2", "2024-Q3 LAGGING -0.7");
	}

	/**
	 * Over 6.5 is above 6 whatever is meant; about 5.5 is 5.45 to 5.55 and at least 0.45
	 * below it, so that how far behind cannot be told; about 6 may be either.
	 */
	@Test
	void keepsTheVerdictsOfFiguresWithoutAnExactNumberWhenALaterOneIsIn() {
		Recorded recorded = Recorded.nothing()
			.publishedAs("gdp", "2024-Q1", "超6.5%")
			.publishedAs("gdp", "2024-Q2", "约5.5%")
			.publishedAs("gdp", "2024-Q3", "约6%")
			.approved("gdp", "2024-Q4", "6.1");

		TargetProgress gdp = Area.only(Area.GDP, recorded, "2025-02-01");

		assertThat(gdp.path().steps())
			.extracting((step) -> step.period() + " " + step.status() + " " + step.actual().orElse(null) + " "
					+ step.extent().map(Text::zh).orElse(null) + " " + step.line().orElse(null))
			.containsExactly("2024-Q1 ON_TRACK null 超6.5% 6", "2024-Q2 AT_RISK null 约5.5% 6",
					"2024-Q4 ACHIEVED 6.1 null 6");
		assertThat(gdp.path().steps().getFirst().firstKnown()).isEqualTo(Area.noonOf("2024-04-15"));
	}

	/** Behind first without an exact number; lagging is made up for all the same. */
	@Test
	void remembersThatItLaggedByAFigureWithoutAnExactNumber() {
		Recorded recorded = Recorded.nothing().publishedAs("gdp", "2024-Q1", "不到5%").approved("gdp", "2024-Q2", "6.1");

		assertThat(Area.only(Area.GDP, recorded, "2024-08-01").path().steps()).extracting(Path.Point::status)
			.containsExactly(Status.LAGGING, Status.ON_TRACK);
	}

	/** Since the first quarter, of which nobody knows the exact number. */
	@Test
	void countsSinceWhenAlsoByFiguresWithoutAnExactNumber() {
		Recorded recorded = Recorded.nothing().publishedAs("gdp", "2024-Q1", "超6.5%").approved("gdp", "2024-Q2", "6.1");

		assertThat(Area.only(Area.GDP, recorded, "2024-08-01").since())
			.isEqualTo(new Path.Since(Period.parse("2024-Q1").orElseThrow(), LocalDate.parse("2024-04-15")));
	}

	@Test
	void leavesOutPeriodsWithoutAValue() {
		Recorded recorded = Recorded.nothing().approved("gdp", "2024-Q1", "6.2").approved("gdp", "2024-Q3", "5.3");

		assertThat(Area.only(Area.GDP, recorded, "2024-11-01").path().steps()).extracting(Path.Point::period)
			.hasToString("[2024-Q1, 2024-Q3]");
	}

	@Test
	void judgesThePaceOfEachPeriod() {
		Recorded recorded = Recorded.nothing().approved("jobs", "2024-Q1", "264").approved("jobs", "2024-Q2", "720");

		// 264 of 1200 is 22 %, 3 points short of a quarter; 720 is 60 %, 10 points ahead
		// of a half
		assertThat(Area.only(Area.JOBS, recorded, "2024-11-01").path().steps())
			.extracting((step) -> step.status() + " " + step.judged().orElseThrow().marginRatio().stripTrailingZeros())
			.containsExactly("AT_RISK -0.03", "ON_TRACK 0.1");
	}

	@Test
	void knowsThePaceOfPeriodsThatHaveNoFigureYet() {
		Path path = Area.only(Area.JOBS, Recorded.nothing().approved("jobs", "2024-Q1", "264"), "2024-05-01").path();

		assertThat(path.paces()).hasSize(4);
		assertThat(path.paces().get(Period.parse("2024-Q3").orElseThrow())).isEqualByComparingTo("0.75");
		assertThat(Area.only(Area.GDP, YEAR, "2024-11-01").path().paces()).isEmpty();
	}

	@Test
	void letsARevisionRejudgeItsPeriod() {
		Recorded recorded = YEAR.approved("gdp", "2024-Q1", "5.9", "2024-10-25");

		Path path = Area.only(Area.GDP, recorded, "2024-11-01").path();

		assertThat(path.steps().getFirst().status()).isEqualTo(Status.AT_RISK);
		assertThat(path.steps().getFirst().firstKnown()).isEqualTo(Area.noonOf("2024-04-15"));
	}

	@Test
	void keepsTheLineThatWasInForceWhenAPeriodWasFirstJudged() {
		Plan before = Area.plan(Area.growth("gdp", "{at-least: 6}"));
		Plan after = Area.plan(Area.growth("gdp", "{at-least: 5}"));
		Paths paths = new Paths(after, YEAR.figures(),
				new Then(after,
						new TreeMap<>(Map.of(Area.noonOf("2024-01-01"), before, Area.noonOf("2024-08-01"), after)),
						(moment) -> LastYear.UNKNOWN),
				Area.noonOf("2024-11-01"));

		List<Path.Point> steps = paths.of(gdp(after)).steps();

		assertThat(steps).extracting((step) -> step.judged().orElseThrow().comparison().line() + " " + step.status())
			.containsExactly("6 ON_TRACK", "6 AT_RISK", "5 ON_TRACK");
	}

	/**
	 * Judged by the present line at once, and said so until a period of its own comes.
	 */
	@Test
	void saysThatTheTargetWasChangedSinceItsLatestPeriodWasJudged() {
		Plan before = Area.plan(Area.growth("gdp", "{at-least: 6}"));
		Plan after = Area.plan(Area.growth("gdp", "{at-least: 4.5}"));

		TargetProgress gdp = Area
			.standing(Map.of(Area.noonOf("2024-01-01"), before, Area.noonOf("2024-10-20"), after), YEAR, "2024-11-01")
			.target("gdp")
			.orElseThrow();

		assertThat(gdp.status()).isEqualTo(Status.ON_TRACK);
		assertThat(gdp.path().steps().getLast().status()).isEqualTo(Status.LAGGING);
		assertThat(gdp.explanation().zh()).contains("，比年初目标（不低于6%）低0.7个百分点，尚未达到目标要求；比调整后目标（不低于4.5%）高0.8个百分点，符合目标要求");
		assertThat(gdp.isChanged()).isTrue();
		assertThat(Area.only(Area.GDP, YEAR, "2024-11-01").isChanged()).isFalse();
	}

	/** The first quarter was judged against what is not in the plan any more. */
	@Test
	void judgesByAnOperandThatWasWithdrawnSince() {
		Plan before = Area.plan(Area.GDP, Area.growth("income", "{in-step-with: gdp, tolerance: 0.5}"));
		Plan after = Area.plan(Area.growth("income", "{at-least: 5}"));
		Recorded recorded = Recorded.nothing()
			.approved("gdp", "2024-Q1", "6.2")
			.approved("income", "2024-Q1", "5.6")
			.approved("income", "2024-Q2", "5.6");

		TargetProgress income = Area
			.standing(Map.of(Area.noonOf("2024-01-01"), before, Area.noonOf("2024-06-01"), after), recorded,
					"2024-11-01")
			.target("income")
			.orElseThrow();

		// 5.6 − (6.2 − 0.5) = −0.1 against GDP then, 5.6 − 5 = 0.6 against a number now
		assertThat(income.path().steps())
			.extracting((step) -> step.period() + " " + step.judged().orElseThrow().margin())
			.containsExactly("2024-Q1 -0.1", "2024-Q2 0.6");
	}

	/**
	 * The first quarter was judged by a number, whenever the other operand's figure came.
	 */
	@Test
	void keepsTheVerdictByANumberWhenTheTargetBecomesARelation() {
		Plan before = Area.plan(Area.GDP, Area.growth("income", "{at-least: 5}"));
		Plan after = Area.plan(Area.GDP, Area.growth("income", "{in-step-with: gdp, tolerance: 0.5}"));
		Recorded recorded = Recorded.nothing().approved("income", "2024-Q1", "4.6");

		// 4.6 − 5 = −0.4; gdp's figure came on 5 June, after the change of 1 June
		assertThat(income(before, after, recorded).path().steps()).extracting(PathTests::known)
			.containsExactly("2024-Q1 AT_RISK -0.4 2024-04-15");
		TargetProgress income = income(before, after,
				recorded.approvedLater("gdp", "2024-Q1", "5.0", "2024-04-20", "2024-06-05"));
		assertThat(income.path().steps()).extracting(PathTests::known)
			.containsExactly("2024-Q1 AT_RISK -0.4 2024-04-15");
		assertThat(income.isChanged()).isTrue();
	}

	/** Without the other operand's figure it was judged when it became a number. */
	@Test
	void judgesAPeriodWhenTheTargetBecomesWhatItsFigureIsEnoughFor() {
		Plan before = Area.plan(Area.GDP, Area.growth("income", "{in-step-with: gdp, tolerance: 0.5}"));
		Plan after = Area.plan(Area.GDP, Area.growth("income", "{at-least: 5}"));

		assertThat(income(before, after, Recorded.nothing().approved("income", "2024-Q1", "5.6")).path().steps())
			.extracting(PathTests::known)
			.containsExactly("2024-Q1 ON_TRACK 0.6 2024-06-01");
		assertThat(income(before, after, Recorded.nothing().approved("income", "2024-Q1", "5.6")).since())
			.isEqualTo(new Path.Since(Period.parse("2024-Q1").orElseThrow(), LocalDate.parse("2024-06-01")));
	}

	/**
	 * The target came on 1 May as a relation, when the figures were known already: 4.6 −
	 * (6.0 − 0.5) = −0.9. A month later it became a number.
	 */
	@Test
	void judgesWhatWasKnownBeforeATargetByItsFirstVersion() {
		String gdp = Area.growth("gdp", "none");
		Plan without = Area.plan(gdp);
		Plan first = Area.plan(gdp, Area.growth("income", "{in-step-with: gdp, tolerance: 0.5}"));
		Plan second = Area.plan(gdp, Area.growth("income", "{at-least: 4}"));
		Recorded recorded = Recorded.nothing().approved("income", "2024-Q1", "4.6").approved("gdp", "2024-Q1", "6.0");

		TargetProgress income = at("2024-06-10", recorded, "income", Map.of(Area.noonOf("2024-01-01"), without,
				Area.noonOf("2024-05-01"), first, Area.noonOf("2024-06-01"), second));

		assertThat(income.path().steps()).extracting(PathTests::known)
			.containsExactly("2024-Q1 LAGGING -0.9 2024-05-01");
	}

	/**
	 * Of amounts per head and in total there was no verdict until the other operand was
	 * corrected.
	 */
	@Test
	void judgesAPeriodWhenItsOperandsBecomeComparable() {
		String total = Area.target("a", "甲", "A", "value", "元", 1, "none", "quarterly, per: total");
		Plan before = Area.plan(total, Area.target("b", "乙", "B", "value", "元", 1, "none", "quarterly, per: head"),
				Area.faster("a", "b"));
		Plan after = Area.plan(total, Area.target("b", "乙", "B", "value", "元", 1, "none", "quarterly, per: total"),
				Area.faster("a", "b"));
		Recorded recorded = Recorded.nothing().approved("a", "2024-Q1", "6.0").approved("b", "2024-Q1", "5.0");

		TargetProgress faster = at("2024-06-10", recorded, "faster",
				Map.of(Area.noonOf("2024-01-01"), before, Area.noonOf("2024-06-01"), after));

		assertThat(faster.path().steps()).extracting(PathTests::known)
			.containsExactly("2024-Q1 ON_TRACK 1.0 2024-06-01");
	}

	/** What is only watched since June was judged in April. */
	@Test
	void keepsTheVerdictsOfATargetThatIsNotJudgedAnyMore() {
		TargetProgress income = income(Area.plan(Area.GDP, Area.growth("income", "{at-least: 5}")),
				Area.plan(Area.GDP, Area.growth("income", "none")),
				Recorded.nothing().approved("income", "2024-Q1", "4.6"));

		assertThat(income.path().steps()).extracting(PathTests::known)
			.containsExactly("2024-Q1 AT_RISK -0.4 2024-04-15");
		assertThat(income.since()).isNull();
		assertThat(income.statusWords().zh()).isEqualTo("仅监测");
	}

	private static TargetProgress at(String day, Recorded recorded, String indicator, Map<Instant, Plan> versions) {
		return Area.standing(versions, recorded, day).target(indicator).orElseThrow();
	}

	private static TargetProgress income(Plan before, Plan after, Recorded recorded) {
		return Area
			.standing(Map.of(Area.noonOf("2024-01-01"), before, Area.noonOf("2024-06-01"), after), recorded,
					"2024-06-10")
			.target("income")
			.orElseThrow();
	}

	private static String known(Path.Point step) {
		return step.period() + " " + step.status() + " " + step.judged().orElseThrow().margin() + " "
				+ step.firstKnown().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
	}

	@Test
	void namesTheOperandThatWasWithdrawnSince() {
		Plan before = Area.plan(Area.GDP, Area.growth("income", "{in-step-with: gdp, tolerance: 0.5}"));
		Plan after = Area.plan(Area.growth("income", "{at-least: 5}"));
		Recorded recorded = Recorded.nothing().approved("gdp", "2024-Q1", "6.2").approved("income", "2024-Q1", "5.6");

		assertThat(Area
			.standing(Map.of(Area.noonOf("2024-01-01"), before, Area.noonOf("2024-06-01"), after), recorded,
					"2024-06-10")
			.target("income")
			.orElseThrow()
			.explanation()
			.zh()).contains("比年初目标（与生产总值基本同步）低0.6个百分点，尚未达到目标要求；比调整后目标（不低于5%）高0.6个百分点，符合目标要求。");
	}

	@Test
	void judgesARelationOnceBothOperandsAreThere() {
		Recorded recorded = Recorded.nothing()
			.approved("income", "2024-Q1", "6.0")
			.approvedLater("gdp", "2024-Q1", "6.2", "2024-04-20", "2024-05-02")
			.approved("income", "2024-Q2", "6.0");
		String income = Area.growth("income", "{in-step-with: gdp, tolerance: 0.5}");

		Path path = Area.standing(Area.plan(Area.GDP, income), recorded, "2024-11-01")
			.target("income")
			.orElseThrow()
			.path();

		assertThat(path.steps()).extracting(Path.Point::firstKnown).containsExactly(Area.noonOf("2024-05-02"));
	}

	@Test
	void countsSinceWhenTheLightIsTheSame() {
		Recorded recorded = YEAR.approved("gdp", "2024-Q4", "5.2");

		TargetProgress gdp = Area.only(Area.GDP, recorded, "2025-02-01");

		assertThat(gdp.status()).isEqualTo(Status.MISSED);
		// red since the third quarter, which was approved on 15 October
		assertThat(gdp.since())
			.isEqualTo(new Path.Since(Period.parse("2024-Q3").orElseThrow(), LocalDate.parse("2024-10-15")));
	}

	/** Green on the way is not achieved yet. */
	@Test
	void countsSinceWhenItIsAchievedFromThen() {
		Recorded recorded = Recorded.nothing()
			.approved("schools", "2024-Q1", "40")
			.approved("schools", "2024-Q2", "75")
			.approved("schools", "2024-Q3", "100");

		assertThat(Area.only(Area.SCHOOLS, recorded, "2024-11-01").since())
			.isEqualTo(new Path.Since(Period.parse("2024-Q3").orElseThrow(), LocalDate.parse("2024-10-15")));
	}

	@Test
	void countsFromTheLatestChangeOfLightOnly() {
		Recorded recorded = Recorded.nothing()
			.approved("gdp", "2024-Q1", "5.0")
			.approved("gdp", "2024-Q2", "6.1")
			.approved("gdp", "2024-Q3", "5.0");

		assertThat(Area.only(Area.GDP, recorded, "2024-11-01").since())
			.isEqualTo(new Path.Since(Period.parse("2024-Q3").orElseThrow(), LocalDate.parse("2024-10-15")));
	}

	@Test
	void countsFromTheRevisionThatTurnedTheLight() {
		Recorded recorded = Recorded.nothing()
			.approved("gdp", "2024-Q3", "6.2")
			.verified("gdp", "2024-Q3", "6.1", "2024-11-10")
			.verified("gdp", "2024-Q3", "5.3", "2024-12-01")
			.verified("gdp", "2024-Q3", "5.2", "2024-12-20");

		assertThat(Area.only(Area.GDP, recorded, "2025-01-05").since())
			.isEqualTo(new Path.Since(Period.parse("2024-Q3").orElseThrow(), LocalDate.parse("2024-12-01")));
		assertThat(Area.only(Area.GDP, recorded, "2024-11-20").since())
			.isEqualTo(new Path.Since(Period.parse("2024-Q3").orElseThrow(), LocalDate.parse("2024-10-15")));
	}

	/**
	 * Lagging behind 6 so far; on 20 October the target becomes 5, and the light is
	 * green.
	 */
	@Test
	void saysNothingOfSinceWhenOnceTheTargetWasChangedAfterwards() {
		Plan after = Area.plan(Area.growth("gdp", "{at-least: 5}"));
		NavigableMap<Instant, Plan> formerly = new TreeMap<>(
				Map.of(Area.noonOf("2024-01-01"), Area.plan(Area.GDP), Area.noonOf("2024-10-20"), after));
		PlanFacts facts = new PlanFacts(after, YEAR.figures(), null, BaseShares.NONE, List.of(), formerly,
				Oversight.NONE);

		TargetProgress gdp = PlanStanding.of(facts, ShippedCalendars.all(), Area.noonOf("2024-10-21"))
			.targets()
			.getFirst();

		assertThat(gdp.status()).isEqualTo(Status.ON_TRACK);
		assertThat(gdp.path().steps().getLast().status()).isEqualTo(Status.LAGGING);
		assertThat(gdp.since()).isNull();
	}

	/**
	 * The plan closes with the year 2025; a vintage of 2026 is known, and judges nothing.
	 */
	@Test
	void showsOnceThePlanIsClosedWhatItsVerdictsRestOn() {
		PlanStanding standing = Area.standing(Area.plan(Area.GDP),
				Recorded.nothing().approved("gdp", "2024-Q4", "6.1").verified("gdp", "2024-Q4", "5.9", "2026-02-01"),
				"2026-03-01");

		assertThat(standing.figures().approved("gdp").lastEntry().getValue().value()).isEqualByComparingTo("5.9");
		assertThat(standing.judgedBy().approved("gdp").lastEntry().getValue().value()).isEqualByComparingTo("6.1");
		assertThat(standing.targets().getFirst().path().steps().getLast().judged().orElseThrow().actual())
			.isEqualByComparingTo("6.1");
	}

	@Test
	void saysNothingWithoutAVerdict() {
		TargetProgress gdp = Area.only(Area.GDP, Recorded.nothing().waiting("gdp", "2024-Q1", "6"), "2024-05-01");

		assertThat(gdp.path().steps()).isEmpty();
		assertThat(gdp.since()).isNull();
		assertThat(Area.only(Area.HEADING, Recorded.nothing(), "2024-05-01").path()).isEqualTo(Path.NONE);
	}

	private static Target gdp(Plan plan) {
		return plan.target("gdp").orElseThrow();
	}

}
