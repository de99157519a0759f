package org.targetmonitor.submission.sheet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.targetmonitor.input.Text;

/**
 * Gathers the cells of one sheet, whatever kind of file it came in, and ends where more
 * comes than a sheet of figures can have.
 */
final class GridBuilder {

	/**
	 * A row for each figure that can be handed in at once, and what stands above them.
	 */
	static final int MOST_ROWS = 21_000;

	static final int MOST_COLUMNS = 100;

	/** Excel itself takes no longer text. */
	static final int LONGEST_CELL = 32_767;

	/** Of all cells together. */
	private static final int MOST_TEXT = 3_000_000;

	/** As many as a template of that many rows has. */
	private static final int MOST_CELLS = 400_000;

	static final int MOST_MERGED = 2000;

	private final String name;

	private final Map<Integer, Map<Integer, Cell>> rows = new HashMap<>();

	private final Set<Integer> hiddenRows = new HashSet<>();

	private final Set<Integer> hiddenColumns = new HashSet<>();

	private int merged;

	private int text;

	private int cells;

	GridBuilder(String name) {
		this.name = name;
	}

	/** Puts a text in without keeping what is too long. */
	void words(int row, int column, String text, boolean computed) {
		if (text.length() > LONGEST_CELL) {
			throw tooLong(row, column);
		}
		String stripped = Foldings.visible(text);
		if (!stripped.isEmpty()) {
			put(row, column, new Cell.Words(stripped, computed));
		}
	}

	static Unreadable tooLong(int row, int column) {
		return Unreadable.tooLarge(Text.format("单元格%s的文字超过%d个字符", "the text in %s has more than %d characters",
				Grid.address(row, column), LONGEST_CELL));
	}

	void put(int row, int column, Cell cell) {
		if (cell.isBlank()) {
			return;
		}
		if (row >= MOST_ROWS || column >= MOST_COLUMNS) {
			throw Unreadable.tooLarge(
					Text.format("表格过大：%s 超出%d行、%d列的范围", "the sheet is too large: %s lies beyond %d rows and %d columns",
							Grid.address(row, column), MOST_ROWS, MOST_COLUMNS));
		}
		this.text += cell.words().length();
		if (this.text > MOST_TEXT) {
			throw Unreadable.tooLarge(Text.format("表格过大：文字合计超过%d个字符",
					"the sheet is too large: its texts have more than %d characters together", MOST_TEXT));
		}
		if (++this.cells > MOST_CELLS) {
			throw Unreadable
				.tooLarge(Text.format("表格过大：超过%d个单元格", "the sheet is too large: more than %d cells", MOST_CELLS));
		}
		this.rows.computeIfAbsent(row, (number) -> new HashMap<>()).put(column, cell);
	}

	void hideRow(int row) {
		if (row < MOST_ROWS) {
			this.hiddenRows.add(row);
		}
	}

	void hideColumns(int first, int last) {
		for (int column = Math.max(first, 0); column <= Math.min(last, MOST_COLUMNS - 1); column++) {
			this.hiddenColumns.add(column);
		}
	}

	/** Words of cells merged downwards stand in each of their rows. */
	void merge(int firstRow, int lastRow, int column) {
		if (++this.merged > MOST_MERGED) {
			throw Unreadable.tooLarge(Text.format("合并单元格超过%d处", "there are more than %d merged cells", MOST_MERGED));
		}
		Cell cell = this.rows.getOrDefault(firstRow, Map.of()).getOrDefault(column, Grid.BLANK);
		if (cell instanceof Cell.Words) {
			for (int row = firstRow + 1; row <= Math.min(lastRow, MOST_ROWS - 1); row++) {
				put(row, column, cell);
			}
		}
	}

	Grid grid() {
		return new Grid(this.name, this.rows, this.hiddenRows, this.hiddenColumns);
	}

}
