package org.targetmonitor.progress.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
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

import org.targetmonitor.input.Slice;
import org.targetmonitor.input.web.Address;
import org.targetmonitor.oversight.OrderState;
import org.targetmonitor.oversight.PlanOversight;
import org.targetmonitor.progress.PlanFacts;
import org.targetmonitor.progress.PlanStanding;

/**
 * The page of every supervision order and of the deviations that are accepted, now or as
 * they were known on a past day.
 */
@Controller
@Hidden
class OversightListController {

	/** How many orders, and how many deviations, are on a page at most. */
	private static final int MOST = 50;

	private final PlansPage page;

	OversightListController(PlansPage page) {
		this.page = page;
	}

	@GetMapping("/oversight")
	String list(PlanQuery query, @RequestParam(defaultValue = "") String state,
			@RequestParam(defaultValue = "1") int deviations, @RequestParam(required = false) @Nullable String asOf,
			Model model, Locale locale, HttpServletResponse response) {
		List<PlanStanding> all = this.page.all();
		List<PlanStanding> asked = query.of(all);
		Address here = new Address("/oversight", query.kept()).with("state", state);
		Optional<PlansPage.Day> asOfDay = query.findsNone(asked, model, response) ? Optional.empty()
				: this.page.day(asked, asOf, model, locale, response);
		List<PlanOversight> found = asOfDay.map((day) -> this.page.facts(asked, day, OversightListController::rows))
			.orElse(List.of());
		List<PlanOversight.Order> orders = found.stream()
			.flatMap((one) -> one.orders().stream())
			.filter((row) -> state.isEmpty() || row.state().key().equals(state))
			.sorted(Comparator.comparing((PlanOversight.Order row) -> row.state().isOver())
				.thenComparing((row) -> row.order().due()))
			.toList();
		List<PlanOversight.Accepted> accepted = found.stream().flatMap((one) -> one.accepted().stream()).toList();
		model.addAttribute("query", query);
		model.addAttribute("choices", PlanChoices.of(query, all, locale));
		model.addAttribute("orders", Slice.of(orders, query.pageNumber(), MOST));
		model.addAttribute("accepted", Slice.of(accepted, deviations, MOST));
		model.addAttribute("invented", found.stream().anyMatch(OversightListController::isInvented));
		model.addAttribute("states", Arrays.asList(OrderState.values()));
		model.addAttribute("chosenState", state);
		model.addAttribute("kept", here.questions());
		model.addAttribute("orderPages",
				here.with("asOf", asOf).with("deviations", (deviations > 1) ? deviations : null));
		model.addAttribute("acceptedPages", here.with("asOf", asOf).with("page", query.page()));
		return "oversight/orders";
	}

	private static boolean isInvented(PlanOversight rows) {
		return rows.plan().invented()
				&& !(rows.oversight().orderActs().isEmpty() && rows.oversight().deviations().isEmpty());
	}

	private static PlanOversight rows(PlanFacts facts, Instant then) {
		return new PlanOversight(facts.plan(), facts.oversight().asOf(then), facts.plan().dayOf(then));
	}

}
