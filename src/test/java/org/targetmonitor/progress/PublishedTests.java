package org.targetmonitor.progress;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.reference.ReferenceFigures;
import org.targetmonitor.submission.BaseShares;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A figure is known from the day that it came out, in the plan's zone, also where it was
 * recorded later; punctual is who hands it in. Three quarters came out on 18 October 2024
 * and were entered on 10 March 2025.
 */
class PublishedTests {

	private static final Recorded LATE = Recorded.nothing()
		.published("gdp", "2024-Q3", "4.8", "2024-10-18", "2025-03-10");

	/** The day begins at 16:00 UTC the evening before. */
	@ParameterizedTest
	@CsvSource({ "2024-10-17T15:59:59Z, ", "2024-10-17T16:00:00Z, 4.8", "2024-12-01T00:00:00Z, 4.8",
			"2025-03-11T00:00:00Z, 4.8" })
	void isKnownFromTheBeginningOfTheDayOnWhichItCameOut(String moment, @Nullable String actual) {
		assertThat(actual(LATE, Instant.parse(moment))).isEqualTo(actual);
	}

	@Test
	void withoutThatDayItIsKnownFromItsApproval() {
		Recorded unsaid = Recorded.nothing().approved("gdp", "2024-Q3", "4.8", "2025-03-10");

		assertThat(actual(unsaid, Area.noonOf("2024-12-01"))).isNull();
		assertThat(actual(unsaid, Area.noonOf("2025-03-11"))).isEqualTo("4.8");
	}

	/** Fifteen working days after September end on 28 October. */
	@Test
	void whoHandsItInLateIsLate() {
		TargetProgress then = gdp(LATE, Area.noonOf("2024-12-01"));

		assertThat(then.timeliness().overdue()).isTrue();
		assertThat(then.timeliness().awaited()).isEqualTo(Period.parse("2024-Q3").orElseThrow());
		assertThat(then.timeliness().lastSubmitted()).isNull();
		TargetProgress now = gdp(LATE, Area.noonOf("2025-03-11"));
		assertThat(now.timeliness().missing()).doesNotContain(Period.parse("2024-Q3").orElseThrow());
		assertThat(now.timeliness().lastSubmitted()).isEqualTo(Area.noonOf("2025-03-10"));
	}

	@Test
	void itsPeriodWasJudgedFromThatDayOn() {
		assertThat(gdp(LATE, Area.noonOf("2025-03-11")).path().steps().getFirst().firstKnown())
			.isEqualTo(Instant.parse("2024-10-17T16:00:00Z"));
		assertThat(Objects.requireNonNull(gdp(LATE, Area.noonOf("2025-03-11")).since()).day())
			.hasToString("2024-10-18");
	}

	/**
	 * The first half came out in July, was verified in October, both entered in March.
	 */
	@Test
	void eachVintageIsKnownFromItsOwnDay() {
		Recorded vintages = Recorded.nothing()
			.published("gdp", "2024-Q2", "5.0", "2024-07-15", "2025-03-10")
			.published("gdp", "2024-Q2", "4.9", "2024-10-18", "2025-03-10");

		assertThat(actual(vintages, Area.noonOf("2024-08-01"))).isEqualTo("5.0");
		assertThat(actual(vintages, Area.noonOf("2024-11-01"))).isEqualTo("4.9");
	}

	/** 4.8 was typed for 4.7, seen for weeks, and corrected: history is not rewritten. */
	@Test
	void aCorrectedMistakeStaysWhatWasKnownUntilThen() {
		Recorded corrected = Recorded.nothing()
			.published("gdp", "2024-Q3", "4.8", "2024-10-18", "2024-10-20")
			.published("gdp", "2024-Q3", "4.7", "2024-10-18", "2024-12-05");
		Recorded undated = Recorded.nothing()
			.approved("gdp", "2024-Q3", "4.8", "2024-10-20")
			.published("gdp", "2024-Q3", "4.7", "2024-10-18", "2024-12-05");

		for (Recorded recorded : new Recorded[] { corrected, undated }) {
			assertThat(actual(recorded, Area.noonOf("2024-11-01"))).isEqualTo("4.8");
			assertThat(actual(recorded, Area.noonOf("2024-12-06"))).isEqualTo("4.7");
		}
	}

	/** Entered without the day; the day is said later, of the same value. */
	@Test
	void theDayMayBeSaidLater() {
		Recorded said = Recorded.nothing()
			.approved("gdp", "2024-Q3", "4.8", "2025-03-10")
			.published("gdp", "2024-Q3", "4.8", "2024-10-18", "2025-03-12");

		assertThat(actual(said, Area.noonOf("2024-12-01"))).isEqualTo("4.8");
	}

	/**
	 * 5.5 was known when the plan closed: missed. What is approved half a year later
	 * changes that for no day it is said to have come out on.
	 */
	@Test
	void noDayChangesAVerdictThatFroze() {
		Recorded revised = Recorded.nothing()
			.approved("gdp", "2024-Q4", "5.5", "2025-01-20")
			.published("gdp", "2024-Q4", "6.1", "2025-03-15", "2026-06-10");

		assertThat(gdp(revised, Area.noonOf("2026-07-01")).status()).isEqualTo(Status.MISSED);
		assertThat(actual(revised, Area.noonOf("2026-07-01"))).isEqualTo("5.5");
		assertThat(gdp(revised, Area.noonOf("2026-07-01")).later()).isNotNull();
	}

