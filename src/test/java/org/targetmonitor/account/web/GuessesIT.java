package org.targetmonitor.account.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.GuessedAt;
import org.targetmonitor.account.Role;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.Browser;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.People;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What strangers who guess passwords bring about, and what they leave behind. */
@MonitorTest
@Import(GuessesIT.Listener.class)
@TestPropertySource(properties = { "targetmonitor.accounts.wrong-passwords-per-account=12",
		"spring.datasource.hikari.maximum-pool-size=2" })
class GuessesIT {

	private static final Instant NOON = Instant.parse("2024-04-10T04:00:00Z");

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private Accounts accounts;

	@Autowired
	private PasswordEncoder passwords;

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Listener listener;

	/** Hears what is announced. */
	static class Listener {

		private final List<GuessedAt> heard = new CopyOnWriteArrayList<>();

		@EventListener
		void hear(GuessedAt event) {
			this.heard.add(event);
		}

	}

	@BeforeEach
	void start() {
		this.clock.set(NOON);
		this.people.startAnew();
		this.people.open("li", Role.VIEWER);
	}

	private Api.Answer from(String address, String username, String password) {
		return this.api
			.send(this.api.withPassword(username, password).request("/api/plans").header("X-Forwarded-For", address));
	}

	@Test
	void fiveWrongPasswordsFromElsewhereKeepNobodyOut() {
		for (int guess = 0; guess < 5; guess++) {
			assertThat(from("192.0.2.1", "li", "wrong").status()).isEqualTo(401);
		}
		assertThat(from("192.0.2.1", "li", Api.PASSWORD).status()).isEqualTo(429);
		assertThat(this.people.browser().signIn("li", Api.PASSWORD).location()).isEqualTo("/start");
		assertThat(from("192.0.2.2", "li", Api.PASSWORD).status()).isEqualTo(200);
	}

	@Test
	void guessesFromManyAddressesSlowTheAccountDownWhereItNeverSignedInAndAreAnnounced() {
		this.people.browser().signIn("li", Api.PASSWORD);
		for (int address = 1; address <= 3; address++) {
			for (int guess = 0; guess < 4; guess++) {
				assertThat(from("192.0.2." + address, "li", "wrong").status()).isEqualTo(401);
			}
		}
		Api.Answer held = from("192.0.2.77", "li", Api.PASSWORD);
		assertThat(held.status()).isEqualTo(429);
		assertThat(held.response().headers().firstValue("Retry-After")).as("a tenth of the lock").contains("90");
		assertThat(this.people.browser().signIn("li", Api.PASSWORD).location()).as("where it signed in before")
			.isEqualTo("/start");
		this.clock.set(NOON.plusSeconds(90));
		assertThat(from("192.0.2.77", "li", Api.PASSWORD).status()).isEqualTo(200);
		assertThat(this.jdbc.sql("SELECT detail FROM audit_event WHERE subject = 'li' AND action = 'sign-in'")
			.query(String.class)
			.list()).contains("slowed; wrong 12; addresses 3");
		assertThat(this.listener.heard).containsExactly(new GuessedAt("li", 12, 3));
	}

	@Test
	void nameThatNobodyHasIsHeldUpAsOneThatIsThere() {
		for (int guess = 0; guess < 5; guess++) {
			assertThat(from("192.0.2.1", "no-such-name", "wrong").status()).isEqualTo(401);
		}
		assertThat(from("192.0.2.1", "no-such-name", "wrong").status()).isEqualTo(429);
		assertThat(from("192.0.2.1", "no-such-name-either", "wrong").status()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "My-Secret-Pass-7", "my-secret-pass-7", "密码写错了地方" })
	void whatIsTypedAsANameIsKeptNowhere(String typed) {
		assertThat(this.people.browser().signIn(typed, "x").location()).isEqualTo("/sign-in?error");
		from("192.0.2.9", typed, "x");
		String stored = String.valueOf(this.jdbc.sql("""
				SELECT coalesce((SELECT string_agg(concat_ws(' ', actor, subject, detail), ' ') FROM audit_event), '')
				  || ' ' || coalesce((SELECT string_agg(username, ' ') FROM sign_in_failure), '')
				""").query(String.class).single()).toLowerCase(Locale.ROOT);
		assertThat(stored).doesNotContain(typed.toLowerCase(Locale.ROOT));
		assertThat(this.jdbc.sql("SELECT username FROM sign_in_failure").query(String.class).list())
			.allMatch((name) -> name.matches("\\?[0-9a-f]{24}"));
		assertThat(this.jdbc.sql("SELECT DISTINCT actor FROM audit_event WHERE address = '192.0.2.9'")
			.query(String.class)
			.list()).allMatch((name) -> name.matches("\\?[0-9a-f]{4}"));
	}

