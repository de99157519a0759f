package org.targetmonitor.submission.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Subject;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Target;

/** Reads the rows below the headings: which indicator each is of. */
final class RowsReader {

	private static final int LONGEST_NAME = 100;

	private final Grid grid;

	private final Header header;

	private final Sheets.Expected expected;

	private final List<String> units;

	private final List<Sheets.Row> rows = new ArrayList<>();

	private final List<Fault> faults = new ArrayList<>();

	private final Map<String, Integer> seen = new HashMap<>();

	RowsReader(Grid grid, Header header, Sheets.Expected expected) {
		this.grid = grid;
		this.header = header;
		this.expected = expected;
		this.units = Units.above(grid, header);
	}

	Sheets.Reading read(List<Text> remarks) {
		List<Text> said = new ArrayList<>(remarks);
		this.grid.filled().stream().filter((row) -> row > this.header.row()).forEach(this::read);
		if (this.rows.isEmpty() && this.faults.isEmpty()) {
			this.faults.add(Fault.of("", "sheet", "no-rows",
					new Text("表头下没有任何指标", "there is no indicator below the headings")));
		}
		hidden().ifPresent(said::add);
		return new Sheets.Reading(this.rows, this.faults, said);
	}

	private void read(int row) {
		String code = words(row, Column.CODE);
		String name = words(row, Column.NAME);
		if (code.isEmpty() && name.isEmpty()) {
			refuseNumbersWithoutIndicator(row);
			return;
		}
		Optional<Target> target = target(code, name);
		if (target.isEmpty()) {
			refuseUnknown(row, code.isEmpty() ? name : code);
			return;
		}
		Integer before = this.seen.putIfAbsent(target.get().indicator(), row);
		if (before != null) {
			refuse(row, target.get().indicator(), "twice",
					Text.format("该指标在第%d行已出现过", "the indicator stands in row %d already", before + 1));
			return;
		}
		if (!code.isEmpty() && !name.isEmpty() && this.header.has(Column.CODE) && !isNamed(target.get(), name)) {
			refuse(row, code, "name", Text.format("指标代码与指标名称“%s”不一致，代码对应的是“%s”",
					"the code is not that of \"%s\" but of \"%s\"", Text.same(name), target.get().name()));
			return;
		}
		this.rows.add(new RowReader(this.grid, this.header, row, target.get(), this.units).read());
	}

	private Optional<Target> target(String code, String name) {
		return code.isEmpty()
				? this.expected.plan().entries().stream().filter((target) -> isNamed(target, name)).findFirst()
				: this.expected.plan().target(Foldings.key(code));
	}

	private static boolean isNamed(Target target, String name) {
		String plain = Foldings.key(name);
		return Stream.of(target.name().zh(), target.name().en()).anyMatch((known) -> Foldings.key(known).equals(plain));
	}

	/** A line of explanation is passed over, figures of an unknown indicator are not. */
	private void refuseUnknown(int row, String name) {
		if (hasNumbers(row)) {
			refuse(row, name, "unknown-indicator", Text.format("计划%s中没有指标“%s”", "plan %s has no indicator \"%s\"",
					this.expected.plan().id(), Text.same(name)));
		}
	}

	private void refuseNumbersWithoutIndicator(int row) {
		if (hasNumbers(row)) {
			refuse(row, "", "no-indicator", new Text("该行有数据但没有指标", "there are figures in this row but no indicator"));
		}
	}

	private boolean hasNumbers(int row) {
		return Column.saying().filter(this.header::has).anyMatch((column) -> !cell(row, column).isBlank());
	}

	private void refuse(int row, String indicator, String rule, Text reason) {
		Column column = this.header.has(Column.CODE) ? Column.CODE : Column.NAME;
		String cell = Grid.address(row, this.header.columns().getOrDefault(column, 0));
		this.faults.add(new Fault(row + 1, new Subject(cell, indicator), "indicator", rule, reason));
	}

	/** A code or name is shown again where it is refused, so it may not be endless. */
	private String words(int row, Column column) {
		String words = this.header.has(column) ? cell(row, column).words() : "";
		return (words.length() <= LONGEST_NAME) ? words : words.substring(0, LONGEST_NAME) + "…";
	}

	private Cell cell(int row, Column column) {
		return this.grid.at(row, this.header.columns().getOrDefault(column, 0));
	}

	/** What is hidden is read all the same, and said. */
	private Optional<Text> hidden() {
		List<String> cells = new ArrayList<>();
		this.rows.stream()
			.filter((row) -> this.grid.hiddenRows().contains(row.line() - 1))
			.forEach((row) -> cells.add(String.valueOf(row.line())));
		this.header.columns()
			.values()
			.stream()
			.filter(this.grid.hiddenColumns()::contains)
			.sorted()
			.forEach((column) -> cells.add(Grid.column(column)));
		return cells.isEmpty() ? Optional.empty() : Optional.of(Text.format("隐藏的行、列也已读取：%s",
				"hidden rows and columns were read, too: %s", Text.same(String.join("、", cells))));
	}

}
