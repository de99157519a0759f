package org.targetmonitor.progress;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanUnreadable;

/** Where plans and figures are read from. */
public interface Facts {

	/** Where change numbers name the reference figures: no plan has an empty code. */
	String REFERENCE = "";

	/**
	 * The change number of every plan, in the order in which plans are shown, and that of
	 * the reference figures under {@link #REFERENCE}; cheap enough to ask on every
	 * access.
	 */
	Map<String, Long> changes();

	/** How long the records are at present; cheap enough to ask for each scrape. */
	default RecordLengths lengths() {
		return RecordLengths.NONE;
	}

	/**
	 * A plan with its figures.
	 * @param moment the targets are those in force then
	 * @return empty if there was no such plan then
	 * @throws PlanUnreadable if something stored of it cannot be understood
	 */
	Optional<PlanFacts> read(String plan, Instant moment);

	/**
	 * The same as if a plan were recorded, or said something else than it does: for
	 * previews, which keep nothing.
	 * @param supposed another plan; null for none
	 */
	default Optional<PlanFacts> read(String plan, Instant moment, @Nullable Plan supposed) {
		return read(plan, moment);
	}

	/**
	 * The first moment later than this one from which something counts that is recorded
	 * already of a plan or of the years before it; empty where nothing lies ahead.
	 */
	default Optional<Instant> nextRelease(String plan, Instant moment) {
		return Optional.empty();
	}

	/** Reads in one read-only transaction, so that what is read belongs together. */
	<T> T atOnce(Supplier<T> reading);

}
