package org.targetmonitor.account;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Where accounts are kept. */
public interface Accounts {

	List<Account> all();

	Optional<Account> find(String username);

	/** The enabled accounts that hand in figures of a department of a plan. */
	default List<Account> submittersOf(String plan, String department) {
		return all().stream().filter((account) -> account.enabled() && account.submits(plan, department)).toList();
	}

	/** The hash of an account's password, for checking a sign-in. */
	Optional<String> passwordHash(String username);

	/**
	 * Creates an account or changes it.
	 * @param passwordHash the hash of its new password; null keeps the present one, and
	 * is not allowed for a new account
	 */
	void save(Account account, @Nullable String passwordHash);

}
