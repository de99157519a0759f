package org.targetmonitor.platform;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

import org.targetmonitor.platform.watch.DatabaseWatch;

/**
 * Removes sessions that are over, every minute. The repository's own job knows nothing of
 * a database that is away.
 */
@Component
class ExpiredSessions implements DisposableBean {

	private static final Duration BETWEEN = Duration.ofMinutes(1);

	private final JdbcIndexedSessionRepository sessions;

	private final DatabaseWatch database;

	private final ThreadPoolTaskScheduler timer = new ThreadPoolTaskScheduler();

	ExpiredSessions(JdbcIndexedSessionRepository sessions, DatabaseWatch database, FailedJobs failures) {
		this.sessions = sessions;
		this.database = database;
		this.timer.setThreadNamePrefix("expired-sessions-");
		this.timer.setDaemon(true);
		this.timer.setErrorHandler(failures);
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		this.timer.initialize();
		ScheduledFuture<?> unused = this.timer.scheduleWithFixedDelay(this::remove, BETWEEN);
	}

	private void remove() {
		if (this.database.isAvailable()) {
			this.sessions.cleanUpExpiredSessions();
		}
	}

	@Override
	public void destroy() {
		this.timer.destroy();
	}

}
