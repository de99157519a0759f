package org.targetmonitor.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When guesses are no longer let pass. */
class ThrottleTests {

	private static final Instant NOON = Instant.parse("2024-04-10T04:00:00Z");

	private final Throttle throttle = new Throttle(3, 5, Duration.ofMinutes(15), Duration.ofMinutes(20));

	@Test
	void fewFailuresLockNothing() {
		assertThat(this.throttle.accountHeldUntil(before(0, 1), NOON)).isEmpty();
	}

	@Test
	void failuresWithinTheWindowLockFromTheLastOfThem() {
		assertThat(this.throttle.accountHeldUntil(before(5, 10, 20), NOON))
			.contains(Instant.parse("2024-04-10T04:15:00Z"));
	}

	@Test
	void failuresFurtherApartThanTheWindowLockNothing() {
		assertThat(this.throttle.accountHeldUntil(before(5, 10, 21), NOON)).isEmpty();
	}

	@Test
	void lockEnds() {
		assertThat(this.throttle.accountHeldUntil(before(20, 21, 22), NOON)).isEmpty();
		assertThat(this.throttle.accountHeldUntil(before(20, 21, 22), NOON.minusSeconds(1))).contains(NOON);
	}

	@Test
	void addressIsLockedWhereNoAccountIs() {
		assertThat(this.throttle.heldUntil(failures(before(0), before(0, 1, 2, 3, 4)), "x", "y", NOON))
			.contains(NOON.plusSeconds(1200));
		assertThat(this.throttle.heldUntil(failures(before(0), before(0, 1, 2, 3)), "x", "y", NOON)).isEmpty();
	}

	@Test
	void longerOfBothLocksCounts() {
		assertThat(this.throttle.heldUntil(failures(before(1, 2, 3), before(0, 1, 2, 3, 4)), "x", "y", NOON))
			.contains(NOON.plusSeconds(1200));
	}

	private static List<Instant> before(int... minutes) {
		return Arrays.stream(minutes).mapToObj((minute) -> NOON.minus(Duration.ofMinutes(minute))).toList();
	}

	private static SignInFailures failures(List<Instant> account, List<Instant> address) {
		return new SignInFailures() {

			@Override
			public List<Instant> ofAccount(String username, int count) {
				return account.subList(0, Math.min(count, account.size()));
			}

			@Override
			public List<Instant> ofAddress(String place, int count) {
				return address.subList(0, Math.min(count, address.size()));
			}

			@Override
			public void add(String username, String place, Instant now) {
				throw new UnsupportedOperationException();
			}

			@Override
			public <T> T oneAtATime(String username, Supplier<T> attempt) {
				return attempt.get();
			}

			@Override
			public void clear(String username) {
				throw new UnsupportedOperationException();
			}

		};
	}

}
