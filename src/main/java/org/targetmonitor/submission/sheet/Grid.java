package org.targetmonitor.submission.sheet;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One sheet as rows of cells, counted from 0.
 *
 * @param name the sheet's name, empty in a CSV file
 * @param rows the rows with their cells; a row may be shorter than others
 * @param hiddenRows rows that are not shown
 * @param hiddenColumns columns that are not shown
 */
record Grid(String name, Map<Integer, Map<Integer, Cell>> rows, Set<Integer> hiddenRows, Set<Integer> hiddenColumns) {

	/** What an empty cell is. */
	static final Cell BLANK = new Cell.Blank();

	/** The cell, blank where the sheet has none. */
	Cell at(int row, int column) {
		return this.rows.getOrDefault(row, Map.of()).getOrDefault(column, BLANK);
	}

	/** The rows that have cells, from the top. */
	List<Integer> filled() {
		return this.rows.keySet().stream().sorted().toList();
	}

	/** The columns of a row that have cells, from the left. */
	List<Integer> filled(int row) {
		return this.rows.getOrDefault(row, Map.of()).keySet().stream().sorted().toList();
	}

	boolean isHidden(int row, int column) {
		return this.hiddenRows.contains(row) || this.hiddenColumns.contains(column);
	}

	/** As people name a cell, such as {@code C7}. */
	static String address(int row, int column) {
		return column(column) + (row + 1);
	}

	/** As people name a column, such as {@code AB}. */
	static String column(int column) {
		String last = String.valueOf((char) ('A' + column % 26));
		return (column < 26) ? last : column(column / 26 - 1) + last;
	}

}
