package org.targetmonitor.support;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/** What the monitor logs while it is open. */
public final class LogLines implements AutoCloseable {

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final List<ILoggingEvent> events = new ArrayList<>();

	private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {

		@Override
		protected void append(ILoggingEvent event) {
			synchronized (LogLines.this.events) {
				LogLines.this.events.add(event);
			}
		}

	};

	public LogLines() {
		this.appender.setContext(this.root.getLoggerContext());
		this.appender.start();
		this.root.addAppender(this.appender);
	}

	/** What was logged since the last call; a stack trace says so. */
	public List<String> taken() {
		synchronized (this.events) {
			List<String> lines = this.events.stream()
				.filter((event) -> event.getLevel().isGreaterOrEqual(Level.INFO))
				.map((event) -> event.getLevel() + " " + event.getFormattedMessage()
						+ ((event.getThrowableProxy() != null)
								? " STACK TRACE " + event.getThrowableProxy().getMessage() : ""))
				.toList();
			this.events.clear();
			return lines;
		}
	}

	@Override
	public void close() {
		this.root.detachAppender(this.appender);
		this.appender.stop();
	}

}
