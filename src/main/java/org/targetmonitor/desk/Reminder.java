package org.targetmonitor.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;

/**
 * A department was reminded of figures that it owes (催报).
 *
 * @param id its id
 * @param plan the plan
 * @param department the department's code
 * @param period the period
 * @param occasion what made it
 * @param indicators the codes of what was owed
 * @param due when that was due, null where it is not known
 * @param author who reminded; of one that made itself the monitor
 * @param subject its subject
 * @param words its words
 * @param at when
 * @param deliveries who got it by e-mail, or did not yet
 * @param answers what the department answered, in order
 */
public record Reminder(UUID id, String plan, String department, Period period, Occasion occasion,
		List<String> indicators, @Nullable LocalDate due, String author, String subject, String words, Instant at,
		List<Delivery> deliveries, List<Answer> answers) {

	public Reminder {
		indicators = List.copyOf(indicators);
		deliveries = List.copyOf(deliveries);
		answers = List.copyOf(answers);
	}

	/** The same with who it goes to and what was answered. */
	public Reminder with(List<Delivery> deliveries, List<Answer> answers) {
		return new Reminder(this.id, this.plan, this.department, this.period, this.occasion, this.indicators, this.due,
				this.author, this.subject, this.words, this.at, deliveries, answers);
	}

	/** What makes a reminder. */
	public enum Occasion {

		BY_HAND("催报", "reminded by hand"), BEFORE("到期前提醒", "before the due day"), DUE_DAY("到期日提醒", "on the due day"),
		AFTER("逾期提醒", "after the due day");

		private final Text words;

		Occasion(String zh, String en) {
			this.words = new Text(zh, en);
		}

		public Text words() {
			return this.words;
		}

		/** The name that the database uses, such as {@code due-day}. */
		public String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		/** The occasion of that key. */
		public static Occasion of(String key) {
			return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
		}

	}

	/**
	 * Somebody it goes to by e-mail.
	 *
	 * @param username the account
	 * @param address the address
	 * @param tries how often it was tried
	 * @param sent whether the mail server took it
	 * @param error why the last try failed, null where it did not
	 */
	public record Delivery(String username, String address, int tries, boolean sent, @Nullable String error) {
	}

	/** What a department answered. */
	public record Answer(String author, String words, Instant at) {
	}

	/** Somebody to remind. */
	public record Recipient(String username, String address) {
	}

}
