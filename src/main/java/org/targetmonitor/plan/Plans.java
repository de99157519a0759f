package org.targetmonitor.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Where plans are kept. Nothing in it is ever changed or removed. */
public interface Plans {

	/** The codes of all plans. */
	List<String> ids();

	/** A plan as it was in force at a moment; empty if there was none. */
	Optional<PlanFile> inForce(String plan, Instant moment);

	/**
	 * Every revision of a plan's heading and targets: the heading's first, then by
	 * indicator, each with the newest first. None if there is no such plan.
	 */
	List<PlanRevision> revisions(String plan);

	/**
	 * The same area's plan of the year before as it was in force at a moment; for an
	 * invented plan an invented one.
	 */
	Optional<Plan> yearBefore(Plan plan, Instant moment);

	/**
	 * Records a plan, or of one that exists what differs from what is in force: each
	 * changed target as a new revision.
	 * @param reason why; must be there if the plan exists and something differs
	 * @param now the moment
	 */
	Recorded record(PlanFile file, @Nullable String reason, String author, Instant now);

	/** What became of a plan that was handed in. */
	sealed interface Recorded {

		/** It is new. */
		record Created(List<String> indicators) implements Recorded {
		}

		/** Targets, or the plan's heading, have new revisions. */
		record Revised(boolean heading, List<String> indicators) implements Recorded {
		}

		/** It says what is in force already. */
		record Unchanged() implements Recorded {
		}

		/** It differs, and no reason was given. */
		record ReasonMissing() implements Recorded {
		}

		/** It is of another year, area or time zone: that is another plan. */
		record AnotherPlan() implements Recorded {
		}

		/** The plan is closed: its targets are not changed any more. */
		record Closed() implements Recorded {
		}

	}

}
