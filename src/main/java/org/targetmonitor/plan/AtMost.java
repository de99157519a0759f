package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/** 不高于: met at the number and below it. */
public record AtMost(BigDecimal most) implements Goal {

	static final GoalKind KIND = new GoalKind("at-most",
			Set.of(Measure.GROWTH, Measure.RATIO, Measure.VALUE, Measure.LEVEL, Measure.RANK), GoalKind.EITHER,
			Direction.HIGHER, (fields, direction) -> read(fields));

	/** In place of the number there may be an operand. */
	private static Goal read(Fields fields) {
		boolean operand = fields.node("at-most").filter(Node.Mapping.class::isInstance).isPresent();
		return operand ? NotAbove.read(fields, "at-most") : new AtMost(fields.requiredNumber("at-most"));
	}

	@Override
	public Optional<BigDecimal> number() {
		return Optional.of(this.most);
	}

	@Override
	public Goal at(BigDecimal number) {
		return new AtMost(number);
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		return Comparison.atMost(actual, this.most, this.most);
	}

	@Override
	public boolean isCeiling() {
		return true;
	}

	@Override
	public Text formula() {
		return Formula.atMost(Formula.number(this.most));
	}

	@Override
	public boolean mayBeSaidBare() {
		return true;
	}

	@Override
	public List<String> phrases() {
		return List.of("%s以内", "%s以下", "%s及以下", "不高于%s", "不超过%s");
	}

	@Override
	public Text words(Text unit, Text operand) {
		if (Measurement.isPlaces(unit)) {
			return (this.most.compareTo(BigDecimal.ONE) == 0) ? Text.format("第1%s", "first place", unit)
					: Text.format("前%s%s", "among the first %s", Numbers.plain(this.most), unit);
		}
		if (isNone() && !unit.zh().equals("%")) {
			return new Text("零", "none");
		}
		return Text.format("不高于%s%s", "at most %s%s", Numbers.plain(this.most), unit);
	}

}
