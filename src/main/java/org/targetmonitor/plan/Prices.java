package org.targetmonitor.plan;

import org.targetmonitor.input.Text;

/** The price basis of a growth rate. */
public enum Prices {

	CONSTANT("constant", "可比价（实际增长）", "constant prices (real)", "实际", "real"),
	CURRENT("current", "现价（名义增长）", "current prices (nominal)", "名义", "nominal"),
	UNSTATED("unstated", "未说明价格基础", "price basis not stated", "价格未说明", "prices not stated");

	private final String key;

	private final Text words;

	private final Text shortWords;

	Prices(String key, String zh, String en, String shortZh, String shortEn) {
		this.key = key;
		this.words = new Text(zh, en);
		this.shortWords = new Text(shortZh, shortEn);
	}

	public String key() {
		return this.key;
	}

	public Text words() {
		return this.words;
	}

	/** In a word, to stand behind a value: 实际, 名义. */
	public Text shortWords() {
		return this.shortWords;
	}

}
