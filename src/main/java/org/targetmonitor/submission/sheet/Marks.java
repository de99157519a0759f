package org.targetmonitor.submission.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Department;
import org.targetmonitor.plan.PeriodWords;

/**
 * What a sheet says that it is of: plan, period and department, in the cells above its
 * headings and in the template's hidden sheet. One that contradicts is enough to refuse.
 */
final class Marks {

	private static final Map<String, String> LABELS = Map.of("计划代码", "plan", "plan", "plan", "报告期", "period", "period",
			"period", "部门代码", "department", "department", "department");

	/** Lines that explain, and name periods of other things. */
	private static final Pattern NOTE = Pattern.compile("[*※(]?(注|备注|说明|填报说明|填表说明|note|remark)s?[:.0-9)、]");

	/** What is longer is no title: there only a period with its year counts. */
	private static final int LONGEST_TITLE = 60;

	private static final int LONGEST_LOOKED_AT = 500;

	/** In all lines above the headings together. */
	private static final int MOST_LOOKED_AT = 20_000;

	private final Sheets.Expected expected;

	private final List<Fault> faults = new ArrayList<>();

	private boolean period;

	private int looked;

	private Marks(Sheets.Expected expected) {
		this.expected = expected;
	}

	/** What the marks say against taking the sheet, and whether they name the period. */
	record Found(List<Fault> faults, boolean namesPeriod) {
	}

	static Found find(Opening.Opened opened, Grid grid, Header header, Sheets.Expected expected) {
		Marks marks = new Marks(expected);
		opened.marks().forEach((hidden) -> marks.look(hidden, Integer.MAX_VALUE));
		marks.look(grid, header.row());
		marks.titles(grid, header);
		return new Found(marks.faults, marks.period);
	}

	private void look(Grid grid, int before) {
		for (int row : grid.filled().stream().filter((number) -> number < before).toList()) {
			List<Integer> columns = grid.filled(row);
			for (int index = 0; index < columns.size(); index++) {
				Optional<Integer> next = (index + 1 < columns.size()) ? Optional.of(columns.get(index + 1))
						: Optional.empty();
				look(grid, row, columns.get(index), next);
			}
		}
	}

	/** A label with its value in the same cell or in the next. */
	private void look(Grid grid, int row, int column, Optional<Integer> next) {
		String[] parts = Normalizer.normalize(grid.at(row, column).words(), Normalizer.Form.NFKC).split(":", 2);
		String key = LABELS.get(Foldings.key(parts[0]));
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
			default -> period(cell, value, PeriodText.only(value));
		}
	}

	/**
	 * What stands above the headings and is no label's value may name the period in
	 * words; the headings of the figures may, too.
	 */
	private void titles(Grid grid, Header header) {
		List<Integer> rows = grid.filled().stream().filter((number) -> number < header.row()).toList();
		for (int row : rows) {
			List<Integer> columns = grid.filled(row);
			boolean group = columns.size() > 2 && row == header.row() - 1;
			for (int index = 0; !group && index < columns.size(); index++) {
				String label = (index > 0) ? grid.at(row, columns.get(index - 1)).words() : "";
				if (!isLabel(label)) {
					title(grid, row, columns.get(index), row == rows.getFirst() && index == 0);
				}
			}
		}
		Stream.of(Column.VALUE, Column.LEVEL)
			.filter(header::has)
			.map((column) -> header.columns().getOrDefault(column, 0))
			.forEach((column) -> heading(grid, header, column));
		sheetName(grid);
	}

	private static boolean isLabel(String label) {
		String[] parts = Normalizer.normalize(label, Normalizer.Form.NFKC).split(":", 2);
		return PeriodText.isOfMaking(label)
				|| (LABELS.containsKey(Foldings.key(parts[0])) && (parts.length < 2 || parts[1].isBlank()));
	}

	private void title(Grid grid, int row, int column, boolean first) {
		Cell cell = grid.at(row, column);
		String words = cell.words();
		String label = Normalizer.normalize(words, Normalizer.Form.NFKC).split(":", 2)[0];
		if (!(cell instanceof Cell.Words) || LABELS.containsKey(Foldings.key(label))
				|| NOTE.matcher(Foldings.key(words)).lookingAt()) {
			return;
		}
		this.looked += Math.min(words.length(), LONGEST_LOOKED_AT);
		if (this.looked > MOST_LOOKED_AT) {
			refuse("", "too-large",
					new Text("表头以上的文字过多，请删去后再上传", "there is too much text above the headings; leave it out"));
			return;
		}
		PeriodText found = PeriodText.in(words);
		boolean title = first || words.length() <= LONGEST_TITLE;
		if (found.mark().filter((mark) -> mark.year() == null).isEmpty() || title) {
			period(Grid.address(row, column), words, title ? found : found.certain());
		}
		boolean otherYear = first && found.mark().isEmpty() && !found.years().isEmpty()
				&& !found.years().contains(this.expected.plan().year());
		if (otherYear) {
			unclear(Grid.address(row, column), words);
		}
	}

	private void heading(Grid grid, Header header, int column) {
		period(Grid.address(header.row(), column), grid.at(header.row(), column).words(),
				PeriodText.in(grid.at(header.row(), column).words()));
		header.above(grid, column)
			.ifPresent((group) -> period(Grid.address(header.row() - 1, group),
					grid.at(header.row() - 1, group).words(), PeriodText.in(grid.at(header.row() - 1, group).words())));
	}

	/**
	 * Where nothing else names the period, a sheet's name that names another one does.
	 */
	private void sheetName(Grid grid) {
		if (!this.period) {
			PeriodText.in(grid.name()).mark().ifPresent((mark) -> period("", mark));
		}
	}

	private void period(String cell, String words, PeriodText found) {
		found.mark().ifPresent((mark) -> period(cell, mark));
		if (found.unclear()) {
			unclear(cell, words);
		}
	}

	private void unclear(String cell, String words) {
		this.period = true;
		String shown = words.strip().replaceAll("\\s+", " ");
		refuse(cell, "period-unclear",
				Text.format("看不懂“%s”指的是哪个报告期；请写成%s，或使用本期的报送表",
						"\"%s\" names no period that is understood; write %s, or use the template of this period",
						Text.same(shown.substring(0, Math.min(shown.length(), LONGEST_TITLE))),
						PeriodWords.named(this.expected.period())));
	}

	private void plan(String cell, String value) {
		if (!value.isEmpty() && !value.equals(this.expected.plan().id())) {
			refuse(cell, "other-plan",
					Text.format("这是代码为%s的计划的报送表，不是%s（%s）的；请下载本计划的报送表",
							"this sheet is of plan %s, not of %s (%s); use the template of this plan", value,
							this.expected.plan().title(), this.expected.plan().id()));
		}
	}

	private void period(String cell, PeriodMark mark) {
		this.period = true;
		if (!mark.fits(this.expected.period())) {
			refuse(cell, "other-period",
					Text.format("这是%s的报送表，不是%s的；请下载本期的报送表",
							"this sheet is of %s, not of %s; use the template of this period", mark.words(),
							PeriodWords.named(this.expected.period())));
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
