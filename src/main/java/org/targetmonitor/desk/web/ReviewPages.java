package org.targetmonitor.desk.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Role;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.desk.Choices;
import org.targetmonitor.desk.QueueFilter;
import org.targetmonitor.desk.SubmissionReview;
import org.targetmonitor.desk.WaitingSubmission;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faults;
import org.targetmonitor.input.Fields;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.progress.Standings;
import org.targetmonitor.submission.Decision;
import org.targetmonitor.submission.Outcome;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Reviews;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.Step;
import org.targetmonitor.submission.Submissions;
import org.targetmonitor.submission.web.OutcomeTrail;

/** The queue of what waits for review, and one submission to decide about. */
@Controller
@Hidden
class ReviewPages {

	private final Standings standings;

	private final WorkingDays calendar;

	private final Submissions submissions;

	private final Reviews reviews;

	private final OutcomeTrail trail;

	private final MessageSource messages;

	ReviewPages(Standings standings, WorkingDays calendar, Submissions submissions, Reviews reviews, OutcomeTrail trail,
			MessageSource messages) {
		this.standings = standings;
		this.calendar = calendar;
		this.submissions = submissions;
		this.reviews = reviews;
		this.trail = trail;
		this.messages = messages;
	}

	@GetMapping("/review")
	String queue(@AuthenticationPrincipal SignedIn user, @ModelAttribute("filter") QueueFilter filter, Model model) {
		mustReview(user.account().roles().contains(Role.REVIEWER));
		List<WaitingSubmission> waiting = this.standings.current()
			.plans()
			.stream()
			.filter((standing) -> user.account().may(Role.REVIEWER, standing.plan().id()))
			.flatMap((standing) -> WaitingSubmission.of(standing, this.calendar).stream())
			.toList();
		List<WaitingSubmission> shown = waiting.stream().filter(filter::lets).toList();
		model.addAttribute("waiting", waiting);
		model.addAttribute("shown", WaitingSubmission.byPlan(shown));
		model.addAttribute("shownCount", shown.size());
		model.addAttribute("figureCount", shown.stream().mapToInt((one) -> one.figures().size()).sum());
		model.addAttribute("lateCount", shown.stream().filter(WaitingSubmission::isLate).count());
		model.addAttribute("choices", Choices.of(waiting));
		return "desk/review";
	}

	@GetMapping("/review/{id}")
	String submission(@PathVariable UUID id, @AuthenticationPrincipal SignedIn user, Model model) {
		SubmissionReview review = found(id, user);
		Set<String> all = review.waiting().stream().map(Revision::indicator).collect(Collectors.toSet());
		return page(review, user, Map.of(), all, List.of(), model);
	}

	/**
	 * Decides about the chosen figures. Parameters: {@code decision} approve or return,
	 * {@code figures} the chosen indicators, {@code reason} for all of them or
	 * {@code reason-<indicator>}.
	 */
	@PostMapping("/review/{id}")
	String decide(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> form,
			@AuthenticationPrincipal SignedIn user, Model model, RedirectAttributes redirect, Locale locale,
			HttpServletResponse response) {
		SubmissionReview review = found(id, user);
		Set<String> chosen = new LinkedHashSet<>(form.getOrDefault("figures", List.of()));
		Map<String, String> reasons = reasons(form, review);
		boolean approve = "approve".equals(form.getFirst("decision"));
		boolean giveBack = "return".equals(form.getFirst("decision"));
		List<String> unclear = unclear(review, approve, giveBack, chosen, reasons, locale);
		if (!unclear.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(review, user, reasons, chosen, unclear, model);
		}
		Decision decision = approve ? new Decision.Approval(chosen)
				: new Decision.ReturnOfSome(chosen.stream()
					.collect(Collectors.toMap((indicator) -> indicator,
							(indicator) -> reasons.getOrDefault(indicator, ""), (first, second) -> first,
							LinkedHashMap::new)));
		Outcome outcome = this.reviews.decide(id, reviewer(user), decision);
		record(user, review, decision, outcome);
		if (outcome instanceof Outcome.Recorded) {
			redirect.addFlashAttribute("done", message(approve ? "review.approved" : "review.returned", locale,
					chosen.size(), review.plan().title().in(locale), PeriodWords.named(review.period()).in(locale)));
			return "redirect:/review";
		}
		response.setStatus(status(outcome).value());
		model.addAttribute("missing", giveBack ? missing(chosen, reasons) : List.of());
		return page(found(id, user), user, reasons, chosen, words(outcome, review, locale), model);
	}

