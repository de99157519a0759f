package org.targetmonitor.desk.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.targetmonitor.desk.Draft;
import org.targetmonitor.desk.Drafts;
import org.targetmonitor.desk.Typed;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Submission;

/** Keeps what was typed on the page of a period and is not handed in yet. */
@Component
class FillDrafts {

	private final Drafts drafts;

	private final Clock clock;

	FillDrafts(Drafts drafts, Clock clock) {
		this.drafts = drafts;
		this.clock = clock;
	}

	/**
	 * Keeps what was typed, department by department, over the drafts that were seen. Of
	 * a department in which nothing is typed that is not kept already, nothing is
	 * written: a page of several departments would take the drafts of all of them
	 * otherwise.
	 */
	List<FillPage.Kept> keep(FillDesk.Place place, Map<String, Typed> typed, Map<String, FillPage.Seen> seen) {
		Map<String, Draft> stored = of(place).stream()
			.collect(Collectors.toMap(Draft::department, Function.identity()));
		return place.departments().stream().map((department) -> {
			Map<String, Typed> rows = new LinkedHashMap<>(typed);
			rows.keySet().retainAll(changed(place, department, typed));
			return keep(place, department, rows, seen.getOrDefault(department, FillPage.Seen.NONE),
					Optional.ofNullable(stored.get(department)));
		}).toList();
	}

	private FillPage.Kept keep(FillDesk.Place place, String department, Map<String, Typed> rows, FillPage.Seen seen,
			Optional<Draft> stored) {
		if (rows.equals(stored.map(Draft::rows).orElse(Map.of()))) {
			return stored.map((draft) -> kept(place, draft))
				.orElseGet(() -> new FillPage.Kept(department, FillPage.Seen.NONE, "", "", false, true));
		}
		if (rows.isEmpty() && seen.empty()) {
			// Somebody else's, of which this page shows nothing
			return new FillPage.Kept(department, seen, "", "", false, true);
		}
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Draft draft = this.drafts.keep(new Draft(place.plan().id(), place.period(), department, seen.version(),
				place.author().username(), now, rows));
		boolean own = draft.author().equals(place.author().username()) && draft.savedAt().equals(now)
				&& draft.rows().equals(rows);
		boolean overtaken = draft.version() != seen.version() + 1 || !own;
		return overtaken
				? new FillPage.Kept(department, seen, draft.author(), time(place, draft), true, draft.rows().isEmpty())
				: kept(place, draft);
	}

	/**
	 * Removes what has been handed in from the drafts; whatever was typed before it is
	 * kept no more.
	 */
	void forget(FillDesk.Place place, Submission submission) {
		Set<String> handedIn = submission.figures().stream().map(Figure::indicator).collect(Collectors.toSet());
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		place.targets()
			.stream()
			.filter((target) -> handedIn.contains(target.indicator()))
			.collect(Collectors.groupingBy((target) -> target.department().code()))
			.forEach((department,
					targets) -> this.drafts.remove(new Draft(place.plan().id(), place.period(), department, 0,
							place.author().username(), now, Map.of()),
							targets.stream().map(Target::indicator).toList()));
	}

	/** The rows of a department in which anything differs from what stood there. */
	private static Set<String> changed(FillDesk.Place place, String department, Map<String, Typed> typed) {
		return place.targets()
			.stream()
			.filter((target) -> target.department().code().equals(department))
			.map(Target::indicator)
			.filter((indicator) -> isChanged(place, indicator, typed.getOrDefault(indicator, Typed.NOTHING)))
			.collect(Collectors.toSet());
	}

	private static boolean isChanged(FillDesk.Place place, String indicator, Typed typed) {
		return place.plan()
			.target(indicator)
			.filter((target) -> !Prefill.isSame(typed, Prefill.under(place, target, typed)))
			.isPresent();
	}

	/** The drafts of a place, in the order of its departments. */
	List<Draft> of(FillDesk.Place place) {
		List<String> departments = place.departments();
		return this.drafts.of(place.plan().id(), place.period(), departments)
			.stream()
			.sorted(Comparator.comparingInt((draft) -> departments.indexOf(draft.department())))
			.toList();
	}

	/** What a draft keeps, as the page says it. */
	static FillPage.Kept kept(FillDesk.Place place, Draft draft) {
		boolean empty = draft.rows().isEmpty();
		return new FillPage.Kept(draft.department(), new FillPage.Seen(draft.version(), empty), draft.author(),
				empty ? "" : time(place, draft), false, empty);
	}

	private static String time(FillDesk.Place place, Draft draft) {
		ZoneId zone = place.plan().zone();
		boolean today = place.plan().dayOf(draft.savedAt()).equals(place.standing().today());
		return DateTimeFormatter.ofPattern(today ? "HH:mm" : "yyyy-MM-dd HH:mm", Locale.ROOT)
			.format(draft.savedAt().atZone(zone));
	}

}
