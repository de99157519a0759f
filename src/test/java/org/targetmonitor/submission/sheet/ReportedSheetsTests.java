package org.targetmonitor.submission.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Department;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Files that were misread elsewhere, for the invented plan of 2024. */
class ReportedSheetsTests {

	private static final Plan PLAN = plan();

	private static Plan plan() {
		return PlanFile.read(YamlTree.read(resource("/plans/demo/demo-2024.yaml")), "demo").plan();
	}

	private static byte[] resource(String name) {
		try (InputStream in = Objects.requireNonNull(ReportedSheetsTests.class.getResourceAsStream(name), name)) {
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Sheets.Reading read(String file, String period) {
		return Sheets.read(resource("/sheets/" + file), new Sheets.Expected(PLAN, Period.parse(period).orElseThrow(),
				PLAN.departments().values().stream().map(Department::code).collect(Collectors.toSet())));
	}

	@ParameterizedTest
	@CsvSource({ "quote-all-comma.csv, 2024-Q4, invented-in-step, 5.4",
			"en-template-excel-saved.csv, 2024-Q4, invented-on-track, 5.9",
			"blank-lines.csv, 2024-Q4, invented-on-track, 5.9", "iso-date.xlsx, 2024-Q4, invented-on-track, 5.9",
			"workbook22.xlsx, 2024-Q4, invented-on-track, 5.9", "numfmt-title-57.xlsx, 2024-Q4, invented-on-track, 5.9",
			"month-word-title.csv, 2024-Q3, invented-on-track, 5.9", "period-00.csv, 2024-Q3, invented-on-track, 5.9",
			"period-03.csv, 2024-Q3, invented-on-track, 5.9", "period-09.csv, 2024-Q3, invented-on-track, 5.9",
			"title-unit.csv, 2024-Q3, invented-on-track, 5.9", "strict-date.xlsx, 2024-Q4, invented-on-track, 5.9",
			"read-only-agile.xlsx, 2024-Q4, invented-on-track, 5.9",
			"read-only-recommended.xlsx, 2024-Q4, invented-on-track, 5.9",
			"read-only.xls, 2024-Q4, invented-on-track, 5.9", "names-brackets.xlsx, 2024-Q4, invented-on-track, 5.9",
			"names-brackets.xlsx, 2024-Q4, invented-prices, 2.4",
			"names-brackets.xlsx, 2024-Q4, invented-lagging-growth, 4.7",
			"codes-unseen.xlsx, 2024-Q4, invented-on-track, 5.9", "codes-unseen.xlsx, 2024-Q4, invented-prices, 2.4",
			"codes-unseen.xlsx, 2024-Q4, invented-lagging-growth, 4.7",
			"codes-unseen.xlsx, 2024-Q4, invented-in-step, 5.4", "sep-semicolon.csv, 2024-Q4, invented-on-track, 5.9",
			"sep-wrong.csv, 2024-Q4, invented-on-track, 5.9", "utf16le-nomark.csv, 2024-Q4, invented-on-track, 5.9",
			"utf16be-nomark.csv, 2024-Q4, invented-on-track, 5.9", "cr-only.csv, 2024-Q4, invented-on-track, 5.9",
			"fmt-percent.xlsx, 2024-Q4, invented-on-track, 5.9", "phonetic.xlsx, 2024-Q4, invented-on-track, 5.9",
			"fmt-percent-literal.xlsx, 2024-Q4, invented-on-track, 5.9" })
	void reads(String file, String period, String indicator, String value) {
		Sheets.Reading reading = read("reported/" + file, period);
		assertThat(reading.faults()).isEmpty();
		assertThat(row(reading, indicator).faults()).isEmpty();
		assertThat(row(reading, indicator).fields()).containsEntry("value", value);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "period-00.csv", "period-03.csv", "period-09.csv", "title-unit.csv", "month-word-title.csv" })
	void refusesAnotherPeriod(String file) {
		assertThat(read("reported/" + file, "2024-Q4").faults()).extracting(Fault::rule)
			.containsExactly("other-period");
	}

	@ParameterizedTest
	@CsvSource({ "numfmt-level-31.xlsx, invented-achieved, C2 invented-achieved, date, 2024-09-01",
			"unit-literal.xlsx, invented-on-track, C2 invented-on-track, unit, 万元",
			"level-0comma.csv, invented-achieved, C2 invented-achieved, separator, 千分位",
			"fmt-thousands.xlsx, invented-achieved, C2 invented-achieved, scaled-format, 1523400",
			"fmt-bang-wanyuan.xlsx, invented-achieved, C2 invented-achieved, scaled-format, 45678",
			"fmt-cond-yi.xlsx, invented-achieved, C2 invented-achieved, scaled-format, 45678",
			"fmt-yi-of-yuan.xlsx, invented-achieved, C2 invented-achieved, unit, 亿",
			"fmt-permille.xlsx, invented-on-track, B2 invented-on-track, unit, ‰",
			"fmt-percent-level.xlsx, invented-on-track, C2 invented-on-track, percent-format, 亿元",
			"fmt-up-down.xlsx, invented-on-track, B2 invented-on-track, sign, 3.8",
			"date-1904.xlsx, invented-on-track, C3 invented-on-track, date, 2024-10-20",
			"date-1904.xls, invented-on-track, C3 invented-on-track, date, 2024-10-20" })
	void refusesACell(String file, String indicator, String cell, String rule, String words) {
		List<Fault> faults = row(read("reported/" + file, "2024-Q4"), indicator).faults();
		assertThat(faults).extracting((fault) -> fault.subject().toString(), Fault::rule)
			.containsExactly(tuple(cell, rule));
		assertThat(faults.getFirst().reason().zh()).contains(words);
	}

	/** What is seen is not what is read, and that is said. */
	@ParameterizedTest
	@CsvSource({ "fmt-minus-hidden.xlsx, -3.8, 单元格不显示负号，按-3.8读取", "fmt-hidden.xlsx, 5.9, 单元格不显示数字，按5.9读取" })
	void saysWhatACellDoesNotShow(String file, String value, String words) {
		Sheets.Row row = row(read("reported/" + file, "2024-Q4"), "invented-on-track");
		assertThat(row.fields()).containsEntry("value", value);
		assertThat(row.remarks()).extracting((remark) -> remark.words().zh()).containsExactly(words);
	}

	/**
	 * How a word is read aloud is no part of it: neither of a text that cells share nor
	 * of one within a cell.
	 */
	@Test
	void leavesOutHowWordsAreReadAloud() {
		assertThat(row(read("reported/phonetic.xlsx", "2024-Q4"), "invented-on-track").fields())
			.containsEntry("value", "5.9")
			.containsEntry("origin", "测试");
	}

	/** Excel shows these as dates without any code in the file. */
	@ParameterizedTest
	@ValueSource(ints = { 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58 })
	void takesNoDateOfEastAsiaForANumber(int format) {
		assertThat(new CellValues(false).number(45_536, format, "", false)).isInstanceOfSatisfying(Cell.Broken.class,
				(broken) -> assertThat(broken.rule()).isEqualTo("date"));
	}

	@ParameterizedTest
	@CsvSource({ "password.xlsx, encrypted", "sst-declared.xls, damaged", "sst-ext.xls, damaged",
			"sst-runs.xls, damaged", "sst-index.xls, damaged", "sst-long.xls, too-large", "ole-size.xls, damaged" })
	void refusesTheFile(String file, String rule) {
		assertThat(read("reported/" + file, "2024-Q4").faults()).extracting(Fault::rule).containsExactly(rule);
	}

	/**
	 * Offices' own tables: what is taken is right, and what is not is refused with its
	 * cause, by rule.
	 */
	static Stream<Arguments> office() {
		return Stream.of(arguments("01-annex-month-and-year.xlsx", Map.of(), "column-twice"),
				arguments("04-county-ranks.xlsx", Map.of(), "unknown-indicator"),
				arguments("10-tasks-percent-format.xlsx", Map.of(), "no-headings"),
				arguments("12-monthly-many-sheets.xlsx", Map.of(), "several-sheets"),
				arguments("15-this-and-last-year.xls", Map.of(), "no-headings"),
				arguments("25-departments-own-layouts.xlsx", Map.of(), "unknown-indicator"),
				arguments("29-official-form.xls", Map.of(), "no-headings"),
				arguments("49-month-rate-called-rate.xlsx", Map.of(), "column-twice"),
				arguments("53-group-unit-wanyuan.xlsx", Map.of("invented-on-track", "5.8", "invented-overdue", "6.1"),
						"unit"),
				arguments("54-month-in-the-sheet-name.xlsx", Map.of(), "other-period"),
				arguments("58-expected-figures.xlsx", Map.of("invented-on-track", "5.8", "invented-overdue", "6.1"),
						""),
				arguments("63-hidden-own-names.xlsx",
						Map.of("invented-on-track", "5.8", "invented-overdue", "6.1", "invented-lagging-growth", "4.7"),
						""));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("office")
	void misreadsNoOfficesTable(String file, Map<String, String> values, String rule) {
		Sheets.Reading reading = read("office/" + file, "2024-Q4");
		Map<String, String> read = reading.rows()
			.stream()
			.filter((row) -> row.fields().containsKey("value"))
			.collect(Collectors.toMap((row) -> row.target().indicator(),
					(row) -> row.fields().getOrDefault("value", "")));
		assertThat(reading.faults().isEmpty() ? read : Map.of()).isEqualTo(values);
		assertThat(Stream.concat(reading.faults().stream(),
				reading.rows().stream().flatMap((row) -> row.faults().stream())))
			.extracting(Fault::rule)
			.allMatch(rule::equals)
			.hasSizeGreaterThanOrEqualTo(rule.isEmpty() ? 0 : 1);
	}

	/** What a title calls expected is no preliminary figure. */
	@Test
	void takesExpectedFiguresForEstimates() {
		Sheets.Reading reading = read("office/58-expected-figures.xlsx", "2024-Q4");
		assertThat(reading.rows()).extracting((row) -> row.fields().get("status")).containsOnly("E");
		assertThat(reading.remarks()).anyMatch((remark) -> remark.zh().contains("E"));
	}

	private static Sheets.Row row(Sheets.Reading reading, String indicator) {
		assertThat(reading.faults()).isEmpty();
		return reading.rows()
			.stream()
			.filter((row) -> row.target().indicator().equals(indicator))
			.findFirst()
			.orElseThrow();
	}

}
