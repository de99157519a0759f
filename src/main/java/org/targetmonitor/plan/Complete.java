package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/** 完成: percent done reaches the number; then it is achieved at once. */
public record Complete(BigDecimal percent) implements Goal {

	static final GoalKind KIND = new GoalKind("complete", Set.of(Measure.COMPLETION),
			(fields, direction) -> new Complete(fields.requiredNumber("complete")));

	@Override
	public Optional<BigDecimal> number() {
		return Optional.of(this.percent);
	}

	@Override
	public boolean isFinalOnceMet() {
		return true;
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		return Comparison.atLeast(actual, this.percent, this.percent);
	}

	@Override
	public Text formula() {
		return Formula.atLeast(Formula.number(this.percent));
	}

	@Override
	public Text words(Text unit, Text operand) {
		return Text.format("完成%s%s", "%s%s done", Numbers.plain(this.percent), unit);
	}

}
