package org.targetmonitor.progress.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Slice;
import org.targetmonitor.plan.WorkArea;
import org.targetmonitor.progress.Lights;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.TargetProgress;

/**
 * One plan's tasks and commitments on their page, in the reader's language.
 *
 * @param id the plan's code
 * @param title its title
 * @param source the document they stand in
 * @param open whether verdicts may still change
 * @param today the local day it is read on
 * @param invented what to say of invented figures
 * @param counts how many tasks show each light
 * @param shown the tasks and commitments that are on this page of it
 * @param areas the areas of work with those of the tasks
 * @param commitments those of the commitments
 */
public record TasksPlan(String id, String title, String source, boolean open, LocalDate today,
		@Nullable String invented, Lights counts, Slice<TargetProgress> shown, List<Area> areas,
		List<TaskRow> commitments) {

	/** How many tasks and commitments of one plan are on a page at most. */
	private static final int ROWS = 100;

	/**
	 * An area of work.
	 *
	 * @param name its name
	 * @param tasks its tasks
	 */
	public record Area(String name, List<TaskRow> tasks) {
	}

	/**
	 * A page of a plan's tasks and, behind them, its commitments.
	 * @param page which one, from 1
	 */
	static TasksPlan of(PlanStanding standing, int page, Locale locale) {
		Slice<TargetProgress> shown = Slice
			.of(Stream.concat(standing.tasks().stream(), standing.commitments().stream()).toList(), page, ROWS);
		return new TasksPlan(standing.plan().id(), standing.plan().title().in(locale),
				standing.plan().source().in(locale), standing.open(), standing.today(),
				standing.inventedNotice().map((text) -> text.in(locale)).orElse(null), Lights.of(standing.tasks()),
				shown, areas(standing, tasks(shown, true), locale),
				tasks(shown, false).map((progress) -> TaskRow.of(standing, progress, locale)).toList());
	}

	/** Tasks have a status, commitments none. */
	private static Stream<TargetProgress> tasks(Slice<TargetProgress> shown, boolean status) {
		return shown.rows().stream().filter((progress) -> progress.target().entry().hasStatus() == status);
	}

	private static List<Area> areas(PlanStanding standing, Stream<TargetProgress> tasks, Locale locale) {
		Map<Optional<WorkArea>, List<TargetProgress>> byArea = tasks.collect(Collectors
			.groupingBy((progress) -> progress.target().entry().workArea(), LinkedHashMap::new, Collectors.toList()));
		return byArea.entrySet()
			.stream()
			.map((area) -> new Area(area.getKey().map(WorkArea::name).map((name) -> name.in(locale)).orElse(""),
					area.getValue().stream().map((progress) -> TaskRow.of(standing, progress, locale)).toList()))
			.toList();
	}

}
