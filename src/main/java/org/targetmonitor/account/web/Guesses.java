package org.targetmonitor.account.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.SignInFailures;
import org.targetmonitor.account.Throttle;

/** Counts wrong passwords and codes, and says when there were too many. */
@Component
class Guesses {

	private static final int LONGEST = 100;

	/** Where wrong tokens came from is counted apart from where wrong passwords did. */
	private static final String TOKENS_FROM = "token ";

	private final SignInFailures failures;

	private final AuditTrail trail;

	private final Throttle throttle;

	private final Clock clock;

	private final Object[] turns = IntStream.range(0, 256).mapToObj((number) -> new Object()).toArray();

	Guesses(SignInFailures failures, AuditTrail trail, AccountProperties properties, Clock clock) {
		this.failures = failures;
		this.trail = trail;
		this.throttle = properties.throttle();
		this.clock = clock;
	}

	/**
	 * Lets somebody try to show who they are, one try at a time for each name. In one
	 * replica a try waits without holding a connection.
	 * @param counted under which name wrong tries are counted
	 * @param fault says what was wrong with the outcome, which then counts; empty if it
	 * was right
	 * @throws TooManyGuesses if there were too many wrong ones
	 */
	<T> T guarded(String counted, String username, String address, Supplier<T> attempt,
			Function<T, Optional<String>> fault) {
		String name = key(counted);
		synchronized (this.turns[Math.floorMod(name.hashCode(), this.turns.length)]) {
			return this.failures.oneAtATime(name, () -> {
				admit(name, address);
				T outcome = attempt.get();
				fault.apply(outcome).ifPresent((wrong) -> failed(name, username, address, wrong));
				return outcome;
			});
		}
	}

	/** Lets the owner of an account show that something is known or at hand. */
	boolean isRight(String username, String address, String what, BooleanSupplier attempt) {
		return guarded(username, username, address, attempt::getAsBoolean,
				(right) -> right ? Optional.empty() : Optional.of(what));
	}

	private void admit(String name, String address) {
		Instant now = this.clock.instant();
		Optional<Instant> until = this.throttle.heldUntil(this.failures, name, address, now);
		if (until.isPresent()) {
			throw new TooManyGuesses(now, until.get());
		}
	}

	/** Counts a wrong try, and records it. */
	private void failed(String name, String username, String address, String detail) {
		this.failures.add(name, address, this.clock.instant());
		boolean locks = lockedUntil(name).isPresent();
		this.trail.record(username, AuditAction.SIGN_IN, false, null, null, locks ? detail + "; locked" : detail);
	}

	/**
	 * Lets a token pass from an address.
	 * @throws TooManyGuesses if there were too many wrong ones from there
	 */
	void admitAddress(String address) {
		Instant now = this.clock.instant();
		Optional<Instant> until = this.throttle
			.addressHeldUntil(this.failures.ofAddress(TOKENS_FROM + address, this.throttle.perAddress()), now);
		if (until.isPresent()) {
			throw new TooManyGuesses(now, until.get());
		}
	}

	/**
	 * Counts a wrong token for its address alone: a token is too long to be guessed. A
	 * program with an old one keeps nobody at that address from typing a password.
	 */
	void failedToken(String account, @Nullable UUID token, String address) {
		this.failures.add("", TOKENS_FROM + address, this.clock.instant());
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
