package org.targetmonitor.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

import org.targetmonitor.account.Role;
import org.targetmonitor.account.web.PeopleNames;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.desk.Choices;
import org.targetmonitor.desk.QueueFilter;
import org.targetmonitor.desk.WaitingSubmission;
import org.targetmonitor.input.Slice;
import org.targetmonitor.input.web.Address;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.web.PlanChoices;
import org.targetmonitor.progress.web.PlanQuery;
import org.targetmonitor.progress.web.Present;

/** The queue of what waits for review. */
@Controller
@Hidden
class ReviewQueueController {

	/** How many submissions are on a page at most. */
	private static final int SUBMISSIONS = 50;

	/** What the queue is asked. */
	private static final List<String> QUESTIONS = List.of("plan", "area", "year", "q", "period", "department", "page");

	private final Present present;

	private final WorkingDays calendar;

	private final PeopleNames names;

	ReviewQueueController(Present present, WorkingDays calendar, PeopleNames names) {
		this.present = present;
		this.calendar = calendar;
		this.names = names;
	}

	@GetMapping("/review")
	String queue(@AuthenticationPrincipal SignedIn user, PlanQuery query, @ModelAttribute("filter") QueueFilter filter,
			Model model, Locale locale) {
		ReviewPages.mustReview(user.account().roles().contains(Role.REVIEWER));
		List<PlanStanding> own = this.present.standing()
			.plans()
			.stream()
			.filter((standing) -> user.account().may(Role.REVIEWER, standing.plan().id()))
			.toList();
		List<WaitingSubmission> waiting = own.stream()
			.flatMap((standing) -> WaitingSubmission.of(standing, this.calendar).stream())
			.toList();
		Set<String> plans = waiting.stream().map((one) -> one.plan().id()).collect(Collectors.toSet());
		List<WaitingSubmission> asked = waiting.stream().filter((one) -> query.lets(one.plan())).toList();
		List<WaitingSubmission> found = asked.stream().filter(filter::lets).toList();
		Slice<WaitingSubmission> shown = Slice.of(found, query.pageNumber(), SUBMISSIONS);
		model.addAttribute("waiting", waiting);
		model.addAttribute("shown", WaitingSubmission.byPlan(shown.rows()));
		model.addAttribute("slice", shown);
		Address here = new Address("/review", query.kept()).with("period", filter.period())
			.with("department", filter.department());
		model.addAttribute("here", here);
		model.addAttribute("from", here.with("page", (shown.page() > 1) ? shown.page() : null).asked());
		model.addAttribute("shownCount", found.size());
		model.addAttribute("figureCount", found.stream().mapToInt((one) -> one.figures().size()).sum());
		model.addAttribute("lateCount", found.stream().filter(WaitingSubmission::isLate).count());
		model.addAttribute("query", query);
		model.addAttribute("plans", PlanChoices.of(query,
				own.stream().filter((standing) -> plans.contains(standing.plan().id())).toList(), locale));
		model.addAttribute("choices", Choices.of(asked));
		model.addAttribute("names", this.names.forPage());
		return "desk/review";
	}

	/**
	 * The queue as it was when a submission was opened from it.
	 * @param from what it was asked, as that submission's address says
	 */
	static Address queue(@Nullable String from) {
		return Address.from("/review", from, QUESTIONS);
	}

}
