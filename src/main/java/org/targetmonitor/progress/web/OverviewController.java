package org.targetmonitor.progress.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
 * The overview page: every target of every plan, or of the one plan that is asked for,
 * now or as known on a past day.
 */
@Controller
@Hidden
class OverviewController {

	private final Standings standings;

	private final Clock clock;

	OverviewController(Standings standings, Clock clock) {
		this.standings = standings;
		this.clock = clock;
	}

	@GetMapping("/")
	String overview(@RequestParam(required = false) @Nullable String plan,
			@RequestParam(required = false) @Nullable String asOf, Model model, Locale locale,
			HttpServletResponse response) {
		Instant now = this.clock.instant();
		List<PlanStanding> present = this.standings.current()
			.plans()
			.stream()
			.filter((standing) -> plan == null || standing.plan().id().equals(plan))
			.toList();
		String day = (asOf != null && !asOf.isBlank()) ? asOf.strip() : null;
		boolean refused = day != null
				&& present.stream().anyMatch((standing) -> AsOf.read(day, now, standing.plan().zone()).isEmpty());
		List<OverviewPlan> plans = present.stream()
			.flatMap((standing) -> page(standing, day, now, locale).stream())
			.sorted(OverviewPlan.REAL_THEN_OPEN_FIRST)
			.toList();
		if (plan != null && present.isEmpty()) {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
		}
		if (refused && day != null) {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
			model.addAttribute("asOfRefused", AsOf.refusal(day).in(locale));
		}
		else if (day != null) {
			model.addAttribute("asOfWords", AsOf.words(day).in(locale));
		}
		model.addAttribute("plans", refused ? List.of() : plans);
		model.addAttribute("only", plan);
		model.addAttribute("unknown", present.isEmpty());
		model.addAttribute("asOf", day);
		model.addAttribute("today", today(present, now));
		return "overview";
	}

	/** Nothing for a plan that was not there on the day asked for. */
	private Optional<OverviewPlan> page(PlanStanding present, @Nullable String day, Instant now, Locale locale) {
		if (day == null) {
			return Optional.of(OverviewPlan.of(present, this.standings.above(present, null), locale));
		}
		return AsOf.read(day, now, present.plan().zone())
			.flatMap((moment) -> this.standings.asOf(present.plan().id(), moment)
				.map((then) -> OverviewPlan.of(then, this.standings.above(then, moment), locale)));
	}

	private static @Nullable LocalDate today(List<PlanStanding> present, Instant now) {
		return present.isEmpty() ? null : present.getFirst().plan().dayOf(now);
	}

}
