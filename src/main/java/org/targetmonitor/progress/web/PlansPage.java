package org.targetmonitor.progress.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import org.targetmonitor.input.web.AsOf;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Standings;

/**
 * What the pages over all plans share: one plan or all, now or as known on a past day,
 * with the day refused in words.
 */
@Component
class PlansPage {

	private final Standings standings;

	private final Clock clock;

	PlansPage(Standings standings, Clock clock) {
		this.standings = standings;
		this.clock = clock;
	}

	/** A plan's standing, and the moment it is of; null for now. */
	record Shown(PlanStanding standing, @Nullable Instant moment) {
	}

	/**
	 * Finds the plans to show and says in the model what the page is of.
	 * @param plan the one plan asked for, null for all
	 * @param asOf the past day asked for, null for now
	 * @return none for a plan or a day that there is not, which the response then says
	 */
	List<Shown> shown(@Nullable String plan, @Nullable String asOf, Model model, Locale locale,
			HttpServletResponse response) {
		Instant now = this.clock.instant();
		List<PlanStanding> present = this.standings.current()
			.plans()
			.stream()
			.filter((standing) -> plan == null || standing.plan().id().equals(plan))
			.toList();
		String day = (asOf != null && !asOf.isBlank()) ? asOf.strip() : null;
		model.addAttribute("only", plan);
		model.addAttribute("kept", (plan != null) ? Map.of("plan", plan) : Map.of());
		model.addAttribute("unknown", present.isEmpty());
		model.addAttribute("today", present.isEmpty() ? null : present.getFirst().plan().dayOf(now));
		if (plan != null && present.isEmpty()) {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
			return List.of();
		}
		if (day == null) {
			return present.stream().map((standing) -> new Shown(standing, null)).toList();
		}
		List<ZoneId> zones = present.isEmpty() ? List.of(ZoneOffset.UTC)
				: present.stream().map((standing) -> standing.plan().zone()).toList();
		if (zones.stream().anyMatch((zone) -> AsOf.read(day, now, zone).isEmpty())) {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
			AsOf.refuse(day, model, locale);
			return List.of();
		}
		AsOf.show(day, zones.getFirst(), model, locale);
		return present.stream().flatMap((standing) -> then(standing, day, now).stream()).toList();
	}

	/** Nothing for a plan that was not there on the day asked for. */
	private Optional<Shown> then(PlanStanding present, String day, Instant now) {
		return AsOf.read(day, now, present.plan().zone())
			.flatMap((moment) -> this.standings.asOf(present.plan().id(), moment)
				.map((standing) -> new Shown(standing, moment)));
	}

}
