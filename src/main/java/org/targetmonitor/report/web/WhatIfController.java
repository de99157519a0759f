package org.targetmonitor.report.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.targetmonitor.input.web.AsOf;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Standings;
import org.targetmonitor.progress.web.Present;
import org.targetmonitor.report.WhatIfPanel;

/** Answers, within an indicator's page, what comes of a rest of the year. */
@Controller
@Hidden
class WhatIfController {

	private final Standings standings;

	private final Present present;

	private final Clock clock;

	WhatIfController(Standings standings, Present present, Clock clock) {
		this.standings = standings;
		this.present = present;
		this.clock = clock;
	}

	@GetMapping("/figures/{plan}/{indicator}/what-if")
	String answer(@PathVariable String plan, @PathVariable String indicator,
			@RequestParam(defaultValue = "") String value, @RequestParam(required = false) @Nullable String asOf,
			Model model) {
		WhatIfPanel panel = standing(plan, asOf).flatMap((standing) -> standing.target(indicator))
			.flatMap((progress) -> WhatIfPanel.of(progress, value))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("whatIf", panel);
		return "report/what-if :: answer";
	}

	private Optional<PlanStanding> standing(String plan, @Nullable String asOf) {
		Optional<PlanStanding> present = this.present.standing().plan(plan);
		if (asOf == null || asOf.isBlank()) {
			return present;
		}
		return present.flatMap((standing) -> {
			Instant moment = AsOf.read(asOf.strip(), this.clock.instant(), standing.plan().zone())
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
			return this.standings.asOf(plan, moment);
		});
	}

}
