package org.targetmonitor.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Standing;
import org.targetmonitor.progress.TargetProgress;

/**
 * What was last written of each plan in one format. A change writes the plan anew that it
 * is of, and of that the slices with a target that stands otherwise than before: a target
 * whose progress is the same object has the same samples.
 */
final class RenderedPlans {

	/** Targets of one slice. */
	private static final int SLICE = 40;

	private final Format format;

	private Map<String, PlanPieces> plans = Map.of();

	private Map<String, Boolean> readable = Map.of();

	private @Nullable Piece readability;

	private @Nullable Standing last;

	private @Nullable Rendering whole;

	RenderedPlans(Format format) {
		this.format = format;
	}

	/**
	 * A plan's pieces.
	 *
	 * @param standing what they were written of
	 * @param about what is said of the plan itself
	 * @param slices its targets, a slice each
	 */
	private record PlanPieces(PlanStanding standing, Piece about, List<Slice> slices) {
	}

	private record Slice(List<TargetProgress> entries, Piece piece) {

		/**
		 * The very same objects: to compare what they hold costs what writing them does.
		 */
		@SuppressWarnings("ReferenceEquality")
		boolean isOf(List<TargetProgress> others) {
			if (others.size() != this.entries.size()) {
				return false;
			}
			for (int index = 0; index < others.size(); index++) {
				if (others.get(index) != this.entries.get(index)) {
					return false;
				}
			}
			return true;
		}

	}

	/**
	 * All of a standing. One at a time: many that come after a change need it made once.
	 */
	synchronized Rendering whole(Standing standing) {
		take(standing);
		Rendering present = this.whole;
		if (present == null) {
			List<Piece> pieces = new ArrayList<>(List.of(Objects.requireNonNull(this.readability)));
			this.plans.values().forEach((plan) -> add(plan, pieces));
			present = Rendering.of(pieces);
			this.whole = present;
		}
		return present;
	}

	/** The series of some of the plans. */
	synchronized Rendering part(Standing standing, Predicate<String> plans) {
		take(standing);
		Map<String, Boolean> some = new LinkedHashMap<>(this.readable);
		some.keySet().removeIf(plans.negate());
		List<Piece> pieces = new ArrayList<>(List.of(this.format.piece(StandingSamples.readable(some))));
		this.plans.forEach((plan, written) -> {
			if (plans.test(plan)) {
				add(written, pieces);
			}
		});
		return Rendering.of(pieces);
	}

	private void take(Standing standing) {
		if (this.last == standing) {
			return;
		}
		this.last = standing;
		this.whole = null;
		Map<String, PlanPieces> taken = new LinkedHashMap<>();
		standing.plans().forEach((plan) -> taken.put(plan.plan().id(), pieces(plan, this.plans.get(plan.plan().id()))));
		this.plans = taken;
		Map<String, Boolean> now = standing.readable();
		if (this.readability == null || !now.equals(this.readable)) {
			this.readability = this.format.piece(StandingSamples.readable(now));
			this.readable = now;
		}
	}

	@SuppressWarnings("ReferenceEquality")
	private PlanPieces pieces(PlanStanding standing, @Nullable PlanPieces before) {
		if (before != null && before.standing() == standing) {
			return before;
		}
		boolean samePlan = before != null && before.standing().plan().equals(standing.plan());
		List<TargetProgress> entries = standing.entries();
		List<Slice> slices = new ArrayList<>();
		for (int from = 0; from < entries.size(); from += SLICE) {
			List<TargetProgress> own = entries.subList(from, Math.min(entries.size(), from + SLICE));
			Slice earlier = (samePlan && before != null && slices.size() < before.slices().size())
					? before.slices().get(slices.size()) : null;
			slices.add((earlier != null && earlier.isOf(own)) ? earlier
					: new Slice(own, this.format.piece(StandingSamples.of(standing, own))));
		}
		return new PlanPieces(standing, this.format.piece(StandingSamples.about(standing)), slices);
	}

	private static void add(PlanPieces plan, List<Piece> pieces) {
		pieces.add(plan.about());
		plan.slices().forEach((slice) -> pieces.add(slice.piece()));
	}

}
