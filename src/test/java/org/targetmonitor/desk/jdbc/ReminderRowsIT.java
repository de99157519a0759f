package org.targetmonitor.desk.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.desk.Reminder;
import org.targetmonitor.desk.Reminders;
import org.targetmonitor.period.Frequency;
import org.targetmonitor.period.Period;
import org.targetmonitor.support.RowsTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Reminders, the letters they are sent by, and what is answered. */
@RowsTest
class ReminderRowsIT {

	private static final Instant NOON = Instant.parse("2024-04-10T04:00:00Z");

	private static final Period FIRST = Period.ofYear(2024, Frequency.QUARTERLY).getFirst();

	private static final Period SECOND = Period.ofYear(2024, Frequency.QUARTERLY).get(1);

	@Autowired
	private Reminders reminders;

	@Autowired
	private JdbcClient jdbc;

	private final String plan = "plan-" + UUID.randomUUID();

	@BeforeEach
	void aPlan() {
		this.jdbc.sql("INSERT INTO plan (plan_id) VALUES (?)").param(this.plan).update();
		this.jdbc.sql("INSERT INTO plan_change (plan_id, number) VALUES (?, 1)").param(this.plan).update();
	}

	/** No more than a hundred letters are looked at at once, whoever left them. */
	@AfterEach
	void nothingWaits() {
		pending(NOON.plusSeconds(99), NOON.plusSeconds(99)).forEach((letter) -> {
			this.reminders.claim(letter, NOON);
			this.reminders.ended(letter, null, NOON);
		});
	}

	private Reminder recorded(String department, Period period, Instant at, @Nullable LocalDate due,
			String... usernames) {
		Reminder reminder = new Reminder(UUID.randomUUID(), this.plan, department, period, Reminder.Occasion.DUE_DAY,
				List.of("gdp", "cpi"), due, "reviewer", "subject", "words", at,
				List.of(usernames).stream().map((name) -> delivery(name, 0, false, null)).toList(), List.of());
		assertThat(this.reminders.record(reminder, "once " + reminder.id())).isTrue();
		return reminder;
	}

	private static Reminder.Delivery delivery(String username, int tries, boolean sent, @Nullable String error) {
		return new Reminder.Delivery(username, username + "@example.org", tries, sent, error);
	}

	private Reminder found(Reminder reminder) {
		return this.reminders.find(this.plan, reminder.id()).orElseThrow();
	}

	@Test
	void comesBackAsItWasRecordedTheNewestFirst() {
		Reminder old = recorded("finance", FIRST, NOON, LocalDate.of(2024, 4, 18), "li", "wang");
		Reminder young = recorded("finance", FIRST, NOON.plusSeconds(1), null);
		Reminder other = recorded("works", FIRST, NOON.plusSeconds(2), null);
		Reminder next = recorded("finance", SECOND, NOON.plusSeconds(3), null);
		assertThat(this.reminders.of(this.plan, List.of("finance"), FIRST)).containsExactly(young, old);
		assertThat(this.reminders.of(this.plan, List.of("works", "finance"), FIRST)).containsExactly(other, young, old);
		assertThat(this.reminders.of(this.plan, List.of("finance"), SECOND)).containsExactly(next);
		assertThat(this.reminders.find(this.plan, UUID.randomUUID())).isEmpty();
		assertThat(this.reminders.counts(List.of(this.plan)))
			.isEqualTo(Map.of(place("finance", FIRST), 2L, place("works", FIRST), 1L, place("finance", SECOND), 1L));
		assertThat(this.reminders.counts(List.of())).isEmpty();
		assertThat(this.reminders.counts(List.of("another"))).isEmpty();
	}

	private Reminders.Place place(String department, Period period) {
		return new Reminders.Place(this.plan, department, period);
	}

