package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.function.Predicate;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Text;

/** Which goals go with which measurement, of targets and of their parts. */
final class GoalRules {

	private GoalRules() {
	}

	/** Says at {@code goal} what of it does not go with the measurement. */
	static void check(Fields fields, GoalKind kind, Goal goal, Measurement measurement) {
		if (!kind.measures().contains(measurement.measure())) {
			fields.fault("goal", "measure",
					Text.format("目标类型 %s 不能用于%s(%s)", "a goal %s does not go with measure %2$s (%3$s)", kind.key(),
							measurement.measure().words(), measurement.measure().key()));
		}
		Predicate<BigDecimal> tooFine = (number) -> number.stripTrailingZeros().scale() > measurement.decimals();
		if (goal.numbers().stream().anyMatch(tooFine)) {
			fields.fault("goal", "decimals", Text.format("目标的小数位多于指标公布的%d位",
					"the goal has more decimals than the %d the indicator is published with", measurement.decimals()));
		}
		boolean needsPositive = measurement.measure().accumulatesOverYear();
		if (needsPositive && goal.number().filter((number) -> number.signum() <= 0).isPresent()) {
			fields.fault("goal", "positive",
					Text.format("%s的目标应大于0", "the goal of a %s must be above 0", measurement.measure().words()));
		}
	}

}
