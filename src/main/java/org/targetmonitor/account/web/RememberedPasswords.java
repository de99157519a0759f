package org.targetmonitor.account.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for a few minutes which passwords were right. Hashing a password is slow on
 * purpose; with HTTP Basic it would be paid on every scrape. What is kept is a keyed
 * digest under a key that lives in this process alone; wrong passwords are never
 * remembered, and a changed hash makes the memory useless at once.
 */
final class RememberedPasswords implements PasswordEncoder {

	private static final String ALGORITHM = "HmacSHA256";

	private final PasswordEncoder encoder;

	private final SecretKeySpec key;

	private final Cache<String, Boolean> right = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterWrite(Duration.ofMinutes(5))
		.build();

	RememberedPasswords(PasswordEncoder encoder) {
		this.encoder = encoder;
		byte[] secret = new byte[32];
		new SecureRandom().nextBytes(secret);
		this.key = new SecretKeySpec(secret, ALGORITHM);
	}

	@Override
	public @Nullable String encode(@Nullable CharSequence rawPassword) {
		return this.encoder.encode(rawPassword);
	}

	@Override
	public boolean matches(@Nullable CharSequence rawPassword, @Nullable String encodedPassword) {
		if (rawPassword == null || encodedPassword == null) {
			return false;
		}
		String digest = digest(rawPassword + "\0" + encodedPassword);
		if (this.right.getIfPresent(digest) != null) {
			return true;
		}
		boolean matches = this.encoder.matches(rawPassword, encodedPassword);
		if (matches) {
			this.right.put(digest, true);
		}
		return matches;
	}

	/** Whether a password was right a short while ago. */
	boolean remembers(String rawPassword, String encodedPassword) {
		return this.right.getIfPresent(digest(rawPassword + "\0" + encodedPassword)) != null;
	}

	@Override
	public boolean upgradeEncoding(@Nullable String encodedPassword) {
		return this.encoder.upgradeEncoding(encodedPassword);
	}

	private String digest(String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
