package org.targetmonitor.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Node;

/**
 * What a plan was from each moment on at which it was recorded or changed.
 *
 * @param byMoment the plan as it was in force from each of them on
 * @param recorded when the plan was first recorded, which may be long after the year's
 * beginning that its first targets count from
 */
public record PlanVersions(NavigableMap<Instant, Plan> byMoment, Instant recorded) {

	/** Of a plan of which nothing is recorded. */
	public static final PlanVersions NONE = new PlanVersions(Collections.emptyNavigableMap(), Instant.MIN);

	public PlanVersions {
		byMoment = Collections.unmodifiableNavigableMap(new TreeMap<>(byMoment));
	}

	/**
	 * A recorded revision of a plan's heading, or of one of its targets.
	 *
	 * @param part the target's code; empty for the heading
	 * @param number counted from 1 for each part
	 * @param position the target's place in the plan
	 * @param knownFrom from when it counts
	 * @param recordedAt when it was recorded
	 * @param content what it says; null where it withdraws the target
	 */
	public record Part(String part, int number, int position, Instant knownFrom, Instant recordedAt,
			Node.@Nullable Mapping content) {

		boolean isHeading() {
			return this.part.isEmpty();
		}

	}

	/**
	 * Puts a plan together again as it was at each moment: the newest revision of the
	 * heading and of each target that were known then.
	 * @throws org.targetmonitor.input.Faulty if one of them makes no plan
	 */
	public static PlanVersions of(String plan, Collection<Part> recorded) {
		Map<Instant, List<Part>> moments = new TreeMap<>();
		recorded.forEach((part) -> moments.computeIfAbsent(part.knownFrom(), (moment) -> new ArrayList<>()).add(part));
		Map<String, Part> newest = new HashMap<>();
		NavigableMap<Instant, Plan> versions = new TreeMap<>();
		moments.forEach((moment, parts) -> {
			parts.forEach((part) -> newest.merge(part.part(), part,
					(one, other) -> (one.number() > other.number()) ? one : other));
			Part heading = newest.get("");
			if (heading != null && heading.content() != null) {
				versions.put(moment, PlanFile.read(heading.content(), definitions(newest), plan).plan());
			}
		});
		return new PlanVersions(versions,
				recorded.stream().map(Part::recordedAt).min(Comparator.naturalOrder()).orElse(Instant.MIN));
	}

	private static List<Node> definitions(Map<String, Part> newest) {
		return newest.values()
			.stream()
			.filter((part) -> !part.isHeading())
			.sorted(Comparator.comparingInt(Part::position).thenComparing(Part::part))
			.<Node>mapMulti((part, definitions) -> {
				if (part.content() != null) {
					definitions.accept(part.content());
				}
			})
			.toList();
	}

	/** Whether the plan was there by a moment, whatever it counts from. */
	public boolean wasRecordedBy(Instant moment) {
		return !this.recorded.isAfter(moment);
	}

	/** The plan as it was in force at a moment; empty if there was none. */
	public Optional<Plan> inForce(Instant moment) {
		return Optional.ofNullable(this.byMoment.floorEntry(moment)).map(Map.Entry::getValue);
	}

	/**
	 * The plan as it was in force from each moment on at which it was changed, up to a
	 * moment; empty where it never was changed.
	 */
	public NavigableMap<Instant, Plan> changesUntil(Instant moment) {
		NavigableMap<Instant, Plan> known = this.byMoment.headMap(moment, true);
		return (known.size() > 1) ? known : Collections.emptyNavigableMap();
	}

}
