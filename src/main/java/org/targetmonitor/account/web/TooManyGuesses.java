package org.targetmonitor.account.web;

import java.time.Duration;
import java.time.Instant;

import org.springframework.security.core.AuthenticationException;

/** An account, or an address, is locked for a while; whether it exists is not said. */
final class TooManyGuesses extends AuthenticationException {

	private static final long serialVersionUID = 1;

	private final Duration left;

	TooManyGuesses(Instant now, Instant until) {
		super("too many wrong passwords");
		this.left = Duration.between(now, until);
	}

	/** Whole minutes until the next try, at least one. */
	long minutes() {
		return Math.max(1, this.left.plusSeconds(59).toMinutes());
	}

	/** Seconds until the next try. */
	long seconds() {
		return Math.max(1, this.left.toSeconds());
	}

}
