package org.targetmonitor.account;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How an account signs in.
 *
 * @param account the account
 * @param passwordHash the hash of its password
 * @param passwordSetAt since when it has this password
 * @param mustChange whether somebody else set the password, so that the owner has to
 * replace it
 * @param secret the shared secret of the second factor in Base32, null without one
 */
public record Login(Account account, String passwordHash, Instant passwordSetAt, boolean mustChange,
		@Nullable String secret) {

	public boolean hasSecondFactor() {
		return this.secret != null;
	}

	/** Whether a new password is due; a life of zero never ends. */
	public boolean isPasswordDue(Duration life, Instant now) {
		return this.mustChange || (!life.isZero() && !now.isBefore(this.passwordSetAt.plus(life)));
	}

}
