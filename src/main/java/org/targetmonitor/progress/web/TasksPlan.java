package org.targetmonitor.progress.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

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
 * @param areas the areas of work with their tasks
 * @param commitments the commitments
 */
public record TasksPlan(String id, String title, String source, boolean open, LocalDate today,
		@Nullable String invented, Lights counts, List<Area> areas, List<TaskRow> commitments) {

	/**
	 * An area of work.
	 *
	 * @param name its name
	 * @param tasks its tasks
	 */
	public record Area(String name, List<TaskRow> tasks) {
	}

	static TasksPlan of(PlanStanding standing, Locale locale) {
		return new TasksPlan(standing.plan().id(), standing.plan().title().in(locale),
				standing.plan().source().in(locale), standing.open(), standing.today(),
				standing.inventedNotice().map((text) -> text.in(locale)).orElse(null), Lights.of(standing.tasks()),
				areas(standing, locale),
				standing.commitments().stream().map((progress) -> TaskRow.of(standing, progress, locale)).toList());
	}

	private static List<Area> areas(PlanStanding standing, Locale locale) {
		Map<Optional<WorkArea>, List<TargetProgress>> byArea = standing.tasks()
			.stream()
			.collect(Collectors.groupingBy((progress) -> progress.target().entry().workArea(), LinkedHashMap::new,
					Collectors.toList()));
		return byArea.entrySet()
			.stream()
			.map((area) -> new Area(area.getKey().map(WorkArea::name).map((name) -> name.in(locale)).orElse(""),
					area.getValue().stream().map((progress) -> TaskRow.of(standing, progress, locale)).toList()))
			.toList();
	}

}
