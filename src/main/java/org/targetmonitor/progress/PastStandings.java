package org.targetmonitor.progress;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Keeps how plans stood at moments that were asked for, in brief, those that were asked
 * for last. What stood then does not change unless something is recorded that counted
 * then already.
 */
final class PastStandings {

	/** How many plans are kept: those of a country, for a day or two. */
	private static final int MOST = 6000;

	private record Asked(String plan, Instant moment) {
	}

	private record Kept(PlanFacts facts, PlanStanding standing) {
	}

	private final Map<Asked, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Asked, Kept> eldest) {
			return size() > MOST;
		}

	};

	/** Works it out where it is not known of these facts. */
	PlanStanding of(PlanFacts facts, Instant moment, Supplier<PlanStanding> standing) {
		Asked asked = new Asked(facts.plan().id(), moment);
		Kept before = get(asked);
		if (before != null && before.facts().isSame(facts)) {
			return before.standing();
		}
		PlanStanding computed = standing.get();
		put(asked, new Kept(facts, computed));
		return computed;
	}

	private @Nullable Kept get(Asked asked) {
		synchronized (this.kept) {
			return this.kept.get(asked);
		}
	}

	private void put(Asked asked, Kept known) {
		synchronized (this.kept) {
			this.kept.put(asked, known);
		}
	}

}
