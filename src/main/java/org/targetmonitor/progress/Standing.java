package org.targetmonitor.progress;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One immutable picture of all plans. */
public final class Standing {

	private final Set<String> asked;

	private final Map<String, Entry> entries;

	/**
	 * @param asked every plan there was; one that is not in force yet has no entry
	 * @param entries the parts of those in force
	 */
	Standing(Set<String> asked, Map<String, Entry> entries) {
		this.asked = Set.copyOf(asked);
		this.entries = new LinkedHashMap<>(entries);
	}

	/**
	 * One plan's part, with what tells whether it still holds.
	 *
	 * @param change the change numbers it was computed from
	 * @param plans the plans there were; a new one may be the year before that it asks
	 * for
	 * @param holdsFrom the moment at which the local day began; a clock may be set back
	 * @param holdsUntil the moment at which the local day ends, or something recorded
	 * already begins to count
	 * @param standing the part
	 */
	record Entry(Map<String, Long> change, Set<String> plans, Instant holdsFrom, Instant holdsUntil,
			PlanStanding standing) {

		boolean holds(Map<String, Long> changes, Instant now) {
			return !now.isBefore(this.holdsFrom) && now.isBefore(this.holdsUntil) && this.plans.equals(changes.keySet())
					&& this.change.entrySet()
						.stream()
						.allMatch((read) -> read.getValue().equals(changes.get(read.getKey())));
		}

	}

	Map<String, Entry> entries() {
		return this.entries;
	}

	/** Whether every part still holds, no plan is new and none is gone. */
	boolean holds(Map<String, Long> changes, Instant now) {
		return this.asked.equals(changes.keySet())
				&& this.entries.values().stream().allMatch((entry) -> entry.holds(changes, now));
	}

	public List<PlanStanding> plans() {
		return this.entries.values().stream().map(Entry::standing).toList();
	}

	public Optional<PlanStanding> plan(String id) {
		return Optional.ofNullable(this.entries.get(id)).map(Entry::standing);
	}

}
