package org.targetmonitor.plan.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.targetmonitor.account.Role;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Frequency;
import org.targetmonitor.plan.AssignedForm;
import org.targetmonitor.plan.AssignedNumber;
import org.targetmonitor.plan.Assignment;
import org.targetmonitor.plan.Grounds;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.Plans;
import org.targetmonitor.plan.Target;

/** The page on which the numbers that an authority above assigned are recorded. */
@Controller
@Hidden
@RequestMapping("/plans/{plan}/assigned/{heading}")
class AssignedPagesController {

	private static final String PAGE = "plan/assigned";

	private static final Text REASON_MISSING = new Text("请填写登记原因", "say why they are recorded");

	private static final int MOST_ROWS = 30;

	private final Plans plans;

	private final PlanTrail trail;

	private final Clock clock;

	private final PlanNeighbours neighbours;

	AssignedPagesController(Plans plans, PlanTrail trail, PlanNeighbours neighbours, Clock clock) {
		this.neighbours = neighbours;
		this.plans = plans;
		this.trail = trail;
		this.clock = clock;
	}

	@GetMapping
	String form(@PathVariable String plan, @PathVariable String heading, @AuthenticationPrincipal SignedIn user,
			Model model) {
		PlanFile file = found(plan, user);
		Target over = heading(file, heading);
		return page(file, over, AssignedForm.blank(file.plan(), over), "", null, model);
	}

	/**
	 * Records what was typed. Parameters: {@code action} record or add (one more row),
	 * {@code reason}, and each field with its row behind it, such as {@code number0}.
	 */
	@PostMapping
	String record(@PathVariable String plan, @PathVariable String heading,
			@RequestParam MultiValueMap<String, String> typed, @AuthenticationPrincipal SignedIn user, Model model,
			Locale locale, HttpServletResponse response) {
		PlanFile file = found(plan, user);
		Target over = heading(file, heading);
		List<AssignedNumber> rows = rows(typed);
		String reason = Optional.ofNullable(typed.getFirst("reason")).orElse("");
		if (typed.containsKey("code" + MOST_ROWS)
				|| ("add".equals(typed.getFirst("action")) && rows.size() == MOST_ROWS)) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(file, over, new AssignedForm(rows, Map.of(), null), reason,
					Text.format("一次最多登记%d项，请先登记这些", "at most %d numbers at once: record these first", MOST_ROWS)
						.in(locale),
					model);
		}
		if ("add".equals(typed.getFirst("action"))) {
			return page(file, over, new AssignedForm(rows, Map.of(), null).longer(over), reason, null, model);
		}
		Instant now = this.clock.instant();
		LocalDate today = file.plan().dayOf(now);
		AssignedForm form = AssignedForm.read(file, over, rows, today);
		PlanFile added = form.file();
		if (added == null) {
			this.trail.refused(user.getUsername(), plan,
					form.faults()
						.entrySet()
						.stream()
						.map((at) -> Fault.of(heading, at.getKey(), "form", at.getValue()))
						.toList());
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(file, over, form, reason, reason.isBlank() ? REASON_MISSING.in(locale) : null, model);
		}
		List<Fault> faults = new ArrayList<>();
		Grounds grounds = Grounds.read(reason, null, null, today, faults);
		faults.addAll(this.neighbours.faults(added, now));
		if (!faults.isEmpty()) {
			this.trail.refused(user.getUsername(), plan, faults);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(file, over, form, reason, faults.getFirst().reason().in(locale), model);
		}
		Plans.Recorded recorded = this.trail.record(user.getUsername(), plan, grounds,
				() -> this.plans.record(added, file, grounds, user.getUsername(), now));
		if (recorded instanceof Plans.Recorded.Revised) {
			return "redirect:/plans/" + plan + "/assigned/" + heading + "?recorded";
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(file, over, form, reason, refusal(recorded).in(locale), model);
	}

	private static Text refusal(Plans.Recorded recorded) {
		return switch (recorded) {
			case Plans.Recorded.ReasonMissing missing -> REASON_MISSING;
			case Plans.Recorded.Closed closed ->
				new Text("计划已关闭，目标不能再修改", "the plan is closed, its targets are not changed any more");
			case Plans.Recorded.Created other -> new Text("计划不存在", "there is no such plan");
			case Plans.Recorded.Revised done -> Text.same("");
			case Plans.Recorded.Unchanged unchanged -> new Text("没有变化", "nothing changed");
			case Plans.Recorded.Relabels relabels -> relabels.faults().getFirst().reason();
			case Plans.Recorded.AnotherPlan another -> PlanTrail.CHANGED_MEANWHILE;
			case Plans.Recorded.ClosesInThePast past -> PlanTrail.CLOSES_IN_THE_PAST.reason();
			case Plans.Recorded.DocumentMissing missing -> PlanTrail.documentMissing(missing).getFirst().reason();
			case Plans.Recorded.ChangedMeanwhile changed -> PlanTrail.CHANGED_MEANWHILE;
		};
	}

	private static List<AssignedNumber> rows(MultiValueMap<String, String> typed) {
		List<AssignedNumber> rows = new ArrayList<>();
		for (int row = 0; row < MOST_ROWS && typed.containsKey("code" + row); row++) {
			Map<String, String> values = new LinkedHashMap<>();
			for (String field : AssignedNumber.FIELDS) {
				values.put(field, Optional.ofNullable(typed.getFirst(field + row)).orElse(""));
			}
			rows.add(new AssignedNumber(values));
		}
		return rows;
	}

	private String page(PlanFile file, Target heading, AssignedForm form, String reason, @Nullable String again,
			Model model) {
		model.addAttribute("plan", file.plan());
		model.addAttribute("heading", heading);
		model.addAttribute("form", form);
		model.addAttribute("reason", reason);
		model.addAttribute("again", again);
		model.addAttribute("measures", List.of(Measure.GROWTH, Measure.RATIO, Measure.LEVEL, Measure.VALUE));
		model.addAttribute("frequencies", Frequency.values());
		model.addAttribute("kinds", AssignedNumber.KINDS);
		model.addAttribute("recorded", file.plan().targets().stream().filter((target) -> {
			Assignment assigned = target.assigned();
			return assigned != null && assigned.under().equals(heading.indicator());
		}).toList());
		model.addAttribute("none", Text.same(""));
		return PAGE;
	}

	private PlanFile found(String plan, SignedIn user) {
		PlanFile file = this.plans.inForce(plan, this.clock.instant())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		if (!user.account().may(Role.PLAN_ADMIN, plan)) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
		return file;
	}

	private static Target heading(PlanFile file, String heading) {
		return file.plan()
			.target(heading)
			.filter((target) -> target.goal().awaitsNumbers())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
