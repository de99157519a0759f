package org.targetmonitor.plan;

import org.targetmonitor.input.Text;

/** The price basis of a growth rate. */
public enum Prices {

	CONSTANT("constant", "可比价（实际增长）", "constant prices (real)"),
	CURRENT("current", "现价（名义增长）", "current prices (nominal)"),
	UNSTATED("unstated", "未说明价格基础", "price basis not stated");

	private final String key;

	private final Text words;

	Prices(String key, String zh, String en) {
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
