package org.targetmonitor.submission;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.targetmonitor.input.Fault;

/** What became of a submission or a review. */
public sealed interface Outcome {

	/**
	 * It is recorded.
	 *
	 * @param plan the plan
	 * @param submission the submission's id
	 * @param revisions its revisions
	 * @param acted the indicators of those that this act was about
	 * @param warnings what looks odd
	 * @param repeated whether it had been recorded by an earlier request with the same
	 * idempotency key
	 */
	record Recorded(String plan, UUID submission, List<Revision> revisions, Set<String> acted, List<Fault> warnings,
			boolean repeated) implements Outcome {

		public Recorded {
			revisions = List.copyOf(revisions);
			acted = Set.copyOf(acted);
			warnings = List.copyOf(warnings);
		}

		/** Of a submission as a whole. */
		Recorded(String plan, UUID submission, List<Revision> revisions, List<Fault> warnings, boolean repeated) {
			this(plan, submission, revisions, Set.copyOf(revisions.stream().map(Revision::indicator).toList()),
					warnings, repeated);
		}

		/** Those that this act was about. */
		public List<Revision> about() {
			return this.revisions.stream().filter((revision) -> this.acted.contains(revision.indicator())).toList();
		}

	}

	/** It breaks a rule; nothing is recorded. */
	record Refused(List<Fault> faults) implements Outcome {
	}

	/** Somebody else was faster, or it is decided already; nothing is recorded. */
	record Stale(List<Fault> faults) implements Outcome {
	}

	/** The account may not do it; nothing is recorded. */
	record Forbidden(List<Fault> faults) implements Outcome {
	}

	/** There is no such plan or submission. */
	record Unknown() implements Outcome {
	}

	/** Why nothing is recorded; empty where it is. */
	default List<Fault> faults() {
		return switch (this) {
			case Recorded recorded -> List.of();
			case Refused refused -> refused.faults();
			case Stale stale -> stale.faults();
			case Forbidden forbidden -> forbidden.faults();
			case Unknown unknown -> List.of();
		};
	}

}
