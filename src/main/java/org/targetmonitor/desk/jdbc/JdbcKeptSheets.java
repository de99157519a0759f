package org.targetmonitor.desk.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.desk.KeptSheet;
import org.targetmonitor.desk.KeptSheets;
import org.targetmonitor.period.Period;

/** Previewed sheets in PostgreSQL, so that any replica can confirm them. */
@Repository
class JdbcKeptSheets implements KeptSheets {

	private static final Duration KEPT = Duration.ofHours(12);

	private static final int MOST_OF_AN_ACCOUNT = 5;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	JdbcKeptSheets(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Override
	public void keep(KeptSheet sheet) {
		this.transaction.executeWithoutResult((status) -> {
			insert(sheet);
			this.jdbc
				.sql("""
						DELETE FROM sheet_preview WHERE id <> :id AND (kept_at < :oldest OR (account = :account AND id NOT IN (
						  SELECT id FROM sheet_preview WHERE account = :account AND id <> :id
						  ORDER BY number DESC LIMIT :others)))
						""")
				.param("oldest", oldest())
				.param("account", sheet.account())
				.param("id", sheet.id())
				.param("others", MOST_OF_AN_ACCOUNT - 1)
				.update();
		});
	}

	@Override
	public Optional<KeptSheet> find(UUID id, String account) {
		return this.jdbc.sql("""
				SELECT id, plan_id, period_start, period_end, account, file_name, document, kept_at FROM sheet_preview
				WHERE id = :id AND account = :account AND kept_at >= :oldest
				""")
			.param("id", id)
			.param("account", account)
			.param("oldest", oldest())
			.query((row, number) -> sheet(row))
			.optional();
	}

	private void insert(KeptSheet sheet) {
		this.jdbc.sql("""
				INSERT INTO sheet_preview
				  (id, plan_id, period_start, period_end, account, file_name, document, kept_at)
				VALUES (:id, :plan, :start, :end, :account, :file, :document, :keptAt)
				""")
			.param("id", sheet.id())
			.param("plan", sheet.plan())
			.param("start", sheet.period().start())
			.param("end", sheet.period().end())
			.param("account", sheet.account())
			.param("file", sheet.file())
			.param("document", sheet.document())
			.param("keptAt", Timestamp.from(sheet.keptAt()))
			.update();
	}

	private static KeptSheet sheet(ResultSet row) throws SQLException {
		Period period = Period.between(row.getObject("period_start", LocalDate.class),
				row.getObject("period_end", LocalDate.class));
		return new KeptSheet(row.getObject("id", UUID.class), row.getString("plan_id"), period,
				row.getString("account"), row.getString("file_name"), row.getString("document"),
				row.getTimestamp("kept_at").toInstant());
	}

	private Timestamp oldest() {
		Instant now = this.clock.instant();
		return Timestamp.from(now.minus(KEPT));
	}

}
