package org.targetmonitor.desk;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.submission.Figure;

/** Writes values and changes of an indicator with sign and unit. */
final class Amount {

	private static final Text NONE = Text.same("—");

	private static final Text POINTS = new Text("个百分点", " percentage points");

	private Amount() {
	}

	/** A value in the indicator's unit; a dash where there is none. */
	static Text of(@Nullable BigDecimal value, @Nullable Measurement measurement) {
		return (value == null) ? NONE : Text.format("%s%s", "%s%s", plain(value), unit(measurement));
	}

	/** A figure's value, or what was published in place of one, as it was. */
	static Text result(Figure figure, @Nullable Measurement measurement) {
		String extent = figure.extent();
		return (extent != null) ? Text.same(extent) : of(figure.value(), measurement);
	}

	/** A level in the unit of levels; a dash where there is none. */
	static Text level(@Nullable BigDecimal value, @Nullable Measurement measurement) {
		return (value == null || measurement == null) ? NONE
				: Text.same((plain(value) + " " + Optional.ofNullable(measurement.levelUnit()).orElse("")).strip());
	}

	/**
	 * From one value to another, with the signed difference: 5.3% → 4.8%, −0.5 points.
	 */
	static Text change(BigDecimal from, BigDecimal to, @Nullable Measurement measurement) {
		return Text.format("%s → %s，%s", "%s → %s, %s", of(from, measurement), of(to, measurement),
				difference(to.subtract(from), measurement));
	}

	/** From one level to another, with the signed difference. */
	static Text levelChange(BigDecimal from, BigDecimal to, @Nullable Measurement measurement) {
		return Text.format("%s → %s，%s", "%s → %s, %s", level(from, measurement), level(to, measurement),
				signed(to.subtract(from)));
	}

	private static Text difference(BigDecimal difference, @Nullable Measurement measurement) {
		boolean points = measurement == null || measurement.measure().differsInPoints();
		Text unit = (measurement == null) ? POINTS : points ? measurement.differenceUnit() : unit(measurement);
		String size = signed(difference);
		return new Text(size + unit.zh(), size + Measurement.behind(size, unit.en()));
	}

	private static Text unit(@Nullable Measurement measurement) {
		return Text.same((measurement != null) ? measurement.unitSpaced() : "");
	}

	private static String plain(BigDecimal value) {
		return (value.signum() < 0) ? signed(value) : Numbers.plain(value);
	}

	/** A plus before what is above 0, a real minus before what is below. */
	private static String signed(BigDecimal number) {
		return switch (number.signum()) {
			case 1 -> "+" + Numbers.plain(number);
			case -1 -> "−" + Numbers.plain(number.abs());
			default -> "±0";
		};
	}

}
