package org.targetmonitor.progress;

import java.math.BigDecimal;

import org.targetmonitor.plan.Measurement;

/**
 * A number with what the rounding of its inputs leaves open, unrounded.
 *
 * @param low the lowest it can be
 * @param middle what the inputs as published give
 * @param high the highest it can be
 */
public record Band(BigDecimal low, BigDecimal middle, BigDecimal high) {

	private static final BigDecimal HALF = new BigDecimal("0.5");

	/**
	 * What is known of a number that was published: of what was counted the number
	 * itself, else what its rounding leaves open.
	 */
	static Band published(BigDecimal number, Measurement measurement) {
		return measurement.isCounted() ? new Band(number, number, number) : published(number, measurement.decimals());
	}

	/** A published number: half a unit of its last decimal to either side. */
	static Band published(BigDecimal number, int decimals) {
		BigDecimal half = HALF.movePointLeft(decimals);
		return new Band(number.subtract(half), number, number.add(half));
	}

}
