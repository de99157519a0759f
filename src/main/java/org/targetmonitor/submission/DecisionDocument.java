package org.targetmonitor.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;

/**
 * A reviewer's decision as it is sent.
 *
 * @param decision the decision; with faults it is a stand-in
 * @param faults what is wrong with it
 */
public record DecisionDocument(Decision decision, List<Fault> faults) {

	private static final String FIGURES = "figures";

	public DecisionDocument {
		faults = List.copyOf(faults);
	}

	/** Approves what of a submission still waits. */
	public static DecisionDocument approvalOfAll() {
		return new DecisionDocument(new Decision.Approval(Set.of()), List.of());
	}

	/** Reads {@code {"figures": ["gdp"]}}; without figures all that wait are approved. */
	public static DecisionDocument approval(Node document) {
		List<Fault> faults = new ArrayList<>();
		Fields fields = Fields.of(document, "", "approval", faults);
		Set<String> indicators = new LinkedHashSet<>();
		fields.items(FIGURES).forEach((node) -> {
			if (node instanceof Node.Scalar scalar) {
				add(indicators, scalar.text(), faults);
			}
			else {
				fields.fault(FIGURES, "scalar", new Text("应为指标代码的列表", "must be a list of indicators' codes"));
			}
		});
		refuseEmpty(fields, indicators);
		fields.refuseOthers();
		return new DecisionDocument(new Decision.Approval(indicators), faults);
	}

	/**
	 * Reads {@code {"reason": …}} for all that wait, or {@code {"figures": [{"indicator":
	 * "gdp", "reason": …}]}}; a reason beside figures is that of those without their own.
	 */
	public static DecisionDocument giveBack(Node document) {
		List<Fault> faults = new ArrayList<>();
		Fields fields = Fields.of(document, "", "return", faults);
		boolean some = fields.has(FIGURES);
		String reason = some ? fields.text("reason").orElse("") : fields.requiredText("reason");
		Map<String, String> reasons = new LinkedHashMap<>();
		Set<String> indicators = new LinkedHashSet<>();
		fields.items(FIGURES).forEach((node) -> {
			Fields figure = Fields.of(node, "", FIGURES, faults);
			String indicator = figure.requiredText("indicator");
			reasons.put(indicator, figure.text("reason").orElse(reason));
			add(indicators, indicator, faults);
			figure.refuseOthers();
		});
		refuseEmpty(fields, indicators);
		fields.refuseOthers();
		return new DecisionDocument(some ? new Decision.ReturnOfSome(reasons) : new Decision.ReturnOfAll(reason),
				faults);
	}

	/** A list that names nothing is a slip: it must not be taken for "all". */
	private static void refuseEmpty(Fields fields, Set<String> indicators) {
		if (fields.has(FIGURES) && indicators.isEmpty()) {
			fields.fault(FIGURES, "required", new Text("没有选择任何指标", "names no figure"));
		}
	}

	private static void add(Set<String> indicators, String indicator, List<Fault> faults) {
		if (!indicators.add(indicator)) {
			faults.add(Fault.of(indicator, "indicator", "twice", new Text("同一指标出现两次", "the indicator stands twice")));
		}
	}

}
