package org.targetmonitor.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many guesses are let pass. A few wrong ones hold up whoever tries one account from
 * one address, and more of them an address, so that one password cannot be tried on every
 * name. An account is not locked by what strangers do: only after very many wrong ones
 * from everywhere do further tries have to wait for one another, and only from addresses
 * where the account never signed in.
 *
 * @param perPlace how many failures hold up an account at an address
 * @param perAddress how many failures hold up an address
 * @param perAccount how many failures within a day, from everywhere, slow an account down
 * @param perMinute how many failures of all accounts within a minute hold up whoever
 * comes from an address where the account never signed in
 * @param window within which failures of a place or an address count
 * @param lock how long these are held up, from the last of them
 */
public record Throttle(int perPlace, int perAddress, int perAccount, int perMinute, Duration window, Duration lock) {

	/** For how long the failures of an account are counted together. */
	public static final Duration DAY = Duration.ofDays(1);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	/** So many times the failures that slow an account down make it as slow as a lock. */
	private static final int SLOWEST = 10;

	/** Until when nobody may try, if so; the longest counts. */
	public Optional<Instant> heldUntil(SignInFailures failures, String name, String address, Instant now) {
		Optional<Instant> place = heldUntil(failures.ofPlace(name, address, this.perPlace), this.perPlace, now);
		Optional<Instant> all = addressHeldUntil(failures.ofAddress(address, this.perAddress), now);
		Optional<Instant> elsewhere = failures.knows(name, address) ? Optional.empty()
				: strangerHeldUntil(failures, name, now);
		return Stream.of(place, all, elsewhere).flatMap(Optional::stream).max(Instant::compareTo);
	}

	/** Until when an address is held up by its failures, newest first. */
	public Optional<Instant> addressHeldUntil(List<Instant> newest, Instant now) {
		return heldUntil(newest, this.perAddress, now);
	}

	/** Whether so many failures of an account slow it down. */
	public boolean slows(SignInFailures.Tally tally) {
		return tally.count() >= this.perAccount;
	}

	private Optional<Instant> strangerHeldUntil(SignInFailures failures, String name, Instant now) {
		SignInFailures.Tally tally = failures.ofName(name, now.minus(DAY));
		Optional<Instant> account = Optional.of(tally)
			.filter(this::slows)
			.map((many) -> many.newest().plus(delay(many.count())))
			.filter((until) -> until.isAfter(now));
		Optional<Instant> flood = Optional.of(now.plus(MINUTE))
			.filter((until) -> failures.inAll(now.minus(MINUTE), this.perMinute) >= this.perMinute);
		return Stream.of(account, flood).flatMap(Optional::stream).max(Instant::compareTo);
	}

	/** From a tenth of the lock up to the whole of it. */
	private Duration delay(int count) {
		long most = (long) this.perAccount * SLOWEST;
		return Duration.ofMillis(this.lock.toMillis() * Math.min(count, most) / most);
	}

	private Optional<Instant> heldUntil(List<Instant> newest, int allowed, Instant now) {
		if (newest.size() < allowed) {
			return Optional.empty();
		}
		Instant last = newest.getFirst();
		boolean close = !newest.get(allowed - 1).isBefore(last.minus(this.window));
		return Optional.of(last.plus(this.lock)).filter((until) -> close && until.isAfter(now));
	}

}
