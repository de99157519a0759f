package org.targetmonitor.support;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;

/** What the monitor asks of its database while something is done. */
public final class Statements {

	private Statements() {
	}

	/**
	 * What a request asks that a test sends, on whichever thread it is answered; what
	 * jobs ask beside it is left out.
	 * @param monitors the monitor's own template, whose class logs under its own name
	 */
	public static List<String> ofRequest(JdbcTemplate monitors, Runnable request) {
		return said(monitors, request, "exec");
	}

	/** What this thread asks. */
	public static List<String> ofThread(JdbcTemplate monitors, Runnable work) {
		return said(monitors, work, Thread.currentThread().getName());
	}

	private static List<String> said(JdbcTemplate monitors, Runnable work, String thread) {
		List<Logger> loggers = List.of((Logger) LoggerFactory.getLogger(JdbcTemplate.class),
				(Logger) LoggerFactory.getLogger(monitors.getClass()));
		ListAppender<ILoggingEvent> said = new ListAppender<>();
		said.start();
		loggers.forEach((logger) -> {
			logger.setLevel(Level.DEBUG);
			logger.addAppender(said);
		});
		try {
			work.run();
		}
		finally {
			loggers.forEach((logger) -> {
				logger.detachAppender(said);
				logger.setLevel(null);
			});
		}
		return said.list.stream()
			.filter((event) -> event.getThreadName().contains(thread))
			.map(ILoggingEvent::getFormattedMessage)
			.filter((message) -> message.startsWith("Executing prepared SQL statement")
					|| message.startsWith("Executing SQL batch update"))
			.toList();
	}

}
