package org.targetmonitor.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the chains are kept that seal what is recorded of each plan. */
public interface Chains {

	/** Where the chain of each plan ends. */
	List<Chain.Head> heads();

	/** A plan's chain beside its facts, read at one moment. */
	Chain read(String plan);

	/** The link with a hash that somebody wrote down, if it is in a chain. */
	Optional<Place> find(String hash);

	/**
	 * Seals what a plan held before there was a chain: once, and only a plan that was
	 * there when chains came.
	 */
	void begin(String plan);

	/** The chains that begin with what was there before them. */
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
