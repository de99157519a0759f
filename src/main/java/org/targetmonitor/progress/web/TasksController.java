package org.targetmonitor.progress.web;

import java.util.Locale;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page of key tasks and commitments of every plan that has some, or of the one that
 * is asked for, now or as known on a past day.
 */
@Controller
@Hidden
class TasksController {

	private final PlansPage page;

	TasksController(PlansPage page) {
		this.page = page;
	}

	@GetMapping("/tasks")
	String tasks(@RequestParam(required = false) @Nullable String plan,
			@RequestParam(required = false) @Nullable String asOf, Model model, Locale locale,
			HttpServletResponse response) {
		model.addAttribute("plans",
				this.page.shown(plan, asOf, model, locale, response)
					.stream()
					.map(PlansPage.Shown::standing)
					.filter((standing) -> !standing.tasks().isEmpty() || !standing.commitments().isEmpty())
					.map((standing) -> TasksPlan.of(standing, locale))
					.sorted(TasksPlan.REAL_THEN_OPEN_FIRST)
					.toList());
		return "tasks";
	}

}