	@Test
	void rightPasswordOfADisabledAccountIsHashedEveryTime() {
		this.people.open("gone", Role.VIEWER);
		this.people.disable("gone", Role.VIEWER);
		String hash = this.accounts.passwordHash("gone").orElseThrow();
		for (int time = 0; time < 2; time++) {
			assertThat(from("192.0.2.4", "gone", Api.PASSWORD).status()).isEqualTo(401);
			assertThat(((RememberedPasswords) this.passwords).remembers(Api.PASSWORD, hash)).isFalse();
		}
		this.people.open("gone", Role.VIEWER);
		assertThat(from("192.0.2.4", "gone", Api.PASSWORD).status()).isEqualTo(200);
		String present = this.accounts.passwordHash("gone").orElseThrow();
		assertThat(((RememberedPasswords) this.passwords).remembers(Api.PASSWORD, present)).isTrue();
	}

	@Test
	void manyStrangersAtOnceHoldNoConnectionWhileTheyAreHashed() throws Exception {
		List<Integer> answers = together(120,
				(number) -> from("198.51.100." + number % 40, "stranger-" + number, "wrong").status());
		assertThat(answers).containsOnly(401);
		assertThat(from("192.0.2.50", "li", Api.PASSWORD).status()).isEqualTo(200);
	}

	@Test
	void strangersAtOnceFromOneAddressAreCountedBeforeTheyAreHashed() throws Exception {
		List<Integer> answers = together(60, (number) -> from("198.51.100.200", "other-" + number, "wrong").status());
		assertThat(answers).containsOnly(401, 429);
		assertThat(answers.stream().filter((status) -> status == 401)).hasSize(30);
	}

	/** The answers to so many calls at a time. */
	private static List<Integer> together(int calls, IntFunction<Integer> call) throws Exception {
		try (ExecutorService executor = Executors.newFixedThreadPool(calls)) {
			CountDownLatch all = new CountDownLatch(calls);
			List<Future<Integer>> answers = IntStream.range(0, calls).mapToObj((number) -> executor.submit(() -> {
				all.countDown();
				all.await();
				return call.apply(number);
			})).toList();
			List<Integer> statuses = new ArrayList<>();
			for (Future<Integer> answer : answers) {
				statuses.add(answer.get());
			}
			return statuses;
		}
	}

	@Test
	void networkOfAnIpv6AddressCountsAsOne() {
		for (int guess = 1; guess <= 5; guess++) {
			assertThat(from("2001:db8:1:2::" + guess, "li", "wrong").status()).isEqualTo(401);
		}
		assertThat(from("2001:db8:1:2:ffff::9", "li", Api.PASSWORD).status()).isEqualTo(429);
		assertThat(from("2001:db8:1:3::1", "li", Api.PASSWORD).status()).isEqualTo(200);
	}

	@Test
	void unlockedAccountMayBeTriedAgainFromEverywhere() {
		for (int guess = 0; guess < 5; guess++) {
			from("192.0.2.1", "li", "wrong");
		}
		this.people.open("keeper", Role.ACCOUNT_ADMIN);
		Browser administrator = this.people.signedIn("keeper");
		assertThat(administrator.get("/accounts/li").body()).contains("输错本账号的密码或验证码5次，来自1个地址");
		administrator.post("/accounts/li/unlock", Map.of());
		assertThat(from("192.0.2.1", "li", Api.PASSWORD).status()).isEqualTo(200);
	}

	@Test
	void whatStrangersWriteIntoTheAuditIsBounded() {
		Strangers strangers = new Strangers(this.clock);
		long said = IntStream.range(0, 600).filter((number) -> strangers.say("password").isPresent()).count();
		assertThat(said).isEqualTo(500);
		this.clock.set(NOON.plus(Duration.ofHours(1)));
		assertThat(strangers.say("password")).contains("password");
	}

}
