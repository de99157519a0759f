package org.targetmonitor.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;

/**
 * Records reference figures handed in together: all rules are asked, then all are
 * appended, or none. A figure that stands there already is left alone.
 */
public final class ReferenceImport {

	private final ReferenceLedger ledger;

	private final ZoneId zone;

	/**
	 * @param zone where the day of publication begins
	 */
	public ReferenceImport(ReferenceLedger ledger, ZoneId zone) {
		this.ledger = ledger;
		this.zone = zone;
	}

	/** What became of it. */
	public sealed interface Result {

		/** Recorded; empty where everything stood there already. */
		record Recorded(List<ReferenceFigure> revisions) implements Result {

			public Recorded {
				revisions = List.copyOf(revisions);
			}

		}

		/** Refused, with every reason; nothing is stored. */
		record Refused(List<Fault> faults) implements Result {

			public Refused {
				faults = List.copyOf(faults);
			}

		}

		/** Somebody was faster with a correction; nothing is stored. */
		record Stale(List<Fault> faults) implements Result {

			public Stale {
				faults = List.copyOf(faults);
			}

		}

	}

	/**
	 * Records figures.
	 * @param reason why; must be there if a figure differs from the one recorded
	 */
	public Result record(List<ReferenceRow> rows, @Nullable String reason, String author) {
		String why = (reason == null || reason.isBlank()) ? null : reason.strip();
		return this.ledger.write((writer) -> record(writer, rows, why, author));
	}

	private Result record(ReferenceLedger.Writer writer, List<ReferenceRow> rows, @Nullable String reason,
			String author) {
		ReferenceFigures stored = writer.at(rows.stream().map(ReferenceRow::place).toList());
		ReferenceRules rules = new ReferenceRules(stored, reason, LocalDate.ofInstant(writer.now(), this.zone));
		List<Fault> faults = rules.faults(rows);
		if (!faults.isEmpty()) {
			return new Result.Refused(faults);
		}
		List<Fault> stale = rules.stale(rows);
		if (!stale.isEmpty()) {
			return new Result.Stale(stale);
		}
		List<ReferenceFigure> revisions = rows.stream()
			.filter((row) -> !rules.standsThere(row))
			.map((row) -> revision(writer.now(), stored.of(row.place()), row, reason, author))
			.toList();
		if (!revisions.isEmpty()) {
			writer.append(revisions);
		}
		return new Result.Recorded(revisions);
	}

	private ReferenceFigure revision(Instant now, Optional<ReferenceFigure> before, ReferenceRow row,
			@Nullable String reason, String author) {
		String name = (row.areaName() != null) ? row.areaName() : before.map(ReferenceFigure::areaName).orElse(null);
		return new ReferenceFigure(row.place(), before.map(ReferenceFigure::number).orElse(0) + 1, name, row.unit(),
				row.value(), row.status(), row.origin(), row.published(), before.isPresent() ? reason : null, author,
				now, knownFrom(now, before, row));
	}

	/**
	 * A figure is known from the day it came out, and so is a later publication of it. A
	 * correction of what was typed counts from its recording, so that what was said
	 * before stays as it was said.
	 */
	private Instant knownFrom(Instant now, Optional<ReferenceFigure> before, ReferenceRow row) {
		boolean cameOut = before.filter((known) -> !row.published().isAfter(known.published())).isEmpty();
		Instant published = row.published().atStartOfDay(this.zone).toInstant();
		Instant known = before.map(ReferenceFigure::knownFrom)
			.filter((earlier) -> earlier.isAfter(published))
			.orElse(published);
		return (cameOut && known.isBefore(now)) ? known : now;
	}

}
