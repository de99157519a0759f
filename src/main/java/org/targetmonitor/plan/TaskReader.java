package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.DueRule;
import org.targetmonitor.period.Frequency;
import org.targetmonitor.period.Period;

/** Reads a plan file's key tasks and commitments. */
final class TaskReader {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final Reporting quarterly;

	private final int year;

	private final Departments departments;

	private final List<Fault> faults;

	TaskReader(int year, Departments departments, DueRule due, List<Fault> faults) {
		this.quarterly = new Reporting(Frequency.QUARTERLY, Period.ofYear(year, Frequency.QUARTERLY), due, false);
		this.year = year;
		this.departments = departments;
		this.faults = faults;
	}

	/** The tasks of every area, in the file's order. */
	List<Target> tasks(List<Node> areas) {
		return areas.stream().flatMap((node) -> area(node).stream()).toList();
	}

	private List<Target> area(Node node) {
		Fields fields = Fields.of(node, "", "tasks", this.faults);
		WorkArea area = fields.requiredNode("area").map(this::workArea).orElse(new WorkArea("", Text.same("")));
		Optional<Department> department = this.departments.find(fields, "department");
		fields.requiredNode("items");
		List<Target> tasks = fields.items("items").stream().map((item) -> task(item, area, department)).toList();
		fields.refuseOthers();
		return tasks;
	}

	private WorkArea workArea(Node node) {
		Fields fields = Fields.of(node, "", "tasks.area", this.faults);
		String zh = fields.requiredText("zh");
		WorkArea area = new WorkArea(fields.requiredCode("code"), new Text(zh, fields.text("en").orElse(zh)));
		fields.refuseOthers();
		return area;
	}

	private Target task(Node node, WorkArea area, Optional<Department> ofArea) {
		Fields fields = Fields.of(node, subject(node, "task"), "tasks", this.faults);
		Measurement measurement = new Measurement(Measure.COMPLETION, null, null, false, "percent", 0,
				Accumulation.YEAR_TO_DATE, null, StatusWords.RETURNS);
		Goal done = new Complete(HUNDRED);
		Deadline deadline = DeadlineRules.ofTask(fields, this.year);
		Milestones milestones = fields.node("milestones")
			.map((given) -> milestones(fields, given, deadline))
			.orElse(null);
		return entry(fields, "task", done, measurement, ofArea, deadline, new Entry.Task(area, milestones));
	}

	List<Target> commitments(List<Node> nodes) {
		List<Target> commitments = new ArrayList<>();
		for (Node node : nodes) {
			Fields fields = Fields.of(node, subject(node, "commitment"), "commitments", this.faults);
			commitments.add(
					entry(fields, "commitment", new Monitored(), null, Optional.empty(), null, new Entry.Commitment()));
		}
		return commitments;
	}

	private Target entry(Fields fields, String key, Goal goal, @Nullable Measurement measurement,
			Optional<Department> ofArea, @Nullable Deadline deadline, Entry entry) {
		String code = fields.requiredCode(key);
		Text name = fields.requiredWords("name");
		Department department = this.departments.find(fields, "department").or(() -> ofArea).orElse(Department.NOBODY);
		Department lead = this.departments.find(fields, "lead").orElse(department);
		fields.refuseOthers();
		return new Target(code, name, name.zh(), goal, measurement, this.quarterly,
				Terms.of(Measure.COMPLETION.defaultLaggingBelow(0)).until(deadline), department, lead, Nature.EXPECTED,
				null, null, null, entry);
	}

	private Milestones milestones(Fields task, Node given, @Nullable Deadline deadline) {
		Fields fields = Fields.of(given, task.subject(), "milestones", this.faults);
		TreeMap<Period, BigDecimal> percent = new TreeMap<>();
		for (String code : fields.keys()) {
			BigDecimal done = fields.requiredNumber(code);
			Period.parse(code)
				.filter(this.quarterly.periods()::contains)
				.ifPresentOrElse((period) -> percent.put(period, done), () -> fields.fault(code, "period", Text
					.format("“%s”不是该年度的季度，应如 2024-Q1", "\"%s\" is no quarter of this year like 2024-Q1", code)));
		}
		fields.refuseOthers();
		if (!ascend(percent, deadline)) {
			task.fault("milestones", "range", new Text("节点应为0至100的百分数，逐期不减，第四季度为100，有期限的自期限所在季度起为100",
					"milestones are percentages from 0 to 100 that never fall; that of the fourth quarter is 100, with a deadline from its quarter on"));
		}
		return new Milestones(percent);
	}

	private static boolean ascend(NavigableMap<Period, BigDecimal> percent, @Nullable Deadline deadline) {
		BigDecimal before = BigDecimal.ZERO;
		for (Map.Entry<Period, BigDecimal> milestone : percent.entrySet()) {
			BigDecimal done = milestone.getValue();
			boolean last = milestone.getKey().isLastOfYear()
					|| (deadline != null && deadline.isReachedBy(milestone.getKey()));
			if (done.compareTo(before) < 0 || done.compareTo(HUNDRED) > 0 || (last && done.compareTo(HUNDRED) < 0)) {
				return false;
			}
			before = done;
		}
		return true;
	}

	private static String subject(Node node, String key) {
		return (node instanceof Node.Mapping mapping && mapping.entries().get(key) instanceof Node.Scalar code)
				? code.text() : "line " + node.line();
	}

}
