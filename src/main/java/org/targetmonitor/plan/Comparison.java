package org.targetmonitor.plan;

import java.math.BigDecimal;

/**
 * A value held against a goal, everything in the indicator's own unit.
 *
 * @param number what the gap is measured from: the goal's number, of a relation the other
 * operand, of an interval the nearer edge
 * @param gap actual − number; 0 inside an interval
 * @param line the number with its tolerance
 * @param margin the signed distance to the line, below 0 is behind
 * @param met whether the goal is met
 */
public record Comparison(BigDecimal number, BigDecimal gap, BigDecimal line, BigDecimal margin, boolean met) {

	/** Met on the line and above it. */
	static Comparison atLeast(BigDecimal actual, BigDecimal number, BigDecimal line) {
		BigDecimal margin = actual.subtract(line);
		return new Comparison(number, actual.subtract(number), line, margin, margin.signum() >= 0);
	}

	/** Met above the number alone. */
	static Comparison above(BigDecimal actual, BigDecimal number) {
		BigDecimal margin = actual.subtract(number);
		return new Comparison(number, margin, number, margin, margin.signum() > 0);
	}

	/** Met below the number alone. */
	static Comparison below(BigDecimal actual, BigDecimal number) {
		BigDecimal margin = number.subtract(actual);
		return new Comparison(number, actual.subtract(number), number, margin, margin.signum() > 0);
	}

	/** Met on the line and below it. */
	static Comparison atMost(BigDecimal actual, BigDecimal number, BigDecimal line) {
		BigDecimal margin = line.subtract(actual);
		return new Comparison(number, actual.subtract(number), line, margin, margin.signum() >= 0);
	}

}
