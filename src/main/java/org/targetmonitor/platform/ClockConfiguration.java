package org.targetmonitor.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock that everything is told the time by. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

	/**
	 * Microseconds are what the database keeps; a finer clock would make a moment differ
	 * from itself once stored.
	 */
	private static final Duration TICK = Duration.ofNanos(1000);

	/**
	 * The real time, or with {@code as-if-today} a clock that starts at noon of that day,
	 * or where the day was left, and goes on from there.
	 */
	@Bean
	Clock clock(MonitorProperties properties) {
		Clock real = Clock.tick(Clock.systemUTC(), TICK);
		Optional<Instant> asIf = properties.asIfNoon();
		return asIf.<Clock>map((noon) -> new AsIfClock(real, noon)).orElse(real);
	}

	/**
	 * The real time, for what others count by: {@code as-if-today} does not move it. To
	 * be asked for by name.
	 */
	@Bean(defaultCandidate = false)
	Clock wallClock(MonitorProperties properties, Clock clock) {
		return properties.asIfNoon().isPresent() ? Clock.systemUTC() : clock;
	}

}
