package org.targetmonitor.submission;

import org.targetmonitor.input.Text;

/**
 * Where a chain does not hold.
 *
 * @param plan the plan
 * @param number the link, 0 for what is in no link
 * @param where the link in words
 * @param what what differs
 */
public record ChainBreak(String plan, long number, Text where, Text what) {

	/** The whole in one sentence. */
	public Text sentence() {
		return Text.format("%s：%s", "%s: %s", this.where, this.what);
	}

}
