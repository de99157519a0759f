package org.targetmonitor.account;

/** Where it is kept who did what. Nothing in it is ever changed or removed. */
public interface Audit {

	/** Appends an event. */
	void record(AuditEvent event);

}
