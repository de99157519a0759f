package org.targetmonitor.account.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

/**
 * Asks the owner of an account again for the password, and the code, before what would
 * let somebody at an open session keep the account for good.
 */
@Component
class Confirmation {

	/** How long a sign-in at a provider stands in for a password that nobody knows. */
	private static final Duration FRESH = Duration.ofMinutes(10);

	private final Passwords passwords;

	private final SecondFactor secondFactor;

	private final Guesses guesses;

	private final LiveSessions sessions;

	private final Clock clock;

	Confirmation(Passwords passwords, SecondFactor secondFactor, Guesses guesses, LiveSessions sessions, Clock clock) {
		this.passwords = passwords;
		this.secondFactor = secondFactor;
		this.guesses = guesses;
		this.sessions = sessions;
		this.clock = clock;
	}

	/**
	 * What is wrong with what was typed; empty if it is right. Guesses count as those at
	 * the sign-in do.
	 */
	List<Fault> faults(SignedIn user, String password, String code, HttpServletRequest request) {
		boolean byProvider = this.sessions.mark(request).filter((mark) -> mark.proof() == Proof.PROVIDER).isPresent();
		if (byProvider && password.isEmpty()) {
			return isFresh(request) ? List.of() : List.of(fault(
					new Text("请退出后重新登录，并在10分钟内完成此项操作", "sign out and in again, then do this within ten minutes")));
		}
		try {
			boolean right = this.guesses.isRight(user.getUsername(), request.getRemoteAddr(), "present password",
					() -> this.passwords.isRight(user.getUsername(), password) && (byProvider
							|| !user.login().hasSecondFactor() || this.secondFactor.accepts(user.login(), code)));
			return right ? List.of() : List.of(wrong(user, byProvider));
		}
		catch (TooManyGuesses ex) {
			return List.of(fault(Text.format("密码错误次数过多，请在%d分钟后再试", "too many wrong passwords, try again in %d minutes",
					ex.minutes())));
		}
	}

	private boolean isFresh(HttpServletRequest request) {
		return this.sessions.mark(request)
			.filter((mark) -> this.clock.instant().isBefore(mark.since().plus(FRESH)))
			.isPresent();
	}

	private static Fault wrong(SignedIn user, boolean byProvider) {
		return fault((user.login().hasSecondFactor() && !byProvider)
				? new Text("现在的密码或验证码不正确；多次输错将暂时不能再试",
						"the present password or the code is wrong; after too many you have to wait")
				: new Text("现在的密码不正确；多次输错将暂时不能再试", "the present password is wrong; after too many you have to wait"));
	}

	private static Fault fault(Text words) {
		return Fault.of("", "current", "current", words);
	}

}
