package org.targetmonitor.account;

import org.jspecify.annotations.Nullable;

/** Where it is kept who did what. Nothing in it is ever changed or removed. */
public interface Audit {

	/** Appends an event. */
	void record(AuditEvent event);

	/**
	 * Finds events, the newest first.
	 * @param after the last one seen before, null to begin with the newest
	 * @param size how many at most
	 */
	AuditPage find(AuditFilter filter, AuditPage.@Nullable Place after, int size);

}
