package org.targetmonitor.submission.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes a template as an Excel file: only the cells to fill in can be edited, and what
 * it is of stands in sight, in a hidden sheet and in a defined name.
 */
final class TemplateWorkbook {

	/** Columns that stay in view: code and name. */
	private static final int FROZEN = 2;

	private final TemplateTable table;

	private final XSSFWorkbook workbook;

	private final XSSFSheet sheet;

	private final TemplateStyles styles;

	private int next;

	private TemplateWorkbook(TemplateTable table, XSSFWorkbook workbook) {
		this.table = table;
		this.workbook = workbook;
		this.sheet = workbook.createSheet(table.template().period().toString());
		this.styles = new TemplateStyles(workbook);
	}

	static byte[] write(TemplateTable table) {
		try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			new TemplateWorkbook(table, workbook).write();
			workbook.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write() {
		across(this.table.title(), this.styles.title(), 26);
		marks(this.sheet.createRow(this.next++));
		this.table.explanations().forEach((words) -> across(words, this.styles.explanation(), 34));
		int headings = this.next++;
		XSSFRow row = this.sheet.createRow(headings);
		row.setHeightInPoints(34);
		for (int column = 0; column < this.table.columns().size(); column++) {
			TemplateTable.Column entry = this.table.columns().get(column);
			text(row, column, entry.heading(), entry.typed() ? this.styles.typedHeading() : this.styles.heading());
			this.sheet.setColumnWidth(column, entry.width() * 256);
		}
		this.table.template().lines().forEach(this::line);
		choices(headings + 1);
		this.sheet.createFreezePane(FROZEN, headings + 1);
		print(headings);
		hiddenMarks(headings);
		this.sheet.enableLocking();
		this.sheet.lockFormatColumns(false);
		this.sheet.lockFormatRows(false);
	}

	private void across(String words, CellStyle style, int height) {
		XSSFRow row = this.sheet.createRow(this.next);
		row.setHeightInPoints(height);
		text(row, 0, words, style);
		this.sheet.addMergedRegion(new CellRangeAddress(this.next, this.next, 0, this.table.columns().size() - 1));
		this.next++;
	}

	private void marks(XSSFRow row) {
		List<String> marks = this.table.marks();
		for (int index = 0; index < marks.size(); index++) {
			text(row, index, marks.get(index), (index % 2 == 0) ? this.styles.label() : this.styles.mark());
		}
	}

	private void line(Template.Line line) {
		XSSFRow row = this.sheet.createRow(this.next++);
		List<@Nullable Object> cells = this.table.cells(line);
		for (int column = 0; column < cells.size(); column++) {
			boolean typed = this.table.columns().get(column).typed();
			Object value = cells.get(column);
			XSSFCell cell = row.createCell(column);
			cell.setCellStyle(this.styles.of(typed, value, line.decimals()));
			switch (value) {
				case null -> {
				}
				case Number number -> cell.setCellValue(number.doubleValue());
				default -> cell.setCellValue(value.toString());
			}
		}
	}

	private static void text(XSSFRow row, int column, String words, CellStyle style) {
		XSSFCell cell = row.createCell(column);
		cell.setCellValue(words);
		cell.setCellStyle(style);
	}

	/** What may be chosen is called otherwise from one indicator to another. */
	private void choices(int first) {
		int column = this.table.columns()
			.stream()
			.map(TemplateTable.Column::heading)
			.map(Column::named)
			.toList()
			.indexOf(java.util.Optional.of(Column.STATUS));
		DataValidationHelper helper = this.sheet.getDataValidationHelper();
		Map<List<String>, CellRangeAddressList> places = new LinkedHashMap<>();
		int row = first;
		for (Template.Line line : this.table.template().lines()) {
			places.computeIfAbsent(this.table.choices(line), (words) -> new CellRangeAddressList())
				.addCellRangeAddress(row, column, row, column);
			row++;
		}
		places.forEach((words, cells) -> {
			DataValidation validation = helper
				.createValidation(helper.createExplicitListConstraint(words.toArray(String[]::new)), cells);
			validation.setShowErrorBox(true);
			this.sheet.addValidationData(validation);
		});
	}

	private void print(int headings) {
		PrintSetup print = this.sheet.getPrintSetup();
		print.setPaperSize(PrintSetup.A4_PAPERSIZE);
		print.setLandscape(true);
		print.setFitWidth((short) 1);
		print.setFitHeight((short) 0);
		this.sheet.setFitToPage(true);
		this.sheet.setRepeatingRows(new CellRangeAddress(headings, headings, 0, 0));
	}

	private void hiddenMarks(int headings) {
		XSSFSheet marks = this.workbook.createSheet(SheetFile.MARKS);
		List<String> values = List.of("plan", this.table.template().plan().id(), "period",
				this.table.template().period().toString(), "department", this.table.template().department().code());
		for (int index = 0; index < values.size(); index += 2) {
			XSSFRow row = marks.createRow(index / 2);
			row.createCell(0).setCellValue(values.get(index));
			row.createCell(1).setCellValue(values.get(index + 1));
		}
		this.workbook.setSheetHidden(this.workbook.getSheetIndex(marks), true);
		XSSFName name = this.workbook.createName();
		name.setNameName("targetmonitor_headings");
		name.setRefersToFormula("'%s'!$A$%d".formatted(this.sheet.getSheetName(), headings + 1));
	}

}
