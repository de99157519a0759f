package org.targetmonitor.progress;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.period.Period;
import org.targetmonitor.period.ShippedCalendars;

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

	/** Entered after the plan had closed at the end of 2025, the year is judged. */
	@Test
	void aPastYearThatIsEnteredTodayHasItsOwnYear() {
		Recorded year = Recorded.nothing().published("gdp", "2024-Q4", "6.1", "2025-01-17", "2026-11-30");

		assertThat(gdp(year, Area.noonOf("2025-02-01")).status()).isEqualTo(Status.ACHIEVED);
		assertThat(gdp(year, Area.noonOf("2026-12-01")).status()).isEqualTo(Status.ACHIEVED);
		assertThat(gdp(Recorded.nothing().approved("gdp", "2024-Q4", "6.1", "2026-11-30"), Area.noonOf("2026-12-01"))
			.judged()).isEmpty();
	}

	private static @Nullable String actual(Recorded recorded, Instant moment) {
		return gdp(recorded, moment).judged().map((verdict) -> verdict.actual().toPlainString()).orElse(null);
	}

	private static TargetProgress gdp(Recorded recorded, Instant moment) {
		PlanFacts facts = new PlanFacts(Area.plan(Area.GDP), recorded.figures(), null, null, null);
		return PlanStanding.of(facts, ShippedCalendars.all(), moment).target("gdp").orElseThrow();
	}

}
