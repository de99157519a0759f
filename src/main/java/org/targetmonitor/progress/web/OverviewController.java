package org.targetmonitor.progress.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.web.Address;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.progress.AreaTree;
import org.targetmonitor.progress.PlanStanding;

/**
 * The overview: the plan of the reader's own area, or the areas that have plans with how
 * their targets are counted; and the page of each plan. Now or as known on a past day.
 */
@Controller
@Hidden
class OverviewController {

	private final PlansPage page;

	OverviewController(PlansPage page) {
		this.page = page;
	}

	/**
	 * The reader's own plan, the only one there is, or the areas; a plan that is named,
	 * as its own page shows it.
	 */
	@GetMapping("/")
	String overview(PlanQuery query, @RequestParam(required = false) @Nullable String asOf,
			@AuthenticationPrincipal SignedIn user, Model model, Locale locale, HttpServletResponse response) {
		List<PlanStanding> all = this.page.all();
		if (query.plan() != null) {
			return plan(query.plan(), TargetQuery.NOTHING, asOf, model, locale, response);
		}
		Optional<PlanStanding> own = query.isEmpty() ? own(all, user, this.page.yearOf(asOf, all)) : Optional.empty();
		if (own.isPresent()) {
			return plan(own.get(), TargetQuery.NOTHING, asOf, model, locale, response);
		}
		return areas(query, all, asOf, model, locale, response);
	}

	@GetMapping("/plans/{plan}")
	String plan(@PathVariable String plan, TargetQuery targets, @RequestParam(required = false) @Nullable String asOf,
			Model model, Locale locale, HttpServletResponse response) {
		Optional<PlanStanding> found = this.page.all()
			.stream()
			.filter((standing) -> standing.plan().id().equals(plan))
			.findFirst();
		if (found.isEmpty()) {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
			model.addAttribute("unknown", true);
			return "plan/plan";
		}
		return plan(found.get(), targets, asOf, model, locale, response);
	}

	private static Optional<PlanStanding> own(List<PlanStanding> all, SignedIn user, int year) {
		if (all.size() == 1) {
			return Optional.of(all.getFirst());
		}
		Set<String> named = user.account().plans();
		return AreaTree.ofPerson(all,
				all.stream()
					.map(PlanStanding::plan)
					.filter((plan) -> named.contains(plan.id()))
					.map((plan) -> plan.area().code())
					.collect(Collectors.toSet()),
				year);
	}

	private String plan(PlanStanding present, TargetQuery targets, @Nullable String asOf, Model model, Locale locale,
			HttpServletResponse response) {
		Plan plan = present.plan();
		Address address = new Address("/plans/" + plan.id(), targets.kept());
		model.addAttribute("section", "overview");
		model.addAttribute("action", address.path());
		model.addAttribute("kept", targets.kept());
		model.addAttribute("asked", targets);
		model.addAttribute("title", plan.title().in(locale));
		model.addAttribute("year", plan.year());
		Optional<PlansPage.Day> asked = this.page.day(List.of(present), asOf, model, locale, response);
		model.addAttribute("here", address.with("asOf", asked.map(PlansPage.Day::text).orElse(null)));
		asked
			.flatMap((day) -> this.page.then(present, day)
				.map((standing) -> OverviewPlan.of(standing, this.page.above(standing, day), targets, locale)))
			.ifPresent((shown) -> model.addAttribute("shown", shown));
		return "plan/plan";
	}

	private String areas(PlanQuery query, List<PlanStanding> all, @Nullable String asOf, Model model, Locale locale,
			HttpServletResponse response) {
		List<PlanStanding> found = new PlanQuery(null, query.area(), null, query.q(), null).of(all);
		Integer year = year(query, found, this.page.yearOf(asOf, all));
		List<PlanStanding> shown = (year != null) ? query.in(year).of(all) : List.of();
		if (shown.isEmpty() && query.q() == null && !all.isEmpty()) {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
		}
		Optional<PlansPage.Day> day = this.page.day(shown, asOf, model, locale, response);
		model.addAttribute("query", query);
		model.addAttribute("kept", query.kept());
		model.addAttribute("here", new Address("/", query.kept()).with("year", year)
			.with("asOf", day.map(PlansPage.Day::text).orElse(null)));
		model.addAttribute("none", all.isEmpty());
		model.addAttribute("year", year);
		model.addAttribute("years", years(found, query.year()));
		model.addAttribute("missed", Objects.equals(year, query.year()) ? null : query.year());
		model.addAttribute("above", AreaRow.above(query.area(), all, locale));
		day.map((known) -> AreaRow.of(AreaTree.of(this.page.inBrief(shown, known)), query.pageNumber(), locale))
			.ifPresent((rows) -> model.addAttribute("rows", rows));
		return "overview";
	}

	/**
	 * The year that is asked for; where words are searched that it has no plan for, or
	 * none is asked for, the newest that has one.
	 */
	private static @Nullable Integer year(PlanQuery query, List<PlanStanding> found, int present) {
		Integer asked = query.year();
		boolean has = asked != null && (query.q() == null || !query.in(asked).of(found).isEmpty());
		return has ? asked : AreaTree.year(found, present).orElse(asked);
	}

	/** The years that there are plans of and the one asked for, the newest first. */
	private static List<Integer> years(Collection<PlanStanding> plans, @Nullable Integer asked) {
		Stream<Integer> one = (asked != null && asked != PlanQuery.EVERY_YEAR) ? Stream.of(asked) : Stream.empty();
		return Stream.concat(plans.stream().map((standing) -> standing.plan().year()), one)
			.distinct()
			.sorted(Comparator.reverseOrder())
			.toList();
	}

}
