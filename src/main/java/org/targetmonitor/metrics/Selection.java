package org.targetmonitor.metrics;

import java.util.Set;
import java.util.stream.Stream;

import org.targetmonitor.plan.Area;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Standing;

/**
 * Which series a scrape asks for: all of them, or a part, so that several scrapes can
 * share them.
 *
 * @param plans those of plans, by their codes
 * @param areas those of the plans of areas, by their codes, and of what lies in them
 * @param monitor those of the monitor itself, which are of no plan
 */
public record Selection(Set<String> plans, Set<String> areas, boolean monitor) {

	public Selection {
		plans = Set.copyOf(plans);
		areas = Set.copyOf(areas);
	}

	boolean isAll() {
		return this.plans.isEmpty() && this.areas.isEmpty() && !this.monitor;
	}

	/** Whether series that are of no plan are asked for. */
	boolean takesMonitor() {
		return isAll() || this.monitor;
	}

	/** Whether a plan's series are asked for; it may be one that cannot be read. */
	boolean takes(String plan, Standing standing) {
		return isAll() || this.plans.contains(plan)
				|| standing.plan(plan).map(PlanStanding::plan).filter((known) -> liesIn(known.area())).isPresent();
	}

	/** What is asked for by name and is not there. */
	Stream<String> missing(Standing standing) {
		return Stream
			.concat(this.plans.stream().filter((plan) -> !standing.readable().containsKey(plan)), this.areas.stream()
				.filter((area) -> standing.plans().stream().noneMatch((known) -> known.plan().area().isWithin(area))));
	}

	private boolean liesIn(Area area) {
		return this.areas.stream().anyMatch(area::isWithin);
	}

}
