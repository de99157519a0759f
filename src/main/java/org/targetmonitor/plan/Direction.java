package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.Optional;

import org.targetmonitor.input.Text;

/**
 * Which way is good: it decides how "about" is read, and on which side an interval is
 * open.
 */
public enum Direction {

	/** More is better. */
	HIGHER("higher", new Text("越高越好", "more is better")),
	/** Less is better. */
	LOWER("lower", new Text("越低越好", "less is better")),
	/** Neither more nor less than an interval has. */
	INSIDE("inside", new Text("须在区间内", "inside the interval"));

	/** Beyond any number that a goal has. */
	private static final BigDecimal FAR = new BigDecimal("1E18");

	private final String key;

	private final Text words;

	Direction(String key, Text words) {
		this.key = key;
		this.words = words;
	}

	/**
	 * Which way is good by what a goal lets through; empty where that is not a matter of
	 * its own numbers.
	 */
	public static Optional<Direction> of(Goal goal) {
		if (!goal.judges() || goal.awaitsNumbers() || goal.operand().isPresent() || goal.isAgainstYearBefore()) {
			return Optional.empty();
		}
		boolean high = goal.compare(FAR, BigDecimal.ZERO).met();
		boolean low = goal.compare(FAR.negate(), BigDecimal.ZERO).met();
		return (high && low) ? Optional.empty() : Optional.of(high ? HIGHER : low ? LOWER : INSIDE);
	}

	public Text words() {
		return this.words;
	}

	public String key() {
		return this.key;
	}

}
