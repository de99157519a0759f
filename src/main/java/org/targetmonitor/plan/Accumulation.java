package org.targetmonitor.plan;

import org.targetmonitor.input.Text;

/**
 * What a figure of a period says: a sum or an average since 1 January, or the state at
 * the period's end.
 */
public enum Accumulation {

	YEAR_TO_DATE("year-to-date", new Text("本年累计", "year to date")),

	AVERAGE("average", new Text("本年平均", "average of the year so far")),

	POINT("point", new Text("期末数", "state at the period's end"));

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
