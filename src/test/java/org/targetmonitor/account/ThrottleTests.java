package org.targetmonitor.account;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When guesses are no longer let pass. */
class ThrottleTests {

	private static final Instant NOON = Instant.parse("2024-04-10T04:00:00Z");

	private final Throttle throttle = new Throttle(3, 5, 10, 20, Duration.ofMinutes(15), Duration.ofMinutes(20));

	@Test
	void fewFailuresLockNothing() {
		assertThat(held(before(0, 1), List.of())).isEmpty();
	}

	@Test
	void failuresWithinTheWindowLockFromTheLastOfThem() {
		assertThat(held(before(5, 10, 20), List.of())).contains(Instant.parse("2024-04-10T04:15:00Z"));
	}

	@Test
	void failuresFurtherApartThanTheWindowLockNothing() {
		assertThat(held(before(5, 10, 21), List.of())).isEmpty();
	}

	@Test
	void lockEnds() {
		assertThat(held(before(20, 21, 22), List.of())).isEmpty();
		assertThat(this.throttle.heldUntil(new Counted(before(20, 21, 22), List.of(), 0, 0, false), "x", "y",
				NOON.minusSeconds(1)))
			.contains(NOON);
	}

	@Test
	void addressIsLockedWhereNoAccountIs() {
		assertThat(held(before(0), before(0, 1, 2, 3, 4))).contains(NOON.plusSeconds(1200));
		assertThat(held(before(0), before(0, 1, 2, 3))).isEmpty();
	}

	@Test
	void longerOfBothLocksCounts() {
		assertThat(held(before(1, 2, 3), before(0, 1, 2, 3, 4))).contains(NOON.plusSeconds(1200));
	}

	@Test
	void manyFromEverywhereSlowTheAccountDownByATenthOfTheLockUpToAllOfIt() {
		assertThat(everywhere(9, 0, false)).isEmpty();
		assertThat(everywhere(10, 0, false)).as("20 minutes x 10 / 100").contains(NOON.plusSeconds(120 - 60));
		assertThat(everywhere(50, 0, false)).contains(NOON.plusSeconds(600 - 60));
		assertThat(everywhere(5000, 0, false)).contains(NOON.plusSeconds(1200 - 60));
	}

	@Test
	void whereTheAccountHasSignedInNobodyElsesGuessesMatter() {
		assertThat(everywhere(5000, 20, true)).isEmpty();
	}

	@Test
	void floodHoldsUpWhoeverComesFromElsewhere() {
		assertThat(everywhere(0, 19, false)).isEmpty();
		assertThat(everywhere(0, 20, false)).contains(NOON.plusSeconds(60));
	}

	private java.util.Optional<Instant> held(List<Instant> place, List<Instant> address) {
		return this.throttle.heldUntil(new Counted(place, address, 0, 0, false), "x", "y", NOON);
	}

	private java.util.Optional<Instant> everywhere(int account, int all, boolean known) {
		return this.throttle.heldUntil(new Counted(List.of(), List.of(), account, all, known), "x", "y", NOON);
	}

	private static List<Instant> before(int... minutes) {
		return Arrays.stream(minutes).mapToObj((minute) -> NOON.minus(Duration.ofMinutes(minute))).toList();
	}

	/** What was counted; the account's newest failure is a minute old. */
	private record Counted(List<Instant> place, List<Instant> address, int account, int all,
			boolean known) implements SignInFailures {

		@Override
		public List<Instant> ofPlace(String name, String from, int count) {
			return this.place.subList(0, Math.min(count, this.place.size()));
		}

		@Override
		public List<Instant> ofAddress(String from, int count) {
			return this.address.subList(0, Math.min(count, this.address.size()));
		}

		@Override
		public Tally ofName(String name, Instant since) {
			return new Tally(this.account, 1, NOON.minusSeconds(60));
		}

		@Override
		public int inAll(Instant since, int most) {
			return Math.min(this.all, most);
		}

		@Override
		public boolean knows(String name, String from) {
			return this.known;
		}

		@Override
		public Map<String, Tally> byName(Instant since) {
			throw new UnsupportedOperationException();
		}

		@Override
		public UUID add(String name, String from, Instant now) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void takeBack(UUID failure) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void clear(String name, String from) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void clear(String name) {
			throw new UnsupportedOperationException();
		}

		@Override
		public <T> T inTurn(String name, String from, Supplier<T> count) {
			return count.get();
		}

		@Override
		public void remember(String name, String from, LocalDate day) {
			throw new UnsupportedOperationException();
		}

	}

}
