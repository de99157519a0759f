package org.targetmonitor.account;

import java.util.Locale;

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
	/** Reads the audit and checks the chain. */
	AUDITOR,
	/** Looks at everything and changes nothing. */
	VIEWER,
	/** Reads metrics only. */
	SCRAPE;

	/** The name that the API uses, such as {@code plan-admin}. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
