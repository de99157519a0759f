package org.targetmonitor.account.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.account.AuditEvent;

/**
 * An event on the audit page, in the reader's language.
 *
 * @param at the local time
 * @param actor the account
 * @param action what was done
 * @param succeeded whether it was carried out
 * @param subject what it was done to
 * @param plan the plan it concerns
 * @param detail what else is worth knowing
 * @param address where it came from
 */
public record AuditRow(String at, String actor, String action, boolean succeeded, @Nullable String subject,
		@Nullable String plan, @Nullable String detail, @Nullable String address) {

	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

	static AuditRow of(AuditEvent event, AuditWords words, ZoneId zone, Locale locale) {
		return new AuditRow(local(event.at(), zone), event.actor(), event.action().words().in(locale),
				event.succeeded(), event.subject(), event.plan(), words.of(event, locale), event.address());
	}

	private static String local(Instant moment, ZoneId zone) {
		return LOCAL.format(moment.atZone(zone));
	}

}
