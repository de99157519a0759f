package org.targetmonitor.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A token by which a program acts as an account.
 *
 * @param id names it, for revoking it
 * @param account the account
 * @param name what its owner calls it
 * @param submitOnly whether it may hand figures in and nothing else
 * @param createdAt when it was made
 * @param expiresAt from when it is refused
 * @param lastUsed the last day on which it was used, null for never
 * @param revokedAt since when it is revoked, null if it is not
 */
public record Token(UUID id, String account, String name, boolean submitOnly, Instant createdAt, Instant expiresAt,
		@Nullable LocalDate lastUsed, @Nullable Instant revokedAt) {

	/** What every token begins with, so that one that leaked is recognised. */
	public static final String PREFIX = "tm_";

	/** The longest that a token may last, in days. */
	public static final int MOST_DAYS = 365;

	/** Whether it is let in. */
	public boolean isLive(Instant now) {
		return this.revokedAt == null && now.isBefore(this.expiresAt);
	}

}
