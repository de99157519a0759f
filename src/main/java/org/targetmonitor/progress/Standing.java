package org.targetmonitor.progress;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One immutable picture of all plans. */
public final class Standing {

	private final Map<String, Entry> entries;

	Standing(Map<String, Entry> entries) {
		this.entries = new LinkedHashMap<>(entries);
	}

	/**
	 * One plan's part, with what tells whether it still holds.
	 *
	 * @param change the change numbers it was computed from
	 * @param holdsUntil the moment at which a local day or the plan ends
	 * @param standing the part
	 */
	record Entry(Map<String, Long> change, Instant holdsUntil, PlanStanding standing) {

		boolean holds(Map<String, Long> changes, Instant now) {
			return now.isBefore(this.holdsUntil) && this.change.entrySet()
				.stream()
				.allMatch((read) -> read.getValue().equals(changes.get(read.getKey())));
		}

	}

	Map<String, Entry> entries() {
		return this.entries;
	}

	/** Whether every part still holds, no plan is new and none is gone. */
	boolean holds(Map<String, Long> changes, Instant now) {
		return this.entries.keySet().equals(changes.keySet())
				&& this.entries.values().stream().allMatch((entry) -> entry.holds(changes, now));
	}

	public List<PlanStanding> plans() {
		return this.entries.values().stream().map(Entry::standing).toList();
	}

	public Optional<PlanStanding> plan(String id) {
		return Optional.ofNullable(this.entries.get(id)).map(Entry::standing);
	}

}