	@Test
	void aSecondOneThatIsTheSameIsNotRecordedNorSent() {
		Reminder first = recorded("finance", FIRST, NOON, null, "li");
		String once = "once " + first.id();
		Reminder same = new Reminder(UUID.randomUUID(), this.plan, "works", FIRST, Reminder.Occasion.BY_HAND,
				List.of("gdp"), null, "reviewer", "subject", "words", NOON, first.deliveries(), List.of());
		assertThat(this.reminders.record(same, once)).isFalse();
		assertThat(this.reminders.find(this.plan, same.id())).isEmpty();
		assertThat(this.reminders.made(this.plan)).containsExactly(once);
		assertThat(this.reminders.made("another")).isEmpty();
	}

	@Test
	void whatTheDepartmentAnswersStandsBesideIt() {
		Reminder reminder = recorded("finance", FIRST, NOON, null, "li");
		this.reminders.answer(this.plan, reminder.id(), "li", "明天报送", NOON.plusSeconds(5));
		this.reminders.answer(this.plan, reminder.id(), "wang", "已报送", NOON.plusSeconds(9));
		assertThat(found(reminder)).isEqualTo(
				reminder.with(reminder.deliveries(), List.of(new Reminder.Answer("li", "明天报送", NOON.plusSeconds(5)),
						new Reminder.Answer("wang", "已报送", NOON.plusSeconds(9)))));
	}

	@Test
	void aLetterIsTriedAgainUntilItIsSent() {
		Reminder reminder = recorded("finance", FIRST, NOON, null, "li");
		Reminders.Letter first = pending(NOON, NOON).getFirst();
		assertThat(first)
			.isEqualTo(new Reminders.Letter(this.plan, reminder.id(), "li", "li@example.org", "subject", "words", 1));
		assertThat(this.reminders.claim(first, NOON)).isTrue();
		assertThat(this.reminders.claim(first, NOON)).as("another replica").isFalse();
		assertThat(pending(NOON.plusSeconds(9), NOON.minusSeconds(1))).as("under way").isEmpty();
		assertThat(pending(NOON, NOON)).as("cut off").extracting(Reminders.Letter::number).containsExactly(2);
		this.reminders.ended(first, "no route", NOON.plusSeconds(2));
		assertThat(found(reminder).deliveries()).containsExactly(delivery("li", 1, false, "no route"));
		assertThat(pending(NOON.plusSeconds(1), NOON.plusSeconds(9))).as("too early").isEmpty();
		Reminders.Letter second = pending(NOON.plusSeconds(2), NOON).getFirst();
		assertThat(second.number()).isEqualTo(2);
		assertThat(this.reminders.claim(second, NOON.plusSeconds(3))).isTrue();
		this.reminders.ended(second, null, NOON.plusSeconds(4));
		assertThat(found(reminder).deliveries()).containsExactly(delivery("li", 2, true, null));
		assertThat(pending(NOON.plusSeconds(99), NOON.plusSeconds(99))).isEmpty();
	}

	@Test
	void aLetterThatFailsIsGivenUpInTheEnd() {
		recorded("finance", FIRST, NOON, null, "li");
		for (int number = 1; number <= 3; number++) {
			Reminders.Letter letter = pending(NOON, NOON).getFirst();
			assertThat(letter.number()).isEqualTo(number);
			this.reminders.claim(letter, NOON);
			this.reminders.ended(letter, "no route", NOON);
		}
		assertThat(pending(NOON, NOON)).isEmpty();
	}

	private List<Reminders.Letter> pending(Instant retryBefore, Instant cutOffBefore) {
		return this.reminders.pending(retryBefore, cutOffBefore, 3)
			.stream()
			.filter((letter) -> letter.plan().equals(this.plan))
			.toList();
	}

	@Test
	void whoeverRemindsAloneIsAnswered() {
		assertThat(this.reminders.alone(this.plan, () -> "done")).isEqualTo("done");
		assertThat(this.reminders.alone("no-such-plan", () -> "done")).isEqualTo("done");
	}

}
