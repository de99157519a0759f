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

import org.targetmonitor.progress.Standings;

/**
 * The overview page: every target of every plan, or of the one plan that is asked for.
 */
@Controller
@Hidden
class OverviewController {

	private final Standings standings;

	OverviewController(Standings standings) {
		this.standings = standings;
	}

	@GetMapping("/")
	String overview(@RequestParam(required = false) @Nullable String plan, Model model, Locale locale,
			HttpServletResponse response) {
		List<OverviewPlan> plans = this.standings.current()
			.plans()
			.stream()
			.map((standing) -> OverviewPlan.of(standing, locale))
			.filter((known) -> plan == null || known.id().equals(plan))
			.sorted(OverviewPlan.REAL_THEN_OPEN_FIRST)
			.toList();
		if (plan != null && plans.isEmpty()) {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
		}
		model.addAttribute("plans", plans);
		model.addAttribute("only", plan);
		return "overview";
	}

}
