package org.targetmonitor.desk.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Role;
import org.targetmonitor.account.web.PeopleNames;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.desk.ReviewFigure;
import org.targetmonitor.desk.SubmissionReview;
import org.targetmonitor.desk.WaitingSubmission;
import org.targetmonitor.input.Slice;
import org.targetmonitor.input.web.Address;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.progress.Standings;
import org.targetmonitor.progress.web.Present;
import org.targetmonitor.submission.Decision;
import org.targetmonitor.submission.Known;
import org.targetmonitor.submission.Outcome;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Reviews;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.Sight;
import org.targetmonitor.submission.Transition;
import org.targetmonitor.submission.Submissions;
import org.targetmonitor.submission.web.Authors;
import org.targetmonitor.submission.web.OutcomeTrail;

/** One submission to decide about. */
@Controller
@Hidden
class ReviewPages {

	private static final String REASONS = "reasons";

	/** How many figures are on a page at most. */
	private static final int FIGURES = 200;

	/** The queue that it was opened from. */
	private static final String QUEUE = "queue";

	/** Which page of its figures is shown. */
	private static final String ASKED = "asked";

	private static final String TICKED = "ticked";

	private final Standings standings;

	private final Present present;

	private final WorkingDays calendar;

	private final Reviews reviews;

	private final OutcomeTrail trail;

	private final ReviewWords words;

	private final PeopleNames names;

	ReviewPages(Standings standings, Present present, WorkingDays calendar, Reviews reviews, OutcomeTrail trail,
			ReviewWords words, PeopleNames names) {
		this.names = names;
		this.standings = standings;
		this.present = present;
		this.calendar = calendar;
		this.reviews = reviews;
		this.trail = trail;
		this.words = words;
	}

	@GetMapping("/review/{id}")
	String submission(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer page,
			@RequestParam(required = false) @Nullable String from, @AuthenticationPrincipal SignedIn user,
			Model model) {
		SubmissionReview review = found(id, user);
		Object typed = model.getAttribute(TICKED);
		Set<String> ticked = (typed instanceof List<?> list)
				? list.stream().map(String::valueOf).collect(Collectors.toSet()) : Set.of();
		model.addAttribute(ASKED, asked(page));
		model.addAttribute(QUEUE, ReviewQueueController.queue(from));
		return page(review, user, Map.of(), ticked, List.of(), model);
	}

	/** Decides about the figures that a form is about (see {@link ReviewForm}). */
	@PostMapping("/review/{id}")
	String decide(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters,
			@RequestParam(required = false) @Nullable Integer page,
			@RequestParam(required = false) @Nullable String from, @AuthenticationPrincipal SignedIn user, Model model,
			RedirectAttributes redirect, Locale locale, HttpServletResponse response) {
		SubmissionReview review = found(id, user);
		Address queue = ReviewQueueController.queue(from);
		model.addAttribute(ASKED, asked(page));
		model.addAttribute(QUEUE, queue);
		ReviewForm form = ReviewForm.of(parameters, review);
		List<String> unclear = this.words.unclear(review, form, locale);
		if (!unclear.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(review, user, form.reasons(), form.ticked(), unclear, model);
		}
		Decision decision = form.decision();
		Outcome outcome = decided(user, review, decision);
		if (outcome instanceof Outcome.Recorded) {
			redirect.addFlashAttribute("done", this.words.done(review, form, locale));
			return onwards(review, form, asked(page), queue, redirect);
		}
		response.setStatus(status(outcome).value());
		model.addAttribute("missing", form.missing());
		return page(found(id, user), user, form.reasons(), form.ticked(), this.words.of(outcome, review, locale),
				model);
	}

	/** Its own page, which leads back to the queue that it was opened from. */
	private static Address here(SubmissionReview review, Address queue) {
		return new Address("/review/" + review.id(), Map.of()).with("from", queue.asked());
	}

	private static int asked(@Nullable Integer page) {
		return (page != null) ? page : 1;
	}

	/** To the queue; where figures still wait, back to them with what was typed there. */
	private static String onwards(SubmissionReview review, ReviewForm form, int page, Address queue,
			RedirectAttributes redirect) {
		boolean more = review.waiting().stream().anyMatch((waits) -> !form.chosen().contains(waits.indicator()));
		if (!more) {
			return "redirect:" + queue;
		}
		ReviewForm rest = form.rest();
		redirect.addFlashAttribute(REASONS, new LinkedHashMap<>(rest.reasons()));
		redirect.addFlashAttribute(TICKED, new ArrayList<>(rest.ticked()));
		return "redirect:" + here(review, queue).with("page", (page > 1) ? page : null);
	}

	private String page(SubmissionReview review, SignedIn user, Map<String, String> reasons, Set<String> chosen,
			List<String> faults, Model model) {
		Review approval = new Review(true, null, user.getUsername(), review.first().recordedAt(),
				review.first().knownFrom());
		List<Revision> waiting = review.waiting();
		model.addAttribute("review", review);
		model.addAttribute("names", this.names.forPage());
		Sight sight = Authors.sight(user.account());
		List<ReviewFigure> figures = review.figures(
				this.standings.known(review.plan().id()).flatMap(Known::yearBefore).map(sight::of).orElse(null),
				this.standings.facts(review.plan().id(), review.first().recordedAt())
					.map((then) -> Submissions.recheck(then.known(), review.first(), sight))
					.orElse(null),
				this.standings.supposing(review.plan().id(), (known, now) -> known.with(approval, waiting))
					.orElse(null));
		Slice<ReviewFigure> slice = Slice.of(inOrder(figures),
				(model.getAttribute(ASKED) instanceof Integer asked) ? asked : 1, FIGURES);
		model.addAttribute("slice", slice);
		Address queue = (Address) Objects.requireNonNull(model.getAttribute(QUEUE));
		model.addAttribute("from", queue.asked());
		model.addAttribute("here", here(review, queue));
		model.addAttribute("figures", slice.rows());
		model.addAttribute("waiting", waiting.stream().map(Revision::indicator).distinct().toList());
		model.addAttribute("waitingCount", waiting.size());
		model.addAttribute("own", review.first().author().equals(user.getUsername()));
		// What was typed beside other figures comes back with the redirect
		if (!model.containsAttribute(REASONS)) {
			model.addAttribute(REASONS, reasons);
		}
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

	/** Where there are several pages, what asks for something stands on the first. */
	private static List<ReviewFigure> inOrder(List<ReviewFigure> figures) {
		return (figures.size() <= FIGURES) ? figures
				: figures.stream().sorted(Comparator.comparing((figure) -> figure.doubts().isEmpty())).toList();
	}

	private SubmissionReview found(UUID id, SignedIn user) {
		mustReview(user.account().roles().contains(Role.REVIEWER));
		SubmissionReview review = SubmissionReview.find(this.present.standing(), id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		mustReview(user.account().may(Role.REVIEWER, review.plan().id()));
		return review;
	}

	static void mustReview(boolean may) {
		if (!may) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
	}

	private Outcome decided(SignedIn user, SubmissionReview review, Decision decision) {
		AuditAction action = (decision.action() == Transition.Action.APPROVE) ? AuditAction.APPROVE
				: AuditAction.RETURN;
		return this.trail.record(user.getUsername(), action, review.id().toString(), review.plan().id(),
				() -> this.reviews.decide(review.id(), reviewer(user), decision));
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

	private static Reviews.Reviewer reviewer(SignedIn user) {
		return new Reviews.Reviewer(user.getUsername(), (plan) -> user.account().may(Role.REVIEWER, plan));
	}

}
