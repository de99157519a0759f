package org.targetmonitor.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;

/**
 * Assigned numbers typed under one heading of a plan: all are recorded together or none.
 *
 * @param rows the rows
 * @param faults what is wrong, by {@code row.field}; what is wrong with the whole stands
 * under the empty key
 * @param file the plan with the numbers added; null where anything is wrong
 */
public record AssignedForm(List<AssignedNumber> rows, Map<String, Text> faults, @Nullable PlanFile file) {

	public AssignedForm {
		rows = List.copyOf(rows);
		faults = Map.copyOf(faults);
	}

	/**
	 * The form as it is first shown: a row for each number the heading still waits for,
	 * or one empty row.
	 */
	public static AssignedForm blank(Plan plan, Target heading) {
		List<AssignedNumber> rows = heading.goal()
			.expects()
			.stream()
			.filter((expected) -> plan.target(expected.indicator()).isEmpty())
			.map((expected) -> AssignedNumber.of(expected, heading.department()))
			.toList();
		return new AssignedForm(rows.isEmpty() ? List.of(AssignedNumber.empty(heading.department())) : rows, Map.of(),
				null);
	}

	/** The same form with one more row. */
	public AssignedForm longer(Target heading) {
		List<AssignedNumber> more = new ArrayList<>(this.rows);
		more.add(AssignedNumber.empty(heading.department()));
		return new AssignedForm(more, Map.of(), null);
	}

	/**
	 * Checks the rows as a part of the plan; rows in which no number was begun are left
	 * out.
	 * @param today no document is dated later
	 */
	public static AssignedForm read(PlanFile before, Target heading, List<AssignedNumber> rows, LocalDate today) {
		Map<String, Text> faults = new LinkedHashMap<>();
		List<Node> definitions = new ArrayList<>(before.definitions().values());
		for (int row = 0; row < rows.size(); row++) {
			AssignedNumber number = rows.get(row);
			if (number.isLeftOut(heading)) {
				continue;
			}
			String at = row + ".";
			number.faults(today).forEach((fault) -> faults.put(at + fault.field(), fault.reason()));
			definitions.add(number.definition(heading));
		}
		if (definitions.size() == before.definitions().size()) {
			faults.put("", new Text("没有填写任何指标数", "no number was typed"));
		}
		if (!faults.isEmpty()) {
			return new AssignedForm(rows, faults, null);
		}
		try {
			PlanFile file = PlanFile.read(before.header(), definitions, before.plan().id());
			asked(file, before.plan())
				.forEach((fault) -> faults.putIfAbsent(place(fault, heading, rows), fault.reason()));
			return new AssignedForm(rows, faults, faults.isEmpty() ? file : null);
		}
		catch (Faulty ex) {
			ex.faults().forEach((fault) -> faults.putIfAbsent(place(fault, heading, rows), fault.reason()));
			return new AssignedForm(rows, faults, null);
		}
	}

	/** What is asked of the new numbers as of a plan file that comes in. */
	private static List<Fault> asked(PlanFile file, Plan before) {
		List<Fault> asked = new ArrayList<>(WordingRules.faults(file, before));
		asked.addAll(SheetCodes.faults(file, before));
		try {
			PlanFile.read(file.document(), before.id());
		}
		catch (Faulty ex) {
			asked.addAll(0, ex.faults());
		}
		return asked.stream().filter((fault) -> before.target(fault.subject().code()).isEmpty()).toList();
	}

	/** A code that stands twice is a fault of the row that came last. */
	private static String place(Fault fault, Target heading, List<AssignedNumber> rows) {
		for (int row = rows.size() - 1; row >= 0; row--) {
			if (!rows.get(row).isLeftOut(heading) && rows.get(row).get("code").equals(fault.subject().code())) {
				return row + "." + AssignedNumber.typedIn(fault);
			}
		}
		return "";
	}

}
