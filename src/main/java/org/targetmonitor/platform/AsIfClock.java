package org.targetmonitor.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that goes as fast as the real one from another moment on. */
final class AsIfClock extends Clock {

	private final Clock real;

	private volatile Duration offset;

	AsIfClock(Clock real, Instant start) {
		this.real = real;
		this.offset = Duration.between(real.instant(), start);
	}

	/** Goes on from a moment, unless it is later already. */
	void goOnFrom(Instant moment) {
		if (moment.isAfter(instant())) {
			this.offset = Duration.between(this.real.instant(), moment);
		}
	}

	@Override
	public Instant instant() {
		return this.real.instant().plus(this.offset);
	}

	@Override
	public ZoneId getZone() {
		return this.real.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		Clock own = this;
		return new Clock() {

			@Override
			public Instant instant() {
				return own.instant();
			}

			@Override
			public ZoneId getZone() {
				return zone;
			}

			@Override
			public Clock withZone(ZoneId another) {
				return own.withZone(another);
			}

		};
	}

}
