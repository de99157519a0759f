package org.targetmonitor.submission.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Detail;

/**
 * Reads a sheet that a department sent: .xlsx, .xls or CSV, its columns found by their
 * headings. What is read is checked by the rules of every submission afterwards.
 */
public final class Sheets {

	private Sheets() {
	}

	/**
	 * What a sheet has to be of.
	 *
	 * @param plan the plan
	 * @param period the period
	 * @param departments the codes of the departments that the sender reports for
	 */
	public record Expected(Plan plan, Period period, Set<String> departments) {

		public Expected {
			departments = Set.copyOf(departments);
		}

	}

	/**
	 * What was read.
	 *
	 * @param rows the rows of known indicators, in the order of the sheet
	 * @param faults what keeps the sheet, or a row without a known indicator, from being
	 * read
	 * @param remarks what has to be said about the sheet as a whole
	 */
	public record Reading(List<Row> rows, List<Fault> faults, List<Text> remarks) {

		public Reading {
			rows = List.copyOf(rows);
			faults = List.copyOf(faults);
			remarks = List.copyOf(remarks);
		}

	}

	/**
	 * One indicator's row.
	 *
	 * @param line the row's number as the spreadsheet counts
	 * @param target the indicator
	 * @param fields the fields of a submission's figure with their text; those that are
	 * blank are absent
	 * @param cells the cell that each field stands in, such as {@code C7}
	 * @param faults what cannot be read
	 * @param remarks what has to be said
	 */
	public record Row(int line, Target target, Map<String, String> fields, Map<String, String> cells,
			List<Fault> faults, List<Remark> remarks) {

		/** Whether nothing is reported in it. */
		public boolean isBlank() {
			String status = this.fields.getOrDefault("status", "");
			return this.faults.isEmpty() && !status.equals("L") && !status.equals("M")
					&& !this.fields.containsKey(Detail.EXTENT.key())
					&& Column.saying().map(Column::key).noneMatch(this.fields::containsKey);
		}

	}

	/**
	 * Something to say about a cell that was read.
	 *
	 * @param cell the cell
	 * @param words what there is to say
	 */
	public record Remark(String cell, Text words) {
	}

	/** Reads a file. Faults name their cell. */
	public static Reading read(byte[] file, Expected expected) {
		return switch (SheetFile.open(file)) {
			case Opening.Refused refused -> refused(Fault.of("", "file", refused.rule(), refused.reason()));
			case Opening.Opened opened -> read(opened, expected);
		};
	}

	private static Reading read(Opening.Opened opened, Expected expected) {
		List<Grid> candidates = opened.grids().stream().filter((grid) -> Header.in(grid).isPresent()).toList();
		if (candidates.size() != 1) {
			return refused(Fault.of("", "sheet", candidates.isEmpty() ? "no-headings" : "several-sheets",
					candidates.isEmpty() ? NO_HEADINGS : several(candidates)));
		}
		Grid grid = candidates.getFirst();
		Header header = Header.in(grid).orElseThrow();
		Marks.Found marks = Marks.find(opened, grid, header, expected);
		if (!marks.faults().isEmpty() || !header.twice().isEmpty()) {
			return new Reading(List.of(), concat(marks.faults(), twice(grid, header)), List.of());
		}
		return new RowsReader(grid, header, expected).read(remarks(opened, grid, header, marks, expected));
	}

	private static final Text NO_HEADINGS = new Text("找不到表头：需要“指标代码”或“指标”一列，以及“数值”或“总量”一列",
			"no headings found: a column \"code\" or \"indicator\" is needed, and one \"value\" or \"level\"");

	private static Text several(List<Grid> grids) {
		return Text.format("有多张工作表可以报送（%s），请只留一张", "several sheets could be meant (%s); leave one only",
				Text.same(String.join("、", grids.stream().map(Grid::name).toList())));
	}

	private static List<Fault> twice(Grid grid, Header header) {
		return header.twice()
			.stream()
			.map((column) -> Fault.of(Grid.address(header.row(), column), "sheet", "column-twice",
					Text.format("“%s”这一列出现了两次", "the column \"%s\" stands in the sheet twice",
							grid.at(header.row(), column).words())))
			.toList();
	}

	private static List<Text> remarks(Opening.Opened opened, Grid grid, Header header, Marks.Found marks,
			Expected expected) {
		List<Text> remarks = new ArrayList<>();
		if (opened.grids().size() > 1) {
			remarks.add(Text.format("只读取了工作表“%s”", "only the sheet \"%s\" was read", grid.name()));
		}
		if (!marks.namesPeriod()) {
			remarks.add(Text.format("表中没有注明报告期，按%s读取", "the sheet does not name its period; it is taken for %s",
					PeriodWords.named(expected.period())));
		}
		if (!header.has(Column.STATUS)) {
			remarks.add(header.saysEstimated(grid) ? new Text("表中没有“数据状态”一列，标题写明是预计，均按估计（E）读取",
					"there is no column \"status\", and the title speaks of estimates; all figures are taken as estimates (E)")
					: new Text("表中没有“数据状态”一列，均按初步数（P）读取",
							"there is no column \"status\"; all figures are taken as preliminary (P)"));
		}
		unknown(header).ifPresent(remarks::add);
		return remarks;
	}

	private static Optional<Text> unknown(Header header) {
		List<String> columns = header.unknown()
			.entrySet()
			.stream()
			.map((entry) -> Grid.column(entry.getKey()) + " " + entry.getValue().replaceAll("\\s+", " "))
			.toList();
		return columns.isEmpty() ? Optional.empty() : Optional
			.of(Text.format("未读取不认识的列：%s", "columns not known and not read: %s", Text.same(String.join("；", columns))));
	}

	private static Reading refused(Fault fault) {
		return new Reading(List.of(), List.of(fault), List.of());
	}

	private static <T> List<T> concat(List<T> first, List<T> second) {
		List<T> all = new ArrayList<>(first);
		all.addAll(second);
		return all;
	}

}
