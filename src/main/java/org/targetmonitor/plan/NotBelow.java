package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Text;

/**
 * 不低于另一项: an indicator at another one or above it, its own or another area's (不低于全省).
 * Also written {@code at-least} with an operand in place of the number.
 *
 * @param other the other operand
 */
public record NotBelow(String other) implements Goal {

	static final GoalKind KIND = new GoalKind("not-below", Set.of(Measure.GROWTH, Measure.RATIO, Measure.VALUE),
			(fields, direction) -> read(fields, "not-below"));

	static Goal read(Fields fields, String key) {
		return new NotBelow(OtherArea.read(fields, key));
	}

	@Override
	public Optional<String> operand() {
		return Optional.of(this.other);
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		return Comparison.atLeast(actual, operand, operand);
	}

	@Override
	public Text formula() {
		return new Text("实际 ≥ 对照 为达标；距达标线 = 实际 − 对照", "met when actual ≥ other; margin = actual − other");
	}

	@Override
	public Text words(Text unit, Text operand) {
		return Text.format("不低于%s", "not below %s", operand);
	}

}
