package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/** 基本同步: met when not slower than another indicator by more than the tolerance. */
public record InStepWith(String other, BigDecimal tolerance) implements Goal {

	static final GoalKind KIND = new GoalKind("in-step-with", Set.of(Measure.GROWTH, Measure.RATIO, Measure.VALUE),
			false,
			(fields, direction) -> new InStepWith(fields.requiredText("in-step-with"), GoalKind.tolerance(fields)));

	@Override
	public List<BigDecimal> numbers() {
		return List.of(this.tolerance);
	}

	@Override
	public Optional<String> operand() {
		return Optional.of(this.other);
	}

	@Override
	public boolean hasTolerance() {
		return true;
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		return Comparison.atLeast(actual, operand, operand.subtract(this.tolerance));
	}

	@Override
	public Text formula() {
		return Text.format("实际 ≥ 对照 − %1$s 为达标；距达标线 = 实际 − (对照 − %1$s)",
				"met when actual ≥ other − %1$s; margin = actual − (other − %1$s)", Formula.number(this.tolerance));
	}

	@Override
	public Text words(Text unit, Text operand) {
		return Text.format("与%s基本同步", "in step with %s", operand);
	}

}
