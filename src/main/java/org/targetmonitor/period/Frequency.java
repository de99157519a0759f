package org.targetmonitor.period;

import java.util.Arrays;
import java.util.Optional;

/** How often an indicator is reported. */
public enum Frequency {

	YEARLY("yearly", 12), HALF_YEARLY("half-yearly", 6), QUARTERLY("quarterly", 3), MONTHLY("monthly", 1);

	private final String key;

	private final int months;

	Frequency(String key, int months) {
		this.key = key;
		this.months = months;
	}

	/** The word plan files and the API use, such as {@code half-yearly}. */
	public String key() {
		return this.key;
	}

	/** How many months one period lasts: 12, 6, 3 or 1. */
	public int months() {
		return this.months;
	}

	/** The frequency of that exact word; empty for any other. */
	public static Optional<Frequency> of(String key) {
		return Arrays.stream(values()).filter((frequency) -> frequency.key.equals(key)).findFirst();
	}

	/** How many periods a year has: 1, 2, 4 or 12. */
	int periodsPerYear() {
		return 12 / this.months;
	}

}
