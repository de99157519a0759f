package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;

/** Which goals go with which measurement, of targets and of their parts. */
final class GoalRules {

	private static final BigDecimal ALL = BigDecimal.valueOf(100);

	private GoalRules() {
	}

	/**
	 * Of what is counted in percent done nothing is left after 100: a goal beyond cannot
	 * be met by any figure. Said where the target stands, also of its parts.
	 */
	static void refuseMoreThanAll(Plan plan, Map<String, Node.Mapping> definitions, List<Fault> faults) {
		Stream.concat(plan.targets().stream(), plan.parts().stream())
			.filter((target) -> target.measurement() != null && target.measurement().measure() == Measure.COMPLETION)
			.filter((target) -> target.goal().numbers().stream().anyMatch((number) -> number.compareTo(ALL) > 0))
			.forEach((target) -> faults.add(new Fault(line(definitions.get(target.indicator())), target.indicator(),
					"goal", "range", new Text("完成率最多为100%，目标不能大于100", "percent done ends at 100; so does its goal"))));
	}

	private static int line(Node.@Nullable Mapping definition) {
		return (definition != null) ? definition.line() : 0;
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
