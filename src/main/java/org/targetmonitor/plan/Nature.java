package org.targetmonitor.plan;

import org.targetmonitor.input.Text;

/** Whether a target is expected (预期性) or binding (约束性). */
public enum Nature {

	EXPECTED("expected", "预期性", "expected"), BINDING("binding", "约束性", "binding");

	private final String key;

	private final Text words;

	Nature(String key, String zh, String en) {
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
