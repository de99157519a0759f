package org.targetmonitor.progress.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.targetmonitor.input.web.AsOf;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Standings;

/**
 * The page of key tasks and commitments of every plan that has some, or of the one that
 * is asked for, now or as known on a past day.
 */
@Controller
@Hidden
class TasksController {

	private final Standings standings;

	private final Clock clock;

	TasksController(Standings standings, Clock clock) {
		this.standings = standings;
		this.clock = clock;
	}

	@GetMapping("/tasks")
	String tasks(@RequestParam(required = false) @Nullable String plan,
			@RequestParam(required = false) @Nullable String asOf, Model model, Locale locale,
			HttpServletResponse response) {
		Instant now = this.clock.instant();
		List<PlanStanding> present = this.standings.current()
			.plans()
			.stream()
			.filter((standing) -> plan == null || standing.plan().id().equals(plan))
			.toList();
		String day = (asOf != null && !asOf.isBlank()) ? asOf.strip() : null;
		if (plan != null && present.isEmpty()) {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
		}
		boolean refused = day != null
				&& present.stream().anyMatch((standing) -> AsOf.read(day, now, standing.plan().zone()).isEmpty());
		if (refused && day != null) {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
			model.addAttribute("asOfRefused", AsOf.refusal(day).in(locale));
		}
		else if (day != null) {
			model.addAttribute("asOfWords", AsOf.words(day).in(locale));
		}
		model.addAttribute("plans", refused ? List.of() : plans(present, day, now, locale));
		model.addAttribute("only", plan);
		model.addAttribute("unknown", present.isEmpty());
		model.addAttribute("asOf", day);
		model.addAttribute("today", present.isEmpty() ? null : present.getFirst().plan().dayOf(now));
		return "tasks";
	}

	private List<TasksPlan> plans(List<PlanStanding> present, @Nullable String day, Instant now, Locale locale) {
		return present.stream()
			.flatMap((standing) -> (day != null) ? asOf(standing, day, now).stream() : Optional.of(standing).stream())
			.filter((standing) -> !standing.tasks().isEmpty() || !standing.commitments().isEmpty())
			.map((standing) -> TasksPlan.of(standing, locale))
			.sorted(TasksPlan.REAL_THEN_OPEN_FIRST)
			.toList();
	}

	private Optional<PlanStanding> asOf(PlanStanding present, String day, Instant now) {
		return AsOf.read(day, now, present.plan().zone())
			.flatMap((moment) -> this.standings.asOf(present.plan().id(), moment));
	}

}
