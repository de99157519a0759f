package org.targetmonitor.plan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;

/** Where plans are kept. Nothing in it is ever changed or removed. */
public interface Plans {

	/** The codes of all plans. */
	List<String> ids();

	/**
	 * The codes of all plans of an area and of what lies in it, also of those of which
	 * something cannot be read.
	 * @param area the area's code
	 */
	List<String> within(String area);

	/** A plan as it was in force at a moment; empty if there was none. */
	Optional<PlanFile> inForce(String plan, Instant moment);

	/**
	 * The plans in force at a moment, but for those of which something cannot be read.
	 */
	List<Plan> readable(Instant moment);

	/**
	 * Every revision of a plan's heading and targets: the heading's first, then by
	 * indicator, each with the newest first. None if there is no such plan.
	 */
	List<PlanRevision> revisions(String plan);

	/**
	 * The revisions of one part of a plan, the newest first: a page about one target does
	 * not read those of all.
	 * @param part what a target is written in, or empty for the heading
	 */
	default List<PlanRevision> revisions(String plan, String part) {
		return revisions(plan).stream().filter((revision) -> revision.difference().part().equals(part)).toList();
	}

	/**
	 * What a target was at each of its revisions that were known at a moment, the oldest
	 * first: the lines that a chart draws, and when each began to count.
	 */
	default List<TargetVersion> history(String plan, String indicator, Instant moment) {
		return revisions(plan, indicator).stream()
			.filter((revision) -> !revision.knownFrom().isAfter(moment))
			.sorted(Comparator.comparingInt(PlanRevision::number))
			.map((revision) -> new TargetVersion(revision.number(), revision.knownFrom(),
					inForce(plan, revision.knownFrom()).flatMap((file) -> file.plan().target(indicator)).orElse(null),
					revision.grounds()))
			.toList();
	}

	/**
	 * The other plans of a plan's area as they were in force at a moment, but for those
	 * of which something cannot be read.
	 * @param first the first of the years whose plans are looked for
	 * @param last the last one
	 */
	List<Plan> ofArea(Plan plan, int first, int last, Instant moment);

	/**
	 * The plans of the year before that may know an indicator of a plan, as they were in
	 * force at a moment.
	 */
	default List<Plan> yearBefore(Plan plan, Instant moment) {
		return YearsBefore.yearBefore(plan, ofArea(plan, plan.year() - 1, plan.year() - 1, moment));
	}

	/**
	 * Records a plan, or of one that exists what differs from what is in force: each
	 * changed target as a new revision.
	 * @param grounds what it rests on: a reason if the plan exists and something differs,
	 * a document, too, if a goal differs after the plan's year began
	 * @param now the moment
	 */
	default Recorded record(PlanFile file, Grounds grounds, String author, Instant now) {
		return record(file, null, grounds, author, now);
	}

	/**
	 * The same, for a file that was made out of what was in force.
	 * @param base what it was made out of; if that is not in force any more, nothing is
	 * recorded; null for a file of its own
	 */
	Recorded record(PlanFile file, @Nullable PlanFile base, Grounds grounds, String author, Instant now);

	/**
	 * What keeps a writing of a plan from being recorded because figures that are there
	 * would mean something else by it; also asked when it is recorded.
	 */
	List<Fault> relabels(PlanFile file);

	/** Records a plan with a reason alone. */
	default Recorded record(PlanFile file, @Nullable String reason, String author, Instant now) {
		return record(file, Grounds.of(reason), author, now);
	}

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

		/**
		 * What these targets, or by these keys of the heading all of them, are judged by
		 * differs after the year began, and no document was named.
		 */
		record DocumentMissing(List<String> indicators, List<String> heading) implements Recorded {
		}

		/** Figures that are there would mean something else by it. */
		record Relabels(List<Fault> faults) implements Recorded {
		}

		/** What it was made out of is not in force any more. */
		record ChangedMeanwhile() implements Recorded {
		}

		/** It is of another year, area or time zone: that is another plan. */
		record AnotherPlan() implements Recorded {
		}

		/** It is open, and would have been closed on a day that is over. */
		record ClosesInThePast() implements Recorded {
		}

		/** The plan is closed: its targets are not changed any more. */
		record Closed() implements Recorded {
		}

	}

}
