package org.targetmonitor.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.targetmonitor.period.Period;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.progress.Facts;
import org.targetmonitor.progress.PlanFacts;
import org.targetmonitor.progress.Standings;

import static org.assertj.core.api.Assertions.assertThat;

/** How letters are sent, without a server. */
class RemindingTests {

	private static final Instant NOON = Instant.parse("2024-10-22T04:00:00Z");

	/**
	 * Else another replica takes a letter behind a slow one for cut off, and sends it.
	 */
	@Test
	void claimsEachTryAtTheTimeItIsMade() {
		AtomicReference<Instant> now = new AtomicReference<>(NOON);
		InstantSource source = now::get;
		Clock clock = source.withZone(ZoneOffset.UTC);
		Kept kept = new Kept();
		Reminding reminding = new Reminding(new Standings(new NoPlans(), ShippedCalendars.all(), clock, clock),
				ShippedCalendars.all(), kept, (plan, department) -> List.of(), clock, UUID::randomUUID,
				new Reminding.Settings("", 0, false, 0, true, LocalTime.MIN));

		reminding.deliver((address, subject, words) -> now.updateAndGet((time) -> time.plus(Duration.ofMinutes(3))));

		assertThat(kept.claimed).containsExactly(NOON, NOON.plus(Duration.ofMinutes(3)));
		assertThat(kept.ended).containsExactly(NOON.plus(Duration.ofMinutes(3)), NOON.plus(Duration.ofMinutes(6)));
	}

	/** Of no plan anything is known. */
	private static final class NoPlans implements Facts {

		@Override
		public Map<String, Long> changes() {
			return Map.of();
		}

		@Override
		public Optional<PlanFacts> read(String plan, Instant moment) {
			return Optional.empty();
		}

		@Override
		public <T> T atOnce(Supplier<T> reading) {
			return reading.get();
		}

	}

	/** Two letters wait. */
	private static final class Kept implements Reminders {

		private final List<Instant> claimed = new ArrayList<>();

		private final List<Instant> ended = new ArrayList<>();

		@Override
		public Map<Place, Long> counts(Collection<String> plans) {
			return Map.of();
		}

		@Override
		public List<Reminder> of(String plan, Collection<String> departments, Period period) {
			return List.of();
		}

		@Override
		public Optional<Reminder> find(String plan, UUID id) {
			return Optional.empty();
		}

		@Override
		public <T> T alone(String plan, Supplier<T> work) {
			return work.get();
		}

		@Override
		public boolean record(Reminder reminder, String once) {
			return true;
		}

		@Override
		public Set<String> made(String plan) {
			return Set.of();
		}

		@Override
		public void answer(String plan, UUID reminder, String author, String words, Instant now) {
			throw new UnsupportedOperationException();
		}

		@Override
		public List<Letter> pending(Instant retryBefore, Instant cutOffBefore, int most) {
			Letter letter = new Letter("p", new UUID(0, 1), "clerk", "clerk@example.org", "催报", "请报送", 1);
			return List.of(letter, letter);
		}

		@Override
		public boolean claim(Letter letter, Instant now) {
			return this.claimed.add(now);
		}

		@Override
		public void ended(Letter letter, @Nullable String error, Instant now) {
			this.ended.add(now);
		}

	}

}
