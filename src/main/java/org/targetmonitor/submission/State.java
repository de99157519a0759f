package org.targetmonitor.submission;

import org.targetmonitor.input.Text;

/**
 * How far a figure has come; what may be done with it then stands in {@link Transition}.
 */
public enum State {

	/** Nothing was ever handed in. */
	NOTHING("nothing", "未报送"),
	/** Being filled in; nobody but its department sees it. */
	DRAFT("draft", "草稿"), SUBMITTED("submitted", "待审核"), RETURNED("returned", "已退回"), APPROVED("approved", "已审核"),
	/** Corrected before anybody decided; what is decided about is the correction. */
	REPLACED("replaced", "已被替换");

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
