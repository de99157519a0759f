package org.targetmonitor.account.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Repository;

import org.targetmonitor.account.Token;
import org.targetmonitor.account.Tokens;

/** Tokens in PostgreSQL. */
@Repository
class StoredTokens implements Tokens {

	private final TokenRows rows;

	StoredTokens(TokenRows rows) {
		this.rows = rows;
	}

	@Override
	public List<Token> all() {
		return this.rows.findAllByOrderByCreatedAtDescTokenId().stream().map(TokenRow::token).toList();
	}

	@Override
	public List<Token> of(String account) {
		return this.rows.findByAccountOrderByCreatedAtDescTokenId(account).stream().map(TokenRow::token).toList();
	}

	@Override
	public Optional<Token> withDigest(String digest) {
		return this.rows.findByDigest(digest).map(TokenRow::token);
	}

	@Override
	public void add(Token token, String digest) {
		this.rows.save(TokenRow.of(token, digest));
	}

	@Override
	public boolean revoke(UUID token, Instant now) {
		return this.rows.revoke(token, now);
	}

	@Override
	public int revokeAll(String account, Instant now) {
		return this.rows.revokeAll(account, now);
	}

	@Override
	public void used(UUID token, LocalDate day) {
		this.rows.used(token, day);
	}

}
