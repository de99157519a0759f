package org.targetmonitor.account.web;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import org.targetmonitor.account.Audit;
import org.targetmonitor.account.AuditEvent;
import org.targetmonitor.account.AuditFilter;
import org.targetmonitor.account.AuditPage;

/** Writes the audit as CSV, a part at a time, so that its size does not matter. */
final class AuditCsv {

	private static final int PART = 1000;

	private static final List<String> HEADER = List.of("at", "actor", "action", "succeeded", "subject", "plan",
			"detail", "address");

	private AuditCsv() {
	}

	/** A byte order mark, so that Excel reads Chinese; then RFC 4180. */
	static void write(Audit audit, AuditFilter filter, ZoneId zone, Appendable out) throws IOException {
		out.append('\uFEFF');
		CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
		printer.printRecord(HEADER);
		AuditPage.Place after = null;
		do {
			AuditPage page = audit.find(filter, after, PART);
			for (AuditEvent event : page.events()) {
				printer.printRecord(row(event, zone));
			}
			after = page.next();
		}
		while (after != null);
		printer.flush();
	}

	private static List<Object> row(AuditEvent event, ZoneId zone) {
		return List.of(event.at().atZone(zone).toOffsetDateTime().toString(), guarded(event.actor()),
				event.action().key(), event.succeeded(), guarded(event.subject()), guarded(event.plan()),
				guarded(event.detail()), guarded(event.address()));
	}

	/**
	 * What anybody may have typed is not run as a formula by a spreadsheet: an apostrophe
	 * makes it text.
	 */
	static String guarded(@Nullable String text) {
		String given = Objects.requireNonNullElse(text, "");
		return (!given.isEmpty() && "=+-@\t\r".indexOf(given.charAt(0)) >= 0) ? "'" + given : given;
	}

}
