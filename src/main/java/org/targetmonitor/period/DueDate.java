package org.targetmonitor.period;

import java.time.LocalDate;
import java.util.Optional;

/** The last local day on which a figure is on time, or why it cannot be told. */
public sealed interface DueDate {

	/** On time up to and including this day. */
	record On(LocalDate day) implements DueDate {
	}

	/** The days off of a year are not entered, so the day is not known. */
	record NotKnown(int missingYear) implements DueDate {
	}

	default Optional<LocalDate> known() {
		return switch (this) {
			case On on -> Optional.of(on.day());
			case NotKnown unknown -> Optional.empty();
		};
	}

}
