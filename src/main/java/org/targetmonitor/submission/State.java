package org.targetmonitor.submission;

import org.targetmonitor.input.Text;

/** How far a revision has come. */
public enum State {

	SUBMITTED("submitted", "待审核"), APPROVED("approved", "已审核"), RETURNED("returned", "已退回");

	private final String key;

	private final Text words;

	State(String key, String zh) {
		this.key = key;
		this.words = new Text(zh, key);
	}

	public String key() {
		return this.key;
	}

	public Text words() {
		return this.words;
	}

}
