package org.targetmonitor.desk.web;

import java.util.Map;

import org.targetmonitor.desk.FillForm;
import org.targetmonitor.desk.Typed;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;

/** Says what is said of a figure with the names of its indicator and field. */
final class FieldWords {

	private static final Map<String, Text> NAMES = Map.of(Typed.VALUE, new Text("数值", "value"), Typed.LEVEL,
			new Text("总量", "level"), Typed.QUARTER, new Text("当季数值", "value of the quarter"), Typed.STATUS,
			new Text("数据状态", "status"), Typed.ORIGIN, new Text("来源", "source"), Typed.NOTE,
			new Text("说明", "explanation"), Typed.KIND, new Text("修订类别", "kind of revision"), Typed.STATEMENT,
			new Text("进展情况", "statement"), Typed.EVIDENCE, new Text("佐证链接", "evidence"));

	private FieldWords() {
	}

	static Text of(Plan plan, Fault fault) {
		Text indicator = plan.target(FillForm.indicatorOf(fault))
			.map(Target::name)
			.orElse(Text.same(FillForm.indicatorOf(fault)));
		return !NAMES.containsKey(fault.field()) ? Text.format("%s：%s", "%s: %s", indicator, fault.reason())
				: Text.format("%s的%s：%s", "%s, %s: %s", indicator, NAMES.get(fault.field()), fault.reason());
	}

}
