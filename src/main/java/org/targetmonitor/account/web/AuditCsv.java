package org.targetmonitor.account.web;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import org.targetmonitor.account.Audit;
import org.targetmonitor.account.AuditEvent;
import org.targetmonitor.account.AuditFilter;
import org.targetmonitor.account.AuditPage;
import org.targetmonitor.input.CsvText;

/** Writes the audit as CSV, a part at a time, so that its size does not matter. */
final class AuditCsv {

	private static final int PART = 1000;

	private static final List<String> HEADER = List.of("at", "actor", "action", "succeeded", "subject", "plan",
			"detail", "address");

	private AuditCsv() {
	}

	/** A byte order mark, so that Excel reads Chinese; then RFC 4180. */
	static void write(Audit audit, AuditFilter filter, Function<AuditEvent, List<String>> rows, Appendable out)
			throws IOException {
		out.append('\uFEFF');
		CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
		printer.printRecord(HEADER);
		AuditPage.Place after = null;
		do {
			AuditPage page = audit.find(filter, after, PART);
			for (AuditEvent event : page.events()) {
				printer.printRecord(rows.apply(event));
			}
			after = page.next();
		}
		while (after != null);
		printer.flush();
	}

	static List<String> row(AuditEvent event, @Nullable String detail, ZoneId zone) {
		return Stream
			.of(event.at().atZone(zone).toOffsetDateTime().toString(), event.actor(), event.action().key(),
					String.valueOf(event.succeeded()), text(event.subject()), text(event.plan()), text(detail),
					text(event.address()))
			.map(CsvText::guarded)
			.toList();
	}

	private static String text(@Nullable String text) {
		return Objects.requireNonNullElse(text, "");
	}

}
