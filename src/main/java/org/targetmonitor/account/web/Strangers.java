package org.targetmonitor.account.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Bounds what people without an account can write into the audit, which keeps it for
 * ever: so many of their failures within an hour, and that there were more.
 */
final class Strangers {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final int MOST = 500;

	private final Clock clock;

	private Instant since = Instant.EPOCH;

	private int count;

	Strangers(Clock clock) {
		this.clock = clock;
	}

	/** What the audit is to say of one more failure; empty for nothing. */
	synchronized Optional<String> say(String words) {
		Instant now = this.clock.instant();
		if (now.isBefore(this.since) || !now.isBefore(this.since.plus(HOUR))) {
			this.since = now;
			this.count = 0;
		}
		this.count++;
		if (this.count > MOST) {
			return Optional.empty();
		}
		return Optional.of((this.count < MOST) ? words : words + "; enough");
	}

}
