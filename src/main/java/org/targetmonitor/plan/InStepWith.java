package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/**
 * 基本同步: met when not slower than another indicator by more than the tolerance, or than
 * the elasticity allows. The line is operand − tolerance, or operand − (1 − elasticity) ×
 * |operand|, and is not rounded.
 *
 * @param other the other operand
 * @param elasticity null where a tolerance is given
 * @param tolerance 0 where an elasticity is given; both are refused
 */
public record InStepWith(String other, @Nullable BigDecimal elasticity, BigDecimal tolerance) implements Goal {

	static final GoalKind KIND = new GoalKind("in-step-with", Set.of(Measure.GROWTH, Measure.RATIO, Measure.VALUE),
			(fields, direction) -> read(fields));

	public InStepWith {
		if (elasticity != null && tolerance.signum() != 0) {
			throw new IllegalArgumentException("either a tolerance or an elasticity");
		}
	}

	private static Goal read(Fields fields) {
		String other = OtherArea.read(fields, "in-step-with");
		Optional<BigDecimal> elasticity = fields.number("elasticity");
		if (elasticity.isPresent() == fields.has("tolerance")) {
			fields.number("tolerance");
			fields.fault("in-step-with", "choice", new Text("应填 tolerance（容差）或 elasticity（弹性系数）其中一项",
					"must have either tolerance or elasticity beside it"));
			return within(other, BigDecimal.ZERO);
		}
		if (elasticity.filter((factor) -> factor.signum() <= 0).isPresent()) {
			fields.fault("elasticity", "range", new Text("弹性系数应大于0", "an elasticity is above 0"));
		}
		return elasticity.map((factor) -> new InStepWith(other, factor, BigDecimal.ZERO))
			.orElseGet(() -> within(other, GoalKind.tolerance(fields)));
	}

	/** With a tolerance, in the operands' unit. */
	static InStepWith within(String other, BigDecimal tolerance) {
		return new InStepWith(other, null, tolerance);
	}

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
	public Text toleranceName() {
		return (this.elasticity != null) ? new Text("弹性系数", "the elasticity") : Goal.super.toleranceName();
	}

	@Override
	public Text toleranceWords(Text unit) {
		return (this.elasticity != null) ? Text.format("弹性系数%s", "elasticity %s", Numbers.plain(this.elasticity))
				: Text.format("容差%s", "tolerance %s", Measurement.counted(this.tolerance, unit));
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		BigDecimal below = (this.elasticity != null) ? BigDecimal.ONE.subtract(this.elasticity).multiply(operand.abs())
				: this.tolerance;
		return Comparison.atLeast(actual, operand, operand.subtract(below));
	}

	@Override
	public Text formula() {
		return (this.elasticity != null) ? Text.format(
				"实际 ≥ 对照 − (1 − %1$s) × |对照| 为达标；距达标线 = 实际 − (对照 − (1 − %1$s) × |对照|)",
				"met when actual ≥ other − (1 − %1$s) × |other|; margin = actual − (other − (1 − %1$s) × |other|)",
				Formula.number(this.elasticity))
				: Text.format("实际 ≥ 对照 − %1$s 为达标；距达标线 = 实际 − (对照 − %1$s)",
						"met when actual ≥ other − %1$s; margin = actual − (other − %1$s)",
						Formula.number(this.tolerance));
	}

	@Override
	public Text words(Text unit, Text operand) {
		return Text.format("与%s基本同步", "in step with %s", operand);
	}

}
