package org.targetmonitor.submission.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;

/** Opens .xls record by record: what is not read is not kept. */
final class XlsFile {

	private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(this::record);

	private final List<BoundSheetRecord> sheets = new ArrayList<>();

	private final List<String> texts = new ArrayList<>();

	private final List<CellRangeAddress> merged = new ArrayList<>();

	private final List<Grid> grids = new ArrayList<>();

	private final List<Grid> marks = new ArrayList<>();

	private CellValues values = new CellValues(false);

	/** How many sheets have begun, whatever is on them. */
	private int begun;

	private int depth;

	private @Nullable GridBuilder grid;

	private @Nullable FormulaRecord waiting;

	private XlsFile() {
	}

	static Opening open(POIFSFileSystem file) throws IOException {
		XlsFile reader = new XlsFile();
		HSSFRequest request = new HSSFRequest();
		request.addListenerForAllRecords(reader.formats);
		new HSSFEventFactory().processWorkbookEvents(request, file);
		return new Opening.Opened(reader.grids, reader.marks);
	}

	private void record(Record record) {
		switch (record) {
			case BOFRecord begin -> begin(begin);
			case EOFRecord end -> end();
			case BoundSheetRecord sheet -> add(sheet);
			case DateWindow1904Record window -> this.values = new CellValues(window.getWindowing() == 1);
			case SSTRecord shared -> add(shared);
			default -> {
				if (this.grid != null && this.depth == 1) {
					cell(this.grid, record);
				}
			}
		}
	}

	/** A chart on a sheet begins within it. */
	private void begin(BOFRecord begin) {
		this.depth++;
		if (this.depth > 1 || begin.getType() == BOFRecord.TYPE_WORKBOOK) {
			return;
		}
		int index = this.begun++;
		if (begin.getType() == BOFRecord.TYPE_WORKSHEET && index < this.sheets.size()) {
			BoundSheetRecord sheet = this.sheets.get(index);
			boolean hidden = sheet.isHidden() || sheet.isVeryHidden();
			boolean read = !hidden || sheet.getSheetname().equals(SheetFile.MARKS);
			this.grid = read ? new GridBuilder(sheet.getSheetname()) : null;
		}
	}

	private void end() {
		this.depth--;
		GridBuilder complete = this.grid;
		if (this.depth == 0 && complete != null) {
			this.merged.forEach(
					(region) -> complete.merge(region.getFirstRow(), region.getLastRow(), region.getFirstColumn()));
			this.merged.clear();
			Grid read = complete.grid();
			(read.name().equals(SheetFile.MARKS) ? this.marks : this.grids).add(read);
			this.grid = null;
		}
	}

	private void add(BoundSheetRecord sheet) {
		this.sheets.add(sheet);
		if (this.sheets.size() > SheetFile.MOST_SHEETS) {
			throw Unreadable.tooLarge(Text.format("工作表超过%d张", "there are more than %d sheets", SheetFile.MOST_SHEETS));
		}
	}

	/** Trimmed once, however many cells name it. */
	private void add(SSTRecord shared) {
		for (int index = 0; index < shared.getNumUniqueStrings(); index++) {
			this.texts.add(Foldings.visible(shared.getString(index).getString()));
		}
	}

	private void cell(GridBuilder into, Record record) {
		switch (record) {
			case RowRecord row when row.getZeroHeight() -> into.hideRow(row.getRowNumber());
			case ColumnInfoRecord columns when columns.getHidden() || columns.getColumnWidth() == 0 ->
				into.hideColumns(columns.getFirstColumn(), columns.getLastColumn());
			case MergeCellsRecord regions -> merge(regions);
			case LabelSSTRecord label ->
				into.words(label.getRow(), label.getColumn(), text(label.getSSTIndex()), false);
			case LabelRecord label -> into.words(label.getRow(), label.getColumn(), label.getValue(), false);
			case NumberRecord number -> number(into, number, number.getValue(), false);
			case BoolErrRecord value -> into.put(value.getRow(), value.getColumn(),
					value.isBoolean() ? CellValues.bool(value.getBooleanValue()) : error(value.getErrorValue()));
			case FormulaRecord formula -> formula(into, formula);
			case StringRecord result -> result(into, result);
			default -> {
			}
		}
	}

	private void merge(MergeCellsRecord regions) {
		for (int index = 0; index < regions.getNumAreas() && this.merged.size() <= GridBuilder.MOST_MERGED; index++) {
			this.merged.add(regions.getAreaAt(index));
		}
	}

	private String text(int index) {
		if (index < 0 || index >= this.texts.size()) {
			throw new Unreadable(SheetFile.DAMAGED);
		}
		return this.texts.get(index);
	}

	private void number(GridBuilder into, CellValueRecordInterface cell, double value, boolean computed) {
		int format = this.formats.getFormatIndex(cell);
		String code = Optional.ofNullable(this.formats.getFormatString(format)).orElse("");
		into.put(cell.getRow(), cell.getColumn(), this.values.number(value, format, code, computed));
	}

	/** Words that a formula gives stand in the record behind it. */
	private void formula(GridBuilder into, FormulaRecord formula) {
		this.waiting = formula.hasCachedResultString() ? formula : null;
		CellType result = formula.getCachedResultTypeEnum();
		switch (result) {
			case NUMERIC -> number(into, formula, formula.getValue(), true);
			case BOOLEAN ->
				into.put(formula.getRow(), formula.getColumn(), CellValues.bool(formula.getCachedBooleanValue()));
			case ERROR -> into.put(formula.getRow(), formula.getColumn(), error(formula.getCachedErrorValue()));
			case STRING, BLANK, _NONE, FORMULA -> {
			}
		}
	}

	private void result(GridBuilder into, StringRecord result) {
		if (this.waiting != null) {
			into.words(this.waiting.getRow(), this.waiting.getColumn(), result.getString(), true);
			this.waiting = null;
		}
	}

	private static Cell error(int code) {
		return CellValues.error(FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#?");
	}

}
