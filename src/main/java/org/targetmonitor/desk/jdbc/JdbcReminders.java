package org.targetmonitor.desk.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.desk.Reminder;
import org.targetmonitor.desk.Reminders;
import org.targetmonitor.period.Period;

/**
 * Reminders in PostgreSQL; keys decide which of several replicas makes and sends them.
 */
@Repository
class JdbcReminders implements Reminders {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final ReminderRows rows;

	JdbcReminders(JdbcClient jdbc, TransactionTemplate transaction, ReminderRows rows) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.rows = rows;
	}

	@Override
	public Map<Place, Long> counts(Collection<String> plans) {
		if (plans.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql("""
				SELECT plan_id, department, period_start, period_end, count(*) AS times
				FROM reminder WHERE plan_id IN (:plans)
				GROUP BY plan_id, department, period_start, period_end
				""")
			.param("plans", plans)
			.query((row, index) -> Map.entry(
					new Place(row.getString("plan_id"), row.getString("department"), ReminderRows.period(row)),
					row.getLong("times")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	@Override
	public List<Reminder> of(String plan, Collection<String> departments, Period period) {
		return this.rows.of(plan, "r.department IN (:departments) AND r.period_start = :start AND r.period_end = :end",
				Map.of("departments", departments, "start", period.start(), "end", period.end()));
	}

	@Override
	public Optional<Reminder> find(String plan, UUID id) {
		return this.rows.of(plan, "r.reminder_id = :id", Map.of("id", id)).stream().findFirst();
	}

	@Override
	public <T> T alone(String plan, Supplier<T> work) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			this.jdbc.sql("SELECT plan_id FROM plan_change WHERE plan_id = :plan FOR UPDATE")
				.param("plan", plan)
				.query(String.class)
				.optional();
			return work.get();
		}));
	}

	@Override
	public boolean record(Reminder reminder, String once) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean isNew = insert(reminder, once);
			if (isNew) {
				reminder.deliveries().forEach((delivery) -> insert(reminder, delivery));
			}
			return isNew;
		}));
	}

	@Override
	public Set<String> made(String plan) {
		return this.jdbc.sql("SELECT once FROM reminder WHERE plan_id = :plan")
			.param("plan", plan)
			.query((row, number) -> row.getString("once"))
			.set();
	}

	private boolean insert(Reminder reminder, String once) {
		return this.jdbc
			.sql("""
					INSERT INTO reminder (plan_id, reminder_id, department, period_start, period_end, occasion, once, indicators,
					  due_day, author, subject, words, recorded_at)
					VALUES (:plan, :id, :department, :start, :end, :occasion, :once, :indicators, :due, :author, :subject,
					  :words, :at)
					ON CONFLICT (plan_id, once) DO NOTHING
					""")
			.param("plan", reminder.plan())
			.param("id", reminder.id())
			.param("department", reminder.department())
			.param("start", reminder.period().start())
			.param("end", reminder.period().end())
			.param("occasion", reminder.occasion().key())
			.param("once", once)
			.param("indicators", String.join(" ", reminder.indicators()))
			.param("due", reminder.due())
			.param("author", reminder.author())
			.param("subject", reminder.subject())
			.param("words", reminder.words())
			.param("at", Timestamp.from(reminder.at()))
			.update() == 1;
	}

	private void insert(Reminder reminder, Reminder.Delivery delivery) {
		this.jdbc.sql("""
				INSERT INTO reminder_recipient (plan_id, reminder_id, username, address)
				VALUES (:plan, :id, :username, :address)
				""")
			.param("plan", reminder.plan())
			.param("id", reminder.id())
			.param("username", delivery.username())
			.param("address", delivery.address())
			.update();
	}

	@Override
	public void answer(String plan, UUID reminder, String author, String words, Instant now) {
		this.jdbc.sql("""
				INSERT INTO reminder_answer (plan_id, reminder_id, answer_id, author, words, recorded_at)
				VALUES (:plan, :reminder, :id, :author, :words, :at)
				""")
			.param("plan", plan)
			.param("reminder", reminder)
			.param("id", UUID.randomUUID())
			.param("author", author)
			.param("words", words)
			.param("at", Timestamp.from(now))
			.update();
	}

	@Override
	public List<Letter> pending(Instant retryBefore, Instant cutOffBefore, int most) {
		return this.jdbc
			.sql("""
					SELECT r.plan_id, r.reminder_id, t.username, t.address, r.subject, r.words, coalesce(l.number, 0) + 1 AS number
					FROM reminder r
					JOIN reminder_recipient t USING (plan_id, reminder_id)
					LEFT JOIN reminder_try l ON l.plan_id = t.plan_id AND l.reminder_id = t.reminder_id
					  AND l.username = t.username AND l.number = (
					    SELECT max(n.number) FROM reminder_try n
					    WHERE n.plan_id = t.plan_id AND n.reminder_id = t.reminder_id AND n.username = t.username)
					LEFT JOIN reminder_result e ON e.plan_id = l.plan_id AND e.reminder_id = l.reminder_id
					  AND e.username = l.username AND e.number = l.number
					WHERE l.number IS NULL
					  OR (l.number < :most AND e.error IS NOT NULL AND e.ended_at <= :retryBefore)
					  OR (l.number < :most AND e.number IS NULL AND l.started_at <= :cutOffBefore)
					ORDER BY r.recorded_at, t.username
					LIMIT 100
					""")
			.param("most", most)
			.param("retryBefore", Timestamp.from(retryBefore))
			.param("cutOffBefore", Timestamp.from(cutOffBefore))
			.query((row, index) -> new Letter(row.getString("plan_id"), row.getObject("reminder_id", UUID.class),
					row.getString("username"), row.getString("address"), row.getString("subject"),
					row.getString("words"), row.getInt("number")))
			.list();
	}

	@Override
	public boolean claim(Letter letter, Instant now) {
		return this.jdbc.sql("""
				INSERT INTO reminder_try (plan_id, reminder_id, username, number, started_at)
				VALUES (:plan, :id, :username, :number, :at)
				ON CONFLICT DO NOTHING
				""")
			.param("plan", letter.plan())
			.param("id", letter.reminder())
			.param("username", letter.username())
			.param("number", letter.number())
			.param("at", Timestamp.from(now))
			.update() == 1;
	}

	@Override
	public void ended(Letter letter, @Nullable String error, Instant now) {
		this.jdbc.sql("""
				INSERT INTO reminder_result (plan_id, reminder_id, username, number, error, ended_at)
				VALUES (:plan, :id, :username, :number, :error, :at)
				""")
			.param("plan", letter.plan())
			.param("id", letter.reminder())
			.param("username", letter.username())
			.param("number", letter.number())
			.param("error", error)
			.param("at", Timestamp.from(now))
			.update();
	}

}
