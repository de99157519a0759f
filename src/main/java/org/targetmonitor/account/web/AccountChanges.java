package org.targetmonitor.account.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.AccountDocument;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Login;
import org.targetmonitor.account.Tokens;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

/**
 * Creates and changes accounts for an administrator: by the form and by the API alike.
 * Passwords are hashed before the database is asked for a connection.
 */
@Component
class AccountChanges {

	private final Accounts accounts;

	private final Tokens tokens;

	private final Passwords passwords;

	private final AccountRules rules;

	private final Guesses guesses;

	private final AuditTrail trail;

	private final Clock clock;

	private final TransactionOperations transactions;

	AccountChanges(Accounts accounts, Tokens tokens, Passwords passwords, AccountRules rules, Guesses guesses,
			AuditTrail trail, Clock clock, TransactionOperations transactions) {
		this.accounts = accounts;
		this.tokens = tokens;
		this.passwords = passwords;
		this.rules = rules;
		this.guesses = guesses;
		this.trail = trail;
		this.clock = clock;
		this.transactions = transactions;
	}

	/** What happens to the account's password. */
	sealed interface Password {

		/** It stays as it is. */
		record Kept() implements Password {

		}

		/** The administrator chose it. */
		record Chosen(String password) implements Password {

		}

		/** One that is shown once, and that its owner replaces. */
		record OneTime() implements Password {

		}

	}

	/** How it ended. */
	sealed interface Outcome {

		/** The account is as it was asked for. */
		record Saved(Account account, boolean created, @Nullable String oneTimePassword) implements Outcome {

		}

		/** Nothing is changed. */
		record Refused(List<Fault> faults) implements Outcome {

		}

	}

	/** What the database is to hold of a new password. */
	private record Hashed(@Nullable String hash, @Nullable String oneTime, List<Fault> faults) {

	}

	/**
	 * Saves an account, with the password that goes with it, or nothing; either is
	 * recorded.
	 * @param confirmed whether the administrator has just shown who it is
	 * @param wanted what the account, null where there is none yet, is to become
	 */
	Outcome save(SignedIn administrator, boolean confirmed, String username, Password password,
			Function<@Nullable Account, AccountDocument> wanted) {
		Hashed hashed = hashed(password, username);
		try {
			return changed(administrator, confirmed, username, hashed, wanted);
		}
		catch (DuplicateKeyException ex) {
			// Somebody else made it meanwhile: now there is one
			return changed(administrator, confirmed, username, hashed, wanted);
		}
	}

	private Outcome changed(SignedIn administrator, boolean confirmed, String username, Hashed hashed,
			Function<@Nullable Account, AccountDocument> wanted) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			Login before = this.accounts.held(username).orElse(null);
			AccountDocument document = wanted.apply((before != null) ? before.account() : null);
			return stored(administrator, confirmed, before, document, hashed);
		}));
	}

	private Hashed hashed(Password password, String username) {
		return switch (password) {
			case Password.Kept kept -> new Hashed(null, null, List.of());
			case Password.Chosen chosen -> {
				List<Fault> faults = this.passwords.faults(username, chosen.password());
				yield new Hashed(faults.isEmpty() ? this.passwords.hash(chosen.password()) : null, null, faults);
			}
			case Password.OneTime oneTime -> {
				String made = this.passwords.oneTime();
				yield new Hashed(this.passwords.hash(made), made, List.of());
			}
		};
	}

	private Outcome stored(SignedIn administrator, boolean confirmed, @Nullable Login before, AccountDocument document,
			Hashed hashed) {
		Account account = document.account();
		List<Fault> faults = new ArrayList<>(document.faults());
		Account was = (before != null) ? before.account() : null;
		faults.addAll(this.rules.faults(administrator, was, account));
		faults.addAll(hashed.faults());
		if (before == null && hashed.hash() == null && hashed.faults().isEmpty()) {
			faults.add(Fault.of("", "password", "required", new Text("新账号须设密码", "a new account needs a password")));
		}
		if (!confirmed) {
			faults.addAll(this.rules.unconfirmed(administrator, was, account, hashed.hash() != null));
		}
		this.trail.record(administrator.getUsername(), AuditAction.ACCOUNT, faults.isEmpty(), account.username(), null,
				faults.isEmpty() ? changed(was, account) : refused(faults));
		if (!faults.isEmpty()) {
			return new Outcome.Refused(List.copyOf(faults));
		}
		keep(administrator, before, document, hashed);
		return new Outcome.Saved(account, before == null, hashed.oneTime());
	}

	private static String changed(@Nullable Account before, Account now) {
		return ((before != null) ? AccountWords.of(before) + " -> " : "created; ") + AccountWords.of(now);
	}

	private void keep(SignedIn administrator, @Nullable Login before, AccountDocument document, Hashed hashed) {
		Account account = document.account();
		String username = account.username();
		boolean mustChange = hashed.oneTime() != null
				|| Optional.ofNullable(document.mustChange()).orElseGet(() -> before != null && before.mustChange());
		if (before == null) {
			this.accounts.create(account, Objects.requireNonNull(hashed.hash()));
		}
		else {
			this.accounts.save(account, null);
		}
		if (hashed.hash() != null) {
			this.accounts.changePassword(username, hashed.hash(), mustChange, this.clock.instant());
			this.trail.record(administrator.getUsername(), AuditAction.PASSWORD, true, username, null,
					(hashed.oneTime() != null) ? "one-time password" : "set by administrator");
		}
		else if (before != null && mustChange != before.mustChange()) {
			this.accounts.demandNewPassword(username, mustChange);
			this.trail.record(administrator.getUsername(), AuditAction.PASSWORD, true, username, null,
					mustChange ? "has to be replaced" : "need not be replaced");
		}
		if (before != null && (hashed.hash() != null || !account.enabled() || (mustChange && !before.mustChange()))) {
			endTokens(administrator, username);
		}
	}

	/** A one-time password that an administrator hands on; its owner replaces it. */
	String reset(SignedIn administrator, String username) {
		String password = this.passwords.oneTime();
		String hash = this.passwords.hash(password);
		this.transactions.executeWithoutResult((status) -> {
			this.accounts.changePassword(username, hash, true, this.clock.instant());
			this.trail.record(administrator.getUsername(), AuditAction.PASSWORD, true, username, null, "reset");
			endTokens(administrator, username);
		});
		return password;
	}

	/** Takes the second factor from an account whose owner has lost it. */
	void dropSecondFactor(SignedIn administrator, String username) {
		this.transactions.executeWithoutResult((status) -> {
			this.accounts.dropSecondFactor(username);
			this.trail.record(administrator.getUsername(), AuditAction.SECOND_FACTOR, true, username, null, "reset");
		});
	}

	/** Lets an account try to sign in again at once. */
	void unlock(SignedIn administrator, String username) {
		this.transactions.executeWithoutResult((status) -> {
			this.guesses.unlock(username);
			this.trail.record(administrator.getUsername(), AuditAction.ACCOUNT, true, username, null, "unlocked");
		});
	}

	/**
	 * Whoever has stolen an account may have made tokens of it that outlive the theft.
	 */
	private void endTokens(SignedIn administrator, String username) {
		int ended = this.tokens.revokeAll(username, this.clock.instant());
		if (ended > 0) {
			this.trail.record(administrator.getUsername(), AuditAction.TOKEN, true, username, null,
					"revoked-all " + ended);
		}
	}

	private static String refused(List<Fault> faults) {
		return "refused: "
				+ String.join(", ", faults.stream().map((fault) -> fault.field() + " " + fault.rule()).toList());
	}

}
