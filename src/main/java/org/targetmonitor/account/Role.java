package org.targetmonitor.account;

/** What an account may do. */
public enum Role {

	/** Hands in figures of a department. */
	SUBMITTER,
	/** Approves and returns what was handed in. */
	REVIEWER,
	/** Records plans and their targets. */
	PLAN_ADMIN,
	/** Keeps accounts. */
	ACCOUNT_ADMIN,
	/** Looks at everything and changes nothing. */
	VIEWER,
	/** Reads metrics only. */
	SCRAPE

}