	/**
	 * What cannot be meant: nothing is chosen, neither button was pressed, or a figure is
	 * approved beside which a reason to return it stands, which would be lost.
	 */
	private List<String> unclear(SubmissionReview review, boolean approve, boolean giveBack, Set<String> chosen,
			Map<String, String> reasons, Locale locale) {
		if (chosen.isEmpty() || !(approve || giveBack)) {
			return List.of(message(chosen.isEmpty() ? "review.none-chosen" : "review.no-decision", locale));
		}
		if (chosen.stream()
			.anyMatch((indicator) -> !Fields.isText(reasons.getOrDefault(indicator, ""), Fields.LONGEST_TEXT))) {
			return List.of(message("review.reason-no-text", locale, Fields.LONGEST_TEXT));
		}
		return chosen.stream()
			.filter((indicator) -> approve && !reasons.getOrDefault(indicator, "").isEmpty())
			.map((indicator) -> message("review.reason-lost", locale, name(review, indicator, locale)))
			.toList();
	}

	private static String name(SubmissionReview review, String indicator, Locale locale) {
		return review.plan().target(indicator).map((target) -> target.name().in(locale)).orElse(indicator);
	}

	private static List<String> missing(Set<String> chosen, Map<String, String> reasons) {
		return chosen.stream().filter((indicator) -> reasons.getOrDefault(indicator, "").isEmpty()).toList();
	}

	private String page(SubmissionReview review, SignedIn user, Map<String, String> reasons, Set<String> chosen,
			List<String> faults, Model model) {
		Review approval = new Review(true, null, user.getUsername(), review.first().recordedAt(),
				review.first().knownFrom());
		List<Revision> waiting = review.waiting();
		model.addAttribute("review", review);
		model.addAttribute("figures",
				review.figures(this.submissions.yearBefore(review.plan().id()).orElse(null),
						this.submissions.recheck(review.id()).orElse(null),
						this.standings.supposing(review.plan().id(), (figures, now) -> figures.with(approval, waiting))
							.orElse(null)));
		model.addAttribute("waitingCount", waiting.size());
		model.addAttribute("own", review.first().author().equals(user.getUsername()));
		model.addAttribute("reasons", reasons);
		model.addAttribute("chosen", chosen);
		model.addAttribute("faults", faults);
		model.addAttribute("due",
				WaitingSubmission.of(review.standing(), this.calendar)
					.stream()
					.filter((waits) -> waits.id().equals(review.id()))
					.findFirst()
					.orElse(null));
		return "desk/review-submission";
	}

	private SubmissionReview found(UUID id, SignedIn user) {
		mustReview(user.account().roles().contains(Role.REVIEWER));
		SubmissionReview review = SubmissionReview.find(this.standings.current(), id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		mustReview(user.account().may(Role.REVIEWER, review.plan().id()));
		return review;
	}

	private static void mustReview(boolean may) {
		if (!may) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
	}

	/** A figure's own reason, or the one for all. */
	private static Map<String, String> reasons(MultiValueMap<String, String> form, SubmissionReview review) {
		Map<String, String> reasons = new LinkedHashMap<>();
		for (Revision revision : review.revisions()) {
			String own = form.getFirst("reason-" + revision.indicator());
			String all = form.getFirst("reason");
			reasons.put(revision.indicator(),
					(own != null && !own.isBlank()) ? own.strip() : (all != null) ? all.strip() : "");
		}
		return reasons;
	}

	private void record(SignedIn user, SubmissionReview review, Decision decision, Outcome outcome) {
		AuditAction action = (decision.action() == Step.Action.APPROVE) ? AuditAction.APPROVE : AuditAction.RETURN;
		this.trail.record(user.getUsername(), action, review.id().toString(), review.plan().id(), outcome);
	}

	private static HttpStatus status(Outcome outcome) {
		return switch (outcome) {
			case Outcome.Recorded recorded -> HttpStatus.OK;
			case Outcome.Refused refused -> HttpStatus.UNPROCESSABLE_CONTENT;
			case Outcome.Stale stale -> HttpStatus.CONFLICT;
			case Outcome.Forbidden forbidden -> HttpStatus.FORBIDDEN;
			case Outcome.Unknown unknown -> HttpStatus.NOT_FOUND;
		};
	}

	private List<String> words(Outcome outcome, SubmissionReview review, Locale locale) {
		List<String> words = new ArrayList<>();
		for (Fault fault : Faults.listed(outcome.faults())) {
			String about = review.plan()
				.target(fault.subject())
				.map((target) -> target.name().in(locale) + message("colon", locale))
				.orElse("");
			words.add(about + fault.reason().in(locale));
		}
		return words;
	}

	private static Reviews.Reviewer reviewer(SignedIn user) {
		return new Reviews.Reviewer(user.getUsername(), (plan) -> user.account().may(Role.REVIEWER, plan));
	}

	private String message(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
