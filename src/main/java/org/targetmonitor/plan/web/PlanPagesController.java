package org.targetmonitor.plan.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import org.targetmonitor.account.Role;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faults;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.Slice;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.tree.Unparsable;
import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.input.web.Address;
import org.targetmonitor.input.web.Bodies;
import org.targetmonitor.plan.DifferenceInWords;
import org.targetmonitor.plan.Grounds;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanDifference;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.PlanKeys;
import org.targetmonitor.plan.Plans;

/** The pages on which the system administrator sees plans and records their files. */
@Controller
@Hidden
@RequestMapping("/plans")
class PlanPagesController {

	/** How many plans are on a page at most. */
	private static final int PLANS = 50;

	private final Plans plans;

	private final PlanTrail trail;

	private final Clock clock;

	private final PlanNeighbours neighbours;

	PlanPagesController(Plans plans, PlanTrail trail, PlanNeighbours neighbours, Clock clock) {
		this.neighbours = neighbours;
		this.plans = plans;
		this.trail = trail;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
		Instant now = this.clock.instant();
		model.addAttribute("now", now);
		model.addAttribute("q", q.strip());
		model.addAttribute("here", new Address("/plans", Map.of()).with("q", q.strip()));
		model.addAttribute("plans",
				Slice.of(this.plans.readable(now).stream().filter((plan) -> plan.isNamed(q)).toList(), page, PLANS));
		return "plan/plans";
	}

	/** Shows what a file would change; nothing is stored. */
	@PostMapping("/preview")
	String preview(@RequestParam MultipartFile file, Typed typed, @AuthenticationPrincipal SignedIn user, Model model,
			Locale locale) throws IOException {
		try {
			return preview(YamlTree.text(file.getBytes()), typed, user, model, locale);
		}
		catch (Unparsable ex) {
			model.addAttribute("document", "");
			model.addAttribute("typed", typed);
			refuse(List.of(unparsable(ex)), model, locale);
			return "plan/preview";
		}
	}

	/** What was typed beside a file: why, by which document, and its date. */
	record Typed(@Nullable String reason, @Nullable String grounds, @Nullable String documentDate) {

		Grounds read(LocalDate today, List<Fault> faults) {
			return Grounds.read(this.reason, this.grounds, this.documentDate, today, faults);
		}

	}

	private String preview(String document, Typed typed, SignedIn user, Model model, Locale locale) {
		Instant now = this.clock.instant();
		model.addAttribute("document", document);
		model.addAttribute("typed", typed);
		try {
			PlanFile file = read(document);
			PlanFile before = this.plans.inForce(file.plan().id(), now).orElse(null);
			model.addAttribute("plan", file.plan());
			model.addAttribute("isNew", before == null);
			model.addAttribute("seen", PlanTag.of(Optional.ofNullable(before)));
			model.addAttribute("goals", (before != null && before.plan().hasBegun(now))
					? names(before.plan().goalsChangedBy(file.plan()), file.plan(), before.plan(), locale) : List.of());
			model.addAttribute("differences", DifferenceInWords.between(before, file));
			List<Fault> asked = this.neighbours.faults(file, now);
			if (!asked.isEmpty()) {
				refuse(asked, model, locale);
			}
			model.addAttribute("effects", asked.isEmpty() ? this.neighbours.effects(file.plan()) : List.of());
			if (!user.account().may(Role.PLAN_ADMIN, file.plan().id())) {
				refuse(List.of(notYours()), model, locale);
			}
		}
		catch (Faulty ex) {
			refuse(ex.faults(), model, locale);
		}
		catch (Unparsable ex) {
			refuse(List.of(unparsable(ex)), model, locale);
		}
		return "plan/preview";
	}

	private static List<String> names(List<String> indicators, Plan now, Plan before, Locale locale) {
		return indicators.stream()
			.map((code) -> now.target(code)
				.or(() -> before.target(code))
				.map((target) -> target.name().in(locale))
				.orElse(code))
			.toList();
	}

