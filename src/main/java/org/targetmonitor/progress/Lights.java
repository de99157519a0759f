package org.targetmonitor.progress;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many targets are counted as what.
 *
 * @param green on track or achieved
 * @param yellow slightly behind
 * @param red lagging or missed
 * @param unreported overdue, and no lag is known
 * @param grey not known
 * @param ahead of those on track, how many are ahead of their pace
 * @param early of those on track or achieved, how many are done before the year's end
 * @param stated qualitative ones, which have no light
 */
public record Lights(long green, long yellow, long red, long unreported, long grey, long ahead, long early,
		long stated) {

	public static final Lights NONE = new Lights(0, 0, 0, 0, 0, 0, 0, 0);

	/**
	 * Counts targets. A heading counts only while it waits for its numbers, which count
	 * for themselves.
	 */
	public static Lights of(Collection<TargetProgress> targets) {
		Map<Counted, Long> counted = targets.stream()
			.filter(TargetProgress::counts)
			.map(TargetProgress::counted)
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		return new Lights(counted.getOrDefault(Counted.GREEN, 0L), counted.getOrDefault(Counted.YELLOW, 0L),
				counted.getOrDefault(Counted.RED, 0L), counted.getOrDefault(Counted.UNREPORTED, 0L),
				counted.getOrDefault(Counted.GREY, 0L), ahead(targets, Ahead.OF_PACE), ahead(targets, Ahead.OF_TIME),
				targets.stream().filter((target) -> !target.target().entry().hasStatus()).count());
	}

	private static long ahead(Collection<TargetProgress> targets, Ahead ahead) {
		return targets.stream()
			.filter((target) -> target.counts() && target.counted() == Counted.GREEN)
			.filter((target) -> target.besides().ahead() == ahead)
			.count();
	}

	/** These and others. */
	public Lights plus(Lights others) {
		return new Lights(this.green + others.green, this.yellow + others.yellow, this.red + others.red,
				this.unreported + others.unreported, this.grey + others.grey, this.ahead + others.ahead,
				this.early + others.early, this.stated + others.stated);
	}

	/**
	 * How many are counted as one of them.
	 * @param key {@link Counted#key()}
	 */
	public long of(String key) {
		return switch (Counted.valueOf(key.toUpperCase(Locale.ROOT))) {
			case GREEN -> this.green;
			case YELLOW -> this.yellow;
			case RED -> this.red;
			case UNREPORTED -> this.unreported;
			case GREY -> this.grey;
		};
	}

}
