package org.targetmonitor.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A plan as written anew, in place of the one in force: whether it may take its place.
 *
 * @param before the one in force
 * @param now the one that would be
 * @param heading whether the heading is another
 * @param targets the targets that are others, that came or that went
 */
public record Replacement(Plan before, Plan now, boolean heading, List<String> targets) {

	public Replacement {
		targets = List.copyOf(targets);
	}

	/** Whether nothing is another. */
	public boolean changesNothing() {
		return !this.heading && this.targets.isEmpty();
	}

	/** Why it does not take its place; empty where it does. */
	public Optional<Plans.Recorded> refused(Grounds grounds, Instant moment) {
		if (changesNothing()) {
			return Optional.of(new Plans.Recorded.Unchanged());
		}
		if (isAnotherPlan()) {
			return Optional.of(new Plans.Recorded.AnotherPlan());
		}
		if (!this.before.isOpen(moment)) {
			return Optional.of(new Plans.Recorded.Closed());
		}
		if (!this.now.isOpen(moment)) {
			return Optional.of(new Plans.Recorded.ClosesInThePast());
		}
		if (grounds.reason() == null) {
			return Optional.of(new Plans.Recorded.ReasonMissing());
		}
		List<String> goals = this.before.goalsChangedBy(this.now);
		List<String> ofAll = this.before.headingChangedBy(this.now);
		if (grounds.document() == null && !(goals.isEmpty() && ofAll.isEmpty()) && this.before.hasBegun(moment)) {
			return Optional.of(new Plans.Recorded.DocumentMissing(goals, ofAll));
		}
		return Optional.empty();
	}

	private boolean isAnotherPlan() {
		return this.before.year() != this.now.year() || !this.before.area().code().equals(this.now.area().code())
				|| !this.before.zone().equals(this.now.zone());
	}

}
