package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.targetmonitor.input.Text;

/**
 * Whether what the rest of the year must bring was ever brought: the required growth held
 * against single quarters on record. The bounds are this system's own.
 *
 * @param kind reachable, hard or out of reach
 * @param reached how many quarters on record reached it
 * @param of how many quarters there are on record
 */
public record Reach(Kind kind, int reached, int of) {

	/** Below so many quarters on record nothing is said. */
	static final int SHORTEST_RECORD = 4;

	/** Reachable is what one quarter in so many reached. */
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
	 * @param lowerIsBetter whether a quarter reaches it by staying at or below it
	 * @return empty where the record is too short
	 */
	static Optional<Reach> of(BigDecimal required, List<QuarterGrowth> record, boolean lowerIsBetter) {
		if (record.size() < SHORTEST_RECORD) {
			return Optional.empty();
		}
		int reached = (int) record.stream()
			.map((quarter) -> quarter.growth().middle().compareTo(required))
			.filter((order) -> lowerIsBetter ? order <= 0 : order >= 0)
			.count();
		Kind kind = (reached * ONE_IN >= record.size()) ? Kind.REACHABLE
				: (reached > 0) ? Kind.HARD : Kind.OUT_OF_REACH;
		return Optional.of(new Reach(kind, reached, record.size()));
	}

	/** The share of the record that reached it, in whole percent. */
	public int percentile() {
		return Math.round(100f * this.reached / this.of);
	}

	/** The whole in words, with whose the bounds are. */
	public Text words() {
		return Text.format("%s：有记录的%d个单季中%d个（%d%%）达到过（判断界限为本系统设定）",
				"%s: %3$d of %2$d quarters on record (%4$d%%) reached it (the bounds are this system's own)",
				this.kind.words(), this.of, this.reached, percentile());
	}

}
