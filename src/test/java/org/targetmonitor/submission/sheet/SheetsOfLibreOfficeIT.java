package org.targetmonitor.submission.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.targetmonitor.input.CsvText;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.support.Tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.targetmonitor.submission.sheet.SampleSheets.format;
import static org.targetmonitor.submission.sheet.SampleSheets.row;
import static org.targetmonitor.submission.sheet.SampleSheets.xlsx;

/** Sheets as LibreOffice writes them, and our files as LibreOffice reads them. */
class SheetsOfLibreOfficeIT {

	private static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,76";

	@TempDir
	Path directory;

	/** Merged headings, 6 % for GDP, a formula for its level, a text number for jobs. */
	private static void filled(Workbook workbook) {
		filled(workbook.createSheet("报送"));
		merge(workbook.getSheetAt(0));
	}

	private static void filled(Sheet sheet) {
		row(sheet, 0, "2024年前三季度报送表");
		row(sheet, 2, "指标", "数值", "总量", "当季数值");
		row(sheet, 3, "生产总值", 0.06, "=1000+234.5", -0.038);
		format(sheet, 3, 1, "0%");
		format(sheet, 3, 3, "0.0%");
		row(sheet, 4, "新增就业", "１,２３４");
	}

	/** Two rows of headings, which CSV cannot have. */
	private static void merge(Sheet sheet) {
		row(sheet, 1, "指标", "本期", "", "当季数值");
		row(sheet, 2, "", "数值", "总量", "");
		sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
		sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 2));
		sheet.addMergedRegion(new CellRangeAddress(1, 2, 3, 3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls", CSV })
	void readsWhatLibreOfficeWrites(String format) throws Exception {
		Sheets.Reading reading = SampleSheets.read(converted(xlsx(
				format.equals(CSV) ? (workbook) -> filled(workbook.createSheet("报送")) : SheetsOfLibreOfficeIT::filled),
				"xlsx", format));
		assertThat(reading.faults()).isEmpty();
		assertThat(of(reading, "gdp").faults()).isEmpty();
		assertThat(of(reading, "gdp").fields()).containsEntry("value", "6")
			.containsEntry("level", "1234.5")
			.containsEntry("quarter-value", "-3.8");
		assertThat(of(reading, "gdp").cells()).containsEntry("value", "B4");
		assertThat(of(reading, "jobs").fields()).containsEntry("value", "1234");
	}

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls" })
	void refusesAtTheCellWhatLibreOfficeWrites(String format) throws Exception {
		Sheets.Reading reading = SampleSheets.read(converted(xlsx((workbook) -> {
			Sheet sheet = workbook.createSheet("报送");
			row(sheet, 0, "代码", "数值", "总量");
			row(sheet, 1, "gdp", 45356, "=1/0");
			format(sheet, 1, 1, "yyyy-mm-dd");
			row(sheet, 2, "jobs", true);
		}), "xlsx", format));
		assertThat(reading.rows()).flatExtracting(Sheets.Row::faults)
			.extracting((fault) -> fault.subject().toString(), Fault::rule)
			.containsExactly(tuple("B2 gdp", "date"), tuple("C2 gdp", "error"), tuple("B3 jobs", "boolean"));
	}

	@Test
	void refusesOpenDocumentInWords() throws Exception {
		Sheets.Reading reading = SampleSheets.read(converted(xlsx(SheetsOfLibreOfficeIT::filled), "xlsx", "ods"));
		assertThat(reading.faults()).singleElement().satisfies((fault) -> {
			assertThat(fault.rule()).isEqualTo("format");
			assertThat(fault.reason().zh()).contains("ods").contains(".xlsx");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls" })
	void templateSurvivesLibreOffice(String format) throws Exception {
		Template template = new Template(SampleSheets.PLAN, SampleSheets.THIRD_QUARTER.period(),
				new Text("2024年前三季度", "the first three quarters of 2024"),
				SampleSheets.PLAN.departments().values().iterator().next(), Text.same("2024-10-25"), Optional.empty(),
				SampleSheets.PLAN.targets()
					.stream()
					.filter((target) -> target.department().code().equals("stat"))
					.map((target) -> new Template.Line(target, new BigDecimal("-1.5"), null, null, "统计局"))
					.toList());
		byte[] file = converted(template.xlsx(Locale.SIMPLIFIED_CHINESE), "xlsx", format);
		Sheets.Reading reading = SampleSheets.read(file);
		assertThat(reading.faults()).isEmpty();
		assertThat(reading.rows()).hasSize(2).allMatch(Sheets.Row::isBlank);
		Sheets.Expected second = new Sheets.Expected(SampleSheets.PLAN, Period.parse("2024-Q2").orElseThrow(),
				SampleSheets.THIRD_QUARTER.departments());
		assertThat(Sheets.read(file, second).faults()).extracting(Fault::rule).containsExactly("other-period");
	}

	@Test
	void exportedTextIsNoFormulaAndNegativeNumberIsANumber() throws Exception {
		String csv = CsvText.cell(new BigDecimal("-3.8")) + "," + CsvText.cell("=1+1") + "," + CsvText.cell("-5.0x");
		byte[] opened = converted(csv.getBytes(StandardCharsets.UTF_8), "csv", "xlsx");
		try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(opened))) {
			Row row = workbook.getSheetAt(0).getRow(0);
			assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.NUMERIC);
			assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(-3.8);
			assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.STRING);
			assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.STRING);
		}
	}

	private byte[] converted(byte[] file, String from, String to) throws IOException, InterruptedException {
		Path source = Files.write(this.directory.resolve("source." + from), file);
		Path results = Files.createDirectories(this.directory.resolve("results"));
		Tool.Result result = Tool.named("soffice")
			.run(new byte[0], "-env:UserInstallation=" + this.directory.resolve("profile").toUri(), "--headless",
					"--convert-to", to, "--outdir", results.toString(), source.toString());
		assertThat(result.complaint()).isEmpty();
		return Files.readAllBytes(results.resolve("source." + to.split(":", 2)[0]));
	}

	private static Sheets.Row of(Sheets.Reading reading, String indicator) {
		List<Sheets.Row> rows = reading.rows()
			.stream()
			.filter((row) -> row.target().indicator().equals(indicator))
			.toList();
		assertThat(rows).hasSize(1);
		return rows.getFirst();
	}

}
