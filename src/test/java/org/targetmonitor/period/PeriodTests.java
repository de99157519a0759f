package org.targetmonitor.period;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

/** What a period's code means. */
class PeriodTests {

	@ParameterizedTest
	@CsvSource({ "2024, 2024-01-01, 2025-01-01, 12, true", "2024-S1, 2024-01-01, 2024-07-01, 6, false",
			"2024-S2, 2024-07-01, 2025-01-01, 12, true", "2024-Q1, 2024-01-01, 2024-04-01, 3, false",
			"2024-Q3, 2024-07-01, 2024-10-01, 9, false", "2024-Q4, 2024-10-01, 2025-01-01, 12, true",
			"2024-02, 2024-02-01, 2024-03-01, 2, false", "2024-09, 2024-09-01, 2024-10-01, 9, false",
			"2024-12, 2024-12-01, 2025-01-01, 12, true" })
	void hasHalfOpenDatesAndKnowsHowFarItsYearIs(String code, LocalDate start, LocalDate end, int monthsEnded,
			boolean last) {
		Period period = period(code);

		assertThat(period.start()).isEqualTo(start);
		assertThat(period.end()).isEqualTo(end);
		assertThat(period.monthsEnded()).isEqualTo(monthsEnded);
		assertThat(period.isLastOfYear()).isEqualTo(last);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "24", "2024-", "2024-0", "2024-00", "2024-13", "2024-9", "2024-009", "2024-Q0",
			"2024-Q5", "2024-Q", "2024-q3", "2024Q3", "2024-Q3 ", " 2024", "2024\n", "2024-S0", "2024-S3", "2024-H1",
			"2024-Q33", "-2024", "+2024", "1899", "3000-Q1", "0000", "20240", "2024-09-01", "\uFF12\uFF10\uFF12\uFF14",
			"\u0662\u0660\u0662\u0664", "2024-\uFF313", "2024年" })
	void takesNothingElseForACode(String text) {
		assertThat(Period.parse(text)).isEmpty();
	}

	@Test
	void readsBackEveryCodeAndEveryPairOfDatesItWrites() {
		List<Period> all = everyPeriod().toList();

		assertThat(all).hasSize(1100 * (1 + 2 + 4 + 12)).doesNotHaveDuplicates();
		assertThat(all).allSatisfy((period) -> {
			assertThat(Period.parse(period.toString())).contains(period);
			assertThat(Period.between(period.start(), period.end())).isEqualTo(period);
		});
		assertThat(all.stream().map(Period::toString)).doesNotHaveDuplicates();
	}

	@Test
	void readsNoTextButTheCodeItWouldWrite() {
		qt().withExamples(20_000)
			.forAll(strings().betweenCodePoints('-', 'T').ofLengthBetween(1, 5), strings().numericBetween(1800, 3100))
			.check((suffix, year) -> Stream.of(year + suffix, year + "-" + suffix, suffix)
				.allMatch((text) -> Period.parse(text).map((period) -> period.toString().equals(text)).orElse(true)));
	}

	@Test
	void followsOnFromThePeriodBefore() {
		assertThat(Period.ofYear(2024, Frequency.QUARTERLY)).extracting(Period::toString)
			.containsExactly("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4");
		for (Frequency frequency : Frequency.values()) {
			List<Period> periods = Period.ofYear(2024, frequency);
			assertThat(periods.getFirst().start()).isEqualTo("2024-01-01");
			assertThat(periods.getLast().end()).isEqualTo("2025-01-01");
			assertThat(periods).hasSize(12 / frequency.months()).isSorted();
			IntStream.range(1, periods.size())
				.forEach((next) -> assertThat(periods.get(next).start()).isEqualTo(periods.get(next - 1).end()));
		}
	}

	@Test
	void endsOnTheDayAfterItsLastDay() {
		assertThat(period("2024-Q3").hasEnded(LocalDate.of(2024, 9, 30))).isFalse();
		assertThat(period("2024-Q3").hasEnded(LocalDate.of(2024, 10, 1))).isTrue();
	}

	@Test
	void comparesByEndAndThenByStart() {
		assertThat(Stream.of("2025-01", "2024-12", "2024", "2024-S1", "2024-Q4", "2024-S2", "2024-06", "2024-Q2")
			.map(PeriodTests::period)
			.sorted()
			.map(Period::toString))
			.containsExactly("2024-S1", "2024-Q2", "2024-06", "2024", "2024-S2", "2024-Q4", "2024-12", "2025-01");
	}

	@Test
	void comparesAsEqualOnlyWhatIsEqual() {
		List<Period> periods = everyPeriod().filter((period) -> period.year() >= 2023 && period.year() <= 2025)
			.toList();

		for (Period one : periods) {
			assertThat(periods.stream().filter((other) -> one.compareTo(other) == 0)).containsExactly(one);
		}
	}

	@ParameterizedTest
	@CsvSource({ "2024-01-01, 2024-01-31", "2024-01-01, 2024-03-01", "2024-02-01, 2024-05-01", "2024-04-01, 2024-10-01",
			"2024-07-01, 2025-07-01", "2024-01-02, 2024-02-02", "2024-04-01, 2024-01-01", "2024-01-01, 2024-01-01",
			"1899-01-01, 1900-01-01", "3000-01-01, 3000-04-01" })
	void hasNoPeriodBetweenOtherDates(LocalDate start, LocalDate end) {
		assertThatIllegalArgumentException().isThrownBy(() -> Period.between(start, end));
	}

	@Test
	void refusesYearAndNumberOutOfRange() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Period(1899, Frequency.YEARLY, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new Period(3000, Frequency.YEARLY, 1));
		for (Frequency frequency : Frequency.values()) {
			assertThatIllegalArgumentException().isThrownBy(() -> new Period(2024, frequency, 0));
			int tooMany = 12 / frequency.months() + 1;
			assertThatIllegalArgumentException().isThrownBy(() -> new Period(2024, frequency, tooMany));
		}
	}

	@Test
	void knowsItsFrequencyByItsWord() {
		assertThat(Arrays.stream(Frequency.values()).map(Frequency::key)).containsExactly("yearly", "half-yearly",
				"quarterly", "monthly");
		assertThat(Frequency.values())
			.allSatisfy((frequency) -> assertThat(Frequency.of(frequency.key())).contains(frequency));
		assertThat(Frequency.of("Quarterly")).isEmpty();
		assertThat(Frequency.of("HALF_YEARLY")).isEmpty();
	}

	private static Stream<Period> everyPeriod() {
		return IntStream.rangeClosed(1900, 2999)
			.boxed()
			.flatMap((year) -> Arrays.stream(Frequency.values())
				.flatMap((frequency) -> Period.ofYear(year, frequency).stream()));
	}

	private static Period period(String code) {
		return Period.parse(code).orElseThrow();
	}

}
