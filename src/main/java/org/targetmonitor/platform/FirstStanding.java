package org.targetmonitor.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.targetmonitor.progress.Standings;

/**
 * Computes the first standing once everything is loaded, before the monitor says that it
 * is ready: whoever comes first would wait for it.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class FirstStanding implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(FirstStanding.class);

	private final Standings standings;

	FirstStanding(Standings standings) {
		this.standings = standings;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		try {
			this.standings.current();
		}
		catch (RuntimeException ex) {
			log.warn("the first standing is computed when somebody asks for it: {}", ex.toString());
		}
	}

}
