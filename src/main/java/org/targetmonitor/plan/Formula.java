package org.targetmonitor.plan;

import java.math.BigDecimal;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/** Writes the formulas that several kinds of goal share. */
final class Formula {

	private Formula() {
	}

	/** A number in a formula: one below 0 stands in brackets, with a real minus. */
	static String number(BigDecimal number) {
		return (number.signum() < 0) ? "(−" + Numbers.plain(number.abs()) + ")" : Numbers.plain(number);
	}

	/** Met on the line and above it. */
	static Text atLeast(String line) {
		return Text.format("实际 ≥ %1$s 为达标；距达标线 = 实际 − %2$s", "met when actual ≥ %1$s; margin = actual − %2$s", line,
				grouped(line));
	}

	/** Met on the line and below it. */
	static Text atMost(String line) {
		return Text.format("实际 ≤ %1$s 为达标；距达标线 = %2$s − 实际", "met when actual ≤ %1$s; margin = %2$s − actual", line,
				grouped(line));
	}

	/** Met above the number alone. */
	static Text above(String number) {
		return Text.format("实际 > %1$s 为达标；距达标线 = 实际 − %1$s，相等为0、不算达标",
				"met when actual > %1$s; margin = actual − %1$s, where equality is 0 and not met", number);
	}

	/** Met below the number alone. */
	static Text below(String number) {
		return Text.format("实际 < %1$s 为达标；距达标线 = %1$s − 实际，相等为0、不算达标",
				"met when actual < %1$s; margin = %1$s − actual, where equality is 0 and not met", number);
	}

	private static String grouped(String line) {
		return line.contains(" ") ? "(" + line + ")" : line;
	}

}
