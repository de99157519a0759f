package org.targetmonitor.period;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.tree.YamlTree;

import static org.assertj.core.api.Assertions.assertThat;

/** How a calendar file reads, and what is said of a faulty one. */
class CalendarFileTests {

	private static final List<LocalDate> QINGMING = List.of(LocalDate.of(2024, 4, 4), LocalDate.of(2024, 4, 5),
			LocalDate.of(2024, 4, 6));

	@Test
	void readsDaysOffAndMadeUpWorkingDays() {
		CalendarYear year = CalendarFile.read(YamlTree.read("""
				# a comment
				year: 2024

				source: 国务院办公厅的通知(7号) # and another
				off:
				  - 2024-04-04..2024-04-06 清明节、寒食
				  - 2024-06-10
				work: [2024-04-07 清明节]
				"""), "2024.yaml");

		assertThat(year.year()).isEqualTo(2024);
		assertThat(year.source()).isEqualTo("国务院办公厅的通知(7号)");
		assertThat(year.off()).containsAll(QINGMING).contains(LocalDate.of(2024, 6, 10)).hasSize(4);
		assertThat(year.work()).containsExactly(LocalDate.of(2024, 4, 7));
	}

	@Test
	void readsWhatAnEditorOnWindowsWrites() {
		CalendarYear year = CalendarFile
			.read(YamlTree.read("\uFEFFyear: 2024 \r\nsource: 通知\r\noff:\r\n- 2024-04-04..2024-04-06\u3000清明节\r\n"
				.getBytes(StandardCharsets.UTF_8)), "2024.yaml");

		assertThat(year.source()).isEqualTo("通知");
		assertThat(year.off()).containsExactlyInAnyOrderElementsOf(QINGMING);
	}

	/** The example that operators copy; it once made up a Monday, which is refused. */
	@Test
	void readsTheExampleOfTheHandbook() throws IOException {
		String chapter = Files.readString(Path.of("docs/operator.md"));
		String example = chapter.substring(chapter.indexOf("```yaml\nyear:") + 8);

		CalendarYear year = CalendarFile.read(YamlTree.read(example.substring(0, example.indexOf("```"))), "2027.yaml");
		assertThat(year.year()).isEqualTo(2027);
		assertThat(year.off()).hasSize(3);
		assertThat(year.work()).containsExactly(LocalDate.of(2027, 1, 9));
	}

	@Test
	void namesEveryFaultWithItsLineInBothLanguages() {
		Faulty faulty = faulty("""
				year: 2024
				holiday: 2024-05-01
				off:
				  - 2024-02-30
				  - 2024-10-07..2024-10-01 国庆节
				  - 2023-12-30..2024-01-01 元旦
				  - 2024-05-01..2024-05-05
				  - 2024-05-03
				work:
				  - 2024-05-13
				  - 2024-05-05
				""");

		assertThat(faulty.faults()).extracting((fault) -> fault.line() + " " + fault.field())
			.containsExactly("1 source", "2 holiday", "4 off", "5 off", "6 off", "8 off", "10 work", "11 work");
		assertThat(faulty.faults()).extracting((fault) -> fault.reason().en())
			.containsExactly("is missing", "unknown key \"holiday\", there are: off、source、work、year",
					"\"2024-02-30\" has a date that does not exist", "2024-10-01 is before 2024-10-07",
					"2023-12-30 is not in 2024", "2024-05-03 is already on line 7",
					"2024-05-13 is neither Saturday nor Sunday, so it cannot be worked to make up",
					"2024-05-05 is already on line 7");
		assertThat(faulty.faults()).extracting((fault) -> fault.reason().zh())
			.allSatisfy((zh) -> assertThat(zh).matches("(?s).*\\p{IsHan}.*"));
		assertThat(faulty).hasMessageContaining("工作日历 / working-day calendar some.yaml:")
			.hasMessageContaining("line 10, work: 2024-05-13不是周六或周日")
			.hasMessageContaining("/ 2024-05-13 is neither");
	}

	@ParameterizedTest
	@ValueSource(strings = { "off: []", "off: 国庆节", "off: 2024-10-01", "off: {2024-10-01: 国庆节}", "off: [国庆节]",
			"off: [2024-10-1]", "off: [2024-10-01 2024-10-07]", "off: [2024-10-01 .. 2024-10-07]",
			"off: [2024-10-01..]", "off: [2024-10-01至2024-10-07]", "off: [2024-10-01 至 2024-10-07]",
			"off: [2024/10/01]", "off: [2024-10-01..2024-10-07国庆节]", "off: [[2024-10-01]]", "off: [~]",
			"off: [2024-05-01]\nwork: [20241012]", "off: [2024-05-01]\nwork: 2024-10-12" })
	void takesNoOtherWordingForDays(String lines) {
		assertThat(faulty("year: 2024\nsource: s\n" + lines).faults()).isNotEmpty()
			.extracting(Fault::line)
			.allSatisfy((line) -> assertThat(line).isEqualTo(lines.contains("\n") ? 4 : 3));
	}

	/**
	 * What somebody wrote stands in the fault, also where YAML takes it for something
	 * else.
	 */
	@Test
	void quotesADayThatIsFollowedByAColon() {
		assertThat(faulty("year: 2024\nsource: s\noff:\n  - 2024-10-01: 国庆节").faults()).singleElement()
			.extracting((fault) -> fault.reason().en())
			.asString()
			.startsWith("\"2024-10-01:\" is not 2024-02-10 or");
	}

	@ParameterizedTest
	@ValueSource(strings = { "year: ~", "year: 24", "year: 1899", "year: 3000", "year: 2024年",
			"year: \uFF12\uFF10\uFF12\uFF14", "year: [2024]" })
	void takesNoOtherWordingForTheYear(String line) {
		assertThat(faulty(line + "\nsource: s\noff: [2024-05-01]\nwork: [0001-01-01..9999-12-31]").faults())
			.singleElement()
			.extracting(Fault::line, Fault::field)
			.containsExactly(1, "year");
	}

	@Test
	void refusesAnEmptySource() {
		assertThat(faulty("year: 2024\nsource: ' '\noff: [2024-05-01]").faults()).extracting(Fault::line)
			.containsExactly(2);
	}

	@Test
	void refusesAYearWithoutADayOff() {
		assertThat(faulty("year: 2024\nsource: s\nwork: [2024-05-11]").faults()).singleElement()
			.extracting((fault) -> fault.reason())
			.isEqualTo(new Text("没有一个放假日", "not one day off"));
	}

	@Test
	void refusesAnEmptyFileAndOneOfTheEarlierForm() {
		assertThat(faulty("").faults()).extracting((fault) -> fault.field() + " " + fault.rule())
			.startsWith(" mapping");
		assertThat(faulty("year 2024\nsource 通知\noff 2024-05-01..2024-05-05 劳动节\n").faults())
			.extracting((fault) -> fault.reason().en())
			.startsWith("must be a mapping of keys to values");
	}

	@Test
	void refusesARangeOfManyYearsAtOnce() {
		assertThat(faulty("year: 2024\nsource: s\nwork: [0001-01-01..9999-12-31]\noff: [2024-05-01]").faults())
			.singleElement()
			.extracting((fault) -> fault.reason().en())
			.isEqualTo("0001-01-01 is not in 2024");
	}

	private static Faulty faulty(String text) {
		return Assertions.catchThrowableOfType(Faulty.class, () -> CalendarFile.read(YamlTree.read(text), "some.yaml"));
	}

}
