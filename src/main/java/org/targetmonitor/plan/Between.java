package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/** 区间: met inside, edges included. */
public record Between(BigDecimal low, BigDecimal high) implements Goal {

	static final GoalKind KIND = new GoalKind("between", Set.of(Measure.GROWTH, Measure.RATIO, Measure.VALUE), true,
			(fields, direction) -> read(fields));

	private static Goal read(Fields fields) {
		List<BigDecimal> edges = fields.numbers("between");
		if (edges.size() != 2 || edges.get(0).compareTo(edges.get(1)) >= 0) {
			fields.fault("between", "interval",
					new Text("应为两个数[下限, 上限]，下限小于上限", "must be two numbers [low, high] with low below high"));
			return new Between(BigDecimal.ZERO, BigDecimal.ONE);
		}
		return new Between(edges.get(0), edges.get(1));
	}

	@Override
	public List<BigDecimal> numbers() {
		return List.of(this.low, this.high);
	}

	@Override
	public List<BigDecimal> edges() {
		return numbers();
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		BigDecimal aboveLow = actual.subtract(this.low);
		BigDecimal belowHigh = this.high.subtract(actual);
		BigDecimal margin = aboveLow.min(belowHigh);
		BigDecimal edge = (aboveLow.compareTo(belowHigh) <= 0) ? this.low : this.high;
		boolean met = margin.signum() >= 0;
		return new Comparison(edge, met ? BigDecimal.ZERO : actual.subtract(edge), edge, margin, met);
	}

	@Override
	public Text formula() {
		return Text.format("%1$s ≤ 实际 ≤ %2$s 为达标；距达标线 = min(实际 − %1$s, %2$s − 实际)",
				"met when %1$s ≤ actual ≤ %2$s; margin = min(actual − %1$s, %2$s − actual)", Formula.number(this.low),
				Formula.number(this.high));
	}

	@Override
	public Text words(Text unit, Text operand) {
		return Text.format("%s%s至%s%s之间", "between %s%s and %s%s", Numbers.plain(this.low), unit,
				Numbers.plain(this.high), unit);
	}

}
