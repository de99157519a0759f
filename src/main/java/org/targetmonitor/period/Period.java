package org.targetmonitor.period;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A reporting period: a year, half-year, quarter or month. Its dates are half-open, so
 * that the end of one period is the start of the next.
 *
 * @param year the calendar year, 1900 to 2999
 * @param frequency what kind of period it is
 * @param number which one of its year, from 1
 */
public record Period(int year, Frequency frequency, int number) implements Comparable<Period> {

	static final int FIRST_YEAR = 1900;

	static final int LAST_YEAR = 2999;

	private static final int MONTHS = 12;

	private static final Pattern CODE = Pattern
		.compile("(?<year>[0-9]{4})(-(S(?<half>[12])|Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])))?");

	/**
	 * Refuses, with an {@link IllegalArgumentException}, a year or number out of range.
	 */
	public Period {
		if (!isYear(year)) {
			throw new IllegalArgumentException("year %d is not in 1900..2999".formatted(year));
		}
		if (number < 1 || number > frequency.periodsPerYear()) {
			throw new IllegalArgumentException("%d has no %s period %d".formatted(year, frequency.key(), number));
		}
	}

	/**
	 * Reads {@code 2024}, {@code 2024-S1}, {@code 2024-Q3} or {@code 2024-09}; empty for
	 * anything else.
	 */
	public static Optional<Period> parse(String text) {
		Matcher code = CODE.matcher(text);
		if (!code.matches() || !isYear(Integer.parseInt(code.group("year")))) {
			return Optional.empty();
		}
		return Optional.of(of(code));
	}

	private static Period of(Matcher code) {
		int year = Integer.parseInt(code.group("year"));
		if (code.group("half") != null) {
			return new Period(year, Frequency.HALF_YEARLY, Integer.parseInt(code.group("half")));
		}
		if (code.group("quarter") != null) {
			return new Period(year, Frequency.QUARTERLY, Integer.parseInt(code.group("quarter")));
		}
		if (code.group("month") != null) {
			return new Period(year, Frequency.MONTHLY, Integer.parseInt(code.group("month")));
		}
		return new Period(year, Frequency.YEARLY, 1);
	}

	/**
	 * The period with these dates.
	 * @param start its first day
	 * @param end the first day after it
	 * @return the one period that has this start and this end
	 * @throws IllegalArgumentException if no period has them
	 */
	public static Period between(LocalDate start, LocalDate end) {
		for (Frequency frequency : Frequency.values()) {
			int number = (start.getMonthValue() - 1) / frequency.months() + 1;
			Period period = new Period(start.getYear(), frequency, number);
			if (period.start().equals(start) && period.end().equals(end)) {
				return period;
			}
		}
		throw new IllegalArgumentException("no period lasts from %s until before %s".formatted(start, end));
	}

	/** All periods of that kind in that year, in order. */
	public static List<Period> ofYear(int year, Frequency frequency) {
		return IntStream.rangeClosed(1, frequency.periodsPerYear())
			.mapToObj((number) -> new Period(year, frequency, number))
			.toList();
	}

	/** The first day. */
	public LocalDate start() {
		return LocalDate.of(this.year, 1, 1).plusMonths((this.number - 1L) * this.frequency.months());
	}

	/** The first day after the period. */
	public LocalDate end() {
		return start().plusMonths(this.frequency.months());
	}

	/**
	 * Whether the period is over on that day: on its last day it is not, on the day after
	 * it is.
	 */
	public boolean hasEnded(LocalDate today) {
		return !today.isBefore(end());
	}

	/** Whether the year ends with this period. */
	public boolean isLastOfYear() {
		return monthsEnded() == MONTHS;
	}

	/** Whether both end on the same day. */
	public boolean endsWith(Period other) {
		return this.year == other.year && monthsEnded() == other.monthsEnded();
	}

	/** How many months of its year have passed when the period ends, 1 to 12. */
	public int monthsEnded() {
		return this.number * this.frequency.months();
	}

	/**
	 * The earlier end comes first; of two periods that end together the longer one, which
	 * starts earlier.
	 */
	@Override
	public int compareTo(Period other) {
		int ends = Integer.compare(this.year * MONTHS + monthsEnded(), other.year * MONTHS + other.monthsEnded());
		return (ends != 0) ? ends : Integer.compare(other.frequency.months(), this.frequency.months());
	}

	/** The code that {@link #parse(String)} reads. */
	@Override
	public String toString() {
		return switch (this.frequency) {
			case YEARLY -> Integer.toString(this.year);
			case HALF_YEARLY -> this.year + "-S" + this.number;
			case QUARTERLY -> this.year + "-Q" + this.number;
			case MONTHLY -> this.year + ((this.number < 10) ? "-0" : "-") + this.number;
		};
	}

	static boolean isYear(int year) {
		return year >= FIRST_YEAR && year <= LAST_YEAR;
	}

}
