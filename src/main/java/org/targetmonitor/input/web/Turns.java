package org.targetmonitor.input.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets few do something at once, and of one account or address fewer: whoever is slow
 * must not keep the others from it.
 */
public final class Turns {

	private final int all;

	private final int ofOne;

	/** More who wait would keep the threads from everybody else. */
	private static final int WAITING = 32;

	private final Map<String, Integer> taken = new HashMap<>();

	private int waiting;

	/**
	 * @param all how many at once
	 * @param ofOne how many of them of one
	 */
	public Turns(int all, int ofOne) {
		this.all = all;
		this.ofOne = ofOne;
	}

	/**
	 * Takes a turn.
	 * @return gives it back, however often that is done; empty if others have to end
	 * first
	 */
	public synchronized Optional<Runnable> take(String one) {
		int sum = this.taken.values().stream().mapToInt(Integer::intValue).sum();
		if (sum >= this.all || this.taken.getOrDefault(one, 0) >= this.ofOne) {
			return Optional.empty();
		}
		this.taken.merge(one, 1, Integer::sum);
		AtomicBoolean over = new AtomicBoolean();
		return Optional.of(() -> {
			if (over.compareAndSet(false, true)) {
				giveBack(one);
			}
		});
	}

	/**
	 * Takes a turn, and waits for one where others have to end first.
	 * @param patience how long, at most
	 * @return gives it back; empty if none came, or too many wait already
	 */
	public synchronized Optional<Runnable> take(String one, Duration patience) {
		long end = System.nanoTime() + patience.toNanos();
		Optional<Runnable> turn = take(one);
		long left = patience.toMillis();
		while (turn.isEmpty() && left > 0 && this.waiting < WAITING) {
			this.waiting++;
			try {
				wait(left);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return Optional.empty();
			}
			finally {
				this.waiting--;
			}
			turn = take(one);
			left = Duration.ofNanos(end - System.nanoTime()).toMillis();
		}
		return turn;
	}

	private synchronized void giveBack(String one) {
		this.taken.computeIfPresent(one, (key, count) -> (count > 1) ? count - 1 : null);
		notifyAll();
	}

}
