package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;

/** Writes values and distances as pages print them: with a real sign and their unit. */
public final class SignedWords {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/** Percentages of shares have so many decimals, where these tell them apart. */
	public static final int DECIMALS = 2;

	static final Text POINTS = new Text("个百分点", " points");

	/** Rates are told so many decimals finer than they are published. */
	private static final int FINER = 2;

	private SignedWords() {
	}

	/**
	 * A verdict's margin: points where it is a difference of percentages or of shares,
	 * else in the unit itself.
	 */
	public static Text margin(Verdict verdict, @Nullable Measurement measurement) {
		if (verdict.headway() != null) {
			return counted(signed(points(verdict.marginRatio(), verdict.headway())), POINTS);
		}
		BigDecimal margin = verdict.comparison().margin();
		return counted(signed(margin), difference(measurement));
	}

	/** A printed number with its unit, of one in the singular. */
	static Text counted(String number, Text unit) {
		return new Text(number + unit.zh(), number + Measurement.behind(number, unit.en()));
	}

	/**
	 * Where nothing is tolerated, what a reader finds who subtracts the printed shares.
	 */
	private static BigDecimal points(BigDecimal margin, Headway headway) {
		int decimals = decimals(headway);
		BigDecimal apart = headway.done().subtract(headway.pace());
		BigDecimal printed = apart(headway.done(), headway.pace(), decimals);
		return (margin.compareTo(apart) == 0) ? printed
				: (margin.negate().compareTo(apart) == 0) ? printed.negate() : hundredths(margin, decimals);
	}

	/** How far two shares are apart as they are printed. */
	static BigDecimal apart(BigDecimal done, BigDecimal pace, int decimals) {
		return hundredths(done, decimals).subtract(hundredths(pace, decimals));
	}

	/** The unit of a difference of two values, to stand behind a number. */
	public static Text difference(@Nullable Measurement measurement) {
		if (measurement == null || (measurement.measure().differsInPoints() && !measurement.isPerMille())) {
			return POINTS;
		}
		return measurement.measure().differsInPoints() ? measurement.differenceUnit()
				: new Text(measurement.unitSpaced(), measurement.unitWords().en());
	}

	/** A value with its unit. */
	public static String value(BigDecimal value, @Nullable Measurement measurement) {
		String unit = (measurement == null) ? "" : measurement.unitSpaced();
		return plain(value) + unit;
	}

	/** A value before rounding: a quantity as published, a rate two decimals finer. */
	public static String finer(BigDecimal value, Measurement measurement) {
		int decimals = measurement.decimals() + (measurement.measure().accumulatesOverYear() ? 0 : FINER);
		return value(value.setScale(decimals, RoundingMode.HALF_UP), measurement);
	}

	/** A value with its unit within a sentence: Chinese has no space before a unit. */
	public static Text amount(BigDecimal value, Measurement measurement) {
		return Text.format("%s%s", "%s%s", plain(value), measurement.unitWords());
	}

	/** What is added to a quantity over a year; of a completion, points of it. */
	public static Text share(BigDecimal value, Measurement measurement) {
		return (measurement.measure() == Measure.COMPLETION) ? counted(plain(value), POINTS)
				: amount(value, measurement);
	}

	/** A share of 1 as a percentage with two decimals. */
	public static String percent(BigDecimal ratio) {
		return percent(ratio, DECIMALS);
	}

	/** A share of 1 as a percentage. */
	public static String percent(BigDecimal ratio, int decimals) {
		return plain(hundredths(ratio, decimals)) + "%";
	}

	/**
	 * With how many decimals a share done and its pace are printed as percentages: with
	 * two, or with as many as it takes to see that they are not the same.
	 */
	public static int decimals(Headway headway) {
		return decimals(headway.done(), headway.pace());
	}

	static int decimals(BigDecimal done, BigDecimal pace) {
		BigDecimal apart = done.subtract(pace);
		int decimals = DECIMALS;
		while (apart.signum() != 0 && (hundredths(apart, decimals).signum() == 0
				|| hundredths(done, decimals).compareTo(hundredths(pace, decimals)) == 0)) {
			decimals++;
		}
		return decimals;
	}

	/** Percent of a share of 1. */
	static BigDecimal hundredths(BigDecimal ratio, int decimals) {
		return ratio.multiply(HUNDRED).setScale(decimals, RoundingMode.HALF_UP);
	}

	/** A plus before what is above 0, a real minus before what is below. */
	public static String signed(BigDecimal number) {
		return (number.signum() > 0) ? "+" + Numbers.plain(number) : plain(number);
	}

	/** A real minus before what is below 0. */
	public static String plain(BigDecimal number) {
		return (number.signum() < 0) ? "−" + Numbers.plain(number.abs()) : Numbers.plain(number);
	}

}
