package org.targetmonitor.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Target;

/**
 * Says what became of a target's two conditions since the year began: changed, added or
 * dropped. The first target is judged by all that it asked for, so that nobody makes it
 * silent by dropping one.
 */
final class Formerly {

	private final Then then;

	private final Judge judge;

	private final Wording wording;

	/**
	 * @param then by the second conditions
	 * @param judge by the second conditions in force
	 */
	Formerly(Then then, Judge judge, Wording wording) {
		this.then = then;
		this.judge = judge;
		this.wording = wording;
	}

	/**
	 * The target with that, where it had a second condition first or has one now.
	 * @param first how it stands by its first condition alone
	 * @param second how by the second; null where it has none any more
	 */
	TargetProgress beside(TargetProgress whole, TargetProgress first, @Nullable TargetProgress second) {
		Optional<Target> once = this.then.first(first.indicator());
		boolean there = this.then.wasThereFirst(first.indicator());
		if (second == null && !there) {
			return whole;
		}
		Besides.Step dropped = (second == null)
				? once.flatMap((other) -> Besides.dropped(other, this.judge.by(this.then::first), this.then))
					.orElse(null)
				: null;
		boolean changed = first.besides().first() != null
				|| (second == null || second.besides().first() != null || !there);
		if (!changed) {
			return whole;
		}
		List<Optional<Integer>> levels = new ArrayList<>();
		levels.add(level(first));
		if (there) {
			levels.add((second != null) ? level(second) : Optional.ofNullable(dropped).flatMap(Formerly::level));
		}
		return whole.beside(new Besides.Formerly(worst(levels), dropped), sentence(whole, second, dropped, there));
	}

	private Text sentence(TargetProgress whole, @Nullable TargetProgress second, Besides.@Nullable Step dropped,
			boolean there) {
		if (second != null && there) {
			return whole.explanation();
		}
		Text said = (second != null)
				? Text.format("目标已调整，年初没有条件“%s”。", "The target was changed: the condition of %s was not there first.",
						second.target().goalWords(Text.same("")))
				: (dropped != null)
						? Text.format("年初目标的另一项条件已取消：%s。", "The first target's other condition was dropped: %s.",
								this.wording.first(dropped))
						: new Text("年初目标的另一项条件已取消，尚无数据。",
								"The first target's other condition was dropped; it has no figure yet.");
		return Text.format("%s%s", "%s %s", whole.explanation(), said);
	}

	private static Optional<Integer> level(TargetProgress one) {
		Besides.Step first = one.besides().first();
		return (first != null) ? level(first) : one.status().lagLevel(one.target().goal());
	}

	private static Optional<Integer> level(Besides.Step step) {
		return step.status().lagLevel(step.target().goal());
	}

	/** What lags, lags whatever is not known; what is not known is not fine. */
	private static @Nullable Integer worst(List<Optional<Integer>> levels) {
		int known = levels.stream().flatMap(Optional::stream).mapToInt(Integer::intValue).max().orElse(0);
		return (known > 0 || levels.stream().allMatch(Optional::isPresent)) ? known : null;
	}

}
