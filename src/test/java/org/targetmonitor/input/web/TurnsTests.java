package org.targetmonitor.input.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who gets a turn, who waits for one, and who is sent away. */
class TurnsTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final Turns turns = new Turns(2, 1);

	private static boolean waits(Thread thread) {
		return thread.getState() == Thread.State.TIMED_WAITING;
	}

	private Thread waiting(String one, CompletableFuture<Optional<Runnable>> got) {
		return Thread.ofPlatform().start(() -> got.complete(this.turns.take(one, LONG)));
	}

	@Test
	void oneHasItsShareAndAllHaveTheirs() {
		assertThat(this.turns.take("a")).isPresent();
		assertThat(this.turns.take("a")).isEmpty();
		assertThat(this.turns.take("b")).isPresent();
		assertThat(this.turns.take("c")).isEmpty();
	}

	@Test
	void waitsForTheTurnThatIsGivenBack() throws Exception {
		Runnable turn = this.turns.take("a").orElseThrow();
		CompletableFuture<Optional<Runnable>> got = new CompletableFuture<>();
		Thread waiter = waiting("a", got);
		Awaitility.await().until(() -> waits(waiter));
		assertThat(got).isNotDone();
		turn.run();
		assertThat(got.get(10, TimeUnit.SECONDS)).isPresent();
		assertThat(this.turns.take("a")).as("it is taken").isEmpty();
	}

	@Test
	void isSentAwayAfterItsPatience() {
		this.turns.take("a");
		assertThat(this.turns.take("a", Duration.ofMillis(20))).isEmpty();
		assertThat(this.turns.take("b", Duration.ZERO)).isPresent();
	}

	@Test
	void fewWait() throws Exception {
		Runnable turn = this.turns.take("a").orElseThrow();
		AtomicInteger through = new AtomicInteger();
		List<Thread> waiters = new ArrayList<>();
		for (int n = 0; n < 32; n++) {
			waiters.add(Thread.ofPlatform().start(() -> this.turns.take("a", LONG).ifPresent((got) -> {
				through.incrementAndGet();
				got.run();
			})));
		}
		Awaitility.await().until(() -> waiters.stream().allMatch(TurnsTests::waits));
		CompletableFuture<Optional<Runnable>> more = new CompletableFuture<>();
		waiting("a", more);
		assertThat(more.get(10, TimeUnit.SECONDS)).isEmpty();
		turn.run();
		Awaitility.await().until(() -> through.get() == 32);
	}

}
