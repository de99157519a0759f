package org.targetmonitor.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Where accounts are kept. */
public interface Accounts {

	List<Account> all();

	/** The name of each account's owner, by username: nothing else of them is read. */
	default Map<String, String> names() {
		return all().stream().collect(Collectors.toMap(Account::username, Account::name));
	}

	/** How every account signs in, for those who keep them. */
	List<Login> logins();

	/** An account with how it signs in. */
	Optional<Login> login(String username);

	/** An account. */
	default Optional<Account> find(String username) {
		return login(username).map(Login::account);
	}

	/** The enabled accounts that hand in figures of a department of a plan. */
	default List<Account> submittersOf(String plan, String department) {
		return all().stream().filter((account) -> account.enabled() && account.submits(plan, department)).toList();
	}

	/** The hash of an account's password, for checking a sign-in. */
	default Optional<String> passwordHash(String username) {
		return login(username).map(Login::passwordHash);
	}

	/**
	 * Creates an account.
	 * @throws org.springframework.dao.DuplicateKeyException if there is one of its name,
	 * also one that somebody else is just making
	 */
	void create(Account account, String passwordHash);

	/**
	 * Creates an account or changes it; the sessions of one that is disabled end, also
	 * where it is enabled again before they are used.
	 * @param passwordHash the hash of its new password; null keeps the present one, and
	 * is not allowed for a new account
	 */
	void save(Account account, @Nullable String passwordHash);

	/**
	 * Gives an account another password.
	 * @param mustChange whether its owner has to replace it at the next sign-in
	 */
	void changePassword(String username, String passwordHash, boolean mustChange, Instant now);

	/** The hashes of the newest passwords of an account, the present one among them. */
	List<String> recentPasswords(String username, int count);

	/**
	 * An account with how it signs in, held until the transaction ends, so that nobody
	 * changes it between being read and being saved.
	 */
	Optional<Login> held(String username);

	/**
	 * Makes a change that somebody may make who has shown to be the owner, unless what
	 * lets that owner in has changed since; nobody changes it meanwhile.
	 * @param seen how the account signed in when its owner was seen
	 * @return false if it has changed; then nothing is done
	 */
	boolean ifUnchanged(Login seen, Runnable change);

	/** Says whether the owner has to replace the present password, which stays. */
	void demandNewPassword(String username, boolean mustChange);

	/** The hash that the configuration gave an account at the last start. */
	Optional<String> configuredHash(String username);

	/** Remembers which hash the configuration gave an account. */
	void rememberConfigured(String username, String passwordHash);

	/**
	 * Gives an account a second factor, with its recovery codes.
	 * @param step the time step whose code proved that the owner has it
	 */
	void enrol(String username, String secret, long step, List<String> recoveryDigests);

	/** Takes an account's second factor away. */
	void dropSecondFactor(String username);

	/** Uses the code of a time step up; false if it, or a later one, was used before. */
	boolean useStep(String username, long step);

	/** Uses a recovery code up; false if there is no such code. */
	boolean useRecoveryCode(String username, String digest);

	/** How many recovery codes are left. */
	int recoveryCodes(String username);

}
