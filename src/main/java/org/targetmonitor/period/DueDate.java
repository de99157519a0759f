package org.targetmonitor.period;

import java.time.LocalDate;
import java.util.Optional;

/** The last local day on which a figure is on time, or that it cannot be known. */
public sealed interface DueDate {

	/** The day, where it is known. */
	Optional<LocalDate> ifKnown();

	/** The due day is inclusive: it has passed on the day after, where it is known. */
	default boolean hasPassedBy(LocalDate day) {
		return ifKnown().filter(day::isAfter).isPresent();
	}

	/**
	 * A known due date.
	 *
	 * @param day the last day on which a figure is on time: it is late from the day after
	 */
	record On(LocalDate day) implements DueDate {

		@Override
		public Optional<LocalDate> ifKnown() {
			return Optional.of(this.day);
		}

	}

	/**
	 * The days off of a year that has to be counted through are not there: this is said,
	 * never guessed.
	 *
	 * @param missingYear the first year without a calendar
	 */
	record NotKnown(int missingYear) implements DueDate {

		@Override
		public Optional<LocalDate> ifKnown() {
			return Optional.empty();
		}

	}

}
