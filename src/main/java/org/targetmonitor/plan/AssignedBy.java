package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Text;

/**
 * 上级下达: a heading over numbers that an authority above sets; each is recorded as a target
 * under it.
 *
 * @param authority who assigns
 * @param expects the numbers it waits for; none where one recorded number is enough
 */
public record AssignedBy(Text authority, List<ExpectedNumber> expects) implements Goal {

	static final GoalKind KIND = new GoalKind("assigned-by", Set.of(),
			(fields, direction) -> new AssignedBy(fields.requiredWords("assigned-by"), expects(fields)));

	public AssignedBy {
		expects = List.copyOf(expects);
	}

	private static List<ExpectedNumber> expects(Fields fields) {
		List<ExpectedNumber> expects = fields.items("expects")
			.stream()
			.flatMap((entry) -> ExpectedNumber.read(fields, entry).stream())
			.toList();
		if (expects.stream().map(ExpectedNumber::indicator).distinct().count() < expects.size()) {
			fields.fault("expects", "twice", new Text("同一指标在 expects 中出现两次", "an indicator stands twice in expects"));
		}
		return expects;
	}

	@Override
	public boolean hasOwnFigures() {
		return false;
	}

	@Override
	public boolean awaitsNumbers() {
		return true;
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		throw new UnsupportedOperationException("a heading is not compared");
	}

	@Override
	public Text formula() {
		return new Text("取所下达各项中最差的一项", "the worst of the numbers assigned");
	}

	@Override
	public Text words(Text unit, Text operand) {
		return Text.format("完成%s下达的任务", "as assigned by %s", this.authority);
	}

}
