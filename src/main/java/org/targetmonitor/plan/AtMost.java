package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/** 不高于: met at the number and below it. */
public record AtMost(BigDecimal most) implements Goal {

	static final GoalKind KIND = new GoalKind("at-most",
			Set.of(Measure.GROWTH, Measure.RATIO, Measure.VALUE, Measure.LEVEL, Measure.RANK), GoalKind.EITHER,
			Direction.HIGHER, (fields, direction) -> new AtMost(fields.requiredNumber("at-most")));

	/** A rank is said as such. */
	private static final Set<String> PLACES = Set.of("位", "名");

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
	public List<String> phrases() {
		return List.of("%s以内", "%s以下", "%s及以下", "不高于%s", "不超过%s");
	}

	@Override
	public Text words(Text unit, Text operand) {
		if (PLACES.contains(unit.zh())) {
			return Text.format("前%s%s", "among the first %s", Numbers.plain(this.most), unit);
		}
		return Text.format("不高于%s%s", "at most %s%s", Numbers.plain(this.most), unit);
	}

}
