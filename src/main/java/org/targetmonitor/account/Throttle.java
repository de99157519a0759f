package org.targetmonitor.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How many guesses are let pass: so many failures within the window hold the account, or
 * the address, up for as long as the lock lasts.
 *
 * @param perAccount how many failures lock an account
 * @param perAddress how many failures lock an address, so that one password cannot be
 * tried on every name
 * @param window within which they count
 * @param lock how long it is locked, from the last of them
 */
public record Throttle(int perAccount, int perAddress, Duration window, Duration lock) {

	/** Until when nobody may try, if so. */
	public Optional<Instant> heldUntil(SignInFailures failures, String username, String address, Instant now) {
		Optional<Instant> account = heldUntil(failures.ofAccount(username, this.perAccount), this.perAccount, now);
		Optional<Instant> place = heldUntil(failures.ofAddress(address, this.perAddress), this.perAddress, now);
		return account.isPresent() && place.isPresent()
				? Optional.of(account.get().isAfter(place.get()) ? account.get() : place.get())
				: account.or(() -> place);
	}

	/** Until when an account is locked by its failures, newest first. */
	public Optional<Instant> accountHeldUntil(List<Instant> newest, Instant now) {
		return heldUntil(newest, this.perAccount, now);
	}

	/** Until when an address is locked by its failures, newest first. */
	public Optional<Instant> addressHeldUntil(List<Instant> newest, Instant now) {
		return heldUntil(newest, this.perAddress, now);
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
