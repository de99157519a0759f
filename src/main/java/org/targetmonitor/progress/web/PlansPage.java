package org.targetmonitor.progress.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import org.targetmonitor.input.web.AsOf;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanUnreadable;
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

		/** The moment that it is in a plan's zone; null for now, which today is. */
		@Nullable Instant in(Plan plan) {
			return (this.text == null) ? null
					: AsOf.read(this.text, this.now, plan.zone())
						.filter((moment) -> moment.isBefore(this.now))
						.orElse(null);
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

	/** The year of the day asked for, or of today where none that can be is. */
	int yearOf(@Nullable String asOf, List<PlanStanding> plans) {
		Instant now = this.clock.instant();
		ZoneId zone = plans.isEmpty() ? ZoneOffset.UTC : plans.getFirst().plan().zone();
		Optional<Instant> asked = (asOf != null) ? AsOf.read(asOf.strip(), now, zone) : Optional.empty();
		return asked.orElse(now).atZone(zone).getYear();
	}

	/**
	 * How plans stood then, in brief, as they stand among others; those are left out that
	 * were not there yet.
	 */
	List<PlanStanding> inBrief(List<PlanStanding> plans, Day day) {
		return each(plans, (standing) -> then(standing, day, this.standings::inBrief));
	}

	/** The same with all that is shown of a plan. */
	List<PlanStanding> then(List<PlanStanding> plans, Day day) {
		return each(plans, (standing) -> then(standing, day));
	}

	/**
	 * How one stood then.
	 * @throws PlanUnreadable if something stored of it cannot be understood
	 */
	Optional<PlanStanding> then(PlanStanding standing, Day day) {
		return then(standing, day, this.standings::asOf);
	}

	private static Optional<PlanStanding> then(PlanStanding standing, Day day,
			BiFunction<String, Instant, Optional<PlanStanding>> asOf) {
		Instant moment = day.in(standing.plan());
		return (moment == null) ? Optional.of(standing) : asOf.apply(standing.plan().id(), moment);
	}

	/**
	 * Those of some plans, as they are now, of which something held as each was in force
	 * then; no standing is worked out.
	 */
	List<PlanStanding> whose(List<PlanStanding> plans, Day day, Predicate<Plan> held) {
		return each(plans, (standing) -> inForce(standing, day).filter(held).map((plan) -> standing));
	}

	private Optional<Plan> inForce(PlanStanding standing, Day day) {
		Instant moment = day.in(standing.plan());
		return (moment == null) ? Optional.of(standing.plan())
				: this.standings.facts(standing.plan().id(), moment).map(PlanFacts::plan);
	}

	/** What each of some plans rested on then. */
	<T> List<T> facts(List<PlanStanding> plans, Day day, BiFunction<PlanFacts, Instant, T> shown) {
		return each(plans, (standing) -> {
			Instant moment = day.in(standing.plan());
			Instant then = (moment != null) ? moment : day.now();
			return this.standings.facts(standing.plan().id(), then).map((facts) -> shown.apply(facts, then));
		});
	}

	/**
	 * One that cannot be read is named by a notice on every page, and keeps no other
	 * back.
	 */
	private static <T> List<T> each(List<PlanStanding> plans, Function<PlanStanding, Optional<T>> shown) {
		return plans.stream().flatMap((standing) -> {
			try {
				return shown.apply(standing).stream();
			}
			catch (PlanUnreadable ex) {
				return Stream.empty();
			}
		}).toList();
	}

	/** How the plans of the areas above stood then. */
	List<PlanStanding> above(PlanStanding standing, Day day) {
		return then(this.present.standing().above(standing.plan()), day);
	}

}
