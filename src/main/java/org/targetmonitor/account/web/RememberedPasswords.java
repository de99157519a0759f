package org.targetmonitor.account.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for a few minutes which passwords let somebody in; one that is used again,
 * longer. Hashing a password is slow on purpose; with HTTP Basic it would be paid on
 * every scrape. No more of them are hashed at once than there are processors, so that
 * whoever tries many leaves the others some time. What is kept is a keyed digest under a
 * key that lives in this process alone; wrong passwords are never remembered, and a
 * changed hash makes the memory useless at once.
 */
final class RememberedPasswords implements PasswordEncoder {

	private static final String ALGORITHM = "HmacSHA256";

	private final PasswordEncoder encoder;

	private final SecretKeySpec key;

	private final Cache<String, Boolean> right = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterAccess(Duration.ofMinutes(5))
		.build();

	private final Semaphore hashing = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

	RememberedPasswords(PasswordEncoder encoder) {
		this.encoder = encoder;
		byte[] secret = new byte[32];
		new SecureRandom().nextBytes(secret);
		this.key = new SecretKeySpec(secret, ALGORITHM);
	}

	@Override
	public @Nullable String encode(@Nullable CharSequence rawPassword) {
		return hashed(() -> this.encoder.encode(rawPassword));
	}

	@Override
	public boolean matches(@Nullable CharSequence rawPassword, @Nullable String encodedPassword) {
		if (rawPassword == null || encodedPassword == null) {
			return false;
		}
		return hashed(() -> this.encoder.matches(rawPassword, encodedPassword));
	}

	private <T extends @Nullable Object> T hashed(Supplier<T> work) {
		this.hashing.acquireUninterruptibly();
		try {
			return work.get();
		}
		finally {
			this.hashing.release();
		}
	}

	/** Remembers a password that has just let somebody in. */
	void remember(String rawPassword, String encodedPassword) {
		this.right.put(digest(rawPassword + "\0" + encodedPassword), true);
	}

	/** Whether a password let somebody in a short while ago. */
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
