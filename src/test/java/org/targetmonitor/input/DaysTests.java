package org.targetmonitor.input;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Days and moments are of years that people mean and a database can compare. */
class DaysTests {

	@ParameterizedTest
	@ValueSource(strings = { "1900-01-01", "2024-02-29", "9000-12-31" })
	void dayOfAYearOfFourDigits(String text) {
		assertThat(Days.read(text)).contains(LocalDate.parse(text));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "-999999999-01-01", "+999999999-12-31", "1899-12-31", "9001-01-01", "10000-01-01", "0000-01-01",
					"-0001-1-01", "2023-02-29", "2024-2-9", "2024/02/09", "20240209", "", "2024-02-09T00:00:00Z" })
	void anythingElseIsNoDay(String text) {
		assertThat(Days.read(text)).isEmpty();
	}

	/** A plan that closes then was taken once, and is read again at every start. */
	@ParameterizedTest
	@ValueSource(strings = { "0001-01-01", "1899-12-31", "9999-12-31" })
	void whatWasWrittenOfAYearOfFourDigitsStaysReadable(String text) {
		assertThat(Days.written(text)).contains(LocalDate.parse(text));
		assertThat(Days.written("+99999-12-31")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1900-01-01T00:00:00Z", "2024-10-20T00:00:00.000001Z", "9000-12-31T23:59:59.999999Z" })
	void momentOfAYearOfFourDigits(String text) {
		assertThat(Days.moment(text)).contains(Instant.parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z",
			"1899-12-31T23:59:59.999999Z", "9001-01-01T00:00:00Z", "2024-10-20", "now", "" })
	void anythingElseIsNoMoment(String text) {
		assertThat(Days.moment(text)).isEmpty();
	}

	@Test
	void asLongAsADay() {
		assertThat(Days.isDay("2024-13-45")).isTrue();
		assertThat(Days.isDay("2024-10-20T00:00:00Z")).isFalse();
	}

}
