package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.Set;

import org.targetmonitor.input.Text;

/** 监测: no verdict; the figures are kept and may serve as another target's operand. */
public record Monitored() implements Goal {

	static final GoalKind KIND = new GoalKind("none", Set.of(Measure.values()), GoalKind.EITHER, Direction.HIGHER,
			(fields, direction) -> {
				fields.requiredText("none");
				return new Monitored();
			});

	@Override
	public boolean judges() {
		return false;
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		throw new UnsupportedOperationException("what is only monitored is not judged");
	}

	@Override
	public Text formula() {
		return new Text("不作评价", "no verdict");
	}

	@Override
	public Text words(Text unit, Text operand) {
		return new Text("仅监测，不评价", "monitored only");
	}

}
