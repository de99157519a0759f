package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/**
 * 区间: open on the good side, so that a growth aimed at 6.5 to 7.0 is met at 8.0 as well;
 * {@link Direction#INSIDE} is shut on both. Edges are included.
 */
public record Between(BigDecimal low, BigDecimal high, Direction direction) implements Goal {

	static final GoalKind KIND = new GoalKind("between", Set.of(Measure.GROWTH, Measure.RATIO, Measure.VALUE),
			Set.of(Direction.values()), Direction.INSIDE, Between::read);

	private static Goal read(Fields fields, Direction direction) {
		List<BigDecimal> edges = fields.numbers("between");
		if (edges.size() != 2 || edges.get(0).compareTo(edges.get(1)) >= 0) {
			fields.fault("between", "interval",
					new Text("应为两个数[下限, 上限]，下限小于上限", "must be two numbers [low, high] with low below high"));
			return new Between(BigDecimal.ZERO, BigDecimal.ONE, direction);
		}
		return new Between(edges.get(0), edges.get(1), direction);
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
	public boolean isShutOnBothSides() {
		return this.direction == Direction.INSIDE;
	}

	@Override
	public boolean needsDirection() {
		return true;
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		BigDecimal aboveLow = actual.subtract(this.low);
		BigDecimal belowHigh = this.high.subtract(actual);
		BigDecimal line = switch (this.direction) {
			case HIGHER -> this.low;
			case LOWER -> this.high;
			case INSIDE -> (aboveLow.compareTo(belowHigh) <= 0) ? this.low : this.high;
		};
		BigDecimal margin = switch (this.direction) {
			case HIGHER -> aboveLow;
			case LOWER -> belowHigh;
			case INSIDE -> aboveLow.min(belowHigh);
		};
		BigDecimal edge = nearest(actual).orElse(line);
		boolean outside = aboveLow.signum() < 0 || belowHigh.signum() < 0;
		return new Comparison(edge, outside ? actual.subtract(edge) : BigDecimal.ZERO, line, margin,
				margin.signum() >= 0);
	}

	/** The edge that was passed, on whichever side. */
	private Optional<BigDecimal> nearest(BigDecimal actual) {
		if (actual.compareTo(this.low) < 0) {
			return Optional.of(this.low);
		}
		return (actual.compareTo(this.high) > 0) ? Optional.of(this.high) : Optional.empty();
	}

	@Override
	public Optional<Text> passed(BigDecimal actual, Function<BigDecimal, Text> amount) {
		boolean low = actual.compareTo(this.low) < 0;
		return nearest(actual).map((edge) -> Text.format(low ? "预期区间下限（%s）" : "预期区间上限（%s）",
				low ? "the expected range's lower edge (%s)" : "the expected range's upper edge (%s)",
				amount.apply(edge)));
	}

	@Override
	public Text formula() {
		return switch (this.direction) {
			case HIGHER -> Formula.atLeast(Formula.number(this.low));
			case LOWER -> Formula.atMost(Formula.number(this.high));
			case INSIDE -> Text.format("%1$s ≤ 实际 ≤ %2$s 为达标；距达标线 = min(实际 − %1$s, %2$s − 实际)",
					"met when %1$s ≤ actual ≤ %2$s; margin = min(actual − %1$s, %2$s − actual)",
					Formula.number(this.low), Formula.number(this.high));
		};
	}

	@Override
	public Text words(Text unit, Text operand) {
		return Text.format("%s%s至%s%s之间", "between %s%s and %s%s", Numbers.plain(this.low), unit,
				Numbers.plain(this.high), unit);
	}

	/** The smaller decrease first: 下降3%至4%之间. */
	@Override
	public Text growthWords(Text unit, Text operand) {
		String low = Numbers.plain(this.low.abs());
		String high = Numbers.plain(this.high.abs());
		if (this.low.signum() >= 0) {
			return words(unit, operand);
		}
		return switch (this.high.signum()) {
			case -1 -> Text.format("下降%s%s至%s%s之间", "a fall of between %s%s and %s%s", high, unit, low, unit);
			case 0 -> Text.format("下降%s%s至持平之间", "between a fall of %s%s and no change", low, unit);
			default ->
				Text.format("下降%s%s至增长%s%s之间", "between a fall of %s%s and a rise of %s%s", low, unit, high, unit);
		};
	}

}
