package org.targetmonitor.metrics;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The units of the plans and the base unit each is exposed in. A unit that is not in the
 * list stays as it is and names itself.
 */
public enum BaseUnit {

	PERCENT("percent", "ratio", "0.01"), PER_MILLE("‰", "ratio", "0.001"),
	/** A pure number: an index, Gini, HDI. */
	NONE("", "none", "1"), TEN_THOUSAND_PERSONS("万人", "persons", "10000"), PERSONS("人", "persons", "1"),
	HUNDRED_MILLION_YUAN("亿元", "yuan", "100000000"), TEN_THOUSAND_YUAN("万元", "yuan", "10000"), YUAN("元", "yuan", "1"),
	/** One jin (斤) is half a kilogram. */
	HUNDRED_MILLION_JIN("亿斤", "kilograms", "50000000");

	private final String unit;

	private final String base;

	private final BigDecimal factor;

	BaseUnit(String unit, String base, String factor) {
		this.unit = unit;
		this.base = base;
		this.factor = new BigDecimal(factor);
	}

	/** A number with the name of its base unit. */
	record Quantity(double value, String unit) {
	}

	/**
	 * Turns a value in a plan's unit into its base unit; from here on numbers are binary.
	 */
	static Quantity toBase(BigDecimal value, String unit) {
		return Arrays.stream(values())
			.filter((known) -> known.unit.equals(unit))
			.findFirst()
			.map((known) -> new Quantity(value.multiply(known.factor).doubleValue(), known.base))
			.orElseGet(() -> new Quantity(value.doubleValue(), unit));
	}

}
