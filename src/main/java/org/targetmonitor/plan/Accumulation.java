package org.targetmonitor.plan;

import org.targetmonitor.input.Text;

/**
 * What a figure of a period says: a sum or an average since 1 January, or the state at
 * the period's end.
 */
public enum Accumulation {

	YEAR_TO_DATE("year-to-date", new Text("年初以来累计", "since 1 January")),

	AVERAGE("average", new Text("平均", "average")),

	POINT("point", new Text("时点", "at a point in time"));

	private final String key;

	private final Text words;

	Accumulation(String key, Text words) {
		this.key = key;
		this.words = words;
	}

	public Text words() {
		return this.words;
	}

	public String key() {
		return this.key;
	}

}
