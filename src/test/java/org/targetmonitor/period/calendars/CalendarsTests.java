package org.targetmonitor.period.calendars;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

import org.targetmonitor.input.Faulty;
import org.targetmonitor.period.CalendarFile;
import org.targetmonitor.period.DayKind;
import org.targetmonitor.period.WorkingDays;

import static org.assertj.core.api.Assertions.assertThat;

/** Which calendars are found, and what stops the start. */
class CalendarsTests {

	private static final String NATIONAL_DAY_2027 = "year: 2027\nsource: 通知\noff: [2027-10-01 国庆节]\n";

	private final ApplicationContextRunner monitor = new ApplicationContextRunner()
		.withUserConfiguration(Calendars.class);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void findsTheShippedCalendars() {
		this.monitor
			.run((context) -> assertThat(context.getBean(WorkingDays.class).years()).containsExactly(2024, 2025, 2026));
	}

	@Test
	void addsAnOperatorsYear() throws IOException {
		write("next.yaml", NATIONAL_DAY_2027, StandardCharsets.UTF_8);
		write("notes.md", "not a calendar", StandardCharsets.UTF_8);

		withDirectory(this.directory).run((context) -> {
			WorkingDays calendar = context.getBean(WorkingDays.class);
			assertThat(calendar.years()).containsExactly(2024, 2025, 2026, 2027);
			assertThat(calendar.kindOf(LocalDate.of(2027, 10, 1))).isEqualTo(DayKind.OFF);
		});
	}

	@Test
	void letsAnOperatorsFileReplaceTheShippedYear() throws IOException {
		write("a.yaml", "year: 2026\nsource: 更正\noff: [2026-10-08]\n", StandardCharsets.UTF_8);

		withDirectory(this.directory).run((context) -> {
			WorkingDays calendar = context.getBean(WorkingDays.class);
			assertThat(calendar.kindOf(LocalDate.of(2026, 10, 8))).isEqualTo(DayKind.OFF);
			assertThat(calendar.kindOf(LocalDate.of(2026, 10, 1))).isEqualTo(DayKind.WORKING);
		});
	}

	@Test
	void stopsTheStartNamingFileLineAndReason() throws IOException {
		write("2027.yaml", NATIONAL_DAY_2027 + "work: [2027-10-11]\n", StandardCharsets.UTF_8);

		assertStopped(this.directory, "2027.yaml", "line 4, work: 2027-10-11不是周六或周日",
				"2027-10-11 is neither Saturday nor Sunday");
	}

	@Test
	void stopsTheStartOnAFileInAnotherEncoding() throws IOException {
		write("2027.yaml", NATIONAL_DAY_2027, Charset.forName("GB18030"));

		assertStopped(this.directory, "2027.yaml", "the file is not encoded in UTF-8");
	}

	/** Passed over, its year would be counted without days off. */
	@ParameterizedTest
	@ValueSource(strings = { "2027.txt", "2027.TXT", "2027.YAML" })
	void stopsTheStartOnAFileOfTheEarlierForm(String name) throws IOException {
		write(name, "year 2027\nsource 通知\noff 2027-10-01 国庆节\n", StandardCharsets.UTF_8);

		assertStopped(this.directory, name, "one of the earlier form");
	}

	@Test
	void stopsTheStartOnTwoFilesForOneYear() throws IOException {
		write("a.yaml", NATIONAL_DAY_2027, StandardCharsets.UTF_8);
		write("b.yaml", NATIONAL_DAY_2027, StandardCharsets.UTF_8);

		assertStopped(this.directory, "b.yaml", "2027 is already given by", "a.yaml");
	}

	@Test
	void stopsTheStartOnADirectoryThatIsNotThere() {
		assertStopped(this.directory.resolve("missing"), "missing (targetmonitor.calendars)", "cannot be read");
	}

	@Test
	void endsAStoppedStartInWords() {
		Faulty faulty = CalendarFile.faulty("2027.yaml", List.of());

		assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, (type, name, failure) -> {
			})
			.stream()
			.map((analyzer) -> analyzer.analyze(new IllegalStateException(faulty)))
			.filter(Objects::nonNull)
			.map(FailureAnalysis::getDescription)).containsExactly("文件有误 / a file is faulty: " + faulty.getMessage());
	}

	private void assertStopped(Path calendars, String... words) {
		withDirectory(calendars).run((context) -> assertThat(context).hasFailed()
			.getFailure()
			.rootCause()
			.isInstanceOf(Faulty.class)
			.hasMessageContainingAll(words));
	}

	private ApplicationContextRunner withDirectory(Path calendars) {
		return this.monitor.withPropertyValues("targetmonitor.calendars=" + calendars);
	}

	private void write(String name, String text, Charset charset) throws IOException {
		Files.writeString(this.directory.resolve(name), text, charset);
	}

}
