package org.targetmonitor.progress;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanUnreadable;

/** One immutable picture of all plans. */
public final class Standing {

	private final Map<String, Part> entries;

	/**
	 * @param entries of every plan there was, also of one that is not in force yet
	 */
	Standing(Map<String, Part> entries) {
		this.entries = new LinkedHashMap<>(entries);
	}

	/**
	 * One plan's part, with what tells whether it still holds.
	 *
	 * @param change the change numbers it was computed from
	 * @param holdsFrom the moment at which the local day began; a clock may be set back
	 * @param holdsUntil the moment at which the local day ends, or something recorded
	 * already begins to count, or something unreadable is tried again
	 * @param readAt when its facts were last read
	 * @param computed the part with what it was computed from; null while it is not in
	 * force, or was never readable
	 * @param unreadable why its facts could not be read, null if they could
	 */
	record Part(Map<String, Long> change, Instant holdsFrom, Instant holdsUntil, Instant readAt,
			Unchanged.@Nullable Before computed, @Nullable RuntimeException unreadable) {

		@Nullable PlanStanding standing() {
			return (this.computed != null) ? this.computed.standing() : null;
		}

		boolean holds(Map<String, Long> changes, Instant now) {
			return !now.isBefore(this.holdsFrom) && now.isBefore(this.holdsUntil)
					&& this.change.entrySet()
						.stream()
						.allMatch((read) -> read.getValue().equals(changes.get(read.getKey())));
		}

	}

	/**
	 * A plan of which something stored cannot be read.
	 *
	 * @param plan its code
	 * @param title its title, the code where that is not known either
	 * @param asOf the moment that what is still shown of it is of; null if nothing is
	 */
	public record Unreadable(String plan, Text title, @Nullable Instant asOf) {
	}

	Map<String, Part> entries() {
		return this.entries;
	}

	/**
	 * Whether no plan is new and none is gone: a new one may be the year before that
	 * another asks for.
	 */
	boolean isOf(Set<String> plans) {
		int others = plans.contains(Facts.REFERENCE) ? 1 : 0;
		return plans.size() - others == this.entries.size() && plans.containsAll(this.entries.keySet());
	}

	/** Whether every part still holds, no plan is new and none is gone. */
	boolean holds(Map<String, Long> changes, Instant now) {
		return isOf(changes.keySet()) && this.entries.values().stream().allMatch((entry) -> entry.holds(changes, now));
	}

	/** The plans in force; of one that cannot be read, as it was when last it could. */
	public List<PlanStanding> plans() {
		return this.entries.values().stream().map(Part::standing).flatMap(Stream::ofNullable).toList();
	}

	public Optional<PlanStanding> plan(String id) {
		return Optional.ofNullable(this.entries.get(id)).map(Part::standing);
	}

	/**
	 * How the plans of the areas stand in which a plan's area lies, so that it can be
	 * held against them.
	 */
	public List<PlanStanding> above(Plan plan) {
		return plans().stream().filter((other) -> other.plan().area().contains(plan.area())).toList();
	}

	/** The codes of the plans whose facts were read, and of those whose could not. */
	public Map<String, Boolean> readable() {
		Map<String, Boolean> readable = new LinkedHashMap<>();
		this.entries.forEach((plan, entry) -> readable.put(plan, entry.unreadable() == null));
		return readable;
	}

	/** The plans that cannot be read, which is to be said wherever they show. */
	public List<Unreadable> unreadable() {
		return this.entries.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().unreadable() != null)
			.map((entry) -> unreadable(entry.getKey(), entry.getValue()))
			.toList();
	}

	/**
	 * Refuses to answer for a plan that cannot be read: a program takes no notice of a
	 * notice.
	 * @throws PlanUnreadable if it cannot
	 */
	public void requireReadable(String plan) {
		Part entry = this.entries.get(plan);
		if (entry != null && entry.unreadable() != null) {
			throw new PlanUnreadable(plan, entry.unreadable());
		}
	}

	private static Unreadable unreadable(String plan, Part entry) {
		PlanStanding shown = entry.standing();
		Text title = (shown != null) ? shown.plan().title() : new Text(plan, plan);
		return new Unreadable(plan, Objects.requireNonNull(title), (shown != null) ? entry.readAt() : null);
	}

}
