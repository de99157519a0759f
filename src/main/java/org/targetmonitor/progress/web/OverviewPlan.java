package org.targetmonitor.progress.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.progress.Counted;
import org.targetmonitor.progress.Peer;
import org.targetmonitor.progress.PlanStanding;

/**
 * One plan on the overview page, in the reader's language.
 *
 * @param id the plan's code
 * @param title its title
 * @param source the document the targets stand in
 * @param open whether verdicts may still change
 * @param closes the day it closes
 * @param today the local day it is read on
 * @param invented what to say of invented figures
 * @param counts how many rows show each light; a heading counts only while it waits for
 * its numbers, which count for themselves
 * @param rows its targets
 */
public record OverviewPlan(String id, String title, String source, boolean open, LocalDate closes, LocalDate today,
		@Nullable String invented, Counts counts, List<OverviewRow> rows) {

	static final Comparator<OverviewPlan> REAL_THEN_OPEN_FIRST = Comparator
		.comparing((OverviewPlan plan) -> plan.invented() != null)
		.thenComparing(OverviewPlan::open, Comparator.reverseOrder())
		.thenComparing(OverviewPlan::id);

	/** How many targets stand how. */
	public record Counts(long green, long yellow, long red, long unreported, long grey) {

		static Counts of(List<OverviewRow> all) {
			List<OverviewRow> rows = all.stream().filter(OverviewRow::counts).toList();
			return new Counts(count(rows, Counted.GREEN), count(rows, Counted.YELLOW), count(rows, Counted.RED),
					count(rows, Counted.UNREPORTED), count(rows, Counted.GREY));
		}

		private static long count(List<OverviewRow> rows, Counted counted) {
			return rows.stream().filter((row) -> row.light().equals(counted.key())).count();
		}

	}

	static OverviewPlan of(PlanStanding standing, List<PlanStanding> above, Locale locale) {
		List<OverviewRow> rows = standing.targets()
			.stream()
			.map((progress) -> OverviewRow.of(standing, progress, Peer.of(above, standing, progress), locale))
			.toList();
		return new OverviewPlan(standing.plan().id(), standing.plan().title().in(locale),
				standing.plan().source().in(locale), standing.open(), standing.plan().closes(), standing.today(),
				standing.inventedNotice().map((text) -> text.in(locale)).orElse(null), Counts.of(rows), rows);
	}

}