	/** Records what was looked at before. */
	@PostMapping("/record")
	String record(@RequestParam(defaultValue = "") String document, @RequestParam(defaultValue = "") String seen,
			Typed typed, @AuthenticationPrincipal SignedIn user, Model model, Locale locale) {
		PlanFile file;
		try {
			file = read(document);
		}
		catch (Faulty ex) {
			this.trail.refused(user.getUsername(), null, ex.faults());
			return preview(document, typed, user, model, locale);
		}
		catch (Unparsable ex) {
			this.trail.refused(user.getUsername(), null, List.of(unparsable(ex)));
			return preview(document, typed, user, model, locale);
		}
		String plan = file.plan().id();
		if (!user.account().may(Role.PLAN_ADMIN, plan)) {
			this.trail.refused(user.getUsername(), plan, List.of(notYours()));
			return preview(document, typed, user, model, locale);
		}
		List<Fault> faults = new ArrayList<>();
		Instant now = this.clock.instant();
		List<Fault> asked = this.neighbours.faults(file, now);
		if (!asked.isEmpty()) {
			this.trail.refused(user.getUsername(), plan, asked);
			return preview(document, typed, user, model, locale);
		}
		Grounds grounds = typed.read(file.plan().dayOf(now), faults);
		if (!faults.isEmpty()) {
			this.trail.refused(user.getUsername(), plan, faults);
			return again(document, typed, user, model, locale, faults.getFirst());
		}
		return switch (this.trail.record(user.getUsername(), plan, grounds,
				() -> record(file, seen, grounds, user, now))) {
			case Plans.Recorded.Created created -> "redirect:/plans?recorded";
			case Plans.Recorded.Revised revised -> "redirect:/plans?recorded";
			case Plans.Recorded.Unchanged unchanged -> "redirect:/plans?unchanged";
			case Plans.Recorded.ReasonMissing missing -> again(document, typed, user, model, locale,
					Fault.of("", "reason", "required", new Text("修改目标须说明原因", "a change of targets needs a reason")));
			case Plans.Recorded.DocumentMissing missing ->
				again(document, typed, user, model, locale, PlanTrail.documentMissing(missing).getFirst());
			case Plans.Recorded.Relabels relabels ->
				again(document, typed, user, model, locale, relabels.faults().getFirst());
			case Plans.Recorded.AnotherPlan another -> again(document, typed, user, model, locale,
					Fault.of("", "year", "another-plan", new Text("年度、地区或时区与已有计划不同：请另起计划代码",
							"year, area or time zone differ from the plan's: give it a code of its own")));
			case Plans.Recorded.ClosesInThePast past ->
				again(document, typed, user, model, locale, PlanTrail.CLOSES_IN_THE_PAST);
			case Plans.Recorded.ChangedMeanwhile changed ->
				again(document, typed, user, model, locale, Fault.of("", "plan", "stale", PlanTrail.CHANGED_MEANWHILE));
			case Plans.Recorded.Closed closed -> again(document, typed, user, model, locale, Fault.of("", "plan",
					"closed", new Text("计划已关闭，目标不能再修改", "the plan is closed, its targets are not changed any more")));
		};
	}

	/** Nothing is recorded over what was not there when the preview was looked at. */
	private Plans.Recorded record(PlanFile file, String seen, Grounds grounds, SignedIn user, Instant now) {
		Optional<PlanFile> before = this.plans.inForce(file.plan().id(), now);
		boolean nothingNew = PlanDifference.between(before.orElse(null), file).isEmpty();
		return (nothingNew || seen.equals(PlanTag.of(before)))
				? this.plans.record(file, before.orElse(null), grounds, user.getUsername(), now)
				: new Plans.Recorded.ChangedMeanwhile();
	}

	private String again(String document, Typed typed, SignedIn user, Model model, Locale locale, Fault fault) {
		String page = preview(document, typed, user, model, locale);
		model.addAttribute("again", fault.reason().in(locale));
		return page;
	}

	private static PlanFile read(String document) {
		boolean json = document.stripLeading().startsWith("{");
		MediaType type = json ? MediaType.APPLICATION_JSON : MediaType.valueOf("application/yaml");
		return PlanFile.read(Bodies.read(document.getBytes(StandardCharsets.UTF_8), type), "plan");
	}

	private static void refuse(List<Fault> faults, Model model, Locale locale) {
		model.addAttribute("faults",
				Stream
					.concat(Faults.listed(faults).stream().map((fault) -> sentence(fault, locale)),
							Faults.rest(Faults.more(faults)).stream().map((rest) -> rest.in(locale)))
					.toList());
	}

	/** Such as 第12行 gdp goal（达标条件）：…. */
	private static String sentence(Fault fault, Locale locale) {
		Text line = (fault.line() > 0) ? Text.format("第%d行 ", "line %d, ", fault.line()) : Text.same("");
		Text words = PlanKeys.words(fault.field());
		boolean named = locale.getLanguage().equals(Locale.CHINESE.getLanguage()) && !words.zh().equals(fault.field());
		String place = (fault.subject() + " " + fault.field() + (named ? "（" + words.zh() + "）" : "")).strip();
		return line.in(locale) + (place.isEmpty() ? "" : place + ": ") + fault.reason().in(locale);
	}

	private static Fault unparsable(Unparsable ex) {
		return Fault.of("", "", "document", ex.reason());
	}

	private static Fault notYours() {
		return Fault.of("", "plan", "permission", new Text("您的账号不能管理该计划", "your account does not keep this plan"));
	}

}
