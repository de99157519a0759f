package org.targetmonitor.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A year, half-year, quarter or month. Its days are half-open: {@link #end()} is the
 * first day after it.
 *
 * @param year the year, 1900 to 2999
 * @param frequency how long it is
 * @param number which one of the year, from 1
 */
public record Period(int year, Frequency frequency, int number) implements Comparable<Period> {

	private static final Pattern CODE = Pattern.compile("([0-9]{4})(?:-(?:S([12])|Q([1-4])|(0[1-9]|1[0-2])))?");

	private static final List<Frequency> GROUPS = List.of(Frequency.HALF_YEARLY, Frequency.QUARTERLY,
			Frequency.MONTHLY);

	private static final Comparator<Period> ORDER = Comparator.comparing(Period::end).thenComparing(Period::start);

	public Period {
		if (year < 1900 || year > 2999 || number < 1 || number > 12 / frequency.months()) {
			throw new IllegalArgumentException("no period: " + year + " " + frequency + " " + number);
		}
	}

	/**
	 * Reads {@code 2024}, {@code 2024-S1}, {@code 2024-Q3} or {@code 2024-09}; anything
	 * else is empty.
	 */
	public static Optional<Period> parse(String text) {
		Matcher code = CODE.matcher(text);
		if (!code.matches()) {
			return Optional.empty();
		}
		int year = Integer.parseInt(code.group(1));
		if (year < 1900 || year > 2999) {
			return Optional.empty();
		}
		return IntStream.rangeClosed(2, 4)
			.filter((group) -> code.group(group) != null)
			.mapToObj((group) -> new Period(year, GROUPS.get(group - 2), Integer.parseInt(code.group(group))))
			.findFirst()
			.or(() -> Optional.of(new Period(year, Frequency.YEARLY, 1)));
	}

	/**
	 * The period from {@code start} to the day before {@code end}.
	 * @throws IllegalArgumentException if there is none
	 */
	public static Period between(LocalDate start, LocalDate end) {
		return Arrays.stream(Frequency.values())
			.filter((frequency) -> start.plusMonths(frequency.months()).equals(end))
			.map((frequency) -> new Period(start.getYear(), frequency,
					(start.getMonthValue() - 1) / frequency.months() + 1))
			.filter((period) -> period.start().equals(start))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("no period: " + start + " to " + end));
	}

	/** All periods of a year, in order. */
	public static List<Period> ofYear(int year, Frequency frequency) {
		return IntStream.rangeClosed(1, 12 / frequency.months())
			.mapToObj((number) -> new Period(year, frequency, number))
			.toList();
	}

	public LocalDate start() {
		return LocalDate.of(this.year, (this.number - 1) * this.frequency.months() + 1, 1);
	}

	/** The first day after it. */
	public LocalDate end() {
		return start().plusMonths(this.frequency.months());
	}

	public boolean hasEnded(LocalDate today) {
		return !today.isBefore(end());
	}

	public boolean isLastOfYear() {
		return monthsEnded() == 12;
	}

	/** How many months of its year have passed at its end, 1 to 12. */
	public int monthsEnded() {
		return YearMonth.from(end().minusDays(1)).getMonthValue();
	}

	/** By end, then by start. */
	@Override
	public int compareTo(Period other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return switch (this.frequency) {
			case YEARLY -> Integer.toString(this.year);
			case HALF_YEARLY, QUARTERLY -> this.year + this.frequency.sign() + this.number;
			case MONTHLY -> "%d-%02d".formatted(this.year, this.number);
		};
	}

}
