package org.targetmonitor.progress;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import org.targetmonitor.reference.ReferenceFigures;

/** Where everything recorded of plans is read from. */
public interface Records {

	/**
	 * The change number of every plan, in the order in which plans are shown, and that of
	 * the reference figures under {@link Facts#REFERENCE}; cheap enough to ask on every
	 * access.
	 */
	Map<String, Long> changes();

	/** Every revision of reference figures. */
	default ReferenceFigures reference() {
		return ReferenceFigures.NONE;
	}

	/** How long the records are at present; cheap enough to ask for each scrape. */
	RecordLengths lengths();

	/**
	 * Reads plans, in a number of statements that does not grow with them.
	 * @return refuses, with a {@link org.targetmonitor.plan.PlanUnreadable}, a plan of
	 * which something cannot be understood
	 */
	Function<String, PlanRecord> read(Collection<String> plans);

	/** Reads in one read-only transaction, so that what is read belongs together. */
	<T> T atOnce(Supplier<T> reading);

}
