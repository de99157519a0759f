package org.targetmonitor.canary.submission;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Supplier;

/** Every way past the clock that is passed in. */
final class AsksTheWallClock {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private AsksTheWallClock() {
	}

	static Instant now() {
		return Instant.now();
	}

	static LocalDate today() {
		return LocalDate.now(ZONE);
	}

	static ZonedDateTime here() {
		return ZonedDateTime.now(ZONE);
	}

	static Clock system() {
		return Clock.systemUTC();
	}

	static long millis() {
		return System.currentTimeMillis();
	}

	static Supplier<Instant> reference() {
		return Instant::now;
	}

	/** This one is right. */
	static Instant passedIn(Clock clock) {
		return Instant.now(clock);
	}

}
