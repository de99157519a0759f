package org.targetmonitor.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the chains are kept that seal what is recorded of each plan. */
public interface Chains {

	/**
	 * Where the chain of each plan ends; of every plan that anything is known of,
	 * wherever it is named.
	 */
	List<Chain.Head> heads();

	/**
	 * Holds a plan's chain against its facts, read at one moment. What cannot be read is
	 * a break like any other.
	 * @throws RuntimeException if the database is away, so that nothing is known
	 */
	ChainReport verify(String plan);

	/** Verifies the chain of every plan. */
	default List<ChainReport> verifyAll() {
		return heads().stream().map(Chain.Head::plan).map(this::verify).toList();
	}

	/** The link with a hash that somebody wrote down, if it is in a chain. */
	Optional<Place> find(String hash);

	/** The chains that begin with what was there before them, as they say themselves. */
	List<Start> starts();

	/**
	 * What a plan held before there was a chain.
	 *
	 * @param plan the plan
	 * @param sealedAt when it was sealed
	 * @param facts how many facts it was
	 */
	record Start(String plan, Instant sealedAt, long facts) {
	}

	/** A link's place and time. */
	record Place(String plan, long number, Instant recordedAt) {
	}

}
