package org.targetmonitor.account.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Codes by the examples of their standards, and names that may be passwords. */
class CodesTests {

	/** The secret of RFC 6238, appendix B, in Base32. */
	private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

	/** RFC 4648, section 10, without padding. */
	@ParameterizedTest
	@CsvSource({ "'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI",
			"12345678901234567890," + SECRET })
	void secretsAreWrittenAsInTheStandard(String plain, String written) {
		assertThat(Base32.encode(plain.getBytes(StandardCharsets.UTF_8))).isEqualTo(written);
		assertThat(Base32.decode(written)).asString(StandardCharsets.UTF_8).isEqualTo(plain);
	}

	@Test
	void everyByteComesBack() {
		byte[] bytes = new byte[256];
		for (int value = 0; value < bytes.length; value++) {
			bytes[value] = (byte) value;
		}
		assertThat(Base32.decode(Base32.encode(bytes))).isEqualTo(bytes);
	}

	/** The last six of the eight digits of RFC 6238, appendix B. */
	@ParameterizedTest
	@CsvSource({ "59,287082", "1111111109,081804", "1234567890,005924", "2000000000,279037" })
	void codesAreThoseOfTheStandard(long second, String code) {
		assertThat(OneTimeCodes.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
	}

	/** 1111111109 is in step 37037036, which ends at 1111111110. */
	@ParameterizedTest
	@CsvSource({ "1111111049,false", "1111111050,true", "1111111080,true", "1111111139,true", "1111111140,false" })
	void aCodeIsTakenOneStepEarlyOrLate(long second, boolean taken) {
		assertThat(OneTimeCodes.step(SECRET, " 081 804", Instant.ofEpochSecond(second)))
			.isEqualTo(taken ? OptionalLong.of(37037036) : OptionalLong.empty());
	}

	@Test
	void whatIsTypedAsANameIsKeptAsAMarkOfSoManyDigits() {
		assertThat(TypedName.counted("Secret-1")).matches("\\?[0-9a-f]{24}").isEqualTo(TypedName.counted("sECRET-1"));
		assertThat(TypedName.shown("Secret-1")).matches("\\?[0-9a-f]{4}")
			.isEqualTo(TypedName.counted("secret-1").substring(0, 5));
		assertThat(TypedName.counted("Secret-2")).isNotEqualTo(TypedName.counted("Secret-1"));
	}

}
