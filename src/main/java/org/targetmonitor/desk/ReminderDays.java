package org.targetmonitor.desk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.targetmonitor.period.DayKind;
import org.targetmonitor.period.WorkingDays;

/**
 * On which days a due day is reminded of. A day that was missed, as when the monitor was
 * down, is made up for: the newest occasion counts until another one comes, a month at
 * most, so that a first start writes to nobody of what is long past.
 */
final class ReminderDays {

	/** In days: what is older is for the calendar's page, not for a letter. */
	private static final int LATEST = 31;

	private final WorkingDays calendar;

	private final Reminding.Settings settings;

	ReminderDays(WorkingDays calendar, Reminding.Settings settings) {
		this.calendar = calendar;
		this.settings = settings;
	}

	/**
	 * An occasion and the day that is its own.
	 *
	 * @param occasion the occasion
	 * @param day the day
	 */
	record Due(Reminder.Occasion occasion, LocalDate day) {
	}

	/**
	 * The newest occasion of a due day up to today; empty where there is none, its day
	 * cannot be known, or a late one would come on a day off.
	 */
	Optional<Due> newest(LocalDate due, LocalDate today) {
		return Stream.of(before(due), onDay(due), after(due))
			.flatMap(Optional::stream)
			.filter((one) -> !one.day().isAfter(today))
			.max(Comparator.comparing(Due::day))
			.filter((one) -> one.day().equals(today)
					|| (!one.day().plusDays(LATEST).isBefore(today) && this.calendar.kindOf(today) != DayKind.OFF));
	}

	private Optional<Due> before(LocalDate due) {
		return (this.settings.before() <= 0) ? Optional.empty()
				: working(Stream.iterate(due, (day) -> day.minusDays(1)), this.settings.before())
					.map((day) -> new Due(Reminder.Occasion.BEFORE, day));
	}

	private Optional<Due> onDay(LocalDate due) {
		return this.settings.onDueDay() ? Optional.of(new Due(Reminder.Occasion.DUE_DAY, due)) : Optional.empty();
	}

	private Optional<Due> after(LocalDate due) {
		return (this.settings.after() <= 0) ? Optional.empty()
				: working(Stream.iterate(due.plusDays(1), (day) -> day.plusDays(1)), this.settings.after() - 1)
					.map((day) -> new Due(Reminder.Occasion.AFTER, day));
	}

	/**
	 * The working day behind so many others, near the due day; empty where a calendar on
	 * the way is missing.
	 */
	private Optional<LocalDate> working(Stream<LocalDate> days, int others) {
		List<LocalDate> near = days.limit(60).toList();
		int passed = 0;
		for (LocalDate day : near) {
			DayKind kind = this.calendar.kindOf(day);
			if (kind == DayKind.NOT_KNOWN) {
				return Optional.empty();
			}
			if (kind == DayKind.WORKING && passed++ == others) {
				return Optional.of(day);
			}
		}
		return Optional.empty();
	}

}
