package org.targetmonitor.account.web;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

import org.targetmonitor.account.Login;
import org.targetmonitor.input.Digests;

/**
 * What a session keeps of who signed in: no grants, so none can be stale.
 *
 * @param username the account
 * @param password a digest of the password's hash and of the second factor's secret, by
 * which a change of either ends the session
 * @param since when the sign-in was
 * @param proof how it was shown who it is
 * @param whole whether nothing was left to be done then; false in sessions that are older
 * than this
 */
record SessionMark(String username, String password, Instant since, Proof proof,
		boolean whole) implements Serializable {

	/** The session's attribute. */
	static final String ATTRIBUTE = SessionMark.class.getName();

	static SessionMark of(SignedIn user, Instant since, Proof proof) {
		return new SessionMark(user.getUsername(), digest(user.login()), since, proof, user.step() == null);
	}

	/** Whether password and second factor are still those that the session began with. */
	boolean isOf(Login login) {
		return this.password.equals(digest(login));
	}

	private static String digest(Login login) {
		return Digests.sha256(login.passwordHash() + "\0" + Objects.requireNonNullElse(login.secret(), ""));
	}

}
