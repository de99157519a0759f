package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/**
 * How an indicator is measured.
 *
 * @param measure the kind of quantity
 * @param prices the price basis of a growth rate, null where the file says none
 * @param comparable whether growth is on comparable scope (可比口径), so that it does not
 * follow from the levels
 * @param unit the unit as in the plan, {@code percent} for rates
 * @param decimals the decimals it is published with
 * @param accumulation what a period's figure covers
 * @param levelUnit the unit of the level that may stand beside a growth rate
 */
public record Measurement(Measure measure, @Nullable Prices prices, boolean comparable, String unit, int decimals,
		Accumulation accumulation, @Nullable String levelUnit) {

	/** The value as it is published: HALF_UP, ties away from 0. */
	public BigDecimal published(BigDecimal value) {
		return value.setScale(this.decimals, RoundingMode.HALF_UP);
	}

}
