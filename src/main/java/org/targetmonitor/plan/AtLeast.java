package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/** 不低于: met at the number and above it. */
public record AtLeast(BigDecimal least) implements Goal {

	static final GoalKind KIND = new GoalKind("at-least",
			Set.of(Measure.GROWTH, Measure.RATIO, Measure.VALUE, Measure.LEVEL, Measure.RANK),
			(fields, direction) -> read(fields));

	/** In place of the number there may be an operand. */
	private static Goal read(Fields fields) {
		boolean operand = fields.node("at-least").filter(Node.Mapping.class::isInstance).isPresent();
		return operand ? NotBelow.read(fields, "at-least") : new AtLeast(fields.requiredNumber("at-least"));
	}

	@Override
	public Optional<BigDecimal> number() {
		return Optional.of(this.least);
	}

	@Override
	public Goal at(BigDecimal number) {
		return new AtLeast(number);
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		return Comparison.atLeast(actual, this.least, this.least);
	}

	@Override
	public Text formula() {
		return Formula.atLeast(Formula.number(this.least));
	}

	@Override
	public boolean mayBeSaidBare() {
		return true;
	}

	@Override
	public List<String> phrases() {
		return List.of("%s以上", "%s及以上", "不低于%s", "不少于%s", "达到%s");
	}

	@Override
	public Text words(Text unit, Text operand) {
		return Measurement.isPlaces(unit)
				? Text.format("第%s%s及以后", "place %s or behind it", Numbers.plain(this.least), unit)
				: Text.format("不低于%s%s", "at least %s%s", Numbers.plain(this.least), unit);
	}

}
