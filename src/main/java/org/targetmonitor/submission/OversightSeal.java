package org.targetmonitor.submission;

import java.time.Instant;
import java.util.Set;

/** Seals acts of oversight, in the transaction that records them. */
public interface OversightSeal {

	/**
	 * Seals acts.
	 * @param ids which, as {@link ChainFact.Sort#id} makes them
	 */
	void seal(String plan, Set<String> ids, Instant now);

}
