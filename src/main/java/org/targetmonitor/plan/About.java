package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/**
 * 左右: met within the tolerance on the bad side of the number, and anywhere on the good
 * one; {@link Direction#INSIDE} where too much is as bad as too little.
 */
public record About(BigDecimal about, BigDecimal tolerance, Direction direction) implements Goal {

	static final GoalKind KIND = new GoalKind("about",
			Set.of(Measure.GROWTH, Measure.RATIO, Measure.VALUE, Measure.LEVEL, Measure.COMPLETION), GoalKind.EITHER,
			Direction.HIGHER, (fields, direction) -> new About(fields.requiredNumber("about"),
					GoalKind.tolerance(fields), fields.flag("both") ? Direction.INSIDE : direction));

	@Override
	public Optional<BigDecimal> number() {
		return Optional.of(this.about);
	}

	@Override
	public List<BigDecimal> numbers() {
		return List.of(this.about, this.tolerance);
	}

	@Override
	public List<BigDecimal> edges() {
		return (this.direction == Direction.INSIDE) ? List.of(low(), high()) : Goal.super.edges();
	}

	private BigDecimal low() {
		return this.about.subtract(this.tolerance);
	}

	private BigDecimal high() {
		return this.about.add(this.tolerance);
	}

	/** The good side is shut, so that there is no more of it. */
	@Override
	public boolean isShutOnBothSides() {
		return this.direction == Direction.INSIDE;
	}

	@Override
	public boolean isCeiling() {
		return this.direction == Direction.LOWER;
	}

	@Override
	public boolean hasTolerance() {
		return true;
	}

	@Override
	public List<String> phrases() {
		return List.of("%s左右");
	}

	@Override
	public Text toleranceWords(Text unit) {
		return Text.format("容差%s", "tolerance %s", Measurement.counted(this.tolerance, unit));
	}

	@Override
	public Goal at(BigDecimal number) {
		return new About(number, this.tolerance, this.direction);
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		return switch (this.direction) {
			case HIGHER -> Comparison.atLeast(actual, this.about, low());
			case LOWER -> Comparison.atMost(actual, this.about, high());
			case INSIDE -> (actual.compareTo(this.about) < 0) ? Comparison.atLeast(actual, this.about, low())
					: Comparison.atMost(actual, this.about, high());
		};
	}

	@Override
	public Text formula() {
		String number = Formula.number(this.about);
		String tolerance = Formula.number(this.tolerance);
		return switch (this.direction) {
			case HIGHER -> Formula.atLeast(number + " − " + tolerance);
			case LOWER -> Formula.atMost(number + " + " + tolerance);
			case INSIDE -> Text.format("|实际 − %1$s| ≤ %2$s 为达标；距达标线 = %2$s − |实际 − %1$s|",
					"met when |actual − %1$s| ≤ %2$s; margin = %2$s − |actual − %1$s|", number, tolerance);
		};
	}

	@Override
	public Text words(Text unit, Text operand) {
		return Text.format("%s%s左右", "about %s%s", Numbers.plain(this.about), unit);
	}

}
