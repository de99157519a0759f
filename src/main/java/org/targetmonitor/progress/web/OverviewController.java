package org.targetmonitor.progress.web;

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
 * The overview page: every target of every plan, or of the one plan that is asked for,
 * now or as known on a past day.
 */
@Controller
@Hidden
class OverviewController {

	private final Standings standings;

	private final PlansPage page;

	OverviewController(Standings standings, PlansPage page) {
		this.standings = standings;
		this.page = page;
	}

	@GetMapping("/")
	String overview(@RequestParam(required = false) @Nullable String plan,
			@RequestParam(required = false) @Nullable String asOf, Model model, Locale locale,
			HttpServletResponse response) {
		model.addAttribute("plans",
				this.page.shown(plan, asOf, model, locale, response)
					.stream()
					.map((shown) -> OverviewPlan.of(shown.standing(),
							this.standings.above(shown.standing(), shown.moment()), locale))
					.sorted(OverviewPlan.REAL_THEN_OPEN_FIRST)
					.toList());
		return "overview";
	}

}
