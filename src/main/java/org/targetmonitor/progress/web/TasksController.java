package org.targetmonitor.progress.web;

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
import org.targetmonitor.plan.Plan;
import org.targetmonitor.progress.PlanStanding;

/**
 * The page of key tasks and commitments of every plan that has some, or of the one that
 * is asked for, now or as known on a past day.
 */
@Controller
@Hidden
class TasksController {

	/** How many plans are on a page at most. */
	private static final int PLANS = 5;

	private final PlansPage page;

	TasksController(PlansPage page) {
		this.page = page;
	}

	@GetMapping("/tasks")
	String tasks(PlanQuery query, @RequestParam(required = false) @Nullable String asOf, Model model, Locale locale,
			HttpServletResponse response) {
		List<PlanStanding> all = this.page.all();
		List<PlanStanding> found = query.of(all).stream().sorted(PlanChoices.ORDER).toList();
		model.addAttribute("query", query);
		model.addAttribute("kept", query.kept());
		model.addAttribute("here", new Address("/tasks", query.kept()).with("asOf", asOf));
		model.addAttribute("choices", PlanChoices.of(query, all, locale));
		Optional<PlansPage.Day> asked = query.findsNone(found, model, response) ? Optional.empty()
				: this.page.day(found, asOf, model, locale, response);
		Slice<PlanStanding> slice = Slice.of(
				asked.map((day) -> this.page.whose(found, day, TasksController::hasSome)).orElse(List.of()),
				query.pageNumber(), PLANS);
		// One plan alone is paged itself; of several the first page of each is shown
		int ofPlan = (slice.all() == 1) ? query.pageNumber() : 1;
		model.addAttribute("slice", slice);
		model.addAttribute("plans",
				asked.map((day) -> this.page.then(slice.rows(), day))
					.orElse(List.of())
					.stream()
					.map((standing) -> TasksPlan.of(standing, ofPlan, locale))
					.toList());
		return "tasks";
	}

	/** Whether the plan has tasks or commitments. */
	private static boolean hasSome(Plan plan) {
		return !plan.tasks().isEmpty() || !plan.commitments().isEmpty();
	}

}
