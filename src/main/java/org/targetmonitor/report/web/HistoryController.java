package org.targetmonitor.report.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.targetmonitor.account.web.PeopleNames;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Slice;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.Address;
import org.targetmonitor.input.web.AsOf;
import org.targetmonitor.plan.Plans;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.Decomposition;
import org.targetmonitor.progress.PlanFacts;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Standings;
import org.targetmonitor.progress.web.Present;
import org.targetmonitor.report.FigureRow;
import org.targetmonitor.report.TargetChange;
import org.targetmonitor.submission.web.Authors;

/**
 * The page of one indicator: its values against the target, and every revision with who,
 * when, old → new and why.
 */
@Controller
@Hidden
class HistoryController {

	private static final String PAGE = "report/history";

	private static final Text NOT_YET = new Text("该日还没有这项指标，请另选日期", "there was no such indicator yet on that day");

	/** How many revisions are on a page at most; the newest are on the first. */
	private static final int REVISIONS = 50;

	private final Standings standings;

	private final Present present;

	private final Plans plans;

	private final PeopleNames names;

	private final Clock clock;

	private final IndicatorView view;

	HistoryController(Standings standings, Present present, Plans plans, PeopleNames names, Clock clock,
			IndicatorView view) {
		this.standings = standings;
		this.present = present;
		this.plans = plans;
		this.names = names;
		this.clock = clock;
		this.view = view;
	}

	@GetMapping("/figures/{plan}/{indicator}")
	String history(@PathVariable String plan, @PathVariable String indicator,
			@RequestParam(required = false) @Nullable String asOf,
			@RequestParam(required = false) @Nullable String value, @RequestParam(defaultValue = "1") int page,
			@AuthenticationPrincipal SignedIn user, Model model, Locale locale, HttpServletResponse response) {
		PlanStanding present = this.present.standing().plan(plan).orElseThrow(HistoryController::unknown);
		String asked = (asOf != null && !asOf.isBlank()) ? asOf.strip() : null;
		Instant now = this.clock.instant();
		Optional<Instant> moment = (asked != null) ? AsOf.read(asked, now, present.plan().zone()) : Optional.of(now);
		LocalDate today = present.plan().dayOf(now);
		model.addAttribute("action", "/figures/" + plan + "/" + indicator);
		model.addAttribute("today", today);
		if (moment.isEmpty()) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			AsOf.refuse(String.valueOf(asked), model, locale);
			return nothing(present, model);
		}
		Optional<PlanStanding> known = ((asked == null) ? Optional.of(present)
				: this.standings.asOf(plan, moment.get()))
			.map((standing) -> standing.seenBy(Authors.sight(user.account())));
		Optional<Target> target = known.flatMap((standing) -> standing.plan().target(indicator));
		if (target.isEmpty()) {
			if (asked == null || present.plan().target(indicator).isEmpty()) {
				throw unknown();
			}
			response.setStatus(HttpStatus.NOT_FOUND.value());
			AsOf.refuse(asked, NOT_YET, model, locale);
			return nothing(present, model);
		}
		PlanStanding standing = known.get();
		AsOf.show(asked, standing.plan().zone(), model, locale);
		model.addAttribute("plan", standing.plan());
		model.addAttribute("standingDay", standing.today());
		model.addAttribute("target", target.get());
		Slice<FigureRow> revisions = Slice.of(FigureRow.of(indicator, standing.figures()), page, REVISIONS);
		model.addAttribute("slice", revisions);
		model.addAttribute("here", new Address("/figures/" + plan + "/" + indicator, Map.of()).with("asOf", asked));
		model.addAttribute("entries", revisions.rows());
		model.addAttribute("names", this.names.forPage());
		model.addAttribute("changes",
				TargetChange.of(this.plans.revisions(plan, target.get().entry().writtenIn(indicator)), indicator,
						moment.get(), standing.plan(),
						(then) -> this.standings.facts(plan, then).map(PlanFacts::plan)));
		standing.target(indicator).ifPresent((progress) -> {
			this.view.add(model, standing,
					this.standings.above(this.present.standing(), standing, (asked != null) ? moment.get() : null),
					progress, value, locale);
			model.addAttribute("decomposition", Decomposition.of(standing, progress).orElse(null));
		});
		model.addAttribute("invented", standing.inventedNotice().map((notice) -> notice.in(locale)).orElse(null));
		return PAGE;
	}

	/** The page with nothing but the question as of which day it should be. */
	private static String nothing(PlanStanding present, Model model) {
		model.addAttribute("plan", present.plan());
		return PAGE;
	}

	private static ResponseStatusException unknown() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
