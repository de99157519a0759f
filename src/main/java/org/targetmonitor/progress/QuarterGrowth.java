package org.targetmonitor.progress;

import org.targetmonitor.period.Period;

/**
 * How much one quarter by itself grew, in percent.
 *
 * @param period the cumulative period that ends with the quarter
 * @param growth its growth with the band that rounding leaves
 * @param implied whether it follows from two cumulative rates and was not published
 */
public record QuarterGrowth(Period period, Band growth, boolean implied) {

	/** Counts on by one from quarter to quarter, over the turn of the year as well. */
	int index() {
		return this.period.year() * 4 + this.period.monthsEnded() / 3;
	}

}
