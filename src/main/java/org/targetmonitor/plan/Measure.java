package org.targetmonitor.plan;

import java.math.BigDecimal;

import org.targetmonitor.input.Text;

/**
 * What kind of quantity an indicator is, which decides what may be compared with what.
 */
public enum Measure {

	/**
	 * A rate of change against the same period of last year, in percent; compared in
	 * percentage points.
	 */
	GROWTH("growth", "增速", "growth"),

	/** A share or rate, in percent; compared in percentage points. */
	RATIO("ratio", "比率", "ratio"),

	/** A quantity accumulated over the year; the share done is compared with the pace. */
	LEVEL("level", "总量", "level"),

	/** Percent done; compared with the pace. */
	COMPLETION("completion", "完成率", "completion"),

	/** An average, stock or quotient in any unit; compared directly. */
	VALUE("value", "数值", "value"),

	/** A place among others, of which the first is the best; compared in places. */
	RANK("rank", "位次", "rank");

	private final String key;

	private final Text words;

	Measure(String key, String zh, String en) {
		this.key = key;
		this.words = new Text(zh, en);
	}

	public String key() {
		return this.key;
	}

	public Text words() {
		return this.words;
	}

	/** Whether it adds up over the year, so that it has a share done and a pace. */
	public boolean accumulatesOverYear() {
		return this == LEVEL || this == COMPLETION;
	}

	/** Whether its unit can only be percent. */
	public boolean isInPercent() {
		return this == GROWTH || this == RATIO || this == COMPLETION;
	}

	/** Whether a difference of two of its values is counted in percentage points. */
	public boolean differsInPoints() {
		return this == GROWTH || this == RATIO;
	}

	/**
	 * The default band below which a target counts as lagging, in hundredths of the
	 * margin's unit: 5 units of the last published decimal for growth and ratio, 10
	 * points of pace for level and completion, 5 % for a value, 2 places for a rank.
	 */
	BigDecimal defaultLaggingBelow(int decimals) {
		return switch (this) {
			case GROWTH, RATIO -> BigDecimal.valueOf(-5, decimals);
			case LEVEL, COMPLETION -> BigDecimal.valueOf(-10);
			case VALUE -> BigDecimal.valueOf(-5);
			case RANK -> BigDecimal.valueOf(-2);
		};
	}

}
