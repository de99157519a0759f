package org.targetmonitor.account.web;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import org.targetmonitor.account.Audit;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.AuditEvent;
import org.targetmonitor.account.AuditFilter;
import org.targetmonitor.account.AuditPage;
import org.targetmonitor.input.CsvText;
import org.targetmonitor.input.Text;

/** Writes the audit as CSV, a part at a time, so that its size does not matter. */
final class AuditCsv {

	private static final int PART = 1000;

	private static final List<String> HEADER = List.of("at", "actor", "action", "succeeded", "subject", "plan",
			"detail", "address");

	private final CSVPrinter printer;

	private final Function<AuditEvent, List<String>> rows;

	private long count;

	/** A byte order mark, so that Excel reads Chinese; then RFC 4180. */
	AuditCsv(Appendable out, Function<AuditEvent, List<String>> rows) throws IOException {
		out.append('\uFEFF');
		this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
		this.rows = rows;
	}

	void write(Audit audit, AuditFilter filter) throws IOException {
		this.printer.printRecord(HEADER);
		AuditPage.Place after = null;
		do {
			AuditPage page = audit.find(filter, after, PART);
			for (AuditEvent event : page.events()) {
				this.printer.printRecord(this.rows.apply(event));
				this.count++;
			}
			after = page.next();
		}
		while (after != null);
	}

	/** How many events were written so far. */
	long count() {
		return this.count;
	}

	/**
	 * The last line says by whom and when the file was made and how many events stand
	 * above it: a file without it is not whole.
	 */
	void end(Instant now, String actor, Locale locale, ZoneId zone) throws IOException {
		Text whole = Text.format("导出完整，共%d条", "complete, %d events", this.count);
		this.printer.printRecord(row(new AuditEvent(now, actor, AuditAction.EXPORT, true, "audit", null, null, null),
				whole.in(locale), zone));
		this.printer.flush();
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
