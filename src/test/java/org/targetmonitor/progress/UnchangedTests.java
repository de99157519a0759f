package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.QuickTheory;

import org.targetmonitor.oversight.DeviationAct;
import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.submission.BaseShare;
import org.targetmonitor.submission.BaseShares;
import org.targetmonitor.submission.Figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.SourceDSL.longs;

/** What is not computed again stands as if it had been. The seed is fixed. */
class UnchangedTests {

	private static final long SEED = 20241129;

	private static final String MORNING = "2024-11-01";

	private static final String[] TARGETS = { Area.GDP, Area.growth("income", "{at-least: 5}"), Area.JOBS, Area.AIR,
			Area.faster("income", "gdp"), Area.HEADING };

	private static final Plan PLAN = Area.plan(TARGETS);

	private static final Recorded RECORDED = Recorded.nothing()
		.approved("gdp", "2024-Q1", "6.2")
		.approved("income", "2024-Q1", "5.5")
		.approved("jobs", "2024-Q1", "300");

	@Test
	void aFigureTouchesItsIndicatorAndWhatIsHeldAgainstIt() {
		PlanStanding before = standing(facts(RECORDED), MORNING, null);
		PlanStanding after = standing(facts(RECORDED.approved("income", "2024-Q2", "7")), MORNING,
				before(facts(RECORDED), MORNING, before));

		assertThat(target(after, "gdp")).isSameAs(target(before, "gdp"));
		assertThat(target(after, "jobs")).isSameAs(target(before, "jobs"));
		assertThat(target(after, "air")).isSameAs(target(before, "air"));
		assertThat(target(after, "income")).isNotSameAs(target(before, "income"));
		assertThat(target(after, "faster")).isNotSameAs(target(before, "faster"));
	}

	@Test
	void aFigureTouchesWhatASecondConditionHoldsAgainstIt() {
		PlanFacts facts = new PlanFacts(
				Area.plan(Area.GDP, Area.growth("income", "{at-least: 5}, and: {not-below: gdp}"), Area.JOBS),
				RECORDED.figures(), null, null, null);
		PlanStanding before = standing(facts, MORNING, null);

		PlanStanding after = standing(facts.with(RECORDED.approved("gdp", "2024-Q2", "7").figures()), MORNING,
				before(facts, MORNING, before));

		assertThat(target(after, "income")).isNotSameAs(target(before, "income"));
		assertThat(target(after, "jobs")).isSameAs(target(before, "jobs"));
	}

	/** What is held against a share rests on its part and its whole. */
	@ParameterizedTest
	@ValueSource(strings = { "part", "whole" })
	void aFigureTouchesWhatIsHeldAgainstAShareOfIt(String changed) {
		String share = "{indicator: share, name: 占比, wording: 占比, measure: ratio, unit: percent, decimals: 1, goal: none, "
				+ "share-of: {part: part, whole: whole}, department: d, nature: expected}";
		String ratio = Area.target("other", "其他占比", "Other", "ratio", "percent", 1, "{not-below: share}",
				"quarterly, accumulates: year-to-date");
		Recorded recorded = Recorded.nothing()
			.approved("other", "2024-Q1", "41")
			.approved("part", "2024-Q1", "40")
			.approved("whole", "2024-Q1", "100");
		PlanFacts facts = new PlanFacts(Area.plan(share, ratio, Area.JOBS.replace("jobs", "part"),
				Area.JOBS.replace("jobs", "whole"), Area.JOBS), recorded.figures(), null, null, null);
		PlanStanding before = standing(facts, MORNING, null);
		PlanFacts after = facts.with(recorded.verified(changed, "2024-Q1", "50", "2024-06-01").figures());

		PlanStanding now = standing(after, MORNING, before(facts, MORNING, before));

		assertThat(target(before, "other").judged().orElseThrow().operand()).isEqualByComparingTo("40");
		assertThat(now.contents()).isEqualTo(standing(after, MORNING, null).contents());
		assertThat(target(now, "jobs")).isSameAs(target(before, "jobs"));
	}

	@Test
	void whatWasReadAnewAndSaysTheSameIsNoChange() {
		Figures lastYear = Recorded.nothing().approved("jobs", "2023-Q1", "200").figures();
		PlanFacts first = readAnew(lastYear);
		PlanStanding before = standing(first, MORNING, null);

		PlanStanding after = standing(readAnew(lastYear), MORNING, before(first, MORNING, before));

		assertThat(after.targets())
			.allSatisfy((progress) -> assertThat(progress).isSameAs(target(before, progress.target().indicator())));
	}

