package org.targetmonitor.submission.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.targetmonitor.account.AuditReport;
import org.targetmonitor.submission.Chains;

/**
 * What was sealed before a chain began, on the page.
 *
 * @param at when, in local time
 * @param facts how many facts
 */
public record ChainStartRow(String at, long facts) {

	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

	static ChainStartRow of(Chains.Start start, ZoneId zone) {
		return new ChainStartRow(LOCAL.format(start.sealedAt().atZone(zone)), start.facts());
	}

	static ChainStartRow of(AuditReport.Start start, ZoneId zone) {
		return new ChainStartRow(LOCAL.format(start.sealedAt().atZone(zone)), start.events());
	}

}
