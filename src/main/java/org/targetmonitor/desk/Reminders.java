package org.targetmonitor.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.Period;

/** Where reminders are kept. Nothing in it is ever changed or removed. */
public interface Reminders {

	/** How often departments were reminded, by plan, department and period. */
	Map<Place, Long> counts(Collection<String> plans);

	/** The reminders of departments for a period, the newest first. */
	List<Reminder> of(String plan, Collection<String> departments, Period period);

	Optional<Reminder> find(String plan, UUID id);

	/** Does work as the only one who reminds by hand in a plan. */
	<T> T alone(String plan, Supplier<T> work);

	/**
	 * Records a reminder and who it goes to.
	 * @param once what makes a second one the same
	 * @return whether it is new; of several replicas one is answered true
	 */
	boolean record(Reminder reminder, String once);

	/** What makes each reminder of a plan the same as a second one. */
	Set<String> made(String plan);

	/** Records what a department answers. */
	void answer(String plan, UUID reminder, String author, String words, Instant now);

	/**
	 * Some of what has to be sent, the oldest first: never tried, failed a while ago, or
	 * cut off.
	 * @param retryBefore tries that ended before are made again
	 * @param cutOffBefore tries without an end that started before are made again
	 * @param most tries that are made
	 */
	List<Letter> pending(Instant retryBefore, Instant cutOffBefore, int most);

	/** Claims a try; of several replicas one is answered true. */
	boolean claim(Letter letter, Instant now);

	/** Records how a try ended; without an error it was sent. */
	void ended(Letter letter, @Nullable String error, Instant now);

	/** Where a department reports for a period of a plan. */
	record Place(String plan, String department, Period period) {
	}

	/**
	 * A reminder to one person.
	 *
	 * @param plan the plan
	 * @param reminder the reminder
	 * @param username the account
	 * @param address where it goes
	 * @param subject its subject
	 * @param words its words
	 * @param number which try this will be
	 */
	record Letter(String plan, UUID reminder, String username, String address, String subject, String words,
			int number) {
	}

}
