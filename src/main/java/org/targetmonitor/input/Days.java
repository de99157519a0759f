package org.targetmonitor.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads days and moments as they are written in files, forms and addresses. ISO 8601
 * alone would let the year −999999999 in, which no database compares.
 */
public final class Days {

	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 9000;

	/** How long a day is written. */
	private static final int LENGTH = "2024-10-20".length();

	private Days() {
	}

	/**
	 * A day such as {@code 2024-10-20} that somebody means, from 1900 to 9000; empty for
	 * anything else.
	 */
	public static Optional<LocalDate> read(String text) {
		return written(text).filter((day) -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
	}

	/**
	 * A day of any year with four digits; empty for anything else. What is stored is read
	 * by this: it must stay readable.
	 */
	public static Optional<LocalDate> written(String text) {
		try {
			return isDay(text) ? Optional.of(LocalDate.parse(text)) : Optional.empty();
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/**
	 * A moment such as {@code 2024-10-20T00:00:00Z} from 1900 to 9000; empty for anything
	 * else.
	 */
	public static Optional<Instant> moment(String text) {
		try {
			return Optional.of(Instant.parse(text))
				.filter((moment) -> !moment.isBefore(start(FIRST_YEAR)) && moment.isBefore(start(LAST_YEAR + 1)));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** Whether a text is as long as a day is, and so meant as one. */
	public static boolean isDay(String text) {
		return text.length() == LENGTH;
	}

	private static Instant start(int year) {
		return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
	}

}
