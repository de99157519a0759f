package org.targetmonitor.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Standings;

/**
 * Reminds departments of what they owe: by hand, and before and after the due day. A
 * letter is sent at least once: should the monitor die between sending it and keeping
 * that it was sent, it is sent again.
 */
public final class Reminding {

	/** A second reminder by hand within this time is a slip. */
	static final Duration APART = Duration.ofHours(1);

	private static final Duration RETRY = Duration.ofMinutes(10);

	private static final int MOST_TRIES = 12;

	private static final int LONGEST_ERROR = 300;

	private final Standings standings;

	private final WorkingDays calendar;

	private final Reminders reminders;

	private final Recipients recipients;

	private final Clock clock;

	private final Supplier<UUID> ids;

	private final Settings settings;

	private final ReminderDays days;

	/**
	 * @param settings what an operator has set
	 */
	public Reminding(Standings standings, WorkingDays calendar, Reminders reminders, Recipients recipients, Clock clock,
			Supplier<UUID> ids, Settings settings) {
		this.standings = standings;
		this.calendar = calendar;
		this.reminders = reminders;
		this.recipients = recipients;
		this.clock = clock;
		this.ids = ids;
		this.settings = settings;
		this.days = new ReminderDays(calendar, settings);
	}

	/**
	 * What an operator has set.
	 *
	 * @param address where people open the monitor, empty where that is not set
	 * @param before how many working days before the due day, 0 for none
	 * @param onDueDay whether on the due day
	 * @param after how many working days after it, 0 for none
	 * @param byMail whether letters are sent at all
	 * @param from the local time before which no day's reminders are made
	 */
	public record Settings(String address, int before, boolean onDueDay, int after, boolean byMail, LocalTime from) {
	}

	/** What became of a reminder by hand. */
	public sealed interface Outcome {

		/** It is recorded; letters go to those whose address is known. */
		record Reminded(Reminder reminder) implements Outcome {
		}

		/** Somebody did it within the last hour. */
		record JustDone(Reminder before) implements Outcome {
		}

		/** Nothing is owed. */
		record NothingOwed() implements Outcome {
		}

	}

	/** Reminds by hand. */
	public Outcome remind(ReportCell cell, boolean open, String author) {
		if (!open || cell.owed().isEmpty()) {
			return new Outcome.NothingOwed();
		}
		return this.reminders.alone(cell.plan().id(), () -> {
			Instant now = this.clock.instant();
			Optional<Reminder> before = this.reminders
				.of(cell.plan().id(), List.of(cell.department().code()), cell.period())
				.stream()
				.filter((reminder) -> reminder.occasion() == Reminder.Occasion.BY_HAND)
				.filter((reminder) -> reminder.at().isAfter(now.minus(APART)))
				.findFirst();
			if (before.isPresent()) {
				return new Outcome.JustDone(before.get());
			}
			Reminder reminder = reminder(cell,
					ReminderLetter.byHand(cell, this.settings.address(), cell.plan().dayOf(now)), author, now);
			this.reminders.record(reminder, "by-hand " + reminder.id());
			return new Outcome.Reminded(reminder);
		});
	}

	/**
	 * Makes the reminders that are due by the calendar and not made yet, each once; those
	 * of a day that was missed say so. None is made of a standing that may be older: what
	 * was handed in since would be asked for.
	 * @throws RuntimeException what the facts threw
	 */
	public void remindByCalendar() {
		for (PlanStanding standing : this.standings.checked().plans()) {
			LocalTime time = this.clock.instant().atZone(standing.plan().zone()).toLocalTime();
			if (standing.open() && !time.isBefore(this.settings.from())) {
				remindByCalendar(standing, this.reminders.made(standing.plan().id()));
			}
		}
	}

	private void remindByCalendar(PlanStanding standing, Set<String> made) {
		ReportCalendar.of(standing, this.calendar, (department) -> true)
			.cells()
			.stream()
			.flatMap((cell) -> cell.byDueDay().stream())
			.forEach((cell) -> cell.dueDay()
				.flatMap((due) -> this.days.newest(due, standing.today()))
				.filter((due) -> !made.contains(once(cell, due.occasion())))
				.ifPresent((due) -> remindOnce(cell, due, standing.today())));
	}

	private void remindOnce(ReportCell cell, ReminderDays.Due due, LocalDate today) {
		Reminder reminder = reminder(cell,
				new ReminderLetter(cell, due.occasion(), this.settings.address(), due.day(), today), "monitor",
				this.clock.instant());
		if (!reminder.deliveries().isEmpty()) {
			this.reminders.record(reminder, once(cell, due.occasion()));
		}
	}

	private static String once(ReportCell cell, Reminder.Occasion occasion) {
		return "%s %s %s %s".formatted(occasion.key(), cell.department().code(), cell.period(),
				cell.dueDay().map(LocalDate::toString).orElse(""));
	}

	private Reminder reminder(ReportCell cell, ReminderLetter letter, String author, Instant now) {
		List<Reminder.Delivery> to = !this.settings.byMail() ? List.of() : this.recipients
			.of(cell.plan().id(), cell.department().code())
			.stream()
			.map((recipient) -> new Reminder.Delivery(recipient.username(), recipient.address(), 0, false, null))
			.toList();
		return new Reminder(this.ids.get(), cell.plan().id(), cell.department().code(), cell.period(),
				letter.occasion(), cell.owed().stream().map((owed) -> owed.target().indicator()).toList(),
				cell.dueDay().orElse(null), author, letter.subject(), letter.words(), now, to, List.of());
	}

	/** Sends what waits to be sent, and tries again what failed. */
	public void deliver(Post post) {
		Instant before = this.clock.instant().minus(RETRY);
		for (Reminders.Letter letter : this.reminders.pending(before, before, MOST_TRIES)) {
			// A slow server before this one must not make the try look old and cut off
			if (this.reminders.claim(letter, this.clock.instant())) {
				this.reminders.ended(letter, failure(post, letter), this.clock.instant());
			}
		}
	}

	private static @Nullable String failure(Post post, Reminders.Letter letter) {
		try {
			post.send(letter.address(), letter.subject(), letter.words());
			return null;
		}
		catch (RuntimeException ex) {
			String words = String.valueOf(ex.getMessage()).replaceAll("\\p{Cntrl}", " ");
			return words.substring(0, Math.min(words.length(), LONGEST_ERROR));
		}
	}

}
