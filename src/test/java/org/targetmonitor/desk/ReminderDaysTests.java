package org.targetmonitor.desk;

import java.time.LocalDate;
import java.time.LocalTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.period.ShippedCalendars;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * On which day which reminder is due, worked by hand: due on Friday 25 October 2024, the
 * third working day before is Tuesday the 22nd, the first after it Monday the 28th.
 */
class ReminderDaysTests {

	private static final LocalDate DUE = LocalDate.of(2024, 10, 25);

	private final ReminderDays days = new ReminderDays(ShippedCalendars.all(),
			new Reminding.Settings("", 3, true, 1, true, LocalTime.of(8, 30)));

	@ParameterizedTest
	@CsvSource({ "2024-10-21, ''", "2024-10-22, BEFORE 2024-10-22", "2024-10-23, BEFORE 2024-10-22",
			"2024-10-24, BEFORE 2024-10-22", "2024-10-25, DUE_DAY 2024-10-25", "2024-10-26, ''", "2024-10-27, ''",
			"2024-10-28, AFTER 2024-10-28", "2024-10-29, AFTER 2024-10-28", "2024-11-02, ''",
			"2024-11-28, AFTER 2024-10-28", "2024-11-29, ''", "2026-10-28, ''" })
	void theNewestOccasionCountsUntilTheNextForAMonth(LocalDate today, String due) {
		assertThat(this.days.newest(DUE, today).map((one) -> one.occasion() + " " + one.day()).orElse(""))
			.isEqualTo(due);
	}

	/**
	 * Saturday 12 October is worked, so the day after that due day is Monday the 14th.
	 */
	@Test
	void countsByTheCalendarsOfTheStateCouncil() {
		LocalDate saturday = LocalDate.of(2024, 10, 12);
		assertThat(this.days.newest(saturday, LocalDate.of(2024, 10, 14)))
			.contains(new ReminderDays.Due(Reminder.Occasion.AFTER, LocalDate.of(2024, 10, 14)));
		assertThat(this.days.newest(saturday, LocalDate.of(2024, 10, 9)))
			.contains(new ReminderDays.Due(Reminder.Occasion.BEFORE, LocalDate.of(2024, 10, 9)));
	}

	@Test
	void whatIsSwitchedOffOrCannotBeCountedIsNoOccasion() {
		ReminderDays none = new ReminderDays(ShippedCalendars.all(),
				new Reminding.Settings("", 0, false, 0, true, LocalTime.MIN));
		assertThat(none.newest(DUE, DUE)).isEmpty();
		ReminderDays unknown = new ReminderDays(ShippedCalendars.of(),
				new Reminding.Settings("", 3, true, 1, true, LocalTime.MIN));
		assertThat(unknown.newest(DUE, DUE)).contains(new ReminderDays.Due(Reminder.Occasion.DUE_DAY, DUE));
		assertThat(unknown.newest(DUE, DUE.minusDays(3))).isEmpty();
	}

}
