package org.targetmonitor.submission.sheet;

import java.math.BigDecimal;
import java.math.MathContext;

/** Turns the binary numbers that spreadsheets store into the decimals that were typed. */
final class Decimals {

	/** As many digits as a spreadsheet keeps of what is typed. */
	private static final MathContext TYPED = new MathContext(15);

	private Decimals() {
	}

	/**
	 * The shortest decimal that is stored as {@code number}: 5.3 where the file says
	 * 5.2999999999999998.
	 */
	static BigDecimal of(double number) {
		return shortest(new BigDecimal(Double.toString(number)).round(TYPED));
	}

	/** Without zeros at its end and without an exponent. */
	static BigDecimal shortest(BigDecimal number) {
		BigDecimal stripped = number.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

}
