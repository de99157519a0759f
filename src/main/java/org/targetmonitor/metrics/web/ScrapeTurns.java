package org.targetmonitor.metrics.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets few scrapes be sent at once, and of one account fewer: whoever reads slowly must
 * not keep Prometheus from reading.
 */
final class ScrapeTurns {

	private final int all;

	private final int ofOne;

	private final Map<String, Integer> taken = new HashMap<>();

	ScrapeTurns(int all, int ofOne) {
		this.all = all;
		this.ofOne = ofOne;
	}

	/**
	 * Takes a turn.
	 * @return gives it back, however often that is done; empty if others have to end
	 * first
	 */
	synchronized Optional<Runnable> take(String account) {
		int sum = this.taken.values().stream().mapToInt(Integer::intValue).sum();
		if (sum >= this.all || this.taken.getOrDefault(account, 0) >= this.ofOne) {
			return Optional.empty();
		}
		this.taken.merge(account, 1, Integer::sum);
		AtomicBoolean over = new AtomicBoolean();
		return Optional.of(() -> {
			if (over.compareAndSet(false, true)) {
				giveBack(account);
			}
		});
	}

	private synchronized void giveBack(String account) {
		this.taken.computeIfPresent(account, (key, count) -> (count > 1) ? count - 1 : null);
	}

}
