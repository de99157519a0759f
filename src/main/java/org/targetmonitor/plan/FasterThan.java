package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

import org.targetmonitor.input.Text;

/** 快于: one indicator strictly above another; equality is a margin of 0 and not met. */
public record FasterThan(String of, String other) implements Goal {

	static final GoalKind KIND = new GoalKind("faster-than", Set.of(),
			(fields, direction) -> new FasterThan(fields.requiredText("of"), fields.requiredText("faster-than")));

	@Override
	public String subject(String own) {
		return this.of;
	}

	@Override
	public Optional<String> operand() {
		return Optional.of(this.other);
	}

	@Override
	public boolean hasOwnFigures() {
		return false;
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		return Comparison.above(actual, operand);
	}

	@Override
	public Text formula() {
		return new Text("实际 > 对照 为达标；距达标线 = 实际 − 对照，相等为0、不算达标",
				"met when actual > other; margin = actual − other, where equality is 0 and not met");
	}

	@Override
	public Text words(Text unit, Text operand) {
		return Text.format("快于%s", "faster than %s", operand);
	}

}
