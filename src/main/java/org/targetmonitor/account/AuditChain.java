package org.targetmonitor.account;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The chain that the audit's events are sealed in. */
public interface AuditChain {

	/** Where the chain ends, unverified. */
	Head head();

	/**
	 * Holds the chain against the events, read at one moment. What cannot be read is a
	 * break like any other.
	 * @throws RuntimeException if the database is away, so that nothing is known
	 */
	AuditReport verify();

	/** What was sealed when the chain began; empty where that is not on record. */
	Optional<AuditReport.Start> start();

	/** The number of the link with a hash that somebody wrote down; null for none. */
	@Nullable Long find(String hash);

	/**
	 * The end of the chain.
	 *
	 * @param number how many events were sealed; 0 also where the end is gone
	 * @param hash the last one's hash, null while there is none
	 */
	record Head(long number, @Nullable String hash) {
	}

}
