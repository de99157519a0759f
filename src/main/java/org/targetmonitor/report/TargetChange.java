package org.targetmonitor.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Grounds;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanDifference;
import org.targetmonitor.plan.PlanKeys;
import org.targetmonitor.plan.PlanRevision;
import org.targetmonitor.plan.PlanValues;

/**
 * A revision of one target on the page of its indicator.
 *
 * @param document the document it rests on, with its date
 * @param recordedAt the plan's local time; {@code knownFrom} where it counts from an
 * earlier moment
 */
public record TargetChange(int number, String kind, List<Line> lines, @Nullable String reason,
		@Nullable String document, String author, String authorName, String recordedAt, @Nullable String knownFrom) {

	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

	private static final String GOAL = "goal";

	/** The numbers a heading waits for, which its words do not name. */
	private static final String EXPECTED = "goal.expects";

	/** An entry that differs, in words; null where it is not there. */
	public record Line(String key, Text words, @Nullable Text before, @Nullable Text now) {
	}

	public TargetChange {
		lines = List.copyOf(lines);
	}

	/**
	 * The revisions of a target that were known at a moment, the newest first.
	 * @param plan the plan, whose names stand for its codes
	 * @param inForce the plan that was in force at a moment
	 * @param names the name shown of an account
	 */
	public static List<TargetChange> of(List<PlanRevision> revisions, String indicator, Instant moment, Plan plan,
			Function<Instant, Optional<Plan>> inForce, UnaryOperator<String> names) {
		String part = plan.target(indicator).map((target) -> target.entry().writtenIn(indicator)).orElse(indicator);
		Stream<PlanRevision> known = revisions.stream()
			.filter((revision) -> revision.difference().part().equals(part))
			.filter((revision) -> !revision.knownFrom().isAfter(moment));
		EntryChange entry = new EntryChange(inForce);
		if (part.equals(indicator)) {
			return known
				.map((revision) -> of(revision, revision.difference().kind(),
						lines(revision, entry, new PlanValues(plan)), plan.zone(), names))
				.toList();
		}
		return known
			.map((revision) -> of(revision, entry.isNew(revision, indicator) ? "new" : "changed",
					entry.lines(revision, indicator), plan.zone(), names))
			.filter((change) -> !change.lines().isEmpty())
			.toList();
	}

	private static TargetChange of(PlanRevision revision, String kind, List<Line> lines, ZoneId zone,
			UnaryOperator<String> names) {
		boolean later = revision.knownFrom().isBefore(revision.recordedAt());
		return new TargetChange(revision.number(), kind, lines, revision.reason(), document(revision.grounds()),
				revision.author(), names.apply(revision.author()), LOCAL.format(revision.recordedAt().atZone(zone)),
				later ? LOCAL.format(revision.knownFrom().atZone(zone)) : null);
	}

	private static @Nullable String document(Grounds grounds) {
		return (grounds.documentDate() != null) ? grounds.document() + " " + grounds.documentDate()
				: grounds.document();
	}

	/** The lines of a goal are one, in words, where these tell what was changed. */
	private static List<Line> lines(PlanRevision revision, EntryChange entry, PlanValues values) {
		PlanDifference difference = revision.difference();
		boolean isNew = difference.kind().equals("new");
		Optional<Line> goal = difference.lines().stream().anyMatch((line) -> key(line).equals(GOAL))
				? entry.goal(revision, difference.part()) : Optional.empty();
		Stream<Line> others = difference.lines()
			.stream()
			.filter((line) -> key(line).equals(GOAL) ? goal.isEmpty() || line.key().startsWith(EXPECTED)
					: !isNew || key(line).equals("wording"))
			.map((line) -> new Line(line.key(), PlanKeys.words(line.key()), said(values, line.key(), line.before()),
					said(values, line.key(), line.now())));
		return Stream.concat(others, goal.stream()).toList();
	}

	private static String key(PlanDifference.Line line) {
		return line.key().replaceAll("[.\\[].*", "");
	}

	private static @Nullable Text said(PlanValues values, String key, @Nullable String value) {
		return (value != null) ? values.words(key, value) : null;
	}

}
