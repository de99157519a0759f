package org.targetmonitor.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.DayKind;
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
	}

	/**
	 * What an operator has set.
	 *
	 * @param address where people open the monitor, empty where that is not set
	 * @param before how many working days before the due day, 0 for none
	 * @param onDueDay whether on the due day
	 * @param after how many working days after it, 0 for none
	 * @param byMail whether letters are sent at all
	 */
	public record Settings(String address, int before, boolean onDueDay, int after, boolean byMail) {
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
			Optional<Reminder> before = this.reminders.of(cell.plan().id(), cell.department().code(), cell.period())
				.stream()
				.filter((reminder) -> reminder.occasion() == Reminder.Occasion.BY_HAND)
				.filter((reminder) -> reminder.at().isAfter(now.minus(APART)))
				.findFirst();
			if (before.isPresent()) {
				return new Outcome.JustDone(before.get());
			}
			Reminder reminder = reminder(cell, Reminder.Occasion.BY_HAND, author, now);
			this.reminders.record(reminder, "by-hand " + reminder.id());
			return new Outcome.Reminded(reminder);
		});
	}

	/** Makes the reminders that are due by the calendar today, each once. */
	public void remindByCalendar() {
		for (PlanStanding standing : this.standings.current().plans()) {
			if (standing.open()) {
				ReportCalendar.of(standing, this.calendar, (department) -> true)
					.cells()
					.stream()
					.flatMap((cell) -> cell.byDueDay().stream())
					.forEach((cell) -> occasion(cell, standing.today())
						.ifPresent((occasion) -> remindOnce(cell, occasion)));
			}
		}
	}

	private void remindOnce(ReportCell cell, Reminder.Occasion occasion) {
		Reminder reminder = reminder(cell, occasion, "monitor", this.clock.instant());
		if (!reminder.deliveries().isEmpty()) {
			this.reminders.record(reminder, "%s %s %s %s".formatted(occasion.key(), cell.department().code(),
					cell.period(), cell.dueDay().map(LocalDate::toString).orElse("")));
		}
	}

	/** The occasion that a day is for a cell; empty where it is none or is not known. */
	Optional<Reminder.Occasion> occasion(ReportCell cell, LocalDate today) {
		return cell.dueDay().flatMap((due) -> {
			if (this.settings.onDueDay() && today.equals(due)) {
				return Optional.of(Reminder.Occasion.DUE_DAY);
			}
			if (this.settings.before() > 0 && workingDays(today, due).equals(Optional.of(this.settings.before()))
					&& this.calendar.kindOf(today) == DayKind.WORKING) {
				return Optional.of(Reminder.Occasion.BEFORE);
			}
			if (this.settings.after() > 0 && workingDays(due, today).equals(Optional.of(this.settings.after()))
					&& this.calendar.kindOf(today) == DayKind.WORKING) {
				return Optional.of(Reminder.Occasion.AFTER);
			}
			return Optional.empty();
		});
	}

	/**
	 * How many working days lie after one day up to another, both being near; empty if
	 * the other comes first, is far, or a calendar is missing.
	 */
	private Optional<Integer> workingDays(LocalDate from, LocalDate to) {
		if (!from.isBefore(to) || from.plusDays(60).isBefore(to)) {
			return Optional.empty();
		}
		List<DayKind> kinds = Stream.iterate(from.plusDays(1), (day) -> !day.isAfter(to), (day) -> day.plusDays(1))
			.map(this.calendar::kindOf)
			.toList();
		return kinds.contains(DayKind.NOT_KNOWN) ? Optional.empty()
				: Optional.of((int) kinds.stream().filter((kind) -> kind == DayKind.WORKING).count());
	}

	private Reminder reminder(ReportCell cell, Reminder.Occasion occasion, String author, Instant now) {
		List<Reminder.Delivery> to = !this.settings.byMail() ? List.of() : this.recipients
			.of(cell.plan().id(), cell.department().code())
			.stream()
			.map((recipient) -> new Reminder.Delivery(recipient.username(), recipient.address(), 0, false, null))
			.toList();
		return new Reminder(this.ids.get(), cell.plan().id(), cell.department().code(), cell.period(), occasion,
				cell.owed().stream().map((owed) -> owed.target().indicator()).toList(), cell.dueDay().orElse(null),
				author, ReminderLetter.subject(cell, occasion),
				ReminderLetter.words(cell, occasion, this.settings.address()), now, to, List.of());
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
