package org.targetmonitor.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes as fast as the real one from another moment on. */
final class AsIfClock extends Clock {

	private final Clock real;

	private final AtomicReference<Duration> offset;

	AsIfClock(Clock real, Instant start) {
		this(real, new AtomicReference<>(Duration.between(real.instant(), start)));
	}

	private AsIfClock(Clock real, AtomicReference<Duration> offset) {
		this.real = real;
		this.offset = offset;
	}

	/** Goes on from a moment, unless it is later already. */
	void goOnFrom(Instant moment) {
		if (moment.isAfter(instant())) {
			this.offset.set(Duration.between(this.real.instant(), moment));
		}
	}

	@Override
	public Instant instant() {
		return this.real.instant().plus(this.offset.get());
	}

	@Override
	public ZoneId getZone() {
		return this.real.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new AsIfClock(this.real.withZone(zone), this.offset);
	}

}
