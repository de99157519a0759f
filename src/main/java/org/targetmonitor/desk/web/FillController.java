package org.targetmonitor.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.LeftForm;
import org.targetmonitor.account.web.PeopleNames;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.desk.AskedBefore;
import org.targetmonitor.desk.FillForm;
import org.targetmonitor.desk.Reminders;
import org.targetmonitor.desk.Typed;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.submission.Asked;
import org.targetmonitor.submission.Outcome;
import org.targetmonitor.submission.Submissions;
import org.targetmonitor.submission.web.OutcomeTrail;

/** The page on which a department types a period's figures and hands them in. */
@Controller
@Hidden
@RequestMapping("/fill/{plan}/{period}")
class FillController {

	/** Said where nothing was typed. */
	private static final String EMPTY = "fill.empty-form";

	private final FillDesk desk;

	private final FillDrafts drafts;

	private final Submissions submissions;

	private final Reminders reminders;

	private final OutcomeTrail trail;

	private final PeopleNames names;

	FillController(FillDesk desk, FillDrafts drafts, Submissions submissions, Reminders reminders, OutcomeTrail trail,
			PeopleNames names) {
		this.names = names;
		this.desk = desk;
		this.drafts = drafts;
		this.submissions = submissions;
		this.reminders = reminders;
		this.trail = trail;
	}

	@GetMapping
	String page(@PathVariable String plan, @PathVariable String period, @AuthenticationPrincipal SignedIn user,
			Locale locale, Model model, HttpServletRequest request, HttpServletResponse response) {
		FillDesk.Place place = place(plan, period, user, locale);
		model.addAttribute("zone", place.plan().zone());
		model.addAttribute("reminders", this.reminders.of(plan, place.departments(), place.period()));
		Optional<LeftForm> left = left(request);
		if (left.isPresent()) {
			Map<String, String> parameters = left.get().parameters();
			return again(place, own(place, parameters), parameters, model, response, HttpStatus.OK, "fill.left");
		}
		return show(model, place, this.desk.page(place), UUID.randomUUID().toString());
	}

