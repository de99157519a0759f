package org.targetmonitor.progress.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import org.targetmonitor.input.web.AsOf;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.progress.PlanFacts;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Standings;

/**
 * What the pages about plans share: the plans that are asked for, now or as known on a
 * past day, with the day refused in words.
 */
@Component
class PlansPage {

	private final Standings standings;

	private final Present present;

	private final Clock clock;

	PlansPage(Standings standings, Present present, Clock clock) {
		this.standings = standings;
		this.present = present;
		this.clock = clock;
	}

	/** The day that a page is asked to be of; null for now. */
	record Day(@Nullable String text, Instant now) {

		/** The moment that it is in a plan's zone; null for now. */
		@Nullable Instant in(Plan plan) {
			return (this.text != null) ? AsOf.read(this.text, this.now, plan.zone()).orElse(null) : null;
		}

	}

	/** Every plan in force now. */
	List<PlanStanding> all() {
		return this.present.standing().plans();
	}

	/**
	 * Reads the day, and says in the model what the page is of.
	 * @param plans those that are asked for, as they are now
	 * @return empty for a day that cannot be, which the response then says
	 */
	Optional<Day> day(List<PlanStanding> plans, @Nullable String asOf, Model model, Locale locale,
			HttpServletResponse response) {
		Instant now = this.clock.instant();
		String text = (asOf != null && !asOf.isBlank()) ? asOf.strip() : null;
		model.addAttribute("today", plans.isEmpty() ? null : plans.getFirst().plan().dayOf(now));
		if (text == null) {
			return Optional.of(new Day(null, now));
		}
		List<ZoneId> zones = plans.isEmpty() ? List.of(ZoneOffset.UTC)
				: plans.stream().map((standing) -> standing.plan().zone()).distinct().toList();
		if (zones.stream().anyMatch((zone) -> AsOf.read(text, now, zone).isEmpty())) {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
			AsOf.refuse(text, model, locale);
			return Optional.empty();
		}
		AsOf.show(text, zones.getFirst(), model, locale);
		return Optional.of(new Day(text, now));
	}

	/** The same in brief, as plans stand among others. */
	List<PlanStanding> inBrief(List<PlanStanding> plans, Day day) {
		return plans.stream().flatMap((standing) -> {
			Instant moment = day.in(standing.plan());
			return ((moment == null) ? Optional.of(standing) : this.standings.inBrief(standing.plan().id(), moment))
				.stream();
		}).toList();
	}

	/** How plans stood then; those are left out that were not there yet. */
	List<PlanStanding> then(List<PlanStanding> plans, Day day) {
		return plans.stream().flatMap((standing) -> then(standing, day).stream()).toList();
	}

	private Optional<PlanStanding> then(PlanStanding standing, Day day) {
		Instant moment = day.in(standing.plan());
		return (moment == null) ? Optional.of(standing) : this.standings.asOf(standing.plan().id(), moment);
	}

	/** What a plan rested on at a moment. */
	Optional<PlanFacts> facts(String plan, Instant moment) {
		return this.standings.facts(plan, moment);
	}

	/** How the plans of the areas above stood then. */
	List<PlanStanding> above(PlanStanding standing, Day day) {
		return this.standings.above(this.present.standing(), standing, day.in(standing.plan()));
	}

}
