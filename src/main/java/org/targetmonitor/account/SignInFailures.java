package org.targetmonitor.account;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Where wrong passwords and codes of late are kept. */
public interface SignInFailures {

	/**
	 * The newest failures of an account's name, whether or not there is such an account.
	 */
	List<Instant> ofAccount(String username, int count);

	/** The newest failures that came from an address. */
	List<Instant> ofAddress(String address, int count);

	/** Keeps a failure, and forgets those that no longer matter. */
	void add(String username, String address, Instant now);

	/**
	 * Lets one try after the other run for a name, on all replicas, with what it counts:
	 * tries that are sent together are not all let pass before the first is counted.
	 */
	<T> T oneAtATime(String username, Supplier<T> attempt);

	/** Forgets an account's failures. */
	void clear(String username);

}
