package org.targetmonitor.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Where wrong passwords and codes of late are kept. */
public interface SignInFailures {

	/** The newest failures of a name from an address. */
	List<Instant> ofPlace(String name, String address, int count);

	/** The newest failures that came from an address. */
	List<Instant> ofAddress(String address, int count);

	/** The failures of a name, from everywhere, since a moment. */
	Tally ofName(String name, Instant since);

	/** The failures of all names since a moment, by name. */
	Map<String, Tally> byName(Instant since);

	/** How many failures there were since a moment, counted up to {@code most}. */
	int inAll(Instant since, int most);

	/**
	 * Keeps a failure, and forgets those that no longer matter.
	 * @return names it, so that it can be taken back
	 */
	UUID add(String name, String address, Instant now);

	/** Takes a failure back that was none after all. */
	void takeBack(UUID failure);

	/** Forgets the failures of a name from an address. */
	void clear(String name, String address);

	/** Forgets the failures of a name. */
	void clear(String name);

	/**
	 * Lets one after the other, on all replicas, count the failures of a name and of an
	 * address and add one: of tries that are sent together none is let pass before those
	 * in front of it are counted.
	 */
	<T> T inTurn(String name, String address, Supplier<T> count);

	/** Whether the account has signed in from this address. */
	boolean knows(String account, String address);

	/** Remembers that the account has signed in from this address. */
	void remember(String account, String address, LocalDate day);

	/**
	 * Failures counted together.
	 *
	 * @param count how many
	 * @param addresses from how many addresses
	 * @param newest when the last was; the epoch where there is none
	 */
	record Tally(int count, int addresses, Instant newest) {

		/** No failure at all. */
		public static final Tally NONE = new Tally(0, 0, Instant.EPOCH);

	}

}
