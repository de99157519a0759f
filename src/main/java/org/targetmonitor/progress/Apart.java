package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;

/**
 * How it is said that a value lies above or below another, by what kind of value it is.
 */
enum Apart {

	/** A rate, a share, a concentration. */
	HEIGHT("比%s高%s，%s", "比%s低%s，%s", "%2$s above %1$s, %3$s", "%2$s below %1$s, %3$s"),

	/** What is counted: 家, 人, 亿元. */
	NUMBER("比%s多%s，%s", "比%s少%s，%s", "%2$s more than %1$s, %3$s", "%2$s less than %1$s, %3$s"),

	/** Two decreases: the one above is the smaller one. */
	DECREASE("降幅比%s小%s，%s", "降幅比%s大%s，%s", "a decrease %2$s smaller than %1$s, %3$s",
			"a decrease %2$s larger than %1$s, %3$s"),

	/** Of places the larger number is the one behind. */
	PLACE("比%s落后%s，%s", "比%s领先%s，%s", "%2$s behind %1$s, %3$s", "%2$s ahead of %1$s, %3$s");

	private static final Pattern COUNTED = Pattern
		.compile(".*(家|个|人|户|件|套|所|项|台|辆|只|亩|斤|吨|元|公里|次|名|起|例|张|床|座|处|辆次|人次|千瓦)");

	private final String above;

	private final String below;

	private final String aboveEn;

	private final String belowEn;

	Apart(String above, String below, String aboveEn, String belowEn) {
		this.above = above;
		this.below = below;
		this.aboveEn = aboveEn;
		this.belowEn = belowEn;
	}

	static Apart of(Measurement measurement, BigDecimal actual, BigDecimal other) {
		if (measurement.measure() == Measure.RANK) {
			return PLACE;
		}
		if (measurement.measure() == Measure.GROWTH && actual.signum() < 0 && other.signum() < 0) {
			return DECREASE;
		}
		return (!measurement.isPercent() && COUNTED.matcher(measurement.unit()).matches()) ? NUMBER : HEIGHT;
	}

	/**
	 * The sentence.
	 * @param above whether the value lies above the other
	 * @param other what it is held against
	 * @param difference how far apart they are
	 * @param met whether that is enough
	 */
	Text words(boolean above, Text other, Text difference, Text met) {
		return above ? Text.format(this.above, this.aboveEn, other, difference, met)
				: Text.format(this.below, this.belowEn, other, difference, met);
	}

}
