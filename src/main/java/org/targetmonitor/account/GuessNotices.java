package org.targetmonitor.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Who has to be written to of an account that is being guessed at: each once a day,
 * whichever replica noticed it. Work, not facts: the audit says what happened.
 */
public interface GuessNotices {

	/**
	 * Notes that they have to be written to; whoever is noted for the account and the day
	 * already is not noted again.
	 */
	void note(GuessedAt event, LocalDate day, Collection<String> recipients);

	/**
	 * Takes what waits to be sent, for this replica alone until the moment at which what
	 * was not sent may be taken again; what is from before a day is given up.
	 */
	List<Notice> take(LocalDate notBefore, Instant now, Instant again);

	/** It was sent. */
	void sent(Notice notice, Instant now);

	/**
	 * Something to be told.
	 *
	 * @param event what happened
	 * @param day on which day
	 * @param recipient the account to be told
	 */
	record Notice(GuessedAt event, LocalDate day, String recipient) {
	}

}
