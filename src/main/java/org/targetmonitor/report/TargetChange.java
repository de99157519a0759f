package org.targetmonitor.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.plan.DifferenceInWords.Line;
import org.targetmonitor.plan.Grounds;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanDifference;
import org.targetmonitor.plan.PlanRevision;

/**
 * A revision of one target on the page of its indicator.
 *
 * @param revision the revision of what the target is written in
 * @param kind what it did to the target: new, changed or withdrawn
 * @param lines what differs
 */
public record TargetChange(PlanRevision revision, String kind, List<Line> lines) {

	/** The goal and its second step. */
	private static final Set<String> GOALS = Set.of("goal", "then");

	/** The numbers a heading waits for, which its words do not name. */
	private static final String EXPECTED = "goal.expects";

	public TargetChange {
		lines = List.copyOf(lines);
	}

	/**
	 * The revisions of a target that were known at a moment, the newest first.
	 * @param plan the plan, whose names stand for its codes
	 * @param inForce the plan that was in force at a moment
	 */
	public static List<TargetChange> of(List<PlanRevision> revisions, String indicator, Instant moment, Plan plan,
			Function<Instant, Optional<Plan>> inForce) {
		String part = plan.target(indicator).map((target) -> target.entry().writtenIn(indicator)).orElse(indicator);
		Stream<PlanRevision> known = revisions.stream()
			.filter((revision) -> revision.difference().part().equals(part))
			.filter((revision) -> !revision.knownFrom().isAfter(moment));
		EntryChange entry = new EntryChange(inForce);
		if (part.equals(indicator)) {
			return known
				.map((revision) -> new TargetChange(revision, revision.difference().kind(),
						lines(revision, entry, plan)))
				.toList();
		}
		return known
			.map((revision) -> new TargetChange(revision, entry.isNew(revision, indicator) ? "new" : "changed",
					entry.lines(revision, indicator)))
			.filter((change) -> !change.lines().isEmpty())
			.toList();
	}

	/** The document it rests on, with its date. */
	public @Nullable String document() {
		Grounds grounds = this.revision.grounds();
		return (grounds.documentDate() != null) ? grounds.document() + " " + grounds.documentDate()
				: grounds.document();
	}

	/** The lines of a goal are one, in words, where these tell what was changed. */
	private static List<Line> lines(PlanRevision revision, EntryChange entry, Plan plan) {
		PlanDifference difference = revision.difference();
		boolean isNew = difference.kind().equals("new");
		Optional<Line> goal = difference.lines().stream().anyMatch((line) -> GOALS.contains(key(line)))
				? entry.goal(revision, difference.part()) : Optional.empty();
		Stream<Line> others = difference.lines()
			.stream()
			.filter((line) -> GOALS.contains(key(line)) ? goal.isEmpty() || line.key().startsWith(EXPECTED)
					: !isNew || key(line).equals("wording"))
			.map((line) -> Line.of(line, plan, plan));
		return Stream.concat(others, goal.stream()).toList();
	}

	private static String key(PlanDifference.Line line) {
		return line.key().replaceAll("[.\\[].*", "");
	}

}
