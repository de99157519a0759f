package org.targetmonitor.account.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Login;
import org.targetmonitor.account.PasswordRules;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

/** Changes passwords by the rules. */
@Component
class Passwords {

	/** Without signs that look alike. */
	private static final String[] ALPHABETS = { "abcdefghjkmnpqrstuvwxyz", "ABCDEFGHJKMNPQRSTUVWXYZ", "23456789" };

	private final Accounts accounts;

	private final PasswordEncoder encoder;

	private final AuditTrail trail;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	Passwords(Accounts accounts, PasswordEncoder encoder, AuditTrail trail, Clock clock) {
		this.accounts = accounts;
		this.encoder = encoder;
		this.trail = trail;
		this.clock = clock;
	}

	/** Whether this is the account's present password. */
	boolean isRight(String username, String password) {
		return this.accounts.passwordHash(username).filter((hash) -> this.encoder.matches(password, hash)).isPresent();
	}

	/**
	 * Changes the password of an account whose owner was seen signing in so, and records
	 * that, or why not. One that somebody else has changed meanwhile keeps what it was
	 * given.
	 * @return what is wrong; empty if it was done
	 */
	List<Fault> change(Login owner, String password, String repeated) {
		String username = owner.account().username();
		List<Fault> faults = new ArrayList<>(PasswordRules.faults(username, password));
		if (!password.equals(repeated)) {
			faults.add(Fault.of("", "repeated", "repeated", new Text("两次输入的新密码不一致", "the two new passwords differ")));
		}
		if (faults.isEmpty() && wasUsed(username, password)) {
			faults.add(PasswordRules.usedBefore());
		}
		// Hashed before the database is asked for a connection
		String hash = faults.isEmpty() ? hash(password) : null;
		return this.trail.together(() -> {
			if (hash != null && !this.accounts.ifUnchanged(owner,
					() -> this.accounts.changePassword(username, hash, false, this.clock.instant()))) {
				faults.add(changedMeanwhile());
			}
			this.trail.record(username, AuditAction.PASSWORD, faults.isEmpty(), username, null, null);
			return faults;
		});
	}

	/** What is said to an owner whose account was changed since the request began. */
	static Fault changedMeanwhile() {
		return Fault.of("", "account", "stale",
				new Text("该账号刚被他人修改，请重新登录", "somebody else has just changed this account: sign in again"));
	}

	/** What is wrong with a password that an administrator chose. */
	List<Fault> faults(String username, String password) {
		List<Fault> faults = new ArrayList<>(PasswordRules.faults(username, password));
		if (faults.isEmpty() && wasUsed(username, password)) {
			faults.add(PasswordRules.usedBefore());
		}
		return faults;
	}

	private boolean wasUsed(String username, String password) {
		return isRight(username, password) || this.accounts.recentPasswords(username, PasswordRules.NOT_AGAIN)
			.stream()
			.anyMatch((hash) -> this.encoder.matches(password, hash));
	}

	/** What is stored of a password; slow on purpose. */
	String hash(String password) {
		return Objects.requireNonNull(this.encoder.encode(password));
	}

	/** Four groups of four, such as {@code kmqr-HTWX-3842-abfd}. */
	String oneTime() {
		List<String> groups = new ArrayList<>();
		for (int group = 0; group < 4; group++) {
			StringBuilder letters = new StringBuilder();
			String alphabet = ALPHABETS[group % ALPHABETS.length];
			for (int letter = 0; letter < 4; letter++) {
				letters.append(alphabet.charAt(this.random.nextInt(alphabet.length())));
			}
			groups.add(letters.toString());
		}
		return String.join("-", groups);
	}

}
