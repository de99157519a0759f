package org.targetmonitor.account.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Duties;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.GrantScopes;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

/**
 * Creates and changes accounts for an administrator: by the form and by the API alike.
 */
@Component
class AccountChanges {

	private final Accounts accounts;

	private final Passwords passwords;

	private final GrantScopes scopes;

	private final AccountProperties properties;

	private final AuditTrail trail;

	AccountChanges(Accounts accounts, Passwords passwords, GrantScopes scopes, AccountProperties properties,
			AuditTrail trail) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.scopes = scopes;
		this.properties = properties;
		this.trail = trail;
	}

	/** What happens to the account's password. */
	sealed interface Password {

		/** It stays as it is. */
		record Kept() implements Password {
		}

		/** The administrator chose it. */
		record Chosen(String password, boolean mustChange) implements Password {
		}

		/** One that is shown once, and that its owner replaces. */
		record OneTime() implements Password {
		}

	}

	/** How it ended. */
	sealed interface Outcome {

		/** The account is as it was asked for. */
		record Saved(boolean created, @Nullable String oneTimePassword) implements Outcome {
		}

		/** Nothing is changed. */
		record Refused(List<Fault> faults) implements Outcome {
		}

	}

	/**
	 * Saves an account, with the password that goes with it, or nothing; either is
	 * recorded.
	 * @param found what is wrong with it already
	 */
	@Transactional
	public Outcome save(SignedIn administrator, Account account, Password password, List<Fault> found) {
		Optional<Account> before = this.accounts.find(account.username());
		List<Fault> faults = new ArrayList<>(found);
		account.grants().forEach((grant) -> faults.addAll(unknown(grant)));
		if (this.properties.separateDuties()) {
			faults.addAll(Duties.faults(account));
		}
		before.ifPresent((own) -> faults.addAll(ofOwn(administrator.getUsername(), own, account)));
		faults.addAll(of(password, account.username(), before.isEmpty()));
		String was = before.map(AccountWords::of).map((words) -> words + " -> ").orElse("created; ");
		this.trail.record(administrator.getUsername(), AuditAction.ACCOUNT, faults.isEmpty(), account.username(), null,
				faults.isEmpty() ? was + AccountWords.of(account) : refused(faults));
		if (!faults.isEmpty()) {
			return new Outcome.Refused(List.copyOf(faults));
		}
		this.accounts.save(account, before.isEmpty() ? this.passwords.unusable() : null);
		return new Outcome.Saved(before.isEmpty(), give(administrator, account.username(), password));
	}

	private @Nullable String give(SignedIn administrator, String username, Password password) {
		return switch (password) {
			case Password.Kept kept -> null;
			case Password.Chosen chosen -> {
				this.passwords.set(username, chosen.password(), chosen.mustChange());
				this.trail.record(administrator.getUsername(), AuditAction.PASSWORD, true, username, null,
						"set by administrator");
				yield null;
			}
			case Password.OneTime oneTime -> this.passwords.reset(username);
		};
	}

	private List<Fault> of(Password password, String username, boolean isNew) {
		return switch (password) {
			case Password.Kept kept when isNew ->
				List.of(Fault.of("", "password", "required", new Text("新账号须设密码", "a new account needs a password")));
			case Password.Chosen chosen -> this.passwords.faults(username, chosen.password());
			case Password.Kept kept -> List.of();
			case Password.OneTime oneTime -> List.of();
		};
	}

	private List<Fault> unknown(Grant grant) {
		if (grant.plan().equals(Grant.EVERY)) {
			return List.of();
		}
		Optional<GrantScopes.Scope> plan = this.scopes.all()
			.stream()
			.filter((scope) -> scope.plan().equals(grant.plan()))
			.findFirst();
		if (plan.isEmpty()) {
			return List.of(Fault.of("", "plan", "plan", Text.format("没有计划“%s”", "no plan \"%s\"", grant.plan())));
		}
		if (!grant.department().equals(Grant.EVERY) && !plan.get().has(grant.department())) {
			return List.of(Fault.of("", "department", "department", Text.format("计划“%s”没有部门“%s”",
					"the plan \"%s\" has no department \"%s\"", grant.plan(), grant.department())));
		}
		return List.of();
	}

	/** What an administrator may not change about the own account. */
	private List<Fault> ofOwn(String administrator, Account before, Account now) {
		List<Fault> faults = new ArrayList<>();
		if (administrator.equals(before.username()) && !now.enabled()) {
			faults.add(Fault.of("", "enabled", "own", new Text("不能停用自己的账号", "you cannot disable your own account")));
		}
		if (administrator.equals(before.username()) && this.properties.separateDuties()
				&& !before.grants().equals(now.grants())) {
			faults.add(Fault.of("", "grants", "own", new Text("不能修改自己的权限", "you cannot change your own roles")));
		}
		return faults;
	}

	private static String refused(List<Fault> faults) {
		return "refused: "
				+ String.join(", ", faults.stream().map((fault) -> fault.field() + " " + fault.rule()).toList());
	}

}
