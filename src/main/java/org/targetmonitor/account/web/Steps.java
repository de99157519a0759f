package org.targetmonitor.account.web;

import java.time.Clock;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.targetmonitor.account.Login;
import org.targetmonitor.account.Role;
import org.targetmonitor.account.Token;

/** Decides what an account that has shown who it is still has to do. */
@Component
class Steps {

	private static final Set<Role> NEED_SECOND_FACTOR = Set.of(Role.REVIEWER, Role.PLAN_ADMIN, Role.ACCOUNT_ADMIN,
			Role.AUDITOR);

	private final AccountProperties properties;

	private final Clock clock;

	Steps(AccountProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
	}

	/** Who is signed in, wholly or up to the next step. */
	SignedIn signedIn(Login login, Proof proof) {
		return new SignedIn(login, next(login, proof), null);
	}

	/**
	 * Whose token it is. A token rests while somebody else's password waits for its
	 * owner, or a second factor has to be set up: whoever holds it may not be the owner.
	 * That a password is old says nothing of its tokens, which have an end of their own.
	 */
	SignedIn byToken(Login login, Token token) {
		boolean readsMetricsOnly = login.account().roles().equals(Set.of(Role.SCRAPE));
		SignInStep step = null;
		if (login.mustChange() && !readsMetricsOnly) {
			step = SignInStep.PASSWORD;
		}
		else if (needsSecondFactor(login)) {
			step = SignInStep.ENROL;
		}
		return new SignedIn(login, step, token);
	}

	private @Nullable SignInStep next(Login login, Proof proof) {
		boolean readsMetricsOnly = login.account().roles().equals(Set.of(Role.SCRAPE));
		if (proof == Proof.PROVIDER || readsMetricsOnly) {
			return null;
		}
		if (login.hasSecondFactor() && proof != Proof.PASSWORD_AND_CODE) {
			return SignInStep.CODE;
		}
		if (login.isPasswordDue(this.properties.passwordLife(), this.clock.instant())) {
			return SignInStep.PASSWORD;
		}
		return needsSecondFactor(login) ? SignInStep.ENROL : null;
	}

	/** Whether the account has to have a second factor and has none. */
	private boolean needsSecondFactor(Login login) {
		return this.properties.secondFactor() == AccountProperties.Demand.REQUIRED && !login.hasSecondFactor()
				&& login.account().roles().stream().anyMatch(NEED_SECOND_FACTOR::contains);
	}

}
