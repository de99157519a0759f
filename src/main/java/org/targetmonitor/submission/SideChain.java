package org.targetmonitor.submission;

import java.util.Optional;

/** A chain of facts that are of no plan; it is verified beside those of the plans. */
public interface SideChain {

	/** Where it ends, under a name that no plan can have; empty while it has nothing. */
	Optional<Chain.Head> head();

	/** Its name. */
	String name();

	/** Holds the chain against its facts, read in the caller's transaction. */
	ChainReport verify();

	/** The link with a hash that somebody wrote down. */
	Optional<Chains.Place> find(String hash);

}
