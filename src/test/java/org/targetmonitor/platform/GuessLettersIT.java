package org.targetmonitor.platform;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Role;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.People;
import org.targetmonitor.support.Processes;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Letters about wrong passwords go to a real SMTP server: from the 12th of an account,
 * however many addresses they come from.
 */
@MonitorTest
class GuessLettersIT {

	private static final int PORT = Processes.freePort();

	private static final Instant NOON = Instant.parse("2024-04-10T04:00:00Z");

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private People people;

	@Autowired
	private GuessLetters letters;

	private GreenMail server = new GreenMail();

	@DynamicPropertySource
	static void mail(DynamicPropertyRegistry registry) {
		registry.add("spring.mail.host", () -> "127.0.0.1");
		registry.add("spring.mail.port", () -> PORT);
		registry.add("targetmonitor.reminders.every", () -> "1d");
		registry.add("targetmonitor.accounts.letters-every", () -> "1d");
		registry.add("targetmonitor.accounts.wrong-passwords-per-account", () -> "12");
		registry.add("targetmonitor.address", () -> "https://monitor.example/");
	}

	@BeforeEach
	void start() {
		this.clock.set(NOON);
		open();
		account("li", "李文", "li@monitor.example", true, Role.VIEWER);
		account("keeper", "周明", "keeper@monitor.example", true, Role.ACCOUNT_ADMIN);
		account("gone", "吴越", "gone@monitor.example", false, Role.ACCOUNT_ADMIN);
		account("mute", "郑思", null, true, Role.ACCOUNT_ADMIN);
		account("other", "王静", "other@monitor.example", true, Role.REVIEWER);
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void ownerAndAccountAdministratorsAreWrittenToOnceADay() throws Exception {
		guesses(11, 0);
		this.letters.send();
		assertThat(recipients()).isEmpty();

		guesses(1, 11);
		this.letters.send();
		assertThat(recipients()).containsExactlyInAnyOrder("li@monitor.example", "keeper@monitor.example");
		assertThat(letter("li@")).contains("李文：", "您在目标监测系统的账号“li”被输错密码或验证码12次，来自4个网络地址", "https://monitor.example/me",
				"within 24 hours: 12, from 4 address(es)");
		assertThat(letter("keeper@")).contains("账号“li”（李文）被输错密码或验证码12次，来自4个网络地址",
				"https://monitor.example/accounts/li");

		this.clock.set(NOON.plus(Duration.ofMinutes(30)));
		guesses(12, 100);
		this.letters.send();
		assertThat(recipients()).as("the 24th on the same day").hasSize(2);

		this.clock.set(NOON.plus(Duration.ofDays(2)));
		guesses(12, 200);
		this.server.stop();
		this.letters.send();
		open();
		this.letters.send();
		assertThat(recipients()).as("another replica may be at it").isEmpty();
		this.clock.set(this.clock.instant().plus(Duration.ofMinutes(10)));
		this.letters.send();
		this.letters.send();
		assertThat(recipients()).as("tried again where the server was down").hasSize(2);
	}

	/** Three from each address, so that none of them is held. */
	private void guesses(int count, int from) {
		for (int guess = from; guess < from + count; guess++) {
			Instant now = this.clock.instant();
			int status;
			do {
				status = this.api
					.send(this.api.withPassword("li", "wrong")
						.request("/api/plans")
						.header("X-Forwarded-For", "192.0.2." + (guess / 3 + 1)))
					.status();
				this.clock.set(this.clock.instant().plusSeconds((status == 429) ? 60 : 0));
			}
			while (status == 429 && this.clock.instant().isBefore(now.plus(Duration.ofHours(1))));
			assertThat(status).isEqualTo(401);
		}
	}

	private void account(String username, String name, @Nullable String email, boolean enabled, Role role) {
		this.people.open(new Account(username, name, email, enabled, Set.of(Grant.everywhere(role))));
	}

	private List<String> recipients() {
		return Arrays.stream(this.server.getReceivedMessages()).map(GuessLettersIT::recipient).toList();
	}

	private String letter(String recipient) throws IOException, MessagingException {
		for (MimeMessage message : this.server.getReceivedMessages()) {
			if (recipient(message).startsWith(recipient)) {
				return String.valueOf(message.getContent());
			}
		}
		return "";
	}

	private static String recipient(MimeMessage message) {
		try {
			return message.getRecipients(Message.RecipientType.TO)[0].toString();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void open() {
		this.server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.server.start();
	}

}
