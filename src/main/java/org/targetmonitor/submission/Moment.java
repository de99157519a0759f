package org.targetmonitor.submission;

import java.time.Instant;

/**
 * When something is recorded, and from when it counts as known.
 *
 * @param recordedAt the moment of recording
 * @param knownFrom never later; earlier only for what is entered after the fact (补录)
 */
public record Moment(Instant recordedAt, Instant knownFrom) {

	public Moment {
		if (knownFrom.isAfter(recordedAt)) {
			throw new IllegalArgumentException("known from " + knownFrom + ", recorded only at " + recordedAt);
		}
	}

	public static Moment at(Instant instant) {
		return new Moment(instant, instant);
	}

}