	/**
	 * Three quarters lagged when it closed; a fourth handed in after that makes no year.
	 */
	@Test
	void whatIsFirstHandedInAfterItClosedChangesNothing() {
		Recorded late = Recorded.nothing()
			.approved("gdp", "2024-Q3", "5.0", "2024-10-20")
			.published("gdp", "2024-Q4", "6.5", "2025-01-20", "2026-06-10");

		assertThat(actual(late, Area.noonOf("2026-07-01"))).isEqualTo("5.0");
		assertThat(gdp(late, Area.noonOf("2026-07-01")).status()).isEqualTo(Status.LAGGING);
		assertThat(gdp(late, Area.noonOf("2026-07-01")).later()).isNotNull();
	}

	/** Entered after the plan had closed at the end of 2025, the year is judged. */
	@Test
	void aPastYearThatIsEnteredTodayHasItsOwnYear() {
		Recorded year = Recorded.nothing().published("gdp", "2024-Q4", "6.1", "2025-01-17", "2026-11-30");

		assertThat(gdp(year, Area.noonOf("2025-02-01")).status()).isEqualTo(Status.ACHIEVED);
		assertThat(gdp(year, Area.noonOf("2026-12-01")).status()).isEqualTo(Status.ACHIEVED);
		TargetProgress withoutDay = gdp(Recorded.nothing().approved("gdp", "2024-Q4", "6.1", "2026-11-30"),
				Area.noonOf("2026-12-01"));
		assertThat(withoutDay.judged()).isEmpty();
		assertThat(withoutDay.explanation().zh()).isEqualTo("未评价；2024年四季度（全年）6.1在计划关闭后才登记，未计入评价；补登往年数据，请填写发布日期。");
	}

	/**
	 * Neither do other years and other areas: 0.3 points faster than the province's 5.4
	 * and than the own 5.4 of last year it stays, whatever is said of them once the plan
	 * has closed.
	 */
	@Test
	void noDayOfAnotherAreaOrYearChangesAVerdictThatFroze() {
		Recorded own = Recorded.nothing().approved("gdp", "2024-Q4", "5.7", "2025-01-20");
		Recorded others = Recorded.nothing().approved("gdp", "2024-Q4", "5.4", "2025-01-18");
		Recorded before = Recorded.nothing().approved("gdp", "2023-Q4", "5.4", "2024-01-18");
		Instant closed = Area.noonOf("2026-07-01");
		Plan faster = Area.plan(Area.growth("gdp", "{faster-than: {area: \"330000\", indicator: gdp}}", "quarterly"));
		Plan atLeast = Area.plan(Area.growth("gdp", "{compared-with: year-before, change: {at-least: 0.3}}"));

		assertThat(beside(faster, own, others, closed).status()).isEqualTo(Status.ACHIEVED);
		assertThat(beside(faster, own, others.published("gdp", "2024-Q4", "5.9", "2025-03-15", "2026-06-10"), closed)
			.status()).isEqualTo(Status.ACHIEVED);
		assertThat(beside(faster, own, others.published("gdp", "2024-Q4", "5.9", "2025-03-15", "2025-06-10"), closed)
			.status()).as("decided before it closed").isEqualTo(Status.MISSED);
		assertThat(after(atLeast, own, before, closed).status()).isEqualTo(Status.ACHIEVED);
		assertThat(after(atLeast, own, before.published("gdp", "2023-Q4", "5.9", "2025-03-15", "2026-06-10"), closed)
			.status()).isEqualTo(Status.ACHIEVED);
		assertThat(after(atLeast, own, before.published("gdp", "2023-Q4", "5.9", "2025-03-15", "2025-06-10"), closed)
			.status()).as("decided before it closed").isEqualTo(Status.MISSED);
	}

	private static TargetProgress beside(Plan plan, Recorded own, Recorded others, Instant moment) {
		Elsewhere.Source province = new Elsewhere.Source(Area.planOf("province-2024", 2024, "330000", "某省",
				new String[] { Area.growth("gdp", "none", "quarterly") }), others.figures());
		Elsewhere elsewhere = Elsewhere.of(plan, Collections.emptyNavigableMap(), (area) -> List.of(province),
				ReferenceFigures.NONE);
		PlanFacts facts = new PlanFacts(elsewhere.seenFrom(plan), own.figures(), null, BaseShares.NONE, List.of(),
				Set.of(), Collections.emptyNavigableMap(), Oversight.NONE, elsewhere);
		return PlanStanding.of(facts, ShippedCalendars.all(), moment).target("gdp").orElseThrow();
	}

	private static TargetProgress after(Plan plan, Recorded own, Recorded before, Instant moment) {
		PlanFacts facts = new PlanFacts(plan, own.figures(), Area.planOf("area-2023", 2023, Area.GDP), before.figures(),
				null);
		return PlanStanding.of(facts, ShippedCalendars.all(), moment).target("gdp").orElseThrow();
	}

	private static @Nullable String actual(Recorded recorded, Instant moment) {
		return gdp(recorded, moment).judged().map((verdict) -> verdict.actual().toPlainString()).orElse(null);
	}

	private static TargetProgress gdp(Recorded recorded, Instant moment) {
		PlanFacts facts = new PlanFacts(Area.plan(Area.GDP), recorded.figures(), null, null, null);
		return PlanStanding.of(facts, ShippedCalendars.all(), moment).target("gdp").orElseThrow();
	}

}
