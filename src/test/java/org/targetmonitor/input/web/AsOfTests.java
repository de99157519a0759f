package org.targetmonitor.input.web;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which past moment is meant. */
class AsOfTests {

	private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	/** 2024-10-21 in Shanghai already. */
	private static final Instant NOW = Instant.parse("2024-10-20T17:00:00Z");

	@Test
	void aDayIsItsEndInTheZone() {
		assertThat(AsOf.read("2024-10-20", NOW, SHANGHAI)).contains(Instant.parse("2024-10-20T15:59:59.999999Z"));
	}

	@Test
	void todayIsNow() {
		assertThat(AsOf.read("2024-10-21", NOW, SHANGHAI)).contains(NOW);
		assertThat(AsOf.read("2024-10-20", NOW, ZoneId.of("UTC"))).contains(NOW);
	}

	@Test
	void aMomentIsItself() {
		assertThat(AsOf.read("2024-10-20T17:00:00Z", NOW, SHANGHAI)).contains(NOW);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2024-10-22", "2024-10-20T17:00:01Z", "2024-13-01", "2024-02-30", "20.10.2024", "gestern",
			"", "1899-12-30", "9999-12-31", "-99999999", "2024/10/20" })
	void refuses(String text) {
		assertThat(AsOf.read(text, NOW, SHANGHAI)).isEmpty();
	}

	@Test
	void saysTheDayInWords() {
		assertThat(AsOf.words("2024-10-05", SHANGHAI).zh()).isEqualTo("2024年10月5日");
		assertThat(AsOf.words("2024-10-05", SHANGHAI).en()).isEqualTo("5 October 2024");
	}

	/** 16:30 UTC is half past midnight in Shanghai, on the next day. */
	@Test
	void saysAMomentInTheZoneOfThePlan() {
		assertThat(AsOf.words("2024-10-05T16:30:59.123456Z", SHANGHAI).zh()).isEqualTo("2024年10月6日 00:30");
		assertThat(AsOf.words("2024-10-05T16:30:59.123456Z", SHANGHAI).en()).isEqualTo("6 October 2024 00:30");
	}

}
