package org.targetmonitor.progress.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Slice;
import org.targetmonitor.progress.Lights;
import org.targetmonitor.progress.Peers;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.TargetProgress;

/**
 * One plan on its page, in the reader's language.
 *
 * @param id the plan's code
 * @param title its title
 * @param source the document the targets stand in
 * @param open whether verdicts may still change
 * @param closes the day it closes
 * @param today the local day it is read on
 * @param invented what to say of invented figures
 * @param lights how its targets are counted
 * @param targets how many it has
 * @param departments those that report its targets
 * @param department the name of the one they are narrowed to
 * @param rows the targets that are asked for
 */
public record OverviewPlan(String id, String title, String source, boolean open, LocalDate closes, LocalDate today,
		@Nullable String invented, Lights lights, int targets, List<Department> departments,
		@Nullable String department, Slice<OverviewRow> rows) {

	/** How many targets are on a page at most. */
	private static final int MOST = 100;

	/** A department that targets can be narrowed to. */
	public record Department(String code, String name) {
	}

	static OverviewPlan of(PlanStanding standing, List<PlanStanding> above, TargetQuery asked, Locale locale) {
		Slice<TargetProgress> shown = Slice.of(asked.of(standing.targets(), locale), asked.pageNumber(), MOST);
		List<Department> departments = departments(standing, locale);
		return new OverviewPlan(standing.plan().id(), standing.plan().title().in(locale),
				standing.plan().source().in(locale), standing.open(), standing.plan().closes(), standing.today(),
				standing.inventedNotice().map((text) -> text.in(locale)).orElse(null), standing.lights(),
				standing.targets().size(), departments, asked.departmentAmong(departments), shown.map(
						(progress) -> OverviewRow.of(standing, progress, Peers.of(above, standing, progress), locale)));
	}

	private static List<Department> departments(PlanStanding standing, Locale locale) {
		return standing.targets()
			.stream()
			.map((progress) -> progress.target().department())
			.distinct()
			.map((department) -> new Department(department.code(), department.shortName().in(locale)))
			.toList();
	}

}
