package org.targetmonitor.submission.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Department;

/**
 * What a sheet says that it is of: plan, period and department, in the cells above its
 * headings and in the template's hidden sheet. One that contradicts is enough to refuse.
 */
final class Marks {

	private static final Map<String, String> LABELS = Map.of("计划代码", "plan", "plan", "plan", "报告期", "period", "period",
			"period", "部门代码", "department", "department", "department");

	private final Sheets.Expected expected;

	private final List<Fault> faults = new ArrayList<>();

	private boolean period;

	private Marks(Sheets.Expected expected) {
		this.expected = expected;
	}

	/** What the marks say against taking the sheet, and whether they name the period. */
	record Judged(List<Fault> faults, boolean namesPeriod) {
	}

	static Judged judge(Opening.Opened opened, Grid grid, Header header, Sheets.Expected expected) {
		Marks marks = new Marks(expected);
		opened.marks().forEach((hidden) -> marks.look(hidden, Integer.MAX_VALUE));
		marks.look(grid, header.row());
		return new Judged(marks.faults, marks.period);
	}

	private void look(Grid grid, int before) {
		for (int row : grid.filled().stream().filter((number) -> number < before).toList()) {
			List<Integer> columns = grid.filled(row);
			for (int index = 0; index < columns.size(); index++) {
				Optional<Integer> next = (index + 1 < columns.size()) ? Optional.of(columns.get(index + 1))
						: Optional.empty();
				look(grid, row, columns.get(index), next);
			}
			if (columns.size() == 1) {
				title(grid, row, columns.getFirst());
			}
		}
	}

	/** A label with its value in the same cell or in the next. */
	private void look(Grid grid, int row, int column, Optional<Integer> next) {
		String[] parts = Normalizer.normalize(grid.at(row, column).words(), Normalizer.Form.NFKC).split(":", 2);
		String key = LABELS.get(parts[0].strip().toLowerCase(Locale.ROOT));
		if (key == null) {
			return;
		}
		boolean here = parts.length == 2 && !parts[1].isBlank();
		String value = here ? parts[1].strip() : next.map((number) -> grid.at(row, number).words()).orElse("");
		judge(Grid.address(row, here ? column : next.orElse(column)), key, value);
	}

	private void judge(String cell, String key, String value) {
		switch (key) {
			case "plan" -> plan(cell, value);
			case "department" -> department(cell, value);
			default -> PeriodMark.in(value).ifPresent((mark) -> period(cell, mark));
		}
	}

	/** A title alone in its row may name the period in words. */
	private void title(Grid grid, int row, int column) {
		PeriodMark.in(grid.at(row, column).words()).ifPresent((mark) -> period(Grid.address(row, column), mark));
	}

	private void plan(String cell, String value) {
		if (!value.isEmpty() && !value.equals(this.expected.plan().id())) {
			refuse(cell, "other-plan", Text.format("这是计划%s的报送表，不是%s的", "this sheet is of plan %s, not of %s", value,
					this.expected.plan().id()));
		}
	}

	private void period(String cell, PeriodMark mark) {
		this.period = true;
		if (!mark.equals(PeriodMark.of(this.expected.period()))) {
			refuse(cell, "other-period",
					Text.format("这是%s的报送表，不是%s的；请下载本期的报送表",
							"this sheet is of %s, not of %s; use the template of this period", mark.words(),
							this.expected.period()));
		}
	}

	private void department(String cell, String value) {
		Department department = this.expected.plan().departments().get(value);
		if (department != null && !this.expected.departments().contains(value)) {
			refuse(cell, "other-department", Text.format("这是%s的报送表，您的账号无权报送",
					"this sheet is of %s; your account may not report for it", department.name()));
		}
	}

	private void refuse(String cell, String rule, Text reason) {
		if (this.faults.stream().noneMatch((fault) -> fault.rule().equals(rule))) {
			this.faults.add(Fault.of(cell, "sheet", rule, reason));
		}
	}

}
