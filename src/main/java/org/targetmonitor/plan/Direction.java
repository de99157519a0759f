package org.targetmonitor.plan;

/** Which way is good; it decides how "about" is read and nothing else. */
public enum Direction {

	HIGHER("higher"), LOWER("lower");

	private final String key;

	Direction(String key) {
		this.key = key;
	}

	public String key() {
		return this.key;
	}

}
