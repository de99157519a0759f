package org.targetmonitor.period;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.targetmonitor.period.DueRule.MonthsAfterPeriod;
import org.targetmonitor.period.DueRule.WorkingDaysAfterPeriod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

/** When figures are due; the dates were counted by hand on the notices' calendars. */
class DueRuleTests {

	private final WorkingDays calendar = ShippedCalendars.all();

	@ParameterizedTest
	@CsvSource({ "2023-Q4, 2024-01-22", "2024-Q1, 2024-04-22", "2024-Q2, 2024-07-19", "2024-Q3, 2024-10-25",
			"2024-Q4, 2025-01-22", "2024, 2025-01-22", "2025-Q3, 2025-10-28", "2025-Q4, 2026-01-22" })
	void isDueFifteenWorkingDaysAfterThePeriod(String period, LocalDate due) {
		assertThat(new WorkingDaysAfterPeriod(15).dueFor(period(period), this.calendar)).isEqualTo(new DueDate.On(due));
	}

	@ParameterizedTest
	@CsvSource({ "1, 2024-04-01", "3, 2024-04-03", "4, 2024-04-07", "5, 2024-04-08" })
	void countsTheMadeUpSundayAfterQingming(int days, LocalDate due) {
		assertThat(new WorkingDaysAfterPeriod(days).dueFor(period("2024-Q1"), this.calendar))
			.isEqualTo(new DueDate.On(due));
	}

	@ParameterizedTest
	@CsvSource({ "2024, 10, 2025-10-31", "2024-Q4, 2, 2025-02-28", "2023-Q4, 2, 2024-02-29", "2024-02, 1, 2024-03-31",
			"2024-S1, 3, 2024-09-30", "2024-12, 120, 2034-12-31" })
	void isDueOnTheLastDayOfTheMonth(String period, int months, LocalDate due) {
		DueDate date = new MonthsAfterPeriod(months).dueFor(period(period), WorkingDays.of(List.of()));

		assertThat(date).isEqualTo(new DueDate.On(due));
		assertThat(date.ifKnown()).contains(due);
	}

	@Test
	void saysWhichYearHasNoCalendar() {
		DueDate due = new WorkingDaysAfterPeriod(15).dueFor(period("2024-Q4"), ShippedCalendars.of(2024));

		assertThat(due).isEqualTo(new DueDate.NotKnown(2025));
		assertThat(due.ifKnown()).isEmpty();
	}

	@Test
	void saysSoWhenTheCountRunsIntoAYearWithoutCalendar() {
		// December 2024 has 22 working days
		assertThat(new WorkingDaysAfterPeriod(22).dueFor(period("2024-11"), ShippedCalendars.of(2024, 2026)))
			.isEqualTo(new DueDate.On(LocalDate.of(2024, 12, 31)));
		assertThat(new WorkingDaysAfterPeriod(23).dueFor(period("2024-11"), ShippedCalendars.of(2024, 2026)))
			.isEqualTo(new DueDate.NotKnown(2025));
	}

	@Test
	void fallsOnAWorkingDayWithAsManyBetween() {
		List<Period> periods = List.of(2024, 2025)
			.stream()
			.flatMap((year) -> Period.ofYear(year, Frequency.MONTHLY).stream())
			.toList();
		qt().forAll(integers().between(0, periods.size() - 1), integers().between(1, 200))
			.check((index, days) -> isNthWorkingDay(periods.get(index), days));
	}

	private boolean isNthWorkingDay(Period period, int days) {
		LocalDate due = new WorkingDaysAfterPeriod(days).dueFor(period, this.calendar).ifKnown().orElseThrow();
		long counted = period.end()
			.datesUntil(due.plusDays(1))
			.filter((day) -> this.calendar.kindOf(day) == DayKind.WORKING)
			.count();
		return this.calendar.kindOf(due) == DayKind.WORKING && counted == days;
	}

	@Test
	void isNeverEarlierForMoreDays() {
		qt().forAll(lists().of(integers().between(1, 240)).ofSize(2)).check((days) -> {
			LocalDate fewer = due(Math.min(days.get(0), days.get(1)));
			LocalDate more = due(Math.max(days.get(0), days.get(1)));
			return days.get(0).equals(days.get(1)) ? fewer.equals(more) : fewer.isBefore(more);
		});
	}

	private LocalDate due(int days) {
		return new WorkingDaysAfterPeriod(days).dueFor(period("2024-Q1"), this.calendar).ifKnown().orElseThrow();
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 367, Integer.MAX_VALUE })
	void refusesAnAmountOutOfRange(int amount) {
		assertThatIllegalArgumentException().isThrownBy(() -> new WorkingDaysAfterPeriod(amount));
		assertThatIllegalArgumentException().isThrownBy(() -> new MonthsAfterPeriod(amount));
	}

	private static Period period(String code) {
		return Period.parse(code).orElseThrow();
	}

}
