package org.targetmonitor.plan;

import org.targetmonitor.input.Text;

/** Whether an indicator is counted per head or as a total. */
public enum Per {

	HEAD("head", "人均", "per head"), TOTAL("total", "总量", "total");

	private final String key;

	private final Text words;

	Per(String key, String zh, String en) {
		this.key = key;
		this.words = new Text(zh, en);
	}

	public String key() {
		return this.key;
	}

	public Text words() {
		return this.words;
	}

}
