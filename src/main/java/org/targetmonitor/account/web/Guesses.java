package org.targetmonitor.account.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.SignInFailures;
import org.targetmonitor.account.Throttle;

/** Counts wrong passwords and codes, and says when there were too many. */
@Component
class Guesses {

	private static final int LONGEST = 100;

	private final SignInFailures failures;

	private final AuditTrail trail;

	private final Throttle throttle;

	private final Clock clock;

	Guesses(SignInFailures failures, AuditTrail trail, AccountProperties properties, Clock clock) {
		this.failures = failures;
		this.trail = trail;
		this.throttle = properties.throttle();
		this.clock = clock;
	}

	/**
	 * Lets a try pass.
	 * @throws TooManyGuesses if there were too many wrong ones
	 */
	void admit(String username, String address) {
		Instant now = this.clock.instant();
		Optional<Instant> until = this.throttle.heldUntil(this.failures, key(username), address, now);
		if (until.isPresent()) {
			throw new TooManyGuesses(now, until.get());
		}
	}

	/** Counts a wrong try, and records it. */
	void failed(String username, String address, String detail) {
		Instant now = this.clock.instant();
		this.failures.add(key(username), address, now);
		boolean locks = lockedUntil(username).isPresent();
		this.trail.record(username, AuditAction.SIGN_IN, false, null, null, locks ? detail + "; locked" : detail);
	}

	/**
	 * Lets a token pass from an address.
	 * @throws TooManyGuesses if there were too many wrong ones from there
	 */
	void admitAddress(String address) {
		Instant now = this.clock.instant();
		Optional<Instant> until = this.throttle
			.addressHeldUntil(this.failures.ofAddress(address, this.throttle.perAddress()), now);
		if (until.isPresent()) {
			throw new TooManyGuesses(now, until.get());
		}
	}

	/** Counts a wrong token for its address alone: a token is too long to be guessed. */
	void failedToken(String account, @Nullable UUID token, String address) {
		this.failures.add("", address, this.clock.instant());
		this.trail.record(account, AuditAction.SIGN_IN, false, (token != null) ? token.toString() : null, null,
				"token");
	}

	/** Forgets the wrong tries of an account that has signed in after all. */
	void succeeded(String username) {
		if (!this.failures.ofAccount(key(username), 1).isEmpty()) {
			this.failures.clear(key(username));
		}
	}

	/** Lets an account try again at once. */
	void unlock(String username) {
		this.failures.clear(key(username));
	}

	/** Until when an account is locked, if it is. */
	Optional<Instant> lockedUntil(String username) {
		List<Instant> newest = this.failures.ofAccount(key(username), this.throttle.perAccount());
		return this.throttle.accountHeldUntil(newest, this.clock.instant());
	}

	/** What is typed may be long, or hold what the database does not store. */
	private static String key(String username) {
		String plain = username.toLowerCase(Locale.ROOT).replaceAll("\\p{Cntrl}", " ");
		return (plain.length() <= LONGEST) ? plain : plain.substring(0, LONGEST);
	}

}
