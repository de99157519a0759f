package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/** 力争: judged against the number; falling short of a stretch is no failure. */
public record Stretch(BigDecimal stretch) implements Goal {

	static final GoalKind KIND = new GoalKind("stretch",
			Set.of(Measure.GROWTH, Measure.RATIO, Measure.VALUE, Measure.LEVEL),
			(fields, direction) -> new Stretch(fields.requiredNumber("stretch")));

	@Override
	public Optional<BigDecimal> number() {
		return Optional.of(this.stretch);
	}

	@Override
	public boolean isNeverRed() {
		return true;
	}

	@Override
	public Goal at(BigDecimal number) {
		return new Stretch(number);
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		return Comparison.atLeast(actual, this.stretch, this.stretch);
	}

	@Override
	public Text formula() {
		return Formula.atLeast(Formula.number(this.stretch));
	}

	@Override
	public List<String> phrases() {
		return List.of("力争达到%s", "力争%s");
	}

	@Override
	public Text words(Text unit, Text operand) {
		return Text.format("力争%s%s", "stretch of %s%s", Numbers.plain(this.stretch), unit);
	}

}
