package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Subject;
import org.targetmonitor.input.Text;

/** Which goals go with which measurement, of targets and of their parts. */
final class GoalRules {

	private static final BigDecimal ALL = BigDecimal.valueOf(100);

	private static final List<String> MEASURING = List.of("measure", "unit", "decimals", "accumulates", "prices", "per",
			"scope", "level-unit", "status-words", "part-of", "quotient-of");

	private static final List<String> REPORTING = List.of("reported", "periods", "due", "early");

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

	/**
	 * An interval may be open above, below or on neither side: a report's 6.5%—7.0% is
	 * exceeded gladly, a rise of prices of 2% to 3% is not.
	 */
	static void askForDirection(Plan plan, Map<String, Node.Mapping> definitions, List<Fault> faults) {
		plan.targets()
			.stream()
			.filter((target) -> target.goal().needsDirection())
			.map((target) -> definitions.get(target.indicator()))
			.filter((definition) -> definition != null && !definition.entries().containsKey("direction"))
			.forEach((definition) -> faults
				.add(new Fault(line(definition), indicator(definition), "direction", "required", new Text(
						"区间目标须注明方向：direction: higher（越高越好，超过上限也算达标）、lower（越低越好，低于下限也算达标）或 inside（须在区间内）",
						"an interval says which way is good: direction: higher (beyond the upper edge is met as well), lower (below the lower edge too) or inside"))));
	}

	/** Words and goal of a plan that comes in say the same. */
	static void askForWords(Plan plan, Map<String, Node.Mapping> definitions, List<Fault> faults) {
		plan.targets()
			.stream()
			.flatMap((target) -> Stream.concat(Stream.of(target), target.other().stream()))
			.forEach(
					(target) -> WordingRules.disagreement(target, has(definitions.get(target.indicator()), "direction"))
						.ifPresent((reason) -> faults.add(new Fault(line(definitions.get(target.indicator())),
								target.indicator(), "goal", "wording", reason))));
	}

	private static boolean has(Node.@Nullable Mapping definition, String key) {
		return definition != null && definition.entries().containsKey(key);
	}

	private static String indicator(Node.Mapping definition) {
		return (definition.entries().get("indicator") instanceof Node.Scalar code) ? code.text() : "";
	}

	private static int line(Node.@Nullable Mapping definition) {
		return (definition != null) ? definition.line() : 0;
	}

	/**
	 * What follows from one mistake is no other one: where a goal does not go with its
	 * measure, its decimals, its direction and what it is held against wait.
	 */
	static List<Fault> withoutConsequences(List<Fault> faults) {
		Set<Subject> unfit = new HashSet<>();
		List<Fault> own = new ArrayList<>();
		for (Fault fault : faults) {
			boolean follows = unfit.contains(fault.subject()) && Set.of("goal", "direction").contains(fault.field());
			if (!follows) {
				own.add(fault);
			}
			if (fault.field().equals("goal") && fault.rule().equals("measure") && !fault.subject().isNone()) {
				unfit.add(fault.subject());
			}
		}
		return own;
	}

	/** One fault for all that a target says of figures that it does not have. */
	static void refuseMeasurement(Fields fields, Goal goal) {
		List<String> said = Stream
			.concat(MEASURING.stream(), goal.hasOwnFigures() ? Stream.empty() : REPORTING.stream())
			.filter(fields::has)
			.toList();
		said.forEach(fields::node);
		if (!said.isEmpty()) {
			fields.fault(said.getFirst(), "unknown-key",
					Text.format("%s，请删去：%s", "%s; leave these out: %s",
							goal.hasOwnFigures() ? new Text("定性目标只报情况，没有计量方式", "a statement has no measure")
									: new Text("此目标没有自己的数据，不写计量方式和报送频率",
											"the target has no figures of its own, so neither measure nor reporting"),
							String.join("、", said)));
		}
	}

	/** What is written in its place. */
	private static Text instead(Goal goal, Measure measure) {
		if (goal.edges().size() == 2 && measure == Measure.LEVEL) {
			return Text.format("；区间请写 goal: {at-least: %1$s}，并另起一项 and: {at-most: %2$s}",
					"; write a range as goal: {at-least: %1$s} and beside it and: {at-most: %2$s}",
					Numbers.plain(goal.edges().getFirst()), Numbers.plain(goal.edges().getLast()));
		}
		return switch (measure) {
			case COMPLETION -> new Text("；请写 complete，如 complete: 100", "; write complete, as in complete: 100");
			case RANK ->
				new Text("；请写 at-most，如前3位写 at-most: 3", "; write at-most, as in at-most: 3 for the first three");
			case GROWTH, RATIO, VALUE, LEVEL -> goal.isFinalOnceMet()
					? new Text("；完成率之外请写 at-least", "; of what is no percent done write at-least") : Text.same("");
		};
	}

	/** Says at {@code goal} what of it does not go with the measurement. */
	static void check(Fields fields, GoalKind kind, Goal goal, Measurement measurement) {
		check(fields, kind, goal, measurement, false);
	}

	/**
	 * @param once whether it is reported once a year, so that there is no pace within it
	 */
	static void check(Fields fields, GoalKind kind, Goal goal, Measurement measurement, boolean once) {
		if (!kind.measures().contains(measurement.measure())) {
			fields.fault("goal", "measure",
					Text.format("目标类型 %s 不能用于%s(%s)%s", "a goal %s does not go with measure %2$s (%3$s)%4$s",
							kind.key(), measurement.measure().words(), measurement.measure().key(),
							instead(goal, measurement.measure())));
		}
		else if (goal.isShutOnBothSides() && measurement.measure().accumulatesOverYear() && !once) {
			fields.fault("goal", "both", Text.format("%s在年内按进度评价，不能两侧都有界限（both）；每年报送一次的（reported: yearly）可以",
					"a %s is held against a pace within the year and has no bounds on both sides, unless it is reported yearly",
					measurement.measure().words()));
		}
		Predicate<BigDecimal> tooFine = (number) -> number.stripTrailingZeros().scale() > measurement.decimals();
		if (goal.numbers().stream().anyMatch(tooFine)) {
			fields.fault("goal", "decimals", Text.format("目标的小数位多于指标公布的%d位",
					"the goal has more decimals than the %d the indicator is published with", measurement.decimals()));
		}
		boolean needsPositive = measurement.measure().accumulatesOverYear();
		boolean noneOf = goal.isNone() && measurement.measure() == Measure.LEVEL;
		if (needsPositive && !noneOf && goal.number().filter((number) -> number.signum() <= 0).isPresent()) {
			fields.fault("goal", "positive",
					Text.format("%s的目标应大于0；清零、零发生用 at-most: 0（总量）",
							"the goal of a %s must be above 0; none at all is at-most: 0, of a level",
							measurement.measure().words()));
		}
	}

}
