package org.targetmonitor.oversight;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.targetmonitor.plan.Plan;

/** Where acts of oversight are kept. Nothing in it is ever changed or removed. */
public interface OversightLedger {

	/** Every act of a plan; none of a plan that is not there. */
	default Oversight read(String plan) {
		return read(List.of(plan)).apply(plan);
	}

	/**
	 * The same of several plans, in as few statements.
	 * @return refuses, with a {@link org.targetmonitor.plan.PlanUnreadable}, a plan of
	 * which a row is not understood
	 */
	Function<String, Oversight> read(Collection<String> plans);

	/**
	 * Does work on a plan as its only writer; all that it records is kept and sealed
	 * together or not at all.
	 * @return what the work answered, or empty if there is no such plan
	 */
	<T> Optional<T> write(String plan, Function<Writer, T> work);

	/** One plan, held for writing. */
	interface Writer {

		Plan plan();

		/** When it is recorded: read once the plan was held. */
		Instant now();

		Oversight oversight();

		void append(DeviationAct act);

		void append(OrderAct act);

	}

}
