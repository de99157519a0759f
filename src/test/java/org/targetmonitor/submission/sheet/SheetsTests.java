package org.targetmonitor.submission.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.targetmonitor.submission.sheet.SampleSheets.format;
import static org.targetmonitor.submission.sheet.SampleSheets.gdp;
import static org.targetmonitor.submission.sheet.SampleSheets.read;
import static org.targetmonitor.submission.sheet.SampleSheets.row;
import static org.targetmonitor.submission.sheet.SampleSheets.set;
import static org.targetmonitor.submission.sheet.SampleSheets.sheet;
import static org.targetmonitor.submission.sheet.SampleSheets.xls;
import static org.targetmonitor.submission.sheet.SampleSheets.xlsx;

/** Every way in which staff fill in a sheet, with real files made by Apache POI. */
class SheetsTests {

	/** GDP is in percent, goal 6, one decimal: what C2 holds, and what is read. */
	static Stream<Arguments> values() {
		return Stream.of(arguments("a number", gdp(5.3), "5.3"), arguments("a negative number", gdp(-3.8), "-3.8"),
				arguments("a whole number", gdp(6), "6"), arguments("nothing behind zero", gdp(0), "0"),
				arguments("what binary makes of 5.3", gdp(Double.parseDouble("5.2999999999999998")), "5.3"),
				arguments("a sum in binary", gdp(0.1 + 5.2), "5.3"),
				arguments("0.06 shown as 6%", gdp(0.06, "0%"), "6"),
				arguments("-0.038 shown as -3.8%", gdp(-0.038, "0.0%"), "-3.8"),
				arguments("0.063 shown as 6%", gdp(0.063, "0%"), "6.3"),
				arguments("a percent sign that is a letter", gdp(5.3, "0.0\"%\""), "5.3"),
				arguments("red negatives in brackets", gdp(-3.8, "0.0_);[Red](0.0)"), "-3.8"),
				arguments("more digits than shown", gdp(5.26, "0.0"), "5.26"),
				arguments("a number as text", gdp("5.3"), "5.3"), arguments("full-width digits", gdp("５．３"), "5.3"),
				arguments("a full-width minus", gdp("－３．８"), "-3.8"), arguments("a percentage as text", gdp("6%"), "6"),
				arguments("an accountant's negative", gdp("(3.8)"), "-3.8"),
				arguments("a decrease in words", gdp("下降3.8%"), "-3.8"),
				arguments("blanks around", gdp("\u00a0 5.3 "), "5.3"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("values")
	void readsValueOfXlsxAndXls(String what, Consumer<Workbook> content, String expected) {
		assertThat(value(read(xlsx(content)), "gdp")).isEqualTo(expected);
		assertThat(value(read(xls(content)), "gdp")).isEqualTo(expected);
	}

	/** What C2 holds, the rule that refuses it, and the words for a person. */
	static Stream<Arguments> refusedCells() {
		return Stream.of(arguments("a date", gdp(45356, "m\"月\"d\"日\""), "date", "日期"),
				arguments("true", gdp(true), "boolean", "逻辑值"),
				arguments("a broken reference", sheet((sheet) -> error(sheet, "#REF!")), "error", "#REF!"),
				arguments("a division by zero", sheet((sheet) -> error(sheet, "#DIV/0!")), "error", "#DIV/0!"),
				arguments("words", gdp("待核实"), "number", "不是数字"),
				arguments("two numbers", gdp("5.3/5.4"), "unit", "单位"),
				arguments("another unit", gdp("5.3亿元"), "unit", "亿元"),
				arguments("commas that group nothing", gdp("5,3"), "separator", "逗号"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("refusedCells")
	void refusesCellInWords(String what, Consumer<Workbook> content, String rule, String words) {
		for (byte[] file : List.of(xlsx(content), xls(content))) {
			Fault fault = of(read(file), "gdp").faults().getFirst();
			assertThat(fault.subject()).hasToString("C2 gdp");
			assertThat(fault.rule()).isEqualTo(rule);
			assertThat(fault.reason().zh()).contains(words);
			assertThat(fault.line()).isEqualTo(2);
		}
	}

	/**
	 * Text that a careless pattern would look at for minutes; a bound, not a benchmark.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "(0", "0", "下降", "+", "2024年1" })
	void refusesEndlessTextInANumbersCell(String beginning) {
		String hostile = beginning + " ".repeat(32_000) + "x";
		byte[] file = ("指标代码,数值\ngdp,\"" + hostile + "\"\n").getBytes(StandardCharsets.UTF_8);
		Sheets.Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(file));
		assertThat(of(reading, "gdp").faults()).singleElement().satisfies((fault) -> {
			assertThat(fault.rule()).isEqualTo("too-long");
			assertThat(fault.subject()).hasToString("B2 gdp");
			assertThat(fault.reason().zh()).contains("不像数字").hasSizeLessThan(100);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "(0", "2024年", "单位:(" })
	void looksPastEndlessTextAboveTheHeadings(String beginning) {
		String hostile = beginning + " ".repeat(32_000) + "(";
		byte[] file = ("\"" + hostile + "\"\n指标代码,数值\ngdp,5.3\n").getBytes(StandardCharsets.UTF_8);
		Sheets.Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(file));
		assertThat(value(reading, "gdp")).isEqualTo("5.3");
	}

	@Test
	void takesTheLastResultOfAFormulaAndSaysSo() {
		byte[] file = xlsx(sheet((sheet) -> {
			set(sheet, 1, 2, "=3+2.3");
			sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
		}));
		assertThat(value(read(file), "gdp")).isEqualTo("5.3");
		assertThat(remarks(read(file), "gdp")).anyMatch((words) -> words.contains("公式上次计算的结果"));
	}

	@Test
	void refusesFormulaThatWasNeverComputed() {
		Fault fault = of(read(xlsx(gdp("=3+2.3"))), "gdp").faults().getFirst();
		assertThat(fault.subject()).hasToString("C2 gdp");
		assertThat(fault.rule()).isEqualTo("formula");
		assertThat(fault.reason().zh()).contains("重新计算");
	}

	@Test
	void readsAShareAsItStandsThere() {
		assertThat(value(read(xlsx(gdp(0.06, "0.00"))), "gdp")).isEqualTo("0.06");
	}

	@ParameterizedTest
	@ValueSource(strings = { "5.2①", "5.2²", "(5.2①)" })
	void takesNoCircledDigitForADigit(String text) {
		assertThat(of(read(xlsx(gdp(text))), "gdp").faults()).extracting(Fault::rule).containsExactly("unit");
	}

	@Test
	void doesNotDoubtSmallRate() {
		assertThat(of(read(xlsx(gdp(-0.3))), "gdp").remarks()).isEmpty();
	}

	@Test
	void refusesPercentFormatWhereTheUnitIsAnother() {
		Sheets.Row row = of(read(xlsx(sheet((sheet) -> {
			set(sheet, 2, 2, 0.06);
			format(sheet, 2, 2, "0%");
		}))), "jobs");
		assertThat(row.faults()).extracting((fault) -> fault.subject().toString(), Fault::rule)
			.containsExactly(tuple("C3 jobs", "percent-format"));
	}

	@Test
	void takesThousandsSeparators() {
		assertThat(value(read(xlsx(sheet((sheet) -> set(sheet, 2, 2, "1,234")))), "jobs")).isEqualTo("1234");
		assertThat(value(read(xlsx(sheet((sheet) -> {
			set(sheet, 2, 2, 1234);
			format(sheet, 2, 2, "#,##0");
		}))), "jobs")).isEqualTo("1234");
	}

	@Test
	void blankRowReportsNothing() {
		Sheets.Reading reading = read(xlsx(gdp(5.3)));
		assertThat(of(reading, "jobs").isBlank()).isTrue();
		assertThat(of(reading, "gdp").isBlank()).isFalse();
	}

	@Test
	void blankRowWithReasonForNoFigureReports() {
		Sheets.Row row = of(read(xlsx(sheet((sheet) -> {
			set(sheet, 1, 4, "L 有数未收");
			set(sheet, 1, 5, "企业尚未上报");
		}))), "gdp");
		assertThat(row.isBlank()).isFalse();
		assertThat(row.fields()).containsEntry("status", "L")
			.containsEntry("note", "企业尚未上报")
			.doesNotContainKey("value");
	}

	@Test
	void findsMergedHeadingsBelowTitlesInAnyOrder() {
		Sheets.Reading reading = read(xlsx((workbook) -> {
			Sheet sheet = workbook.createSheet("表");
			row(sheet, 0, "余杭区2024年前三季度主要指标");
			row(sheet, 1, "制表：统计局");
			row(sheet, 2, "备注", "本期", "", "指标名称", "负责人");
			row(sheet, 3, "", "增速（%）", "总量（亿元）", "", "");
			for (int column : List.of(0, 3, 4)) {
				sheet.addMergedRegion(new CellRangeAddress(2, 3, column, column));
			}
			sheet.addMergedRegion(new CellRangeAddress(2, 2, 1, 2));
			row(sheet, 4, "核实过", 5.3, 2345.6, "生产 总值", "张三");
		}));
		assertThat(reading.faults()).isEmpty();
		assertThat(of(reading, "gdp").fields()).containsEntry("value", "5.3")
			.containsEntry("level", "2345.6")
			.containsEntry("note", "核实过");
		assertThat(of(reading, "gdp").cells()).containsEntry("value", "B5").containsEntry("level", "C5");
		assertThat(reading.remarks()).anyMatch((remark) -> remark.zh().contains("E 负责人"));
	}

	@Test
	void refusesUnitOfTheHeadingThatIsNotTheIndicators() {
		Sheets.Reading reading = read(xlsx(sheet((sheet) -> {
			set(sheet, 0, 3, "总量（万元）");
			set(sheet, 1, 3, 2345.6);
		})));
		assertThat(of(reading, "gdp").faults()).extracting((fault) -> fault.subject().toString(), Fault::rule)
			.containsExactly(tuple("D2 gdp", "unit"));
	}

	/** GDP's levels are in 亿元: a sheet in 万元 would make them ten thousand times. */
	@ParameterizedTest
	@ValueSource(strings = { "单位：万元", "（单位：万元）", "金额单位:万元", "单位：万元、%" })
	void refusesUnitAboveTheTableThatIsNotTheIndicators(String unit) {
		Sheets.Row row = of(read(xlsx(titled("余杭区主要指标", unit))), "gdp");
		assertThat(row.faults()).extracting((fault) -> fault.subject().toString(), Fault::rule)
			.startsWith(tuple("D4 gdp", "unit"))
			.hasSize(1);
		assertThat(row.faults().getFirst().reason().zh()).contains("万元").contains("亿元");
	}

	@ParameterizedTest
	@ValueSource(strings = { "单位：亿元", "单位：亿元、%", "填报单位：统计局", "单位：统计局  单位：亿元" })
	void takesUnitAboveTheTableThatIsTheIndicators(String unit) {
		assertThat(of(read(xlsx(titled("余杭区主要指标", unit))), "gdp").faults()).isEmpty();
	}

	@Test
	void readsEveryBracketOfAHeading() {
		Sheets.Reading reading = read(xlsx(sheet((sheet) -> {
			set(sheet, 0, 3, "总量（现价）【万元】");
			set(sheet, 1, 3, 2345.6);
		})));
		assertThat(of(reading, "gdp").faults()).extracting((fault) -> fault.subject().toString(), Fault::rule)
			.containsExactly(tuple("D2 gdp", "unit"));
	}

	/** The sheet is expected to be of the third quarter of 2024's plan, or of none. */
	@ParameterizedTest
	@ValueSource(strings = { "制表时间：2024年10月15日", "2024年10月15日", "2024-10-15", "填表日期：2024年10月", "2024年度主要目标",
			"数据截至2024年09月30日" })
	void dateOfMakingASheetNamesNoPeriod(String line) {
		assertThat(PeriodText.in(line).mark()).isEmpty();
		Sheets.Reading reading = read(xlsx(titled("余杭区主要指标", line)));
		assertThat(reading.faults()).isEmpty();
		assertThat(reading.remarks()).anyMatch((remark) -> remark.zh().contains("没有注明报告期"));
	}

	@ParameterizedTest
	@CsvSource({ "2024年1—3季度, 9", "２０２４年一至三季度, 9", "2024年前三季度, 9", "2024年度, 12", "2024年度数据, 12", "2024年度目标三季度完成情况, 9",
			"2024年1-9月, 9", "2024年09月, 9", "2024年一、二季度, 6", "2024-Q3, 9", "2024-09, 9" })
	void readsPeriodInWords(String line, int months) {
		assertThat(PeriodText.in(line).mark()).contains(new PeriodMark(2024, months));
	}

	/** Without a column of its own, a figure is as firm as the title says. */
	@ParameterizedTest
	@CsvSource({ "余杭区主要指标, P", "余杭区主要指标（预计数）, E", "前三季度预测情况, E", "Estimates of the third quarter, E",
			"填表说明：本表由各单位于季后十五日内报送，数据以统计部门核定的为准，尚未核定的不要填报；明年的预计数另行布置，请不要填在本表之中，谢谢各单位的支持与配合, P" })
	void statusIsWhatTheTitleSays(String title, String status) {
		assertThat(of(read(xlsx(titled(title, "单位：亿元"))), "gdp").fields()).containsEntry("status", status);
	}

	private static Consumer<Workbook> titled(String title, String line) {
		return (workbook) -> {
			Sheet sheet = workbook.createSheet("报送");
			row(sheet, 0, title);
			row(sheet, 1, line);
			row(sheet, 2, "指标代码", "指标", "增速", "总量");
			row(sheet, 3, "gdp", "生产总值", 5.3, 2345.6);
		};
	}

	/** Signs and codes of another language stand in no template. */
	@Test
	void templateSpeaksOneLanguage() {
		Text words = new Text("三季度", "third quarter");
		Template template = new Template(SampleSheets.PLAN, SampleSheets.THIRD_QUARTER.period(), words,
				SampleSheets.PLAN.targets().getFirst().department(), words, Optional.empty(),
				List.of(new Template.Line(SampleSheets.PLAN.targets().getFirst(), null, null, null, "")));
		String english = new String(template.csv(Locale.ENGLISH), StandardCharsets.UTF_8);
		String chinese = new String(template.csv(Locale.SIMPLIFIED_CHINESE), StandardCharsets.UTF_8);
		assertThat(english).contains(",preliminary,", "Value (").doesNotContain("（", "）", "P preliminary");
		assertThat(chinese).contains(",初步核算,", "数值（").doesNotContain("P 初步核算", "选 L 或 M");
	}

	/** As in the form: nobody types the office's name again. */
	@Test
	void templateHasTheUsualSourceAndARowWithNothingElseIsBlank() {
		Text words = new Text("三季度", "third quarter");
		Template template = new Template(SampleSheets.PLAN, SampleSheets.THIRD_QUARTER.period(), words,
				SampleSheets.PLAN.targets().getFirst().department(), words, Optional.empty(),
				List.of(new Template.Line(SampleSheets.PLAN.targets().getFirst(), null, null, null, "区统计局")));
		byte[] csv = template.csv(Locale.SIMPLIFIED_CHINESE);
		assertThat(new String(csv, StandardCharsets.UTF_8)).contains(",初步核算,区统计局,");
		assertThat(read(csv).rows()).allMatch(Sheets.Row::isBlank).hasSize(1);
	}

	/** A plan's words are typed by people, too. */
	@Test
	void csvTemplateRunsNoFormula() {
		Text formula = new Text("=1+1", "=1+1");
		byte[] csv = new Template(SampleSheets.PLAN, SampleSheets.THIRD_QUARTER.period(), formula,
				SampleSheets.PLAN.targets().getFirst().department(), formula, Optional.of(formula), List.of())
			.csv(Locale.SIMPLIFIED_CHINESE);
		assertThat(new String(csv, StandardCharsets.UTF_8).lines()).contains("'=1+1")
			.anyMatch((line) -> line.contains(",'=1+1"))
			.noneMatch((line) -> line.startsWith("=") || line.contains(",=") || line.contains("\"="));
	}

	@Test
	void saysWhatIsHidden() {
		Sheets.Reading reading = read(xlsx(sheet((sheet) -> {
			set(sheet, 1, 2, 5.3);
			sheet.getRow(1).setZeroHeight(true);
			sheet.setColumnHidden(3, true);
		})));
		assertThat(value(reading, "gdp")).isEqualTo("5.3");
		assertThat(reading.remarks()).anyMatch((remark) -> remark.zh().contains("2、D"));
	}

	/** Sheets that are refused as a whole or in a row without a known indicator. */
	static Stream<Arguments> refusedSheets() {
		return Stream.of(arguments(marked("报告期", "2024-Q2"), "other-period", "B1"),
				arguments(marked("报告期：", "2024年上半年"), "other-period", "B1"),
				arguments(marked("2024年二季度主要指标", ""), "other-period", "A1"),
				arguments(marked("计划代码", "sample-2023"), "other-plan", "B1"),
				arguments(marked("部门代码", "tax"), "other-department", "B1"),
				arguments(sheet((sheet) -> set(sheet, 0, 5, "数值")), "column-twice", "F1"),
				arguments(sheet((sheet) -> row(sheet, 3, "gdp", "生产总值", 1)), "twice", "A4 gdp"),
				arguments(sheet((sheet) -> row(sheet, 3, "gnp", "", 1)), "unknown-indicator", "A4 gnp"),
				arguments(sheet((sheet) -> row(sheet, 1, "gdp", "新增就业", 1)), "name", "A2 gdp"),
				arguments(sheet((sheet) -> row(sheet, 3, "", "", 1)), "no-indicator", "A4"),
				arguments(sheet((sheet) -> row(sheet, 0, "甲", "乙", "丙")), "no-headings", ""),
				arguments(sheet((sheet) -> row(sheet.getWorkbook().createSheet("另一张"), 0, "代码", "数值")),
						"several-sheets", ""));
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("refusedSheets")
	void refusesSheetInWords(Consumer<Workbook> content, String rule, String cell) {
		for (byte[] file : List.of(xlsx(content), xls(content))) {
			assertThat(read(file).faults()).extracting(Fault::rule, (fault) -> fault.subject().toString())
				.containsExactly(tuple(rule, cell));
		}
	}

	private static Consumer<Workbook> marked(String label, String value) {
		return (workbook) -> {
			Sheet sheet = workbook.createSheet("报送");
			row(sheet, 0, label, value);
			row(sheet, 1, "指标代码", "数值");
			row(sheet, 2, "gdp", 5.3);
		};
	}

	private static void error(Sheet sheet, String error) {
		set(sheet, 1, 2, "=1/1");
		sheet.getRow(1).getCell(2).setCellErrorValue(FormulaError.forString(error).getCode());
	}

	private static Sheets.Row of(Sheets.Reading reading, String indicator) {
		assertThat(reading.faults()).isEmpty();
		return reading.rows()
			.stream()
			.filter((row) -> row.target().indicator().equals(indicator))
			.findFirst()
			.orElseThrow();
	}

	private static String value(Sheets.Reading reading, String indicator) {
		assertThat(of(reading, indicator).faults()).isEmpty();
		return Optional.ofNullable(of(reading, indicator).fields().get("value")).orElse("");
	}

	private static List<String> remarks(Sheets.Reading reading, String indicator) {
		return of(reading, indicator).remarks().stream().map((remark) -> remark.words().zh()).toList();
	}

	private static final String CSV = "指标代码,指标,数值,总量\r\ngdp,生产总值,-3.8,\"1,234.5\"\r\njobs,新增就业,,\r\n";

	static Stream<Arguments> csv() {
		return Stream.of(arguments("UTF-8", CSV.getBytes(StandardCharsets.UTF_8)),
				arguments("UTF-8 with a mark", ("\uFEFF" + CSV).getBytes(StandardCharsets.UTF_8)),
				arguments("GB18030 as Chinese Excel saves it", CSV.getBytes(Charset.forName("GB18030"))),
				arguments("Unicode text",
						("\uFEFF" + CSV.replace("\"1,234.5\"", "1234.5").replace(',', '\t'))
							.getBytes(StandardCharsets.UTF_16LE)),
				arguments("semicolons",
						CSV.replace("\"1,234.5\"", "1234.5").replace(',', ';').getBytes(StandardCharsets.UTF_8)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("csv")
	void readsCsv(String what, byte[] file) {
		assertThat(value(read(file), "gdp")).isEqualTo("-3.8");
		assertThat(of(read(file), "gdp").fields()).containsEntry("level", "1234.5");
		assertThat(of(read(file), "jobs").isBlank()).isTrue();
	}

	/** Files that are not opened, and why. */
	static Stream<Arguments> refusedFiles() throws Exception {
		byte[] good = xlsx(gdp(5.3));
		return Stream.of(arguments("nothing", new byte[0], "empty"),
				arguments("a picture under another name", new byte[] { (byte) 0x89, 'P', 'N', 'G', 13, 10 },
						"not-a-spreadsheet"),
				arguments("a web page saved as .xls",
						"<html><table><tr><td>gdp</td></tr></table>".getBytes(StandardCharsets.UTF_8), "format"),
				arguments("half a file", Arrays.copyOf(good, good.length / 2), "damaged"),
				arguments("a macro file renamed to .xlsx", with(good, "xl/vbaProject.bin", new byte[10]), "macros"),
				arguments("a zip bomb", with(good, "xl/worksheets/sheet9.xml", new byte[200_000_000]), "zip-bomb"),
				arguments("an external entity",
						with(good, "xl/evil.xml",
								"<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>".getBytes(StandardCharsets.UTF_8)),
						"doctype"),
				arguments("a password", encrypted(good), "encrypted"),
				arguments("an old file with macros", oldMacros(), "macros"),
				arguments("an OpenDocument file", zip("content.xml"), "format"),
				arguments("a Word document", zip("word/document.xml"), "not-a-spreadsheet"),
				arguments("a row far below", xlsx(sheet((sheet) -> set(sheet, 1_000_000, 2, 1))), "too-large"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("refusedFiles")
	void refusesFileInWords(String what, byte[] file, String rule) {
		Sheets.Reading reading = read(file);
		assertThat(reading.rows()).isEmpty();
		assertThat(reading.faults()).singleElement().satisfies((fault) -> {
			assertThat(fault.rule()).isEqualTo(rule);
			assertThat(fault.reason().zh()).matches(".*[\\u4e00-\\u9fff].*");
			assertThat(fault.reason().en()).isNotBlank().doesNotContainPattern("[\\u4e00-\\u9fff]");
		});
	}

	private static byte[] with(byte[] zip, String name, byte[] content) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream to = new ZipOutputStream(out);
				ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
				to.putNextEntry(new ZipEntry(entry.getName()));
				from.transferTo(to);
			}
			to.putNextEntry(new ZipEntry(name));
			to.write(content);
		}
		return out.toByteArray();
	}

	private static byte[] zip(String name) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream to = new ZipOutputStream(out)) {
			to.putNextEntry(new ZipEntry(name));
			to.write("<x/>".getBytes(StandardCharsets.UTF_8));
		}
		return out.toByteArray();
	}

	private static byte[] encrypted(byte[] file) throws Exception {
		try (POIFSFileSystem out = new POIFSFileSystem(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
			encryptor.confirmPassword("secret");
			try (OutputStream data = encryptor.getDataStream(out)) {
				data.write(file);
			}
			out.writeFilesystem(bytes);
			return bytes.toByteArray();
		}
	}

	private static byte[] oldMacros() throws IOException {
		try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(xls(gdp(5.3))));
				ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			file.getRoot().createDirectory("_VBA_PROJECT_CUR");
			file.writeFilesystem(bytes);
			return bytes.toByteArray();
		}
	}

}
