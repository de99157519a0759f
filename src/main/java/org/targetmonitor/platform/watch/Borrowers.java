package org.targetmonitor.platform.watch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

/** Who waits for a connection of the pool, so that nobody goes on waiting in vain. */
final class Borrowers {

	private final Set<Borrower> waiting = ConcurrentHashMap.newKeySet();

	/** One that waits. */
	private static final class Borrower {

		private final Thread thread = Thread.currentThread();

		private boolean done;

		private boolean sentAway;

		private synchronized void sendAway() {
			if (!this.done && !this.sentAway) {
				this.sentAway = true;
				this.thread.interrupt();
			}
		}

		/** The interruption was meant for the waiting alone. */
		private synchronized void leave() {
			this.done = true;
			if (this.sentAway) {
				Thread.interrupted();
			}
		}

	}

	Connection borrow(DataSource pool) throws SQLException {
		Borrower borrower = new Borrower();
		this.waiting.add(borrower);
		try {
			return pool.getConnection();
		}
		finally {
			this.waiting.remove(borrower);
			borrower.leave();
		}
	}

	void sendAway() {
		this.waiting.forEach(Borrower::sendAway);
	}

}
