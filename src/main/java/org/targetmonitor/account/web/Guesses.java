package org.targetmonitor.account.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import org.targetmonitor.account.AccountDocument;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.GuessedAt;
import org.targetmonitor.account.SignInFailures;
import org.targetmonitor.account.Throttle;

/**
 * Counts wrong passwords and codes, and says when there were too many. A try counts as
 * wrong from its beginning until it turns out to be right, so that no connection is held,
 * and nobody else kept waiting in the database, while a password is hashed.
 */
@Component
class Guesses {

	/** Where wrong tokens came from is counted apart from where wrong passwords did. */
	private static final String TOKENS_FROM = "token ";

	private final SignInFailures failures;

	private final Accounts accounts;

	private final AuditTrail trail;

	private final Throttle throttle;

	private final Strangers strangers;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final Object[] turns = IntStream.range(0, 256).mapToObj((number) -> new Object()).toArray();

	Guesses(SignInFailures failures, Accounts accounts, AuditTrail trail, AccountProperties properties,
			ApplicationEventPublisher events, Clock clock) {
		this.failures = failures;
		this.accounts = accounts;
		this.trail = trail;
		this.throttle = properties.throttle();
		this.strangers = new Strangers(clock);
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Lets somebody try to show who they are, in one replica one try at a time for each
	 * name.
	 * @param fault says what was wrong with the outcome, which then counts; empty if it
	 * was right
	 * @throws TooManyGuesses if there were too many wrong ones
	 */
	<T> T guarded(String username, String address, Supplier<T> attempt, Function<T, Optional<String>> fault) {
		boolean known = isKnown(username);
		String name = known ? username : TypedName.counted(username);
		String place = Places.of(address);
		synchronized (this.turns[Math.floorMod(name.hashCode(), this.turns.length)]) {
			Begun begun = begin(name, place);
			T outcome = outcome(attempt, begun);
			Optional<String> wrong = fault.apply(outcome);
			if (wrong.isEmpty()) {
				this.failures.takeBack(begun.failure());
			}
			else {
				failed(known, username, name, place, begun.count(), wrong.get());
			}
			return outcome;
		}
	}

	/** A try that could not be judged is no wrong one. */
	private <T> T outcome(Supplier<T> attempt, Begun begun) {
		try {
			return attempt.get();
		}
		catch (RuntimeException ex) {
			this.failures.takeBack(begun.failure());
			throw ex;
		}
	}

	/** Lets the owner of an account show that something is known or at hand. */
	boolean isRight(String username, String address, String what, BooleanSupplier attempt) {
		return guarded(username, address, attempt::getAsBoolean,
				(right) -> right ? Optional.empty() : Optional.of(what));
	}

	/**
	 * Lets somebody pass whose password is known to be right.
	 * @throws TooManyGuesses if there were too many wrong ones before
	 */
	void admit(String username, String address) {
		admitted(username, Places.of(address));
	}

	private boolean isKnown(String username) {
		return AccountDocument.isUsername(username) && this.accounts.find(username).isPresent();
	}

	/**
	 * A try that counts as wrong so far, and how many of its name there were in a day.
	 */
	private record Begun(UUID failure, int count) {

	}

	private Begun begin(String name, String place) {
		return this.failures.inTurn(name, place, () -> {
			Instant now = admitted(name, place);
			UUID failure = this.failures.add(name, place, now);
			return new Begun(failure, this.failures.ofName(name, now.minus(Throttle.DAY)).count());
		});
	}

	private Instant admitted(String name, String place) {
		Instant now = this.clock.instant();
		Optional<Instant> until = this.throttle.heldUntil(this.failures, name, place, now);
		if (until.isPresent()) {
			throw new TooManyGuesses(now, until.get());
		}
		return now;
	}

	/** Records a wrong try. */
	private void failed(boolean known, String username, String name, String place, int count, String detail) {
		boolean locks = this.throttle.heldUntil(this.failures, name, place, this.clock.instant()).isPresent();
		String words = locks ? detail + "; held" : detail;
		if (!known) {
			this.strangers.say(words)
				.ifPresent((said) -> this.trail.record(TypedName.shown(username), AuditAction.SIGN_IN, false, null,
						null, said));
			return;
		}
		this.trail.record(username, AuditAction.SIGN_IN, false, null, null, words);
		if (this.throttle.slows(new SignInFailures.Tally(count, 0, Instant.EPOCH)) && count % step() == 0) {
			announce(username);
		}
	}

	private int step() {
		return this.throttle.perAccount();
	}

	/** Says to the audit, and to whoever listens, that an account is being guessed at. */
	private void announce(String username) {
		SignInFailures.Tally tally = this.failures.ofName(username, this.clock.instant().minus(Throttle.DAY));
		this.trail.record(username, AuditAction.SIGN_IN, false, username, null,
				"slowed; wrong " + tally.count() + "; addresses " + tally.addresses());
		this.events.publishEvent(new GuessedAt(username, tally.count(), tally.addresses()));
	}

	/**
	 * Lets a token pass from an address.
	 * @throws TooManyGuesses if there were too many wrong ones from there
	 */
	void admitAddress(String address) {
		Instant now = this.clock.instant();
		Optional<Instant> until = this.throttle.addressHeldUntil(
				this.failures.ofAddress(TOKENS_FROM + Places.of(address), this.throttle.perAddress()), now);
		if (until.isPresent()) {
			throw new TooManyGuesses(now, until.get());
		}
	}

	/**
	 * Counts a wrong token for its address alone: a token is too long to be guessed. A
	 * program with an old one keeps nobody at that address from typing a password.
	 */
	void failedToken(String account, @Nullable UUID token, String address) {
		this.failures.add("", TOKENS_FROM + Places.of(address), this.clock.instant());
		this.strangers.say("token")
			.ifPresent((said) -> this.trail.record(account, AuditAction.SIGN_IN, false,
					(token != null) ? token.toString() : null, null, said));
	}

	/**
	 * Forgets the wrong tries of an account that has signed in after all, at this
	 * address, and remembers that it belongs here.
	 */
	void succeeded(String username, String address) {
		String place = Places.of(address);
		if (!this.failures.ofPlace(username, place, 1).isEmpty()) {
			this.failures.clear(username, place);
		}
		this.failures.remember(username, place, LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC));
	}

	/** The same for whom a remembered password lets in, who writes only what is new. */
	void succeededAgain(String username, String address) {
		String place = Places.of(address);
		if (!this.failures.ofPlace(username, place, 1).isEmpty() || !this.failures.knows(username, place)) {
			succeeded(username, address);
		}
	}

	/** Lets an account try again at once, from everywhere. */
	void unlock(String username) {
		this.failures.clear(username);
	}

	/** The wrong tries of an account within the last day. */
	SignInFailures.Tally ofLate(String username) {
		return this.failures.ofName(username, this.clock.instant().minus(Throttle.DAY));
	}

	/**
	 * The accounts, and other names, with so many wrong tries that somebody is held up.
	 */
	Map<String, SignInFailures.Tally> guessedAt() {
		Map<String, SignInFailures.Tally> many = new HashMap<>(
				this.failures.byName(this.clock.instant().minus(this.throttle.lock())));
		many.values().removeIf((tally) -> tally.count() < this.throttle.perPlace());
		return Map.copyOf(many);
	}

}
