package org.targetmonitor.plan;

/** What a quantity is held against within the year. */
public enum PaceRule {

	/**
	 * Last year's share where it is known, else the share of the year that has elapsed.
	 */
	UNSAID("unsaid"),
	/** The share of the year that has elapsed (序时进度). */
	ELAPSED("elapsed"),
	/** The share that last year had reached by the same period, as far as it is known. */
	LAST_YEAR("last-year");

	private final String key;

	PaceRule(String key) {
		this.key = key;
	}

	public String key() {
		return this.key;
	}

}
