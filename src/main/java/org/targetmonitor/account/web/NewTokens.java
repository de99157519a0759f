package org.targetmonitor.account.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Login;
import org.targetmonitor.account.Token;
import org.targetmonitor.account.Tokens;
import org.targetmonitor.input.Digests;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Text;

/** Makes access tokens. */
@Component
class NewTokens {

	private static final int LONGEST_NAME = 60;

	private final Accounts accounts;

	private final Tokens tokens;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	NewTokens(Accounts accounts, Tokens tokens, Clock clock) {
		this.accounts = accounts;
		this.tokens = tokens;
		this.clock = clock;
	}

	/** A new token; its secret is known now and never again. */
	record Made(Token token, String secret) {

	}

	/**
	 * What is wrong with a wish for a token.
	 * @param days how many days it is to last, as typed
	 */
	List<Fault> faults(String account, String name, String days) {
		Instant now = this.clock.instant();
		List<Fault> faults = new ArrayList<>();
		String plain = name.strip();
		if (plain.isEmpty() || !Fields.isLine(plain, LONGEST_NAME)) {
			faults.add(Fault.of("", "name", "required", Text.format("请为令牌起名，不超过%d个字，不含控制字符",
					"give the token a name of at most %d characters, without control characters", LONGEST_NAME)));
		}
		if (this.tokens.of(account).stream().anyMatch((token) -> token.isLive(now) && token.name().equals(plain))) {
			faults.add(Fault.of("", "name", "taken", new Text("已有同名的令牌", "there is a token of this name already")));
		}
		int life = life(days);
		if (life < 1 || life > Token.MOST_DAYS) {
			faults.add(Fault.of("", "days", "range",
					Text.format("有效天数应为1至%d的整数", "days are a whole number from 1 to %d", Token.MOST_DAYS)));
		}
		return faults;
	}

	private static int life(String days) {
		return days.strip().matches("[0-9]{1,3}") ? Integer.parseInt(days.strip()) : 0;
	}

	/**
	 * Makes a token out of a wish that has no faults, for an account whose owner was seen
	 * signing in so; empty if that has changed since, as by a reset that ended all
	 * others.
	 */
	Optional<Made> add(Login owner, String name, String days, boolean submitOnly) {
		Instant now = this.clock.instant();
		byte[] bytes = new byte[32];
		this.random.nextBytes(bytes);
		String secret = Token.PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		Token token = new Token(UUID.randomUUID(), owner.account().username(), name.strip(), submitOnly, now,
				now.plus(Duration.ofDays(life(days))), null, null);
		return this.accounts.ifUnchanged(owner, () -> this.tokens.add(token, Digests.sha256(secret)))
				? Optional.of(new Made(token, secret)) : Optional.empty();
	}

}
