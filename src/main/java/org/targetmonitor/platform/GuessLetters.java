package org.targetmonitor.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.GuessNotices;
import org.targetmonitor.account.GuessedAt;
import org.targetmonitor.account.Role;
import org.targetmonitor.desk.Post;

/**
 * Writes to the owner of an account that is being guessed at, and to those who keep
 * accounts: one letter for each account and day. Whoever signs in waits for no mail
 * server: what is heard is noted, and sent by a job that tries again.
 */
class GuessLetters {

	private static final Logger log = LoggerFactory.getLogger(GuessLetters.class);

	private static final Duration AGAIN = Duration.ofMinutes(10);

	private final Accounts accounts;

	private final GuessNotices notices;

	private final Post post;

	private final Clock clock;

	private final MonitorProperties properties;

	/** Where people open the monitor, empty where that is not set. */
	private final String address;

	GuessLetters(Accounts accounts, GuessNotices notices, Post post, Clock clock, MonitorProperties properties,
			String address) {
		this.accounts = accounts;
		this.notices = notices;
		this.post = post;
		this.clock = clock;
		this.properties = properties;
		this.address = address;
	}

	/** Notes whom it concerns and who can be reached. */
	@EventListener
	void hear(GuessedAt event) {
		List<String> recipients = this.accounts.all()
			.stream()
			.filter((account) -> account.enabled() && account.email() != null)
			.filter((account) -> account.username().equals(event.username())
					|| account.roles().contains(Role.ACCOUNT_ADMIN))
			.map(Account::username)
			.toList();
		this.notices.note(event, today(), recipients);
	}

	/** Safe on every replica: each takes what no other is at. */
	@Scheduled(fixedDelayString = "${targetmonitor.accounts.letters-every:1m}",
			initialDelayString = "${targetmonitor.accounts.letters-every:1m}")
	void send() {
		Instant now = this.clock.instant();
		for (GuessNotices.Notice notice : this.notices.take(today().minusDays(1), now, now.plus(AGAIN))) {
			this.accounts.find(notice.recipient())
				.flatMap((account) -> Optional.ofNullable(account.email()))
				.ifPresent((email) -> send(notice, email));
		}
	}

	private void send(GuessNotices.Notice notice, String email) {
		String username = notice.event().username();
		String name = this.accounts.find(username).map(Account::name).orElse(username);
		GuessLetter letter = new GuessLetter(notice.event(), name, username.equals(notice.recipient()), this.address);
		try {
			this.post.send(email, letter.subject(), letter.words());
			this.notices.sent(notice, this.clock.instant());
		}
		catch (RuntimeException ex) {
			log.warn("a letter about wrong passwords could not be sent to {}, it is tried again: {}",
					notice.recipient(), String.valueOf(ex.getMessage()).replaceAll("\\p{Cntrl}+", " "));
		}
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.properties.zone());
	}

}
