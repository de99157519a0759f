package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.Set;

import org.targetmonitor.input.Text;

/**
 * 定性: 国际收支基本平衡, 持续改善. It is reported by a sentence and never judged, so it has no light
 * and is counted for itself.
 */
public record Statement() implements Goal {

	static final GoalKind KIND = new GoalKind("statement", Set.of(), GoalKind.EITHER, Direction.HIGHER,
			(fields, direction) -> {
				fields.requiredText("statement");
				return new Statement();
			});

	@Override
	public boolean judges() {
		return false;
	}

	@Override
	public boolean isMeasured() {
		return false;
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		throw new UnsupportedOperationException("what is stated is not judged");
	}

	@Override
	public Text formula() {
		return new Text("定性目标，不作评价", "qualitative, no verdict");
	}

	@Override
	public Text words(Text unit, Text operand) {
		return new Text("定性，只报情况", "qualitative, stated only");
	}

}
