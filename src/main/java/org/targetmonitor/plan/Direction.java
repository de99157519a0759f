package org.targetmonitor.plan;

/**
 * Which way is good: it decides how "about" is read, and on which side an interval is
 * open.
 */
public enum Direction {

	/** More is better. */
	HIGHER("higher"),
	/** Less is better. */
	LOWER("lower"),
	/** Neither more nor less than an interval has. */
	INSIDE("inside");

	private final String key;

	Direction(String key) {
		this.key = key;
	}

	public String key() {
		return this.key;
	}

}
