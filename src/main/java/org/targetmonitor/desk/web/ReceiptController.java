package org.targetmonitor.desk.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Hidden;

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
import org.targetmonitor.input.web.Address;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.web.Present;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.Sight;
import org.targetmonitor.submission.web.Authors;

/** Says what was handed in, to be printed and filed. */
@Controller
@Hidden
class ReceiptController {

	/** How many figures are on a page at most. */
	private static final int FIGURES = 200;

	/** How many periods of plans that are still open are named. */
	private static final int STILL_OPEN = 10;

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

	private final Present present;

	private final DueWork work;

	private final PeopleNames names;

	ReceiptController(Present present, DueWork work, PeopleNames names) {
		this.names = names;
		this.present = present;
		this.work = work;
	}

	@GetMapping("/fill/receipts/{id}")
	String receipt(@PathVariable UUID id, @RequestParam(defaultValue = "1") int page,
			@AuthenticationPrincipal SignedIn user, Locale locale, Model model) {
		Sight sight = Authors.sight(user.account());
		PlanStanding standing = this.present.standing()
			.plans()
			.stream()
			.map((plan) -> plan.seenBy(sight))
			.filter((plan) -> !revisions(plan, id).isEmpty())
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		List<Revision> revisions = revisions(standing, id);
		Revision first = revisions.getFirst();
		model.addAttribute("plan", standing.plan().id());
		model.addAttribute("planTitle", standing.plan().title().in(locale));
		model.addAttribute("period", first.period().toString());
		model.addAttribute("name", PeriodWords.named(first.period()).in(locale));
		model.addAttribute("submission", id);
		model.addAttribute("author", this.names.of(first.author()));
		model.addAttribute("at", MINUTE.format(first.recordedAt().atZone(standing.plan().zone())));
		model.addAttribute("rows", Slice.of(ReceiptRow.inOrder(standing.plan(), revisions), page, FIGURES)
			.map((revision) -> ReceiptRow.of(standing.plan(), revision, locale)));
		model.addAttribute("here", new Address("/fill/receipts/" + id, Map.of()));
		model.addAttribute("open", Slice
			.of(this.work.of(user.account(), locale).stream().filter(DueGroup::stillOpen).toList(), 1, STILL_OPEN));
		return "desk/fill-receipt";
	}

	private static List<Revision> revisions(PlanStanding plan, UUID submission) {
		return plan.figures()
			.revisions()
			.stream()
			.filter((revision) -> revision.submission().equals(submission))
			.toList();
	}

}
