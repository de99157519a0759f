package org.targetmonitor.period;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The working days of the years whose calendars are there; immutable. Of any other year
 * it says that it does not know.
 */
public final class WorkingDays {

	private final NavigableMap<Integer, CalendarYear> years;

	/** Every target of every plan asks for the same few. */
	private final Map<Counted, DueDate> counted = new ConcurrentHashMap<>();

	/** The n-th after a day. */
	private record Counted(LocalDate lastDay, int n) {
	}

	private WorkingDays(NavigableMap<Integer, CalendarYear> years) {
		this.years = Collections.unmodifiableNavigableMap(years);
	}

	/**
	 * The working days of these years.
	 * @param calendars one calendar per year, in any order, with or without gaps
	 * @return their working days
	 * @throws IllegalArgumentException if a year is there twice
	 */
	public static WorkingDays of(Collection<CalendarYear> calendars) {
		NavigableMap<Integer, CalendarYear> years = new TreeMap<>();
		for (CalendarYear calendar : calendars) {
			if (years.putIfAbsent(calendar.year(), calendar) != null) {
				throw new IllegalArgumentException("two calendars of " + calendar.year());
			}
		}
		return new WorkingDays(years);
	}

	/** Whether that day is worked, or that the calendar of its year is not there. */
	public DayKind kindOf(LocalDate day) {
		CalendarYear calendar = this.years.get(day.getYear());
		if (calendar == null) {
			return DayKind.NOT_KNOWN;
		}
		return calendar.isWorkingDay(day) ? DayKind.WORKING : DayKind.OFF;
	}

	/**
	 * The n-th working day after a day, which itself does not count.
	 * @param lastDay the day before the first that counts
	 * @param n how many working days to count, at least 1
	 * @return the n-th, or the first year met on the way that has no calendar
	 * @throws IllegalArgumentException if n is below 1
	 */
	public DueDate nthAfter(LocalDate lastDay, int n) {
		if (n < 1) {
			throw new IllegalArgumentException("the working day number %d is not there".formatted(n));
		}
		return this.counted.computeIfAbsent(new Counted(lastDay, n), (asked) -> count(lastDay, n));
	}

	private DueDate count(LocalDate lastDay, int n) {
		LocalDate day = lastDay;
		for (int counted = 0; counted < n;) {
			day = day.plusDays(1);
			switch (kindOf(day)) {
				case WORKING -> counted++;
				case OFF -> {
				}
				case NOT_KNOWN -> {
					return new DueDate.NotKnown(day.getYear());
				}
			}
		}
		return new DueDate.On(day);
	}

	/** The years whose calendars are there, in order. */
	public Set<Integer> years() {
		return this.years.keySet();
	}

}