	/** What was sent after the sign-in had ended. */
	private static Optional<LeftForm> left(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(LeftForm.ATTRIBUTE) instanceof LeftForm left)
				|| !left.isOf(request.getRequestURI())) {
			return Optional.empty();
		}
		session.removeAttribute(LeftForm.ATTRIBUTE);
		return Optional.of(left);
	}

	/** Hands in what is filled; with faults the page comes again with what was typed. */
	@PostMapping
	String submit(@PathVariable String plan, @PathVariable String period, @RequestParam Map<String, String> parameters,
			@AuthenticationPrincipal SignedIn user, Locale locale, Model model, HttpServletResponse response,
			RedirectAttributes next) {
		FillDesk.Place place = place(plan, period, user, locale);
		Map<String, Typed> rows = TypedRows.of(parameters);
		Map<String, Typed> touched = this.desk.touched(place, rows);
		FillForm form = FillForm.read(place.plan(), place.period(), touched);
		refuseForeign(place, form);
		Submissions.IdempotencyKey once = TypedRows.key(parameters, plan, place.period(), touched);
		return switch (record(place, () -> submitted(place, form, once, AskedBefore.of(touched)))) {
			case Outcome.Recorded recorded -> {
				next.addFlashAttribute("warnings", warnings(place, recorded));
				yield "redirect:/fill/receipts/" + recorded.submission();
			}
			case Outcome.Refused refused -> again(place, rows, parameters, model, response,
					HttpStatus.UNPROCESSABLE_CONTENT, form.isEmpty() ? EMPTY : "fill.refused");
			case Outcome.Stale stale ->
				again(place, rows, parameters, model, response, HttpStatus.CONFLICT, "fill.stale");
			case Outcome.Forbidden forbidden -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
			case Outcome.Unknown unknown -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		};
	}

	/** What is handed in is no draft any more, in the same transaction. */
	private Outcome submitted(FillDesk.Place place, FillForm form, Submissions.@Nullable IdempotencyKey once,
			Asked asked) {
		if (form.isEmpty() || !form.faults().isEmpty()) {
			return new Outcome.Refused(form.faults());
		}
		Outcome outcome = this.submissions.submit(place.plan().id(), form.submission(), place.author(), once, asked);
		if (outcome instanceof Outcome.Recorded) {
			this.drafts.forget(place, form.submission());
		}
		return outcome;
	}

	/**
	 * Keeps the draft and says what would become of it; answers the parts that change.
	 */
	@PostMapping("/preview")
	String preview(@PathVariable String plan, @PathVariable String period, @RequestParam Map<String, String> parameters,
			@AuthenticationPrincipal SignedIn user, Locale locale, Model model) {
		FillDesk.Place place = place(plan, period, user, locale);
		Map<String, Typed> rows = own(place, parameters);
		List<FillPage.Kept> kept = this.drafts.keep(place, rows, TypedRows.seen(parameters));
		model.addAttribute("page", this.desk.page(place, rows, kept));
		model.addAttribute("names", this.names.forPage());
		return "desk/fill-changes";
	}

	/** Where an address ends that was kept after a draft was saved. */
	@GetMapping("/draft")
	String draft(@PathVariable String plan, @PathVariable String period) {
		return "redirect:" + UriComponentsBuilder.fromPath("/fill/{plan}/{period}").build(plan, period);
	}

	/**
	 * Keeps the draft without any script. What is kept leads back to the page, so that
	 * going back to it or reloading it posts nothing again; what a newer draft has
	 * overtaken stays in the fields.
	 */
	@PostMapping("/draft")
	String draft(@PathVariable String plan, @PathVariable String period, @RequestParam Map<String, String> parameters,
			@AuthenticationPrincipal SignedIn user, Locale locale, Model model, HttpServletResponse response,
			RedirectAttributes next) {
		FillDesk.Place place = place(plan, period, user, locale);
		Map<String, Typed> rows = own(place, parameters);
		List<FillPage.Kept> kept = this.drafts.keep(place, rows, TypedRows.seen(parameters));
		if (kept.stream().noneMatch(FillPage.Kept::overtaken)) {
			next.addFlashAttribute("saved", true);
			return "redirect:/fill/{plan}/{period}";
		}
		response.setStatus(HttpStatus.CONFLICT.value());
		model.addAttribute("saved", true);
		return show(model, place, this.desk.page(place, rows, kept), parameters.getOrDefault("form", ""));
	}

	private FillDesk.Place place(String plan, String code, SignedIn user, Locale locale) {
		Period period = Period.parse(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		FillDesk.Place place = this.desk.place(plan, period, user.account(), locale)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		if (!place.reportsForThePlan()) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
		if (place.targets().isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return place;
	}

	/** What another department reports is neither kept nor looked at. */
	private static Map<String, Typed> own(FillDesk.Place place, Map<String, String> parameters) {
		Map<String, Typed> rows = TypedRows.of(parameters);
		if (!place.indicators().containsAll(rows.keySet())) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
		return rows;
	}

	private void refuseForeign(FillDesk.Place place, FillForm form) {
		boolean foreign = form.submission()
			.figures()
			.stream()
			.flatMap((figure) -> place.plan().target(figure.indicator()).stream())
			.anyMatch((target) -> !place.author().mayReportFor(place.plan().id(), target.department().code()));
		if (foreign) {
			record(place, () -> new Outcome.Forbidden(List.of()));
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
	}

	private Outcome record(FillDesk.Place place, Supplier<Outcome> act) {
		return this.trail.record(place.author().username(), AuditAction.SUBMIT, place.period().toString(),
				place.plan().id(), act);
	}

	/** Plain texts, because a session keeps them until the next page. */
	private static List<String> warnings(FillDesk.Place place, Outcome.Recorded recorded) {
		return recorded.warnings()
			.stream()
			.map((warning) -> FieldWords.of(place.plan(), warning).in(place.locale()))
			.toList();
	}

	/** Keeps as a draft what is not handed in, and shows it with what is to be mended. */
	private String again(FillDesk.Place place, Map<String, Typed> rows, Map<String, String> parameters, Model model,
			HttpServletResponse response, HttpStatus status, String failed) {
		response.setStatus(status.value());
		List<FillPage.Kept> kept = this.drafts.keep(place, rows, TypedRows.seen(parameters));
		FillPage page = this.desk.page(place, rows, kept);
		// What a returned figure needs is said, where that may have been meant
		model.addAttribute("failed",
				(failed.equals(EMPTY) && !page.returned().isEmpty()) ? "fill.empty-returned" : failed);
		return show(model, place, page, parameters.getOrDefault("form", ""));
	}

	private String show(Model model, FillDesk.Place place, FillPage page, String form) {
		boolean early = place.targets()
			.stream()
			.flatMap((target) -> Stream.ofNullable(target.reporting()))
			.anyMatch(Reporting::early);
		if (!early && !place.period().hasEnded(place.standing().today())) {
			model.addAttribute("lastDay", place.period().end().minusDays(1));
		}
		model.addAttribute("page", page);
		model.addAttribute("names", this.names.forPage());
		model.addAttribute("form", form);
		return "desk/fill";
	}

}
