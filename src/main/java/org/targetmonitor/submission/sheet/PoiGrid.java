package org.targetmonitor.submission.sheet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

import org.targetmonitor.input.Text;

/** Takes the cells out of a sheet that Apache POI opened. */
final class PoiGrid {

	private static final int MOST_ROWS = 2000;

	private static final int MOST_COLUMNS = 100;

	private static final int MOST_MERGED = 2000;

	private final Map<Integer, Map<Integer, Cell>> rows = new HashMap<>();

	private final Set<Integer> hiddenRows = new HashSet<>();

	private final Set<Integer> hiddenColumns = new HashSet<>();

	private final PoiCell cells = new PoiCell();

	private PoiGrid() {
	}

	/** Something stands beyond the bounds. */
	static final class TooLarge extends RuntimeException {

		private static final long serialVersionUID = 1;

		private final transient Text reason;

		TooLarge(Text reason) {
			super(reason.en());
			this.reason = reason;
		}

		Text reason() {
			return this.reason;
		}

	}

	static Grid of(Sheet sheet) {
		PoiGrid grid = new PoiGrid();
		sheet.forEach(grid::add);
		grid.fillMerged(sheet);
		for (int column = 0; column < MOST_COLUMNS; column++) {
			if (sheet.isColumnHidden(column)) {
				grid.hiddenColumns.add(column);
			}
		}
		return new Grid(sheet.getSheetName(), grid.rows, grid.hiddenRows, grid.hiddenColumns);
	}

	private void add(Row row) {
		if (row.getZeroHeight()) {
			this.hiddenRows.add(row.getRowNum());
		}
		row.forEach((poi) -> {
			Cell cell = this.cells.of(poi);
			if (!cell.isBlank()) {
				put(poi.getRowIndex(), poi.getColumnIndex(), cell);
			}
		});
	}

	private void put(int row, int column, Cell cell) {
		if (row >= MOST_ROWS || column >= MOST_COLUMNS) {
			throw new TooLarge(
					Text.format("表格过大：%s 超出%d行、%d列的范围", "the sheet is too large: %s lies beyond %d rows and %d columns",
							Grid.address(row, column), MOST_ROWS, MOST_COLUMNS));
		}
		this.rows.computeIfAbsent(row, (number) -> new HashMap<>()).put(column, cell);
	}

	/** Words of cells merged downwards stand in each of their rows. */
	private void fillMerged(Sheet sheet) {
		if (sheet.getNumMergedRegions() > MOST_MERGED) {
			throw new TooLarge(Text.format("合并单元格超过%d处", "there are more than %d merged cells", MOST_MERGED));
		}
		for (CellRangeAddress region : sheet.getMergedRegions()) {
			int column = region.getFirstColumn();
			Cell cell = this.rows.getOrDefault(region.getFirstRow(), Map.of()).getOrDefault(column, Grid.BLANK);
			if (cell instanceof Cell.Words) {
				int last = Math.min(region.getLastRow(), MOST_ROWS - 1);
				for (int row = region.getFirstRow() + 1; row <= last; row++) {
					put(row, column, cell);
				}
			}
		}
	}

}
