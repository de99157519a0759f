package org.targetmonitor.progress;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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

	/**
	 * @param parts what it rests on, which is not kept for its sake
	 */
	private record Kept(List<WeakReference<Object>> parts, PlanStanding standing) {

		static Kept of(PlanFacts facts, PlanStanding standing) {
			return new Kept(facts.parts().map(WeakReference::new).toList(), standing);
		}

		boolean isOf(PlanFacts facts) {
			List<Object> now = facts.parts().toList();
			return now.size() == this.parts.size()
					&& IntStream.range(0, now.size()).allMatch((part) -> this.parts.get(part).refersTo(now.get(part)));
		}

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
		if (before != null && before.isOf(facts)) {
			return before.standing();
		}
		PlanStanding computed = standing.get();
		put(asked, Kept.of(facts, computed));
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
