package org.targetmonitor.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * A year's days off and make-up days (调休) as officially announced.
 *
 * @param year the year
 * @param source the announcement
 * @param off days off, weekends within a holiday included
 * @param work Saturdays and Sundays that are worked
 */
public record CalendarYear(int year, String source, Set<LocalDate> off, Set<LocalDate> work) {

	public CalendarYear {
		off = Set.copyOf(off);
		work = Set.copyOf(work);
	}

	boolean isWorkingDay(LocalDate day) {
		return this.work.contains(day) || !(this.off.contains(day) || isWeekend(day));
	}

	static boolean isWeekend(LocalDate day) {
		return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
	}

}
