package org.targetmonitor.progress.web;

import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.targetmonitor.input.Slice;
import org.targetmonitor.input.web.Address;
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
		List<PlanStanding> found = query.of(all);
		model.addAttribute("query", query);
		model.addAttribute("kept", query.kept());
		model.addAttribute("here", new Address("/tasks", query.kept()).with("asOf", asOf));
		model.addAttribute("choices", PlanChoices.of(query, all, locale));
		model.addAttribute("unknown", found.isEmpty());
		if (found.isEmpty() && query.q() == null && !query.isEmpty()) {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
		}
		List<PlanStanding> shown = found.stream()
			.filter((standing) -> asOf != null || hasSome(standing))
			.sorted(PlanChoices.ORDER)
			.toList();
		Slice<PlanStanding> slice = Slice.of(shown, query.pageNumber(), PLANS);
		// One plan alone is paged itself; of several the first page of each is shown
		int ofPlan = (slice.all() == 1) ? query.pageNumber() : 1;
		model.addAttribute("slice", slice);
		model.addAttribute("plans",
				found.isEmpty() ? List.of()
						: this.page.day(slice.rows().isEmpty() ? found : slice.rows(), asOf, model, locale, response)
							.map((day) -> this.page.then(slice.rows(), day)
								.stream()
								.filter(TasksController::hasSome)
								.map((standing) -> TasksPlan.of(standing, ofPlan, locale))
								.toList())
							.orElse(List.of()));
		return "tasks";
	}

	/** Whether the plan has tasks or commitments. */
	private static boolean hasSome(PlanStanding standing) {
		return !standing.tasks().isEmpty() || !standing.commitments().isEmpty();
	}

}
