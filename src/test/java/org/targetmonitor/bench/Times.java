package org.targetmonitor.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/** How long something took, again and again. */
record Times(long[] nanos) {

	/**
	 * What is slow is done less often: the nanoseconds without looking, and those while
	 * measuring.
	 */
	private static final long WARMING = 8_000_000_000L;

	private static final long PATIENCE = 4_000_000_000L;

	private static final int FEWEST = 2;

	/**
	 * Does it some times without looking at the clock, then measures it.
	 * @param warm how often it is done before, at most
	 * @param rounds how often it is measured, at most
	 */
	static Times of(int warm, int rounds, Callable<?> work) throws Exception {
		long started = System.nanoTime();
		for (int round = 0; round < warm && System.nanoTime() - started < WARMING; round++) {
			work.call();
		}
		long[] nanos = new long[rounds];
		int done = 0;
		started = System.nanoTime();
		while (done < rounds && (done < FEWEST || System.nanoTime() - started < PATIENCE)) {
			nanos[done++] = once(work);
		}
		return new Times(Arrays.copyOf(nanos, done));
	}

	/** How many nanoseconds it took once. */
	static long once(Callable<?> work) throws Exception {
		long started = System.nanoTime();
		work.call();
		return System.nanoTime() - started;
	}

	/** In milliseconds. */
	double median() {
		return sorted()[this.nanos.length / 2] / 1e6;
	}

	/** In milliseconds. */
	double longest() {
		return sorted()[this.nanos.length - 1] / 1e6;
	}

	private long[] sorted() {
		long[] sorted = this.nanos.clone();
		Arrays.sort(sorted);
		return sorted;
	}

	static String said(Duration duration) {
		return said(duration.toNanos() / 1e6);
	}

	/** Milliseconds for a reader: three digits that count. */
	static String said(double millis) {
		if (millis >= 10_000) {
			return String.format(Locale.ROOT, "%.1f s", millis / 1000);
		}
		return String.format(Locale.ROOT, (millis < 10) ? "%.1f ms" : "%,.0f ms", millis);
	}

}
