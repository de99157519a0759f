package org.targetmonitor.submission.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;

/** A small plan, and sheets for it as staff make them. */
final class SampleSheets {

	static final Plan PLAN = PlanFile.read(YamlTree.read("""
			plan: sample-2024
			title: 样例
			area: {code: "330110", zh: 余杭区}
			year: 2024
			timezone: Asia/Shanghai
			source: 测试
			due: {working-days-after-period: 15}
			closes: 2025-12-31
			departments: {stat: {zh: 统计局, en: Statistics}, tax: {zh: 财政局, en: Finance}}
			targets:
			  - {indicator: gdp, name: {zh: 生产总值, en: GDP}, wording: 增长6%, measure: growth, unit: percent, \
			decimals: 1, goal: {at-least: 6}, reported: quarterly, level-unit: 亿元, department: stat, nature: expected}
			  - {indicator: jobs, name: {zh: 新增就业, en: Jobs}, wording: 1200人, measure: level, unit: 人, decimals: 0, \
			goal: {at-least: 1200}, reported: quarterly, department: stat, nature: expected}
			  - {indicator: revenue, name: {zh: 财政收入, en: Revenue}, wording: 增长6%, measure: growth, unit: percent, \
			decimals: 1, goal: {at-least: 6}, reported: quarterly, department: tax, nature: expected}
			"""), "sample").plan();

	static final Sheets.Expected THIRD_QUARTER = new Sheets.Expected(PLAN, Period.parse("2024-Q3").orElseThrow(),
			Set.of("stat"));

	private SampleSheets() {
	}

	/** Reads a file as one of the third quarter. */
	static Sheets.Reading read(byte[] file) {
		return Sheets.read(file, THIRD_QUARTER);
	}

	/** An .xlsx file. */
	static byte[] xlsx(Consumer<Workbook> content) {
		return written(new XSSFWorkbook(), content);
	}

	/** An .xls file. */
	static byte[] xls(Consumer<Workbook> content) {
		return written(new HSSFWorkbook(), content);
	}

	private static byte[] written(Workbook workbook, Consumer<Workbook> content) {
		try (workbook; ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			content.accept(workbook);
			workbook.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Headings in row 1, GDP in row 2 and jobs in row 3; {@code change} may change
	 * everything.
	 */
	static Consumer<Workbook> sheet(Consumer<Sheet> change) {
		return (workbook) -> {
			Sheet sheet = workbook.createSheet("报送");
			row(sheet, 0, "指标代码", "指标", "数值", "总量", "数据状态", "说明");
			row(sheet, 1, "gdp", "生产总值");
			row(sheet, 2, "jobs", "新增就业");
			change.accept(sheet);
		};
	}

	/** Such a sheet with the given value for GDP in C2. */
	static Consumer<Workbook> gdp(Object value) {
		return sheet((sheet) -> set(sheet, 1, 2, value));
	}

	/** Such a sheet with a number shown in a format for GDP in C2. */
	static Consumer<Workbook> gdp(Number value, String format) {
		return sheet((sheet) -> {
			set(sheet, 1, 2, value);
			format(sheet, 1, 2, format);
		});
	}

	static void row(Sheet sheet, int row, Object... values) {
		for (int column = 0; column < values.length; column++) {
			set(sheet, row, column, values[column]);
		}
	}

	static void set(Sheet sheet, int row, int column, Object value) {
		Row line = (sheet.getRow(row) != null) ? sheet.getRow(row) : sheet.createRow(row);
		org.apache.poi.ss.usermodel.Cell cell = line.createCell(column);
		switch (value) {
			case Number number -> cell.setCellValue(number.doubleValue());
			case Boolean flag -> cell.setCellValue(flag);
			case String text when text.startsWith("=") -> cell.setCellFormula(text.substring(1));
			default -> cell.setCellValue(value.toString());
		}
	}

	static void format(Sheet sheet, int row, int column, String format) {
		CellStyle style = sheet.getWorkbook().createCellStyle();
		style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
		sheet.getRow(row).getCell(column).setCellStyle(style);
	}

}
