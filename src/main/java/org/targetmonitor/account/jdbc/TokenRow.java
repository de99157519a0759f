package org.targetmonitor.account.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

import org.targetmonitor.account.Token;

/**
 * A token as it is stored.
 *
 * @param digest what is kept of the token itself
 * @param version null before it is stored
 */
@Table("account_token")
record TokenRow(@Id UUID tokenId, String account, String name, String digest, boolean submitOnly, Instant createdAt,
		Instant expiresAt, @Nullable LocalDate lastUsed, @Nullable Instant revokedAt, @Version @Nullable Long version) {

	/** A new one. */
	static TokenRow of(Token token, String digest) {
		return new TokenRow(token.id(), token.account(), token.name(), digest, token.submitOnly(), token.createdAt(),
				token.expiresAt(), null, null, null);
	}

	Token token() {
		return new Token(this.tokenId, this.account, this.name, this.submitOnly, this.createdAt, this.expiresAt,
				this.lastUsed, this.revokedAt);
	}

	/** What is said of one that could not be stored stands in logs. */
	@Override
	public String toString() {
		return "token " + this.tokenId;
	}

}
