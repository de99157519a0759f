package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;

/**
 * Reads the parts that a target is split into. They are measured and reported like the
 * whole; each has a goal of its own, the number allocated to it.
 */
final class PartReader {

	private final Departments departments;

	private final List<Fault> faults;

	PartReader(Departments departments, List<Fault> faults) {
		this.departments = departments;
		this.faults = faults;
	}

	List<Target> parts(Fields whole, Target target, Direction direction) {
		List<Node> nodes = whole.items("parts");
		if (!nodes.isEmpty() && (target.measurement() == null || target.reporting() == null)) {
			whole.fault("parts", "no-own-figures",
					new Text("该目标没有自己的数据，不能分解", "the target has no figures of its own to be split"));
			return List.of();
		}
		// A ceiling implies that less is better
		Direction ofWhole = target.goal().isCeiling() ? Direction.LOWER : direction;
		List<Target> parts = nodes.stream().map((node) -> part(node, target, ofWhole)).toList();
		long weighted = parts.stream().filter((part) -> part.entry().weight().isPresent()).count();
		if (weighted != 0 && weighted != parts.size()) {
			whole.fault("parts", "weight", new Text("权重应全部填写或全部不填", "either all parts have a weight or none has"));
		}
		return parts;
	}

	private Target part(Node node, Target whole, Direction direction) {
		Fields fields = Fields.of(node, subject(node), "parts", this.faults);
		String code = fields.requiredCode("code");
		Text name = fields.requiredWords("name");
		Goal goal = goal(fields, code, whole, direction);
		Department department = this.departments.find(fields, "department").orElse(whole.department());
		Entry.Part entry = new Entry.Part(whole.indicator(), name, weight(fields));
		fields.refuseOthers();
		return new Target(code, Text.format("%s·%s", "%s, %s", whole.name(), name), wording(whole, name, goal), goal,
				whole.measurement(), whole.reporting(), whole.terms().ofPart(goal), department, whole.lead(),
				whole.nature(), null, null, null, entry);
	}

	/** The whole's own words are not the part's: who it is for and how much is said. */
	private static String wording(Target whole, Text name, Goal goal) {
		String allocated = goal.judges() ? "：" + whole.with(goal).goalWords(Text.same("")).zh() : "";
		return whole.wording() + "（分解到" + name.zh() + allocated + "）";
	}

	private static @Nullable BigDecimal weight(Fields fields) {
		Optional<BigDecimal> weight = fields.number("weight");
		if (weight.isPresent() && weight.get().signum() <= 0) {
			fields.fault("weight", "range", new Text("权重应大于0", "a weight is above 0"));
		}
		return weight.orElse(null);
	}

	/** A number to reach; nothing where none is allocated. */
	private Goal goal(Fields fields, String code, Target whole, Direction direction) {
		Optional<Node> node = fields.node("goal");
		if (node.isEmpty()) {
			return new Monitored();
		}
		Optional<GoalKind> kind = GoalKind.of(GoalKind.mapping(node.get()));
		Measurement measurement = whole.measurement();
		if (kind.isEmpty() || measurement == null) {
			fields.fault("goal", "goal", new Text("分解指标的目标类型无法识别", "the part's goal is of no known kind"));
			return new Monitored();
		}
		Goal goal = kind.get().read(GoalKind.mapping(node.get()), direction, code, this.faults);
		if (goal.number().isEmpty() || goal.operand().isPresent()) {
			fields.fault("goal", "goal", new Text("分解指标的目标应是一个数", "a part's goal is a number"));
		}
		if (direction == Direction.LOWER && !kind.get().directions().contains(direction)) {
			fields.fault("goal", "direction", Text.format("整体为越低越好，%s 不能用于其分解指标",
					"%s does not go with a whole of which less is better", kind.get().key()));
		}
		GoalRules.check(fields, kind.get(), goal, measurement);
		return goal;
	}

	private static String subject(Node node) {
		return (node instanceof Node.Mapping mapping && mapping.entries().get("code") instanceof Node.Scalar code)
				? code.text() : "line " + node.line();
	}

}
