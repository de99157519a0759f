package org.targetmonitor.plan;

/**
 * What a figure of a period says: a sum or an average since 1 January, or the state at
 * the period's end.
 */
public enum Accumulation {

	YEAR_TO_DATE("year-to-date"), AVERAGE("average"), POINT("point");

	private final String key;

	Accumulation(String key) {
		this.key = key;
	}

	public String key() {
		return this.key;
	}

}
