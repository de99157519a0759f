package org.targetmonitor.account;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Canonical;

/**
 * An event of the audit as it was sealed when it was recorded. The database seals it;
 * here it is computed again.
 *
 * @param number counts up from 1
 * @param event the event's id
 * @param content the event as it was recorded
 * @param previous the hash of the link before, null for the first
 * @param hash the hash that was kept
 */
public record AuditSeal(long number, String event, String content, @Nullable String previous, String hash) {

	/** Whether its own content still gives the hash that was kept. */
	boolean isIntact() {
		return new Canonical().put("previous", this.previous)
			.put("number", Long.toString(this.number))
			.put("content", this.content)
			.sha256()
			.equals(this.hash);
	}

	/** Whether it follows the link with that hash. */
	boolean follows(@Nullable String before) {
		return Objects.equals(this.previous, before);
	}

}
