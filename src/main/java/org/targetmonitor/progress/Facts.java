package org.targetmonitor.progress;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Where plans and figures are read from. */
public interface Facts {

	/**
	 * The change number of every plan, in the order in which plans are shown; cheap
	 * enough to ask on every access.
	 */
	Map<String, Long> changes();

	/**
	 * A plan with its figures.
	 * @param moment the targets are those in force then
	 * @return empty if there was no such plan then
	 */
	Optional<PlanFacts> read(String plan, Instant moment);

	/** Reads in one read-only transaction, so that what is read belongs together. */
	<T> T atOnce(Supplier<T> reading);

}
