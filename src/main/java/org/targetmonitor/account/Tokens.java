package org.targetmonitor.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where tokens are kept: their digests, never the tokens. */
public interface Tokens {

	/** All tokens, the newest first. */
	List<Token> all();

	/** The tokens of an account, the newest first. */
	List<Token> of(String account);

	/** The token with a digest, live or not. */
	Optional<Token> withDigest(String digest);

	/** Keeps a new token. */
	void add(Token token, String digest);

	/** Revokes a live token; false if there is none. */
	boolean revoke(UUID token, Instant now);

	/** Revokes all live tokens of an account; how many these were. */
	int revokeAll(String account, Instant now);

	/** Remembers the day of a token's use. */
	void used(UUID token, LocalDate day);

}
