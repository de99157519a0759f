package org.targetmonitor.input.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Reads the past moment that a question is about. */
public final class AsOf {

	/** Before every plan, and within what the database can compare. */
	private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

	private AsOf() {
	}

	/** A moment that is not in the future; empty for anything else. */
	public static Optional<Instant> read(String text, Instant now) {
		try {
			return Optional.of(Instant.parse(text))
				.filter((moment) -> !moment.isAfter(now) && !moment.isBefore(EARLIEST));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