	/** All that a plan's standing rests on, none of it the object it was before. */
	private static PlanFacts readAnew(Figures lastYear) {
		Plan plan = Area.plan(TARGETS);
		PlanYear year = new PlanYear(Area.planOf("area-2023", 2023, Area.JOBS), lastYear, shares("2023-Q2"));
		return new PlanFacts(plan, RECORDED.figures(), null, shares("2024-Q2"), List.of(year),
				new TreeMap<>(Map.of(Area.noonOf("2024-01-02"), plan)), new Oversight(List.of(new DeviationAct("gdp", 1,
						null, "撤回", "leader", Area.noonOf("2024-10-01"), Area.noonOf("2024-10-01"))), List.of()));
	}

	private static BaseShares shares(String period) {
		return new BaseShares(
				List.of(new BaseShare("gdp", Period.parse(period).orElseThrow(), 1, new BigDecimal("0.47"), "年鉴", null,
						"statistics", Area.noonOf("2024-03-01"), Area.noonOf("2024-03-01"))));
	}

	@Test
	void whatAnEarlierVersionWasHeldAgainstTouchesIt() {
		NavigableMap<Instant, Plan> formerly = new TreeMap<>(Map.of(Area.noonOf("2024-01-02"), PLAN,
				Area.noonOf("2024-06-02"), Area.plan(Area.GDP, Area.growth("income", "{at-least: 5}"), Area.JOBS,
						Area.faster("jobs", "gdp").replace("of: jobs", "of: income"))));
		PlanFacts facts = new PlanFacts(formerly.lastEntry().getValue(), RECORDED.figures(), null, BaseShares.NONE,
				List.of(), formerly, Oversight.NONE);
		PlanFacts changed = facts.with(RECORDED.approved("gdp", "2024-Q2", "7").figures());
		PlanStanding before = standing(facts, MORNING, null);

		PlanStanding after = standing(changed, MORNING, before(facts, MORNING, before));

		assertThat(target(after, "faster")).isNotSameAs(target(before, "faster"));
		assertThat(target(after, "jobs")).isSameAs(target(before, "jobs"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ", expects: [energy, cod]" })
	void aHeadingStandsAsTheNumbersUnderItDoNow(String expects) {
		String heading = Area.HEADING.replace("en: Province}}", "en: Province}%s}".formatted(expects));
		Plan plan = Area.plan(heading, under(Area.growth("energy", "{at-least: 3}")),
				under(Area.JOBS.replace("jobs", "cod")));
		Recorded fine = Recorded.nothing().approved("energy", "2024-Q1", "4").approved("cod", "2024-Q1", "400");
		Recorded lagging = fine.approved("energy", "2024-Q1", "1", "2024-06-01");
		PlanStanding before = standing(facts(fine, plan), MORNING, null);

		PlanStanding after = standing(facts(lagging, plan), MORNING, before(facts(fine, plan), MORNING, before));

		assertThat(target(before, "assigned").status()).isEqualTo(Status.ON_TRACK);
		assertThat(target(after, "assigned").status()).isEqualTo(Status.LAGGING);
		assertThat(after.contents()).isEqualTo(standing(facts(lagging, plan), MORNING, null).contents());
		assertThat(target(after, "cod")).isSameAs(target(before, "cod"));
	}

	private static String under(String target) {
		return target.replace("department: d",
				"under: assigned, assigned: {document: 某文, date: 2024-04-01}, department: d");
	}

	@Test
	void anotherDayPlanYearShareOrDecisionLeavesNothing() {
		PlanFacts facts = facts(RECORDED);
		PlanStanding before = standing(facts, MORNING, null);
		Unchanged.Before known = before(facts, MORNING, before);
		PlanFacts another = facts(RECORDED, Area.plan(Area.GDP.replace("at-least: 6", "at-least: 7"), Area.JOBS));
		Recorded lastYear = Recorded.nothing().approved("jobs", "2023-Q1", "200");
		PlanYear year = new PlanYear(Area.planOf("area-2023", 2023, Area.JOBS), lastYear.figures(), BaseShares.NONE);
		PlanFacts withYear = new PlanFacts(PLAN, RECORDED.figures(), year.plan(), year.figures(), null);
		PlanFacts decided = new PlanFacts(PLAN, RECORDED.figures(), null, BaseShares.NONE, List.of(),
				Collections.emptyNavigableMap(), new Oversight(List.of(new DeviationAct("gdp", 1, null, "撤回", "leader",
						Area.noonOf("2024-10-01"), Area.noonOf("2024-10-01"))), List.of()));

		assertThat(target(standing(facts, "2024-11-02", known), "gdp")).isNotSameAs(target(before, "gdp"));
		assertThat(target(standing(facts, "2026-02-01", known), "gdp")).isNotSameAs(target(before, "gdp"));
		assertThat(target(standing(another, MORNING, known), "jobs")).isNotSameAs(target(before, "jobs"));
		assertThat(target(standing(withYear, MORNING, known), "gdp")).isNotSameAs(target(before, "gdp"));
		assertThat(target(standing(decided, MORNING, known), "jobs")).isNotSameAs(target(before, "jobs"));
	}

	@Test
	void aReleaseOrAClockThatWasSetBackLeavesNothing() {
		Instant noon = Area.noonOf(MORNING);
		PlanFacts facts = new PlanFacts(PLAN, RECORDED.figures(), null, null, noon.plusSeconds(60));
		PlanStanding before = standing(facts, MORNING, null);
		Unchanged.Before known = before(facts, MORNING, before);

		assertThat(target(at(facts, noon.plusSeconds(59), known), "gdp")).isSameAs(target(before, "gdp"));
		assertThat(target(at(facts, noon.plusSeconds(60), known), "gdp")).isNotSameAs(target(before, "gdp"));
		assertThat(target(at(facts, noon.minusSeconds(1), known), "gdp")).isNotSameAs(target(before, "gdp"));
	}

	@Test
	void whatIsTakenOverStandsAsIfItHadBeenComputed() {
		QuickTheory.qt().withFixedSeed(SEED).withExamples(200).forAll(longs().all()).checkAssert((seed) -> {
			Random random = new Random(seed);
			Recorded recorded = Recorded.nothing();
			Unchanged.@Nullable Before before = null;
			String day = MORNING;
			for (int step = 0; step < 6; step++) {
				recorded = more(recorded, random);
				day = (random.nextInt(4) == 0) ? LocalDate.parse(day).plusDays(random.nextInt(300)).toString() : day;
				PlanFacts facts = facts(recorded);
				PlanStanding standing = standing(facts, day, before);
				assertThat(standing.contents()).isEqualTo(standing(facts, day, null).contents());
				before = before(facts, day, standing);
			}
		});
	}

	private static Recorded more(Recorded recorded, Random random) {
		String indicator = List.of("gdp", "income", "jobs", "air").get(random.nextInt(4));
		String period = "2024-Q" + (1 + random.nextInt(4));
		String value = String.valueOf(1 + random.nextInt(9));
		String later = LocalDate.of(2024, 4, 20).plusDays(random.nextInt(500)).toString();
		return switch (random.nextInt(4)) {
			case 0 -> recorded.waiting(indicator, period, value);
			case 1 -> recorded.approvedLater(indicator, period, value, "2024-04-19", later);
			case 2 -> recorded.corrected(indicator, period, value, later);
			default -> recorded.approved(indicator, period, value);
		};
	}

	private static PlanFacts facts(Recorded recorded) {
		return facts(recorded, PLAN);
	}

	private static PlanFacts facts(Recorded recorded, Plan plan) {
		return new PlanFacts(plan, recorded.figures(), null, null, null);
	}

	private static PlanStanding standing(PlanFacts facts, String day, Unchanged.@Nullable Before before) {
		return at(facts, Area.noonOf(day), before);
	}

	private static PlanStanding at(PlanFacts facts, Instant now, Unchanged.@Nullable Before before) {
		return PlanStanding.of(facts, ShippedCalendars.all(), now, before);
	}

	private static Unchanged.Before before(PlanFacts facts, String day, PlanStanding standing) {
		return new Unchanged.Before(facts, Area.noonOf(day), standing);
	}

	private static TargetProgress target(PlanStanding standing, String indicator) {
		return standing.target(indicator).orElseThrow();
	}

}
