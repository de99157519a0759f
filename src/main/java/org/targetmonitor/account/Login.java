package org.targetmonitor.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

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

	/**
	 * Whether nothing has changed of what lets somebody in: password, second factor, and
	 * what an administrator does against a thief.
	 */
	public boolean letsInAs(Login other) {
		return this.account.enabled() == other.account.enabled() && this.passwordHash.equals(other.passwordHash)
				&& this.mustChange == other.mustChange && Objects.equals(this.secret, other.secret);
	}

	/** Whether a new password is due; a life of zero never ends. */
	public boolean isPasswordDue(Duration life, Instant now) {
		return this.mustChange || (!life.isZero() && !now.isBefore(this.passwordSetAt.plus(life)));
	}

}
