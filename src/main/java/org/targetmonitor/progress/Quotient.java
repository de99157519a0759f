package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.plan.Measurement;

/**
 * A share as it follows from two quantities: a number, or what it lies between where one
 * of them was published without an exact number.
 *
 * @param value the share at its published decimals; null where it is not one number
 * @param extent what it lies between, as a bureau would publish it; null of a number
 * @param origin the two quantities
 */
record Quotient(@Nullable BigDecimal value, @Nullable String extent, String origin) {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/**
	 * Empty where nothing can be said: without a whole above 0, or with no end to either
	 * side. Each reading of the share is rounded as the share is published, so its ends
	 * are.
	 */
	static Optional<Quotient> of(Quantity part, Quantity whole, Measurement share) {
		BigDecimal low = share(part.low(), whole.high(), share);
		BigDecimal high = share(part.high(), whole.low(), share);
		String origin = part.said() + " ÷ " + whole.said();
		if (low != null && high != null) {
			return Optional.of((low.compareTo(high) == 0) ? new Quotient(low, null, origin)
					: new Quotient(null, Numbers.plain(low) + "—" + Numbers.plain(high), origin));
		}
		return (low != null) ? Optional.of(new Quotient(null, Numbers.plain(low) + "以上", origin))
				: Optional.ofNullable(high).map((end) -> new Quotient(null, "不超过" + Numbers.plain(end), origin));
	}

	private static @Nullable BigDecimal share(@Nullable BigDecimal part, @Nullable BigDecimal whole,
			Measurement share) {
		if (part == null || whole == null || whole.signum() <= 0) {
			return null;
		}
		return share.published(part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL128)).setScale(share.decimals());
	}

}
