package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.Set;

import org.targetmonitor.input.Text;

/** 上级下达: a heading over numbers that an authority above has still to set. */
public record AssignedBy(Text authority) implements Goal {

	static final GoalKind KIND = new GoalKind("assigned-by", Set.of(), false,
			(fields, direction) -> new AssignedBy(fields.requiredWords("assigned-by")));

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
