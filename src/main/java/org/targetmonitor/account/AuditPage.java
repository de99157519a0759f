package org.targetmonitor.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Days;

/**
 * Some events, the newest first.
 *
 * @param events the events
 * @param next from where to go on; null at the end
 */
public record AuditPage(List<AuditEvent> events, @Nullable Place next) {

	/**
	 * The last event seen: its time and its id, by which those of one moment are ordered.
	 */
	public record Place(Instant at, UUID id) {

		/** Reads what {@link #toString()} wrote; empty for anything else. */
		public static Optional<Place> read(String text) {
			int bar = text.indexOf('_');
			try {
				return (bar < 0) ? Optional.empty() : Days.moment(text.substring(0, bar))
					.map((at) -> new Place(at, UUID.fromString(text.substring(bar + 1))));
			}
			catch (IllegalArgumentException ex) {
				return Optional.empty();
			}
		}

		@Override
		public String toString() {
			return this.at + "_" + this.id;
		}

	}

	public AuditPage {
		events = List.copyOf(events);
	}

}
