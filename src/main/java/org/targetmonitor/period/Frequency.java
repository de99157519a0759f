package org.targetmonitor.period;

import java.util.Arrays;
import java.util.Optional;

/** How often an indicator is reported. */
public enum Frequency {

	YEARLY("yearly", 12, ""), HALF_YEARLY("half-yearly", 6, "-S"), QUARTERLY("quarterly", 3, "-Q"),
	MONTHLY("monthly", 1, "-");

	private final String key;

	private final int months;

	private final String sign;

	Frequency(String key, int months, String sign) {
		this.key = key;
		this.months = months;
		this.sign = sign;
	}

	public String key() {
		return this.key;
	}

	/** The months that a period lasts. */
	public int months() {
		return this.months;
	}

	/** What stands between year and number in a period's code. */
	String sign() {
		return this.sign;
	}

	public static Optional<Frequency> of(String key) {
		return Arrays.stream(values()).filter((frequency) -> frequency.key.equals(key)).findFirst();
	}

}
