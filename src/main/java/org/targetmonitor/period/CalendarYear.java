package org.targetmonitor.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import org.targetmonitor.input.Text;

/**
 * What one year's notice says beyond the ordinary week.
 *
 * @param year the year all days are in, 1900 to 2999
 * @param source the notice, by title and number
 * @param off the days off; weekend days within a holiday may be among them
 * @param work the Saturdays and Sundays that are worked (调休)
 */
public record CalendarYear(int year, String source, Set<LocalDate> off, Set<LocalDate> work) {

	/** Refuses, with an {@link IllegalArgumentException}, a day that cannot be meant. */
	public CalendarYear {
		off = Set.copyOf(off);
		work = Set.copyOf(work);
		if (!Period.isYear(year)) {
			throw new IllegalArgumentException("year %d is not in 1900..2999".formatted(year));
		}
		if (source.isBlank()) {
			throw new IllegalArgumentException("the calendar of %d names no source".formatted(year));
		}
		off.forEach((day) -> refuse(objectionToOff(year, day)));
		work.forEach((day) -> refuse(objectionToWork(year, day)));
		work.stream().filter(off::contains).forEach((day) -> {
			throw new IllegalArgumentException(day + " is both off and worked");
		});
	}

	/** Why that day cannot be a day off of that year, if it cannot. */
	static Optional<Text> objectionToOff(int year, LocalDate day) {
		if (day.getYear() == year) {
			return Optional.empty();
		}
		return Optional.of(Text.format("%s不在%d年", "%s is not in %d", day, year));
	}

	/** Why that day cannot be a made-up working day of that year, if it cannot. */
	static Optional<Text> objectionToWork(int year, LocalDate day) {
		if (isWeekend(day)) {
			return objectionToOff(year, day);
		}
		return Optional.of(Text.format("%s不是周六或周日，不能调休上班",
				"%s is neither Saturday nor Sunday, so it cannot be worked to make up", day));
	}

	private static void refuse(Optional<Text> objection) {
		objection.ifPresent((reason) -> {
			throw new IllegalArgumentException(reason.en());
		});
	}

	/** Whether that day of this year is worked. */
	boolean isWorkingDay(LocalDate day) {
		return this.work.contains(day) || (!isWeekend(day) && !this.off.contains(day));
	}

	private static boolean isWeekend(LocalDate day) {
		return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
	}

}
