package org.targetmonitor.account.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** The rows of tokens. */
interface TokenRows extends CrudRepository<TokenRow, UUID> {

	List<TokenRow> findAllByOrderByCreatedAtDescTokenId();

	List<TokenRow> findByAccountOrderByCreatedAtDescTokenId(String account);

	Optional<TokenRow> findByDigest(String digest);

	@Modifying
	@Query("""
			UPDATE account_token SET revoked_at = :now, version = version + 1
			WHERE token_id = :token AND revoked_at IS NULL
			""")
	boolean revoke(UUID token, Instant now);

	@Modifying
	@Query("""
			UPDATE account_token SET revoked_at = :now, version = version + 1
			WHERE account = :account AND revoked_at IS NULL
			""")
	int revokeAll(String account, Instant now);

	@Modifying
	@Query("UPDATE account_token SET last_used = :day, version = version + 1 WHERE token_id = :token")
	int used(UUID token, LocalDate day);

}
