package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import org.targetmonitor.input.Text;

/**
 * Whether what the rest of the year must bring was ever brought: the required growth held
 * against stretches of as many quarters on record. The bounds are this system's own.
 *
 * @param kind reachable, hard or out of reach
 * @param reached how many stretches on record reached it
 * @param of how many stretches there are on record
 * @param quarters how many quarters in a row a stretch has
 */
public record Reach(Kind kind, int reached, int of, int quarters) {

	/** Below so many stretches on record nothing is said. */
	static final int SHORTEST_RECORD = 4;

	/** Reachable is what one stretch in so many reached. */
	private static final int ONE_IN = 4;

	/** How far the required growth is within what there was. */
	public enum Kind {

		/** At least a quarter of the record reached it. */
		REACHABLE("reachable", new Text("可实现", "reachable")),
		/** Some of the record reached it, but less than a quarter. */
		HARD("hard", new Text("有难度", "hard to reach")),
		/** None of the record reached it. */
		OUT_OF_REACH("out-of-reach", new Text("难以实现", "out of reach"));

		private final String key;

		private final Text words;

		Kind(String key, Text words) {
			this.key = key;
			this.words = words;
		}

		/** The word that the API uses. */
		public String key() {
			return this.key;
		}

		public Text words() {
			return this.words;
		}

	}

	/**
	 * Holds a required growth against the record.
	 * @param record the growth of each stretch, as {@link #stretches} gives it
	 * @param quarters how many quarters each of them has
	 * @param lowerIsBetter whether a stretch reaches it by staying at or below it
	 * @return empty where the record is too short
	 */
	static Optional<Reach> of(BigDecimal required, List<BigDecimal> record, int quarters, boolean lowerIsBetter) {
		if (record.size() < SHORTEST_RECORD) {
			return Optional.empty();
		}
		int reached = (int) record.stream()
			.map((growth) -> growth.compareTo(required))
			.filter((order) -> lowerIsBetter ? order <= 0 : order >= 0)
			.count();
		Kind kind = (reached * ONE_IN >= record.size()) ? Kind.REACHABLE
				: (reached > 0) ? Kind.HARD : Kind.OUT_OF_REACH;
		return Optional.of(new Reach(kind, reached, record.size(), quarters));
	}

	/**
	 * The mean growth of every stretch of so many quarters in a row; a hole ends a
	 * stretch. Quarters weigh alike, since what each contributed is not known of every
	 * year.
	 * @param quarters the single quarters on record
	 * @param length how many of them a stretch has, 1 or more
	 */
	static List<BigDecimal> stretches(List<QuarterGrowth> quarters, int length) {
		NavigableMap<Integer, BigDecimal> record = new TreeMap<>();
		quarters.forEach((quarter) -> record.put(quarter.index(), quarter.growth().middle()));
		return record.keySet()
			.stream()
			.map((first) -> record.subMap(first, first + length).values())
			.filter((stretch) -> stretch.size() == length)
			.map((stretch) -> stretch.stream()
				.reduce(BigDecimal.ZERO, BigDecimal::add)
				.divide(BigDecimal.valueOf(length), MathContext.DECIMAL128))
			.toList();
	}

	/** The share of the record that reached it, in whole percent, halves up. */
	public int percentile() {
		return (200 * this.reached + this.of) / (2 * this.of);
	}

	/** The whole in words, with whose the bounds are. */
	public Text words() {
		Text stretches = (this.quarters == 1) ? new Text("个单季", "quarters on record") : Text.format("段连续%1$d个季度（按平均增速）",
				"stretches of %1$d quarters on record (by their mean)", this.quarters);
		return Text.format("%s：有记录的%d%s中%d%s（%d%%）达到过（判断界限为本系统设定）",
				"%1$s: %4$d of %2$d %3$s (%6$d%%) reached it (the bounds are this system's own)", this.kind.words(),
				this.of, stretches, this.reached, (this.quarters == 1) ? "个" : "段", percentile());
	}

}
