package org.targetmonitor.platform.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Knows whether the database answers. It asks every second on a thread of its own, at
 * once where a request met with a failure, and takes a question that stays unanswered for
 * an answer, too. While the database is away whoever waits for it is let go.
 */
public class DatabaseWatch implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);

	private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

	private static final Duration WHILE_AWAY = Duration.ofMillis(250);

	private static final Duration TICK = Duration.ofMillis(100);

	/** So many ticks after it was given up on, a question is taken back. */
	private static final int TAKEN_BACK = 10;

	private static final long NOTHING = 0;

	private final int patience;

	private final Semaphore suspicions = new Semaphore(0);

	private final AtomicLong turnedAway = new AtomicLong();

	private final List<Runnable> whileAway = new CopyOnWriteArrayList<>();

	private final List<Thread> threads = new ArrayList<>();

	private volatile @Nullable DatabaseProbe probe;

	/** The number of the question that is not answered yet. */
	private volatile long asking = NOTHING;

	/** The number of the last question that was given up on. */
	private volatile long late = NOTHING;

	private volatile boolean running;

	private volatile @Nullable Long awaySince;

	/**
	 * @param patience after how long an answer does not count as one any more
	 */
	DatabaseWatch(Duration patience) {
		this.patience = (int) Math.max(1, patience.toMillis() / TICK.toMillis());
	}

	/**
	 * @param whileAway done again and again while the database is away: lets go who waits
	 */
	void watch(DatabaseProbe asked, Runnable whileAway) {
		this.probe = asked;
		this.whileAway.add(whileAway);
	}

	/** Whether the database is there, as far as is known. */
	public boolean isAvailable() {
		return this.awaySince == null;
	}

	/** Something failed: has a look at once. */
	public void suspect() {
		if (this.suspicions.availablePermits() == 0) {
			this.suspicions.release();
		}
	}

	/** Counts a request that was not served because the database is away. */
	public void turnedAway() {
		this.turnedAway.incrementAndGet();
	}

	@Override
	public void start() {
		DatabaseProbe asked = this.probe;
		if (asked != null && !this.running) {
			this.running = true;
			this.threads.add(Thread.ofPlatform().daemon().name("database-probe").start(() -> keepAsking(asked)));
			this.threads.add(Thread.ofPlatform().daemon().name("database-watch").start(() -> keepLooking(asked)));
		}
	}

	private void keepAsking(DatabaseProbe asked) {
		for (long question = 1; this.running; question++) {
			this.asking = question;
			String fault = asked.ask();
			this.asking = NOTHING;
			// One that took too long was no answer; the next question tells
			boolean late = this.late == question;
			if (fault != null) {
				away(fault);
			}
			else if (!late) {
				back();
			}
			pause(late ? Duration.ZERO : isAvailable() ? BETWEEN_QUESTIONS : WHILE_AWAY);
		}
	}

	private void pause(Duration longest) {
		try {
			this.suspicions.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			this.running = false;
		}
	}

	/** Counts in ticks, so that a pause of the whole process is nobody's delay. */
	private void keepLooking(DatabaseProbe asked) {
		long seen = NOTHING;
		int ticks = 0;
		while (this.running && tick()) {
			long question = this.asking;
			ticks = (question != NOTHING && question == seen) ? ticks + 1 : 0;
			seen = question;
			if (ticks == this.patience) {
				this.late = question;
				away("no answer within %d ms".formatted(this.patience * TICK.toMillis()));
			}
			if (ticks == this.patience + TAKEN_BACK) {
				asked.cancel();
			}
			if (!isAvailable()) {
				this.whileAway.forEach(Runnable::run);
			}
		}
	}

	private static boolean tick() {
		try {
			TimeUnit.MILLISECONDS.sleep(TICK.toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

	private synchronized void away(String reason) {
		if (isAvailable() && this.running) {
			this.awaySince = System.nanoTime();
			this.turnedAway.set(0);
			log.error("the database is away ({}); whoever needs it is refused until it is back", reason);
			this.whileAway.forEach(Runnable::run);
		}
	}

	private synchronized void back() {
		Long since = this.awaySince;
		if (since != null) {
			this.awaySince = null;
			log.warn("the database is back after {} s; {} requests were refused meanwhile",
					TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since), this.turnedAway.get());
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.threads.forEach(Thread::interrupt);
		this.threads.clear();
		DatabaseProbe asked = this.probe;
		if (asked != null) {
			asked.close();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before the web server, and after it. */
	@Override
	public int getPhase() {
		return 0;
	}

}
