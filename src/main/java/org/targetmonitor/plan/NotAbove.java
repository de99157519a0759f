package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Text;

/**
 * 不高于另一项: an indicator at another one or below it, its own or another area's (不高于全国).
 * Also written {@code at-most} with an operand in place of the number.
 *
 * @param other the other operand
 */
public record NotAbove(String other) implements Goal {

	static final GoalKind KIND = new GoalKind("not-above", Set.of(Measure.GROWTH, Measure.RATIO, Measure.VALUE),
			GoalKind.EITHER, Direction.HIGHER, (fields, direction) -> read(fields, "not-above"));

	static Goal read(Fields fields, String key) {
		return new NotAbove(OtherArea.read(fields, key));
	}

	@Override
	public Optional<String> operand() {
		return Optional.of(this.other);
	}

	@Override
	public boolean isCeiling() {
		return true;
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		return Comparison.atMost(actual, operand, operand);
	}

	@Override
	public Text formula() {
		return new Text("实际 ≤ 对照 为达标；距达标线 = 对照 − 实际", "met when actual ≤ other; margin = other − actual");
	}

	@Override
	public Text words(Text unit, Text operand) {
		return Text.format("不高于%s", "not above %s", operand);
	}

}
