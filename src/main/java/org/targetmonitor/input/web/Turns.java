package org.targetmonitor.input.web;

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

	private final Map<String, Integer> taken = new HashMap<>();

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

	private synchronized void giveBack(String one) {
		this.taken.computeIfPresent(one, (key, count) -> (count > 1) ? count - 1 : null);
	}

}
