package org.targetmonitor.submission;

import java.time.Instant;
import java.util.Set;

/** Seals acts of oversight, in the transaction that records them. */
public interface OversightSeal {

	/**
	 * Seals what was recorded before there was a seal; does nothing where there is one.
	 */
	void begin(String plan, Instant now);

	/**
	 * Seals acts.
	 * @param ids which, as {@link ChainFact.Sort#id} makes them
	 */
	void seal(String plan, Set<String> ids, Instant now);

}
