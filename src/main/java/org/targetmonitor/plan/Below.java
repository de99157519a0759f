package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/** 小于: met strictly below the number; equality is a margin of 0 and not met. */
public record Below(BigDecimal ceiling) implements Goal {

	static final GoalKind KIND = new GoalKind("below",
			Set.of(Measure.GROWTH, Measure.RATIO, Measure.VALUE, Measure.LEVEL, Measure.RANK), GoalKind.EITHER,
			Direction.HIGHER, (fields, direction) -> new Below(fields.requiredNumber("below")));

	@Override
	public Optional<BigDecimal> number() {
		return Optional.of(this.ceiling);
	}

	@Override
	public boolean isStrict() {
		return true;
	}

	@Override
	public boolean isCeiling() {
		return true;
	}

	@Override
	public Goal at(BigDecimal number) {
		return new Below(number);
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		return Comparison.below(actual, this.ceiling);
	}

	@Override
	public Text formula() {
		return Formula.below(Formula.number(this.ceiling));
	}

	@Override
	public List<String> phrases() {
		return List.of("小于%s", "低于%s", "少于%s", "%s以下");
	}

	@Override
	public Text words(Text unit, Text operand) {
		return Measurement.isPlaces(unit)
				? Text.format("第%s%s之前", "ahead of place %s", Numbers.plain(this.ceiling), unit)
				: Text.format("低于%s%s", "below %s%s", Numbers.plain(this.ceiling), unit);
	}

	@Override
	public Text growthWords(Text unit, Text operand) {
		return (this.ceiling.signum() < 0)
				? Text.format("降幅大于%s%s", "a fall of more than %s%s", Numbers.plain(this.ceiling.abs()), unit)
				: words(unit, operand);
	}

}
