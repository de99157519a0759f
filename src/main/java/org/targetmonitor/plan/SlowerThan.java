package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/**
 * 低于, 慢于: one indicator strictly below another (价格涨幅低于全国); equality is a margin of 0 and
 * not met. With an offset (低于全省1个百分点) it is met from that much below on.
 *
 * @param of the indicator that is judged; null for the target's own figures
 * @param other the other operand, of the plan or another area's
 * @param by how much below at least; null for any bit
 */
public record SlowerThan(@Nullable String of, String other, @Nullable BigDecimal by) implements Goal {

	static final GoalKind KIND = new GoalKind("slower-than", Set.of(Measure.GROWTH, Measure.RATIO, Measure.VALUE),
			GoalKind.EITHER, Direction.HIGHER, (fields, direction) -> read(fields));

	private static Goal read(Fields fields) {
		String of = fields.has("of") ? fields.requiredText("of") : null;
		Optional<BigDecimal> by = fields.number("by");
		if (by.filter((number) -> number.signum() <= 0).isPresent()) {
			fields.fault("by", "range", new Text("低于的幅度应大于0", "is above 0"));
		}
		return new SlowerThan(of, OtherArea.read(fields, "slower-than"), by.orElse(null));
	}

	@Override
	public String subject(String own) {
		return Objects.requireNonNullElse(this.of, own);
	}

	@Override
	public Optional<String> operand() {
		return Optional.of(this.other);
	}

	@Override
	public boolean hasOwnFigures() {
		return this.of == null;
	}

	@Override
	public boolean isCeiling() {
		return true;
	}

	@Override
	public List<BigDecimal> numbers() {
		return (this.by != null) ? List.of(this.by) : List.of();
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		return (this.by != null) ? Comparison.atMost(actual, operand, operand.subtract(this.by))
				: Comparison.below(actual, operand);
	}

	@Override
	public Optional<Text> offsetWords(Text unit) {
		return Optional.ofNullable(this.by)
			.map((least) -> Text.format("应低%s%s", "asked for are %s%s below", Numbers.plain(least), unit));
	}

	@Override
	public Text formula() {
		return (this.by != null)
				? Text.format("实际 ≤ 对照 − %1$s 为达标；距达标线 = (对照 − %1$s) − 实际",
						"met when actual ≤ other − %1$s; margin = (other − %1$s) − actual", Formula.number(this.by))
				: new Text("实际 < 对照 为达标；距达标线 = 对照 − 实际，相等为0、不算达标",
						"met when actual < other; margin = other − actual, where equality is 0 and not met");
	}

	@Override
	public Text words(Text unit, Text operand) {
		return (this.by != null)
				? Text.format("低于%1$s%2$s", "at least %2$s below %1$s", operand,
						Measurement.counted(this.by, Measurement.differenceUnit(unit)))
				: Text.format("低于%s", "below %s", operand);
	}

}
