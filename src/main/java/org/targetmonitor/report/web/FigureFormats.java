package org.targetmonitor.report.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.CsvText;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.report.web.FigureTable.Row;
import org.targetmonitor.submission.Detail;

/**
 * Writes the table of figures: CSV and SDMX-CSV for programs, with every value and text
 * as it is and codes in no language; Excel for people, where no cell is a formula.
 */
final class FigureFormats {

	private FigureFormats() {
	}

	/** A spreadsheet keeps so many digits of a number. */
	private static final int DIGITS_IN_EXCEL = 15;

	/** Those before wait on the disk: a table of thousands is not held twice. */
	private static final int ROWS_IN_MEMORY = 100;

	/** Columns that stay in view: code and name. */
	private static final int FROZEN = 2;

	/** One column: its value for programs, and in a language for people. */
	private record Column(String key, Text heading, Function<Row, @Nullable Object> value,
			BiFunction<Row, Locale, @Nullable Object> words) {

		static Column of(String key, String zh, String en, Function<Row, @Nullable Object> value) {
			return new Column(key, new Text(zh, en), value, (row, locale) -> value.apply(row));
		}

		static Column of(Detail detail) {
			return of(detail.key(), detail.heading().zh(), detail.heading().en(),
					(row) -> row.details().get(detail.key()));
		}

	}

	private static final List<Column> COLUMNS = Stream.concat(
			Stream.of(Column.of("indicator", "指标代码", "Indicator", Row::indicator),
					new Column("name", new Text("指标", "Name"), (row) -> row.name().zh(),
							(row, locale) -> row.name().in(locale)),
					Column.of("unit", "单位", "Unit", Row::unit), Column.of("period", "报告期", "Period", Row::period),
					Column.of("revision", "修订号", "Revision", Row::revision),
					Column.of("in-force", "现行", "In force", Row::inForce),
					Column.of("value", "数值", "Value", Row::value), Column.of("level", "总量", "Level", Row::level),
					Column.of("level-unit", "总量单位", "Level unit", Row::levelUnit),
					Column.of("quarter-value", "当季数值", "Quarter's value", Row::quarterValue),
					Column.of("status", "数据状态", "Status", Row::status), Column.of("kind", "修订类别", "Kind", Row::kind),
					Column.of(Detail.ORIGIN), Column.of(Detail.NOTE),
					Column.of("reason", "修订原因", "Reason", Row::reason),
					new Column("state", new Text("审核状态", "State"), Row::state,
							(row, locale) -> row.stateWords().in(locale)),
					Column.of("submission", "报送编号", "Submission", (row) -> row.submission().toString()),
					Column.of("author", "报送人", "Author", Row::author),
					Column.of("recorded-at", "记录时间", "Recorded at", (row) -> row.recordedAt().toString()),
					Column.of("known-from", "报送时间", "Handed in at", (row) -> row.knownFrom().toString()),
					Column.of("decided-at", "审核时间", "Decided at",
							(row) -> (row.decidedAt() != null) ? row.decidedAt().toString() : null),
					Column.of("reviewer", "审核人", "Reviewer", Row::reviewer),
					Column.of("review-reason", "退回原因", "Reason of return", Row::reviewReason)),
			Detail.all().filter(Detail::cameLater).map(Column::of))
		.toList();

	/** Of people's columns those of programs, which get the name in both languages. */
	private static final List<Column> FOR_PROGRAMS = Stream
		.concat(COLUMNS.stream(), Stream.of(Column.of("name-en", "英文名", "English name", (row) -> row.name().en())))
		.toList();

	/**
	 * RFC 4180 with the columns' keys as header; numbers and texts exactly as stored.
	 */
	static byte[] csv(FigureTable table) {
		List<String> header = FOR_PROGRAMS.stream().map(Column::key).toList();
		List<List<Object>> rows = table.rows()
			.stream()
			.map((row) -> FOR_PROGRAMS.stream().<Object>map((column) -> printed(column.value().apply(row))).toList())
			.toList();
		return csv(header, rows);
	}

	/**
	 * SDMX-CSV 2.0: the observations in force, with plan, indicator and time as
	 * dimensions. Each replaces what the receiver has: of what is only appended an absent
	 * value leaves the old one there.
	 */
	static byte[] sdmxCsv(FigureTable table) {
		List<String> header = List.of("STRUCTURE", "STRUCTURE_ID", "ACTION", "PLAN", "REF_AREA", "INDICATOR",
				"TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "UNIT_MEASURE");
		List<List<Object>> rows = table.rows()
			.stream()
			.filter(Row::inForce)
			.map((row) -> List.<Object>of("dataflow", "TARGETMONITOR:FIGURES(1.0)", "R", table.plan().id(),
					table.plan().area().code(), row.indicator(), row.period(), printed(row.value()), row.status(),
					CsvText.guarded(row.unit())))
			.toList();
		return csv(header, rows);
	}

	/**
	 * One sheet with a heading row that stays in view; invented figures say so above it.
	 */
	static byte[] xlsx(FigureTable table, @Nullable Text notice, Locale locale) {
		try (ByteArrayOutputStream out = new ByteArrayOutputStream();
				SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
			SXSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(table.plan().id()));
			int top = 0;
			cell(sheet.createRow(top++), 0, table.plan().title().in(locale));
			if (notice != null) {
				cell(sheet.createRow(top++), 0, notice.in(locale));
			}
			headings(workbook, sheet.createRow(top++), locale);
			sheet.createFreezePane(FROZEN, top);
			for (Row row : table.rows()) {
				SXSSFRow written = sheet.createRow(top++);
				for (int column = 0; column < COLUMNS.size(); column++) {
					cell(written, column, COLUMNS.get(column).words().apply(row, locale));
				}
			}
			workbook.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void headings(SXSSFWorkbook workbook, SXSSFRow row, Locale locale) {
		Font bold = workbook.createFont();
		bold.setBold(true);
		CellStyle style = workbook.createCellStyle();
		style.setFont(bold);
		for (int column = 0; column < COLUMNS.size(); column++) {
			cell(row, column, COLUMNS.get(column).heading().in(locale));
			row.getCell(column).setCellStyle(style);
		}
	}

	private static void cell(SXSSFRow row, int column, @Nullable Object value) {
		switch (value) {
			case null -> {
			}
			case BigDecimal number when number.precision() > DIGITS_IN_EXCEL ->
				row.createCell(column).setCellValue(Numbers.plain(number));
			case Number number -> row.createCell(column).setCellValue(number.doubleValue());
			case Boolean flag -> row.createCell(column).setCellValue(flag);
			default -> row.createCell(column).setCellValue(value.toString());
		}
	}

	private static byte[] csv(List<String> header, List<List<Object>> rows) {
		StringWriter out = new StringWriter();
		try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
			printer.printRecord(header);
			printer.printRecords(rows);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String printed(@Nullable Object value) {
		return (value instanceof BigDecimal number) ? Numbers.plain(number) : Objects.toString(value, "");
	}

}
