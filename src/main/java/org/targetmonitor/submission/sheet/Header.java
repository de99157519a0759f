package org.targetmonitor.submission.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where the headings of a sheet stand; titles may stand above, columns in any order.
 *
 * @param row the row of the headings, the lowest where they take several
 * @param columns the known columns
 * @param unknown headings that mean nothing here, by column
 * @param twice columns that stand in the sheet a second time
 */
record Header(int row, Map<Column, Integer> columns, Map<Integer, String> unknown, List<Integer> twice) {

	/** Headings further down than that are not looked for. */
	private static final int DEEPEST = 40;

	private static final int LONGEST_TITLE = 60;

	private static final Pattern ESTIMATED = Pattern.compile("预计|预测|预估|估计|估算|(?i)estimate|forecast");

	/**
	 * The headings, if there is a row that names the indicator and something to report.
	 */
	static Optional<Header> in(Grid grid) {
		Optional<Header> found = Optional.empty();
		for (int row : grid.filled().stream().filter((number) -> number < DEEPEST).toList()) {
			Header header = of(grid, row);
			if (found.isPresent() && (row != found.get().row + 1 || !header.isAsGoodAs(found.get()))) {
				return found;
			}
			found = header.isComplete() ? Optional.of(header) : Optional.empty();
		}
		return found;
	}

	private static Header of(Grid grid, int row) {
		Map<Column, Integer> columns = new EnumMap<>(Column.class);
		Map<Integer, String> unknown = new TreeMap<>();
		List<Integer> twice = new ArrayList<>();
		for (int number : seenFirst(grid, row)) {
			String heading = grid.at(row, number).words();
			Optional<Column> column = Column.named(heading);
			if (column.isEmpty()) {
				unknown.put(number, heading);
			}
			else if (columns.putIfAbsent(column.get(), number) != null && column.get() != Column.GIVEN) {
				if (grid.hiddenColumns().contains(number)) {
					unknown.put(number, heading);
				}
				else {
					twice.add(number);
				}
			}
		}
		return new Header(row, columns, unknown, twice);
	}

	/** What is hidden counts only where nothing that is seen says the same. */
	private static List<Integer> seenFirst(Grid grid, int row) {
		return grid.filled(row).stream().sorted(Comparator.comparing(grid.hiddenColumns()::contains)).toList();
	}

	private boolean isComplete() {
		return (has(Column.CODE) || has(Column.NAME))
				&& (has(Column.VALUE) || has(Column.LEVEL) || has(Column.STATEMENT));
	}

	/** Whether it is the lower row of the same headings. */
	private boolean isAsGoodAs(Header above) {
		return isComplete() && this.columns.size() >= above.columns.size();
	}

	/**
	 * The column of the heading that stands in the row above over several columns, where
	 * that row is one of headings.
	 */
	Optional<Integer> above(Grid grid, int column) {
		List<Integer> above = grid.filled(this.row - 1);
		return (above.size() < 2) ? Optional.empty()
				: above.stream().filter((number) -> number <= column).reduce((one, next) -> next);
	}

	/** Whether the lines above call the figures expected or estimated. */
	boolean saysEstimated(Grid grid) {
		return grid.filled()
			.stream()
			.filter((number) -> number < this.row)
			.flatMap((number) -> grid.filled(number).stream().map((column) -> grid.at(number, column).words()))
			.anyMatch((words) -> words.length() <= LONGEST_TITLE && ESTIMATED.matcher(words).find());
	}

	boolean has(Column column) {
		return this.columns.containsKey(column);
	}

}
