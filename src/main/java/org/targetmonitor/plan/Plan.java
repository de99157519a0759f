package org.targetmonitor.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.targetmonitor.input.Text;

/**
 * One area's targets for one year.
 *
 * @param id the plan's code, such as {@code hangzhou-2024}
 * @param title its title
 * @param area the area it is for
 * @param year the year
 * @param zone the zone in which days begin and end
 * @param source the document the targets stand in
 * @param closes the first local day on which verdicts are frozen
 * @param invented whether its figures are invented, which then is said wherever they show
 * @param departments the departments by code
 * @param targets the targets in the plan's order
 */
public record Plan(String id, Text title, Area area, int year, ZoneId zone, Text source, LocalDate closes,
		boolean invented, Map<String, Department> departments, List<Target> targets) {

	public Plan {
		departments = Collections.unmodifiableMap(new LinkedHashMap<>(departments));
		targets = List.copyOf(targets);
	}

	public Optional<Target> target(String indicator) {
		return this.targets.stream().filter((target) -> target.indicator().equals(indicator)).findFirst();
	}

	/** The local day of a moment. */
	public LocalDate dayOf(Instant moment) {
		return LocalDate.ofInstant(moment, this.zone);
	}

	/** The moment from which verdicts are frozen. */
	public Instant closesAt() {
		return this.closes.atStartOfDay(this.zone).toInstant();
	}

	/** Whether its year has begun. */
	public boolean hasBegun(Instant moment) {
		return dayOf(moment).getYear() >= this.year;
	}

	/**
	 * The targets of which a later writing of this plan changes the goal, or which it
	 * withdraws: what a document is asked for once the year has begun.
	 */
	public List<String> goalsChangedBy(Plan later) {
		return this.targets.stream()
			.filter((target) -> later.target(target.indicator())
				.map((now) -> now.goal().asksOtherThan(target.goal()))
				.orElse(true))
			.map(Target::indicator)
			.toList();
	}

	public boolean isOpen(Instant moment) {
		return moment.isBefore(closesAt());
	}

}
