package org.targetmonitor.account.web;

import java.util.Locale;

import org.targetmonitor.input.Digests;

/**
 * What is kept of a name that no account has: it is often a password that was typed a
 * field too early. The mark before it is in no account's name.
 */
final class TypedName {

	private static final String MARK = "?";

	/** Enough to tell names apart, too little to know a password by. */
	private static final int SHOWN = 4;

	/** No two names of a day or two meet. */
	private static final int COUNTED = 24;

	private TypedName() {
	}

	/** By which its wrong tries are counted, for two days. */
	static String counted(String typed) {
		return MARK + digest(typed).substring(0, COUNTED);
	}

	/**
	 * What the audit says for good: the same name is recognised, such as {@code ?3f9a}.
	 */
	static String shown(String typed) {
		return MARK + digest(typed).substring(0, SHOWN);
	}

	private static String digest(String typed) {
		return Digests.sha256("sign-in " + typed.toLowerCase(Locale.ROOT));
	}

}
