package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/** 突破, 正增长: met strictly above the number; equality is a margin of 0 and not met. */
public record Above(BigDecimal floor) implements Goal {

	static final GoalKind KIND = new GoalKind("above",
			Set.of(Measure.GROWTH, Measure.RATIO, Measure.VALUE, Measure.LEVEL),
			(fields, direction) -> new Above(fields.requiredNumber("above")));

	@Override
	public Optional<BigDecimal> number() {
		return Optional.of(this.floor);
	}

	@Override
	public boolean isStrict() {
		return true;
	}

	@Override
	public Goal at(BigDecimal number) {
		return new Above(number);
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		return Comparison.above(actual, this.floor);
	}

	@Override
	public Text formula() {
		return Formula.above(Formula.number(this.floor));
	}

	@Override
	public List<String> phrases() {
		return List.of("突破%s", "超过%s", "高于%s", "大于%s");
	}

	@Override
	public Text words(Text unit, Text operand) {
		return Measurement.isPlaces(unit) ? Text.format("第%s%s之后", "behind place %s", Numbers.plain(this.floor), unit)
				: Text.format("高于%s%s", "above %s%s", Numbers.plain(this.floor), unit);
	}

	@Override
	public Text growthWords(Text unit, Text operand) {
		return (this.floor.signum() < 0)
				? Text.format("降幅小于%s%s", "a fall of less than %s%s", Numbers.plain(this.floor.abs()), unit)
				: words(unit, operand);
	}

}
