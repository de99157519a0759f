package org.targetmonitor.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.util.ErrorHandler;

import org.targetmonitor.platform.watch.DatabaseFailures;

/**
 * Tells the log that a job failed, of a database that is away in one line: the job comes
 * again.
 */
@Component
class FailedJobs implements ErrorHandler, ThreadPoolTaskSchedulerCustomizer {

	private static final Logger log = LoggerFactory.getLogger(FailedJobs.class);

	@Override
	public void handleError(Throwable failure) {
		if (DatabaseFailures.isAway(failure)) {
			log.warn("a job waits for its next turn: {}", DatabaseFailures.reason(failure));
		}
		else {
			log.error("a job failed", failure);
		}
	}

	@Override
	public void customize(ThreadPoolTaskScheduler scheduler) {
		scheduler.setErrorHandler(this);
	}

}
