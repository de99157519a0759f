package org.targetmonitor.submission.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
		for (int number : grid.filled(row)) {
			String heading = grid.at(row, number).words();
			Optional<Column> column = Column.named(heading);
			if (column.isEmpty()) {
				unknown.put(number, heading);
			}
			else if (columns.putIfAbsent(column.get(), number) != null && column.get() != Column.GIVEN) {
				twice.add(number);
			}
		}
		return new Header(row, columns, unknown, twice);
	}

	private boolean isComplete() {
		return (has(Column.CODE) || has(Column.NAME))
				&& (has(Column.VALUE) || has(Column.LEVEL) || has(Column.STATEMENT));
	}

	/** Whether it is the lower row of the same headings. */
	private boolean isAsGoodAs(Header above) {
		return isComplete() && this.columns.size() >= above.columns.size();
	}

	boolean has(Column column) {
		return this.columns.containsKey(column);
	}

}
