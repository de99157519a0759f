package org.targetmonitor.account.jdbc;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.targetmonitor.account.Token;
import org.targetmonitor.account.Tokens;

/** Tokens in PostgreSQL. */
@Repository
class StoredTokens implements Tokens {

	private final JdbcClient jdbc;

	StoredTokens(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Token> all() {
		return this.jdbc.sql("""
				SELECT token_id, account, name, submit_only, created_at, expires_at, last_used, revoked_at
				FROM account_token ORDER BY created_at DESC, token_id
				""").query(StoredTokens::read).list();
	}

	@Override
	public List<Token> of(String account) {
		return all().stream().filter((token) -> token.account().equals(account)).toList();
	}

	@Override
	public Optional<Token> withDigest(String digest) {
		return this.jdbc.sql("""
				SELECT token_id, account, name, submit_only, created_at, expires_at, last_used, revoked_at
				FROM account_token WHERE digest = :digest
				""").param("digest", digest).query(StoredTokens::read).optional();
	}

	private static Token read(ResultSet row, int number) throws SQLException {
		Date used = row.getDate("last_used");
		Timestamp revoked = row.getTimestamp("revoked_at");
		return new Token(row.getObject("token_id", UUID.class), row.getString("account"), row.getString("name"),
				row.getBoolean("submit_only"), row.getTimestamp("created_at").toInstant(),
				row.getTimestamp("expires_at").toInstant(), (used != null) ? used.toLocalDate() : null,
				(revoked != null) ? revoked.toInstant() : null);
	}

	@Override
	public void add(Token token, String digest) {
		this.jdbc.sql("""
				INSERT INTO account_token (token_id, account, name, digest, submit_only, created_at, expires_at)
				VALUES (:id, :account, :name, :digest, :submitOnly, :createdAt, :expiresAt)
				""")
			.param("id", token.id())
			.param("account", token.account())
			.param("name", token.name())
			.param("digest", digest)
			.param("submitOnly", token.submitOnly())
			.param("createdAt", Timestamp.from(token.createdAt()))
			.param("expiresAt", Timestamp.from(token.expiresAt()))
			.update();
	}

	@Override
	public boolean revoke(UUID token, Instant now) {
		return this.jdbc.sql("UPDATE account_token SET revoked_at = :now WHERE token_id = :id AND revoked_at IS NULL")
			.param("now", Timestamp.from(now))
			.param("id", token)
			.update() == 1;
	}

	@Override
	public int revokeAll(String account, Instant now) {
		return this.jdbc
			.sql("UPDATE account_token SET revoked_at = :now WHERE account = :account AND revoked_at IS NULL")
			.param("now", Timestamp.from(now))
			.param("account", account)
			.update();
	}

	@Override
	public void used(UUID token, LocalDate day) {
		this.jdbc.sql("UPDATE account_token SET last_used = :day WHERE token_id = :id")
			.param("day", day)
			.param("id", token)
			.update();
	}

}
