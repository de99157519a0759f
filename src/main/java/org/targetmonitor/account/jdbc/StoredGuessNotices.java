package org.targetmonitor.account.jdbc;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.targetmonitor.account.GuessNotices;
import org.targetmonitor.account.GuessedAt;

/** Notices in PostgreSQL; a key and a moment decide which replica sends what. */
@Repository
class StoredGuessNotices implements GuessNotices {

	private final JdbcClient jdbc;

	StoredGuessNotices(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void note(GuessedAt event, LocalDate day, Collection<String> recipients) {
		for (String recipient : recipients) {
			this.jdbc.sql("""
					INSERT INTO guess_notice (account, noticed_on, recipient, tries, addresses)
					VALUES (:account, :day, :recipient, :tries, :addresses)
					ON CONFLICT (account, noticed_on, recipient) DO NOTHING
					""")
				.param("account", event.username())
				.param("day", Date.valueOf(day))
				.param("recipient", recipient)
				.param("tries", event.count())
				.param("addresses", event.addresses())
				.update();
		}
	}

	@Override
	public List<Notice> take(LocalDate notBefore, Instant now, Instant again) {
		this.jdbc.sql("DELETE FROM guess_notice WHERE noticed_on < :old")
			.param("old", Date.valueOf(notBefore))
			.update();
		return this.jdbc.sql("""
				UPDATE guess_notice SET taken_until = :again
				WHERE sent_at IS NULL AND (taken_until IS NULL OR taken_until <= :now)
				RETURNING account, noticed_on, recipient, tries, addresses
				""")
			.param("again", Timestamp.from(again))
			.param("now", Timestamp.from(now))
			.query((row, number) -> new Notice(
					new GuessedAt(row.getString("account"), row.getInt("tries"), row.getInt("addresses")),
					row.getDate("noticed_on").toLocalDate(), row.getString("recipient")))
			.list();
	}

	@Override
	public void sent(Notice notice, Instant now) {
		this.jdbc.sql("""
				UPDATE guess_notice SET sent_at = :now
				WHERE account = :account AND noticed_on = :day AND recipient = :recipient
				""")
			.param("now", Timestamp.from(now))
			.param("account", notice.event().username())
			.param("day", Date.valueOf(notice.day()))
			.param("recipient", notice.recipient())
			.update();
	}

}
