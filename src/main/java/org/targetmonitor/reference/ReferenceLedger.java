package org.targetmonitor.reference;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Where reference figures are kept. Nothing in it is ever changed or removed. */
public interface ReferenceLedger {

	/** Every revision. */
	ReferenceFigures all();

	/**
	 * Does work as the only writer; all that it appends is kept and sealed together or
	 * not at all.
	 * @return what the work answered
	 */
	<T> T write(Function<Writer, T> work);

	/** The figures, held for writing. */
	interface Writer {

		/** When it is recorded: read once they were held. */
		Instant now();

		/** Every revision of the figures at some places. */
		ReferenceFigures at(List<ReferenceFigure.Place> places);

		/** Appends revisions, once for a piece of work. */
		void append(List<ReferenceFigure> revisions);

	}

}
