package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/**
 * 左右: met within the tolerance on the bad side of the number, and anywhere on the good
 * one.
 */
public record About(BigDecimal about, BigDecimal tolerance, Direction direction) implements Goal {

	static final GoalKind KIND = new GoalKind("about", Set.of(Measure.GROWTH, Measure.RATIO, Measure.VALUE), true,
			(fields, direction) -> new About(fields.requiredNumber("about"), GoalKind.tolerance(fields), direction));

	@Override
	public Optional<BigDecimal> number() {
		return Optional.of(this.about);
	}

	@Override
	public List<BigDecimal> numbers() {
		return List.of(this.about, this.tolerance);
	}

	@Override
	public boolean hasTolerance() {
		return true;
	}

	@Override
	public Text toleranceWords(Text unit) {
		return Text.format("容差%s%s", "tolerance %s%s", Numbers.plain(this.tolerance), unit);
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		return switch (this.direction) {
			case HIGHER -> Comparison.atLeast(actual, this.about, this.about.subtract(this.tolerance));
			case LOWER -> Comparison.atMost(actual, this.about, this.about.add(this.tolerance));
		};
	}

	@Override
	public Text formula() {
		String line = Formula.number(this.about) + ((this.direction == Direction.HIGHER) ? " − " : " + ")
				+ Formula.number(this.tolerance);
		return (this.direction == Direction.HIGHER) ? Formula.atLeast(line) : Formula.atMost(line);
	}

	@Override
	public Text words(Text unit, Text operand) {
		return Text.format("%s%s左右", "about %s%s", Numbers.plain(this.about), unit);
	}

}
