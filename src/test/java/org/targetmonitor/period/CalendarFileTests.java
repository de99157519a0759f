package org.targetmonitor.period;

import java.time.LocalDate;
import java.util.List;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.targetmonitor.period.FaultyCalendar.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/** How a calendar file reads, and what is said of a faulty one. */
class CalendarFileTests {

	private static final List<LocalDate> QINGMING = List.of(LocalDate.of(2024, 4, 4), LocalDate.of(2024, 4, 5),
			LocalDate.of(2024, 4, 6));

	@Test
	void readsOneFactPerLine() {
		CalendarYear year = CalendarFile.parse("2024.txt", """
				# a comment
				year 2024

				source 国务院办公厅的通知(7号) # and another
				off 2024-04-04..2024-04-06 清明节、寒食
				off 2024-06-10
				work 2024-04-07 清明节
				""".lines().toList());

		assertThat(year.year()).isEqualTo(2024);
		assertThat(year.source()).isEqualTo("国务院办公厅的通知(7号)");
		assertThat(year.off()).containsAll(QINGMING).contains(LocalDate.of(2024, 6, 10)).hasSize(4);
		assertThat(year.work()).containsExactly(LocalDate.of(2024, 4, 7));
	}

	@Test
	void readsWhatAnEditorOnWindowsWrites() {
		CalendarYear year = CalendarFile.parse("2024.txt",
				List.of("\uFEFFyear\t2024 ", " source\u3000通知", "off\u30002024-04-04..2024-04-06\u3000清明节"));

		assertThat(year.source()).isEqualTo("通知");
		assertThat(year.off()).containsExactlyInAnyOrderElementsOf(QINGMING);
	}

	@Test
	void namesEveryFaultWithItsLineInBothLanguages() {
		FaultyCalendar faulty = faulty("""
				year 2024
				year 2025
				holiday 2024-05-01
				off 2024-02-30
				off 2024-10-07..2024-10-01 国庆节
				off 2023-12-30..2024-01-01 元旦
				work 2024-05-13
				off 2024-05-01..2024-05-05
				off 2024-05-03
				work 2024-05-05
				""");

		assertThat(faulty.file()).isEqualTo("some.txt");
		assertThat(faulty.faults()).extracting(Fault::line).containsExactly(2, 3, 4, 5, 6, 7, 9, 10, 0);
		assertThat(faulty.faults()).extracting(Fault::en)
			.containsExactly("a second year", "“holiday” is not known, only year, source, off and work are",
					"“2024-02-30” has a date that does not exist", "2024-10-01 is before 2024-10-07",
					"2023-12-30 is not in 2024",
					"2024-05-13 is neither Saturday nor Sunday, so it cannot be worked to make up",
					"2024-05-03 is already on line 8", "2024-05-05 is already on line 8", "no source");
		assertThat(faulty.faults()).extracting(Fault::zh)
			.allSatisfy((zh) -> assertThat(zh).matches("(?s).*\\p{IsHan}.*"));
		assertThat(faulty).hasMessageContaining("some.txt")
			.hasMessageContaining("第 7 行：2024-05-13 不是周六或周日")
			.hasMessageContaining("line 7: 2024-05-13 is neither")
			.hasMessageEndingWith("缺少 source / no source");
	}

	@ParameterizedTest
	@ValueSource(strings = { "off", "off 国庆节", "off 2024-10-1", "off 2024-10-01 2024-10-07",
			"off 2024-10-01 .. 2024-10-07", "off 2024-10-01..", "off 2024-10-01至2024-10-07",
			"off 2024-10-01 至 2024-10-07", "off 2024/10/01", "off 2024-10-01..2024-10-07国庆节", "work 20241012" })
	void takesNoOtherWordingForDays(String line) {
		assertThat(faulty("year 2024\nsource s\noff 2024-05-01\n" + line).faults()).singleElement()
			.extracting(Fault::line)
			.isEqualTo(4);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "year", "year 24", "year 1899", "year 3000", "year 2024年", "year \uFF12\uFF10\uFF12\uFF14" })
	void takesNoOtherWordingForTheYear(String line) {
		assertThat(faulty(line + "\nsource s\noff 2024-05-01").faults()).extracting(Fault::line).containsExactly(1, 0);
	}

	@Test
	void refusesAnEmptySourceAndASecondOne() {
		assertThat(faulty("year 2024\nsource\noff 2024-05-01").faults()).extracting(Fault::line).containsExactly(2, 0);
		assertThat(faulty("year 2024\nsource s\nsource t\noff 2024-05-01").faults()).extracting(Fault::line)
			.containsExactly(3);
	}

	@Test
	void refusesAYearWithoutADayOff() {
		assertThat(faulty("year 2024\nsource s\nwork 2024-05-11").faults())
			.containsExactly(new Fault(0, "没有一个放假日（off）", "not one day off"));
	}

	@Test
	void refusesAnEmptyFile() {
		assertThat(faulty("").faults()).extracting(Fault::en)
			.containsExactly("no year", "no source", "not one day off");
	}

	@Test
	void refusesARangeOfManyYearsAtOnce() {
		assertThat(faulty("year 2024\nsource s\nwork 0001-01-01..9999-12-31\noff 2024-05-01").faults()).singleElement()
			.extracting(Fault::en)
			.isEqualTo("0001-01-01 is not in 2024");
	}

	private static FaultyCalendar faulty(String text) {
		return Assertions.catchThrowableOfType(FaultyCalendar.class,
				() -> CalendarFile.parse("some.txt", text.lines().toList()));
	}

}
