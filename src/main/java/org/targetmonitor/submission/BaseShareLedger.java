package org.targetmonitor.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.targetmonitor.plan.Plan;

/** Where base shares are kept. Nothing in it is ever changed or removed. */
public interface BaseShareLedger {

	/** Every revision of a plan's base shares; none if there is no such plan. */
	BaseShares of(String plan);

	/**
	 * Does work on a plan as its only writer; all that it appends is kept and sealed
	 * together or not at all.
	 * @return what the work answered, or empty if there is no such plan
	 */
	<T> Optional<T> write(String plan, Function<Writer, T> work);

	/** One plan, held for writing. */
	interface Writer {

		Plan plan();

		/** When it is recorded: read once the plan was held. */
		Instant now();

		BaseShares shares();

		/** Appends revisions, once for a piece of work. */
		void append(List<BaseShare> revisions);

	}

}
