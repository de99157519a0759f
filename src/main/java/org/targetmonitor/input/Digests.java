package org.targetmonitor.input;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Fast digests: of what is recognized again, and of secrets that are random enough to
 * need no slow hash, as tokens are. Passwords are not.
 */
public final class Digests {

	private Digests() {
	}

	/** The SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
	public static String sha256(String text) {
		return sha256(text.getBytes(StandardCharsets.UTF_8));
	}

	/** The SHA-256 of bytes, as 64 hexadecimal digits. */
	public static String sha256(byte[] bytes) {
		return HexFormat.of().formatHex(sha256().digest(bytes));
	}

	/**
	 * As {@link #sha256(String)} of all these texts one behind the other, of which one is
	 * held at a time.
	 */
	public static String sha256(Stream<?> texts) {
		MessageDigest digest = sha256();
		texts.forEach((text) -> digest.update(text.toString().getBytes(StandardCharsets.UTF_8)));
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}
