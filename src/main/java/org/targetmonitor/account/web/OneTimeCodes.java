package org.targetmonitor.account.web;

import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;

/**
 * The codes that an authenticator shows for a secret (RFC 6238: six digits, 30 seconds,
 * SHA-1, as all of them can).
 */
final class OneTimeCodes {

	private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

	private OneTimeCodes() {
	}

	/**
	 * The time step whose code this is: the present one, the one before or the one after,
	 * for clocks that differ a little.
	 */
	static OptionalLong step(String secret, String code, Instant now) {
		String digits = code.replaceAll("\\s", "");
		long present = now.getEpochSecond() / 30;
		return LongStream.of(present, present - 1, present + 1)
			.filter((step) -> code(secret, Instant.ofEpochSecond(step * 30)).equals(digits))
			.findFirst();
	}

	/** The code of a moment. */
	static String code(String secret, Instant moment) {
		try {
			return GENERATOR.generateOneTimePasswordString(
					new SecretKeySpec(Base32.decode(secret), GENERATOR.getAlgorithm()), moment, Locale.ROOT);
		}
		catch (InvalidKeyException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
