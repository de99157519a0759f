package org.targetmonitor.desk.web;

import java.util.HashMap;
import java.util.Map;

import org.targetmonitor.desk.Typed;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Detail;

/** Says what is said of a figure with the names of its indicator and field. */
final class FieldWords {

	private static final Map<String, Text> NAMES = names();

	private FieldWords() {
	}

	private static Map<String, Text> names() {
		Map<String, Text> names = new HashMap<>(Map.of(Typed.VALUE, new Text("数值", "value"), Typed.LEVEL,
				new Text("总量", "level"), Typed.QUARTER, new Text("当季数值", "value of the quarter"), Typed.STATUS,
				new Text("数据状态", "status"), Typed.KIND, new Text("修订类别", "kind of revision")));
		Detail.all().forEach((detail) -> names.put(detail.key(), detail.words()));
		return names;
	}

	/** What a field is called; the key itself where it has no name. */
	static Text of(String field) {
		return NAMES.getOrDefault(field, Text.same(field));
	}

	static Text of(Plan plan, Fault fault) {
		Text indicator = plan.target(fault.subject().code())
			.map(Target::name)
			.orElse(Text.same(fault.subject().code()));
		return !NAMES.containsKey(fault.field()) ? Text.format("%s：%s", "%s: %s", indicator, fault.reason())
				: Text.format("%s的%s：%s", "%s, %s: %s", indicator, NAMES.get(fault.field()), fault.reason());
	}

}
