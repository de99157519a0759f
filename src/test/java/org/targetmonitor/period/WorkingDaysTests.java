package org.targetmonitor.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.nlf.calendar.Holiday;
import com.nlf.calendar.util.HolidayUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Which days are worked. */
class WorkingDaysTests {

	private final WorkingDays calendar = ShippedCalendars.all();

	@Test
	void knowsTheYearsThatShip() {
		assertThat(this.calendar.years()).containsExactly(2024, 2025, 2026);
	}

	@Test
	void agreesWithTheLibraryOnEveryDayOfTheYearsItKnows() {
		List<Integer> compared = this.calendar.years()
			.stream()
			.filter((year) -> !HolidayUtil.getHolidays(Integer.toString(year)).isEmpty())
			.toList();

		// The library's newest data are of 2024; the other years stand in the two tests
		// below
		assertThat(compared).containsExactly(2024);
		assertThat(daysOf(2024)).hasSize(366)
			.allSatisfy((day) -> assertThat(isWorked(day)).as("%s", day).isEqualTo(isWorkedForLibrary(day)));
	}

	private static boolean isWorkedForLibrary(LocalDate day) {
		Holiday holiday = HolidayUtil.getHoliday(day.toString());
		return (holiday != null) ? holiday.isWork() : !isWeekend(day);
	}

	/**
	 * As chinesecalendar 1.11.0 of PyPI and lunar-javascript 1.7.7 of npm have them,
	 * which agree.
	 */
	@ParameterizedTest
	@CsvSource({
			"2024, 01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 10-01 10-02 10-03 "
					+ "10-04 10-07",
			"2025, 01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 "
					+ "10-08",
			"2026, 01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 "
					+ "10-06 10-07" })
	void hasTheseWeekdaysOffAndNoOther(int year, String days) {
		assertThat(daysOf(year).filter((day) -> !isWeekend(day) && !isWorked(day)))
			.containsExactlyElementsOf(days(year, days));
	}

	/** From the same two libraries. */
	@ParameterizedTest
	@CsvSource({ "2024, 02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12, 251",
			"2025, 01-26 02-08 04-27 09-28 10-11, 248", "2026, 01-04 02-14 02-28 05-09 09-20 10-10, 248" })
	void hasTheseWeekendDaysWorkedAndNoOther(int year, String days, int workingDays) {
		assertThat(daysOf(year).filter((day) -> isWeekend(day) && isWorked(day)))
			.containsExactlyElementsOf(days(year, days));
		assertThat(daysOf(year).filter(this::isWorked)).hasSize(workingDays);
	}

	@Test
	void countsMakeUpSaturdayAsWorkingDay() {
		assertThat(this.calendar.kindOf(LocalDate.of(2024, 10, 12))).isEqualTo(DayKind.WORKING);
		assertThat(this.calendar.nthAfter(LocalDate.of(2024, 10, 11), 1))
			.isEqualTo(new DueDate.On(LocalDate.of(2024, 10, 12)));
	}

	@Test
	void leavesOutTheDayItCountsFrom() {
		assertThat(this.calendar.nthAfter(LocalDate.of(2024, 7, 1), 1))
			.isEqualTo(new DueDate.On(LocalDate.of(2024, 7, 2)));
	}

	@Test
	void saysThatItDoesNotKnowAYearWithoutData() {
		assertThat(this.calendar.kindOf(LocalDate.of(2023, 12, 31))).isEqualTo(DayKind.NOT_KNOWN);
		assertThat(this.calendar.kindOf(LocalDate.of(2027, 1, 1))).isEqualTo(DayKind.NOT_KNOWN);
		assertThat(this.calendar.nthAfter(LocalDate.of(2026, 12, 31), 1)).isEqualTo(new DueDate.NotKnown(2027));
	}

	@Test
	void refusesToCountNothing() {
		LocalDate day = LocalDate.of(2024, 7, 1);

		assertThatIllegalArgumentException().isThrownBy(() -> this.calendar.nthAfter(day, 0));
	}

	@Test
	void refusesTwoCalendarsOfOneYear() {
		CalendarYear year = ShippedCalendars.calendar(2024);

		assertThatIllegalArgumentException().isThrownBy(() -> WorkingDays.of(List.of(year, year)));
	}

	@Test
	void refusesDaysThatCannotBeMeant() {
		LocalDate saturday = LocalDate.of(2024, 5, 11);
		LocalDate monday = LocalDate.of(2024, 5, 13);

		assertThatIllegalArgumentException()
			.isThrownBy(() -> new CalendarYear(2025, "notice", Set.of(saturday), Set.of()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new CalendarYear(2025, "notice", Set.of(), Set.of(saturday)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new CalendarYear(2024, "notice", Set.of(), Set.of(monday)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new CalendarYear(2024, "notice", Set.of(saturday), Set.of(saturday)));
		assertThatIllegalArgumentException().isThrownBy(() -> new CalendarYear(2024, " ", Set.of(), Set.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> new CalendarYear(1, "notice", Set.of(), Set.of()));
	}

	private boolean isWorked(LocalDate day) {
		return this.calendar.kindOf(day) == DayKind.WORKING;
	}

	private static boolean isWeekend(LocalDate day) {
		return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
	}

	private static Stream<LocalDate> daysOf(int year) {
		return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
	}

	private static List<LocalDate> days(int year, String days) {
		return Stream.of(days.split(" ", -1)).map((day) -> LocalDate.parse(year + "-" + day)).toList();
	}

}
