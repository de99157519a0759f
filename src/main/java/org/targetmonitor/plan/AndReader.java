package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;

/**
 * Reads a second condition: on the indicator's own value ({@code and: {at-most: 3}}), or
 * on the level beside it ({@code and: {level: {above: 10000}}}).
 */
final class AndReader {

	static final String AND = "and";

	private static final String LEVEL = "level";

	private static final int MOST_DECIMALS = 6;

	private static final Map<String, Direction> DIRECTIONS = Fields.byKey(Direction.values(), Direction::key);

	private final List<Fault> faults;

	private final TermsReader terms;

	AndReader(List<Fault> faults, TermsReader terms) {
		this.faults = faults;
		this.terms = terms;
	}

	/**
	 * Reads it where there is one.
	 * @param first the first condition
	 * @param measurement how the indicator is measured; null where it has no figures
	 * @return null without one, and where it cannot be read
	 */
	@Nullable And read(Fields target, Goal first, @Nullable Measurement measurement) {
		Node node = target.node(AND).orElse(null);
		if (node == null) {
			return null;
		}
		if (measurement == null || !first.judges() || !first.hasOwnFigures()) {
			target.fault(AND, "goal", new Text("第二项条件只用于有自己的数据、作评价的指标",
					"a second condition is for an indicator with figures of its own that is judged"));
			return null;
		}
		int before = this.faults.size();
		And read = (node instanceof Node.Mapping written && written.entries().containsKey(LEVEL))
				? onLevel(target, Fields.of(written, target.subject(), AND, this.faults), measurement)
				: onValue(target, GoalKind.mapping(node), first, measurement);
		return (before == this.faults.size()) ? read : null;
	}

	private @Nullable And onLevel(Fields target, Fields given, Measurement measurement) {
		int decimals = given.whole("decimals", 0, MOST_DECIMALS).orElse(Measurement.LEVEL_DECIMALS);
		Optional<BigDecimal> band = laggingBelow(given);
		Optional<Direction> direction = given.choice("direction", DIRECTIONS);
		Node path = given.node(TermsReader.PATH).orElse(null);
		Node written = given.requiredNode(LEVEL).orElseThrow();
		given.refuseOthers();
		String unit = measurement.levelUnit();
		if (measurement.measure() != Measure.GROWTH) {
			target.fault(AND, "measure", Text.format("level 是增速之外另报的总量；%s的第二项条件直接写，如 and: {at-most: 3}",
					"level is what is reported beside a growth rate; of a %s write the condition itself, as in and: {at-most: 3}",
					measurement.measure().words()));
			return null;
		}
		if (unit == null) {
			target.fault(AND, "level-unit", new Text("总量的条件须注明总量单位，如 level-unit: 亿元",
					"a condition on the level needs its unit, as in level-unit: 亿元"));
			return null;
		}
		Measurement level = measurement.level(unit, decimals);
		return and(target, GoalKind.mapping(written), direction, level, band, path);
	}

	private @Nullable And onValue(Fields target, Node.Mapping written, Goal first, Measurement measurement) {
		Fields given = Fields.of(written, target.subject(), AND, this.faults);
		And and = and(target, written.without("lagging-below").without("direction").without(TermsReader.PATH),
				given.choice("direction", DIRECTIONS), measurement, laggingBelow(given),
				given.node(TermsReader.PATH).orElse(null));
		if (and == null) {
			return null;
		}
		if (!first.asksOtherThan(and.goal())) {
			target.fault(AND, "twice", new Text("两项条件相同", "both conditions are the same"));
		}
		else if (areTwoSteps(first, and.goal())) {
			target.fault(AND, "then", (measurement.measure() == Measure.GROWTH) ? new Text(
					"同一增速、同一方向的两个数是两步目标，请写 then；第二个数说的是总量的（如突破1万亿元），请写 and: {level: {above: 10000}}",
					"two numbers on the same rate and the same side are two steps: write then; where the second one is of the level (beyond 1 trillion), write and: {level: {above: 10000}}")
					: new Text("同一数值、同一方向的两个数是两步目标，请写 then",
							"two numbers on the same value and the same side are two steps: write then"));
		}
		else if (contradict(first, and.goal())) {
			target.fault(AND, "range", new Text("没有数值能同时满足两项条件", "no value meets both conditions"));
		}
		return and;
	}

	private @Nullable And and(Fields target, Node.Mapping written, Optional<Direction> said, Measurement measurement,
			Optional<BigDecimal> band, @Nullable Node path) {
		GoalKind kind = GoalKind.of(written).orElse(null);
		if (kind == null || GoalKind.isAmbiguous(written)) {
			target.fault(AND, "goal", new Text("第二项条件应如 and: {at-most: 3} 或 and: {level: {above: 10000}}",
					"a second condition is written as and: {at-most: 3} or and: {level: {above: 10000}}"));
			return null;
		}
		int before = this.faults.size();
		Direction direction = said.orElse(kind.unsaid());
		Goal goal = kind.read(target.within(written), direction);
		if (before != this.faults.size()) {
			return null;
		}
		if (!goal.judges() || !goal.hasOwnFigures() || !kind.directions().contains(direction)) {
			target.fault(AND, "goal", new Text("第二项条件应是本指标的一个可评价的条件",
					"a second condition is one on the indicator itself that can be judged"));
			return null;
		}
		if (measurement.beside() && goal.operand().isPresent()) {
			target.fault(AND, "goal", new Text("总量的条件应是一个数", "a condition on the level is a number"));
			return null;
		}
		if (goal.needsDirection() && said.isEmpty()) {
			target.fault(AND, "direction",
					new Text("区间须在 and 内注明方向（direction）", "an interval says within and which way is good (direction)"));
		}
		GoalRules.check(target, kind, goal, measurement);
		return new And(goal, measurement,
				band.orElseGet(() -> measurement.measure().defaultLaggingBelow(measurement.decimals())),
				(measurement.beside() || path != null) ? this.terms.path(target, path, goal, measurement) : null);
	}

	private static Optional<BigDecimal> laggingBelow(Fields given) {
		Optional<BigDecimal> band = given.number("lagging-below");
		if (band.filter((number) -> number.signum() >= 0).isPresent()) {
			given.fault("lagging-below", "range", new Text("滞后界限应小于0", "must be below 0"));
		}
		return band;
	}

	/** Both are numbers to be passed on the same side. */
	private static boolean areTwoSteps(Goal first, Goal second) {
		return isOneNumber(first) && isOneNumber(second) && first.isCeiling() == second.isCeiling();
	}

	private static boolean contradict(Goal first, Goal second) {
		if (!isOneNumber(first) || !isOneNumber(second)) {
			return false;
		}
		BigDecimal floor = (first.isCeiling() ? second : first).line().orElseThrow();
		BigDecimal ceiling = (first.isCeiling() ? first : second).line().orElseThrow();
		int order = floor.compareTo(ceiling);
		return order > 0 || (order == 0 && (first.isStrict() || second.isStrict()));
	}

	private static boolean isOneNumber(Goal goal) {
		return goal.line().isPresent() && !goal.isShutOnBothSides();
	}

}
