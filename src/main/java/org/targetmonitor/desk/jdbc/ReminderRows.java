package org.targetmonitor.desk.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.targetmonitor.desk.Reminder;
import org.targetmonitor.period.Period;

/**
 * Reads reminders with their letters and answers, in one statement: a row for each letter
 * and each answer, at least one for each reminder.
 */
@Component
class ReminderRows {

	private static final String BEGINNING = """
			SELECT r.plan_id, r.reminder_id, r.department, r.period_start, r.period_end, r.occasion, r.indicators,
			  r.due_day, r.author, r.subject, r.words, r.recorded_at, d.part, d.who, d.address, d.tries, d.sent,
			  d.error, d.said, d.said_at
			FROM reminder r
			LEFT JOIN (
			  SELECT t.plan_id, t.reminder_id, 'letter' AS part, t.username AS who, t.address, count(n.number) AS tries,
			    coalesce(bool_or(e.number IS NOT NULL AND e.error IS NULL), false) AS sent,
			    (array_agg(e.error ORDER BY n.number DESC))[1] AS error, NULL AS said,
			    CAST(NULL AS timestamptz) AS said_at, CAST(NULL AS uuid) AS answer_id
			  FROM reminder_recipient t
			  LEFT JOIN reminder_try n USING (plan_id, reminder_id, username)
			  LEFT JOIN reminder_result e USING (plan_id, reminder_id, username, number)
			  WHERE t.plan_id = :plan
			  GROUP BY t.plan_id, t.reminder_id, t.username, t.address
			  UNION ALL
			  SELECT a.plan_id, a.reminder_id, 'answer', a.author, NULL, 0, false, NULL, a.words, a.recorded_at, a.answer_id
			  FROM reminder_answer a WHERE a.plan_id = :plan
			) d ON d.plan_id = r.plan_id AND d.reminder_id = r.reminder_id
			WHERE r.plan_id = :plan AND\s""";

	private static final String END = """

			ORDER BY r.recorded_at DESC, r.reminder_id, d.said_at, d.answer_id, d.who
			""";

	private static final ResultSetExtractor<List<Reminder>> REMINDERS = ReminderRows::read;

	private final JdbcClient jdbc;

	ReminderRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Some of a plan's, the newest first. */
	List<Reminder> of(String plan, String condition, Map<String, ?> parameters) {
		return Objects.requireNonNull(
				this.jdbc.sql(BEGINNING + condition + END).param("plan", plan).params(parameters).query(REMINDERS));
	}

	private static List<Reminder> read(ResultSet rows) throws SQLException {
		Map<UUID, Reminder> reminders = new LinkedHashMap<>();
		Map<UUID, List<Reminder.Delivery>> deliveries = new LinkedHashMap<>();
		Map<UUID, List<Reminder.Answer>> answers = new LinkedHashMap<>();
		while (rows.next()) {
			UUID id = rows.getObject("reminder_id", UUID.class);
			if (!reminders.containsKey(id)) {
				reminders.put(id, bare(rows, id));
			}
			if ("letter".equals(rows.getString("part"))) {
				deliveries.computeIfAbsent(id, (key) -> new ArrayList<>())
					.add(new Reminder.Delivery(rows.getString("who"), rows.getString("address"), rows.getInt("tries"),
							rows.getBoolean("sent"), rows.getString("error")));
			}
			if ("answer".equals(rows.getString("part"))) {
				answers.computeIfAbsent(id, (key) -> new ArrayList<>())
					.add(new Reminder.Answer(rows.getString("who"), rows.getString("said"),
							rows.getTimestamp("said_at").toInstant()));
			}
		}
		return reminders.values()
			.stream()
			.map((reminder) -> reminder.with(deliveries.getOrDefault(reminder.id(), List.of()),
					answers.getOrDefault(reminder.id(), List.of())))
			.toList();
	}

	private static Reminder bare(ResultSet row, UUID id) throws SQLException {
		return new Reminder(id, row.getString("plan_id"), row.getString("department"), period(row),
				Reminder.Occasion.of(row.getString("occasion")), List.of(row.getString("indicators").split(" ", -1)),
				row.getObject("due_day", LocalDate.class), row.getString("author"), row.getString("subject"),
				row.getString("words"), row.getTimestamp("recorded_at").toInstant(), List.of(), List.of());
	}

	static Period period(ResultSet row) throws SQLException {
		return Period.between(row.getObject("period_start", LocalDate.class),
				row.getObject("period_end", LocalDate.class));
	}

}
