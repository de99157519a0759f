package org.targetmonitor.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;

/**
 * A plan and the year before it as they were at earlier moments: what was in force then,
 * and what was known then.
 *
 * @param plan the plan now in force
 * @param formerly the plan as it was in force from each moment on at which it changed;
 * empty where it never did
 * @param lastYear what was known of the year before at a moment
 * @param byOther the indicator whose target is looked at by its second condition; null
 * where all are by their first
 */
record Then(Plan plan, NavigableMap<Instant, Plan> formerly, Function<Instant, LastYear> lastYear,
		@Nullable String byOther) {

	Then(Plan plan, NavigableMap<Instant, Plan> formerly, Function<Instant, LastYear> lastYear) {
		this(plan, formerly, lastYear, null);
	}

	/** The same, looking at one target by its second condition. */
	Then byOther(String indicator) {
		return new Then(this.plan, this.formerly, this.lastYear, indicator);
	}

	/** The target of an indicator that is in force. */
	Optional<Target> inForce(String indicator) {
		return in(this.plan, indicator);
	}

	private Optional<Target> in(Plan version, String indicator) {
		Optional<Target> written = version.target(indicator);
		return indicator.equals(this.byOther) ? written.flatMap(Target::other) : written;
	}

	/** A target as it was in force at a moment, else as it was nearest to it. */
	Target target(Target now, Instant moment) {
		return target(now.indicator(), moment).orElse(now);
	}

	/**
	 * The target of an indicator as it was in force at a moment; where it was withdrawn
	 * as it was last, and where it was not there yet as it was first.
	 */
	Optional<Target> target(String indicator, Instant moment) {
		return Stream
			.concat(this.formerly.headMap(moment, true).descendingMap().values().stream(),
					Stream.concat(this.formerly.tailMap(moment, false).values().stream(), Stream.of(this.plan)))
			.flatMap((version) -> in(version, indicator).stream())
			.findFirst();
	}

	/**
	 * The target as the year began with it: what was changed before is no change in the
	 * year; where it came later, as it was first.
	 */
	Optional<Target> first(String indicator) {
		return target(indicator, LocalDate.of(this.plan.year(), 1, 1).atStartOfDay(this.plan.zone()).toInstant());
	}

	/**
	 * Whether the target of an indicator, or its condition that is looked at, was there
	 * when the year began or when the target first was.
	 */
	boolean wasThereFirst(String indicator) {
		Instant begin = LocalDate.of(this.plan.year(), 1, 1).atStartOfDay(this.plan.zone()).toInstant();
		return Stream
			.concat(this.formerly.headMap(begin, true).descendingMap().values().stream(),
					Stream.concat(this.formerly.tailMap(begin, false).values().stream(), Stream.of(this.plan)))
			.filter((version) -> version.target(indicator).isPresent())
			.findFirst()
			.filter((version) -> in(version, indicator).isPresent())
			.isPresent();
	}

	/** Whether the plan was ever another one than it is. */
	boolean isChanged() {
		return this.formerly.size() > 1;
	}

	/**
	 * When there first was a target of an indicator; long ago where that is not known.
	 */
	Instant start(String indicator) {
		return changes(indicator).stream().findFirst().orElse(Instant.MIN);
	}

	/** The target of an indicator as it ever was. */
	Stream<Target> versions(String indicator) {
		return this.formerly.values().stream().flatMap((former) -> in(former, indicator).stream()).distinct();
	}

	/** When the target of an indicator became another one than it was. */
	List<Instant> changes(String indicator) {
		List<Instant> changes = new ArrayList<>();
		Optional<Target> before = Optional.empty();
		for (Map.Entry<Instant, Plan> version : this.formerly.entrySet()) {
			Optional<Target> inForce = in(version.getValue(), indicator);
			if (!inForce.equals(before)) {
				changes.add(version.getKey());
			}
			before = inForce;
		}
		return changes;
	}

	/**
	 * Judges by the targets of one moment, operands that were withdrawn since included.
	 * @param figures the figures as they were known
	 * @param known when the year before was looked at
	 */
	Judge judge(Figures figures, Instant moment, Instant known) {
		return new Judge((indicator) -> target(indicator, moment), figures, this.lastYear.apply(known));
	}

}
