package org.targetmonitor.period;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which days are worked, for the years whose days off are known. */
public final class WorkingDays {

	private final Map<Integer, CalendarYear> years;

	private WorkingDays(Map<Integer, CalendarYear> years) {
		this.years = Map.copyOf(years);
	}

	/** Of several entries for one year the last one counts. */
	public static WorkingDays of(Collection<CalendarYear> years) {
		return new WorkingDays(years.stream()
			.collect(Collectors.toMap(CalendarYear::year, Function.identity(), (first, second) -> second)));
	}

	/** The years that are known. */
	public SortedSet<Integer> years() {
		return new TreeSet<>(this.years.keySet());
	}

	/** Whether a day is worked; empty where its year is not known. */
	public Optional<Boolean> isWorkingDay(LocalDate day) {
		return Optional.ofNullable(this.years.get(day.getYear())).map((year) -> year.isWorkingDay(day));
	}

	/** The n-th working day after {@code day}; with 0 the day itself, worked or not. */
	public DueDate nthAfter(LocalDate day, int n) {
		LocalDate current = day;
		int passed = 0;
		while (passed < n) {
			current = current.plusDays(1);
			Optional<Boolean> worked = isWorkingDay(current);
			if (worked.isEmpty()) {
				return new DueDate.NotKnown(current.getYear());
			}
			passed += worked.get() ? 1 : 0;
		}
		return new DueDate.On(current);
	}

}
