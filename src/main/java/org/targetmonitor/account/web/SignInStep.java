package org.targetmonitor.account.web;

/**
 * What somebody has to do before the sign-in is whole; until then nothing else is open.
 */
enum SignInStep {

	/** Type a code of the second factor. */
	CODE("/sign-in/code"),
	/** Replace a password that expired or that somebody else set. */
	PASSWORD("/sign-in/password"),
	/** Set up a second factor. */
	ENROL("/sign-in/second-factor");

	private final String page;

	SignInStep(String page) {
		this.page = page;
	}

	/** The page on which it is done. */
	String page() {
		return this.page;
	}

	/** The one authority that an account has in this step. */
	String authority() {
		return "STEP_" + name();
	}

}
