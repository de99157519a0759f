package org.targetmonitor.account.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Login;
import org.targetmonitor.input.Digests;

/** Gives accounts a second factor, and checks its codes, each of which counts once. */
@Component
class SecondFactor {

	private static final int RECOVERY_CODES = 10;

	private final Accounts accounts;

	/** The real time even where the monitor's is set: it is what a telephone goes by. */
	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	SecondFactor(Accounts accounts, @Qualifier("wallClock") Clock clock) {
		this.accounts = accounts;
		this.clock = clock;
	}

	/** A new secret of 160 bits, in Base32. */
	String newSecret() {
		return Base32.encode(bytes(20));
	}

	/** What the QR code says to an authenticator. */
	static String address(String username, String secret) {
		return "otpauth://totp/" + encoded("目标监测系统:" + username) + "?secret=" + secret + "&issuer=" + encoded("目标监测系统");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/**
	 * Takes a secret on if the code proves that its owner has it.
	 * @return the recovery codes, empty if the code is wrong or the account was changed
	 * since its owner was seen
	 */
	List<String> enrol(Login owner, String secret, String code) {
		String username = owner.account().username();
		OptionalLong step = OneTimeCodes.step(secret, code, this.clock.instant());
		if (step.isEmpty()) {
			return List.of();
		}
		List<String> codes = IntStream.range(0, RECOVERY_CODES).mapToObj((number) -> recoveryCode()).toList();
		List<String> digests = codes.stream().map((recovery) -> digest(username, recovery)).toList();
		return this.accounts.ifUnchanged(owner, () -> this.accounts.enrol(username, secret, step.getAsLong(), digests))
				? codes : List.of();
	}

	/**
	 * Whether this is a code of the account's second factor, not used before, or a
	 * recovery code.
	 */
	boolean accepts(Login login, String code) {
		String username = login.account().username();
		String secret = login.secret();
		if (secret == null) {
			return false;
		}
		OptionalLong step = OneTimeCodes.step(secret, code, this.clock.instant());
		return step.isPresent() ? this.accounts.useStep(username, step.getAsLong())
				: this.accounts.useRecoveryCode(username, digest(username, code));
	}

	/** Ten letters and digits, 50 bits, such as {@code K7QM2-XW4PA}. */
	private String recoveryCode() {
		String letters = Base32.encode(bytes(7));
		return letters.substring(0, 5) + "-" + letters.substring(5, 10);
	}

	private static String digest(String username, String code) {
		return Digests.sha256(username + "\0" + code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
	}

	private byte[] bytes(int count) {
		byte[] bytes = new byte[count];
		this.random.nextBytes(bytes);
		return bytes;
	}

}
