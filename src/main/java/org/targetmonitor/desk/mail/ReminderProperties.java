package org.targetmonitor.desk.mail;

import java.time.Duration;
import java.time.LocalTime;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set of reminders; without a mail server none is sent.
 *
 * @param automatic whether reminders are made by the calendar
 * @param before how many working days before the due day, 0 for none
 * @param dueDay whether on the due day
 * @param after how many working days after it, 0 for none
 * @param earliest the local time before which no day's reminders are made
 * @param from whom they come from
 * @param every how often it is looked whether any are due
 */
@ConfigurationProperties("targetmonitor.reminders")
record ReminderProperties(@DefaultValue("true") boolean automatic, @DefaultValue("3") int before,
		@DefaultValue("true") boolean dueDay, @DefaultValue("1") int after, @DefaultValue("08:30") LocalTime earliest,
		@DefaultValue("target-monitor@localhost") String from, @DefaultValue("5m") Duration every) {
}
