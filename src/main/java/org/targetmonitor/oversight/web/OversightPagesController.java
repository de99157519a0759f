package org.targetmonitor.oversight.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
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

import org.targetmonitor.account.web.PeopleNames;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.web.AsOf;
import org.targetmonitor.oversight.Acted;
import org.targetmonitor.oversight.DeviationAct;
import org.targetmonitor.oversight.OrderAct;
import org.targetmonitor.oversight.OrderState;
import org.targetmonitor.oversight.Overseer;
import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.oversight.OversightDesk;
import org.targetmonitor.oversight.PlanOversight;
import org.targetmonitor.oversight.SupervisionOrder;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.Plans;
import org.targetmonitor.plan.Target;

/**
 * Supervision on pages: one order to print and to act on, and a target of which a
 * deviation is accepted or an order issued.
 */
@Controller
@Hidden
@RequestMapping("/oversight")
class OversightPagesController {

	/** What a form asks for, as the audit is told of it. */
	private static final Map<String, String> TOLD = Map.of("accept", "deviation-accepted", "withdraw",
			"deviation-withdrawn", "issue", "order-issued");

	private final OversightDesk desk;

	private final Overseers overseers;

	private final Plans plans;

	private final PeopleNames names;

	private final Clock clock;

	OversightPagesController(OversightDesk desk, Overseers overseers, Plans plans, PeopleNames names, Clock clock) {
		this.desk = desk;
		this.overseers = overseers;
		this.plans = plans;
		this.names = names;
		this.clock = clock;
	}

	@GetMapping("/{plan}/{number:[0-9]+}")
	String order(@PathVariable String plan, @PathVariable int number,
			@RequestParam(required = false) @Nullable String asOf, @AuthenticationPrincipal SignedIn user, Model model,
			Locale locale, HttpServletResponse response) {
		Instant now = this.clock.instant();
		String asked = (asOf != null && !asOf.isBlank()) ? asOf.strip() : null;
		Optional<Instant> moment = (asked != null) ? AsOf.read(asked, now, plan(plan).zone()) : Optional.of(now);
		if (moment.isEmpty()) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			AsOf.refuse(String.valueOf(asked), model, locale);
		}
		else {
			if (asked != null && this.desk.of(plan).asOf(moment.get()).order(number).isEmpty()
					&& this.desk.of(plan).order(number).isPresent()) {
				return "redirect:" + UriComponentsBuilder.fromPath("/oversight")
					.queryParam("plan", "{plan}")
					.queryParam("asOf", "{asOf}")
					.encode()
					.buildAndExpand(plan, asked)
					.toUriString();
			}
			AsOf.show(asked, plan(plan).zone(), model, locale);
		}
		return order(new Seen(plan, number, moment.orElse(now), asked != null), Map.of(), null, user, model, locale);
	}

	/** Which order is looked at, and as known when. */
	private record Seen(String plan, int number, Instant moment, boolean past) {
	}

	/** Does something with an order: {@code act} is replied, returned or closed. */
	@PostMapping("/{plan}/{number:[0-9]+}")
	String act(@PathVariable String plan, @PathVariable int number, @RequestParam Map<String, String> typed,
			@AuthenticationPrincipal SignedIn user, Model model, Locale locale, HttpServletResponse response) {
		OrderAct.Kind kind = Arrays.stream(OrderAct.Kind.values())
			.filter((one) -> one.key().equals(typed.get("act")) && one != OrderAct.Kind.ISSUED)
			.findFirst()
			.orElseThrow(OversightPagesController::unknown);
		Acted acted = this.overseers.told(user, plan, "order " + number, "order-" + kind.key(),
				() -> this.desk.act(plan, number, kind, document(typed), Overseers.of(user)));
		if (acted instanceof Acted.Done) {
			return "redirect:/oversight/" + plan + "/" + number + "?recorded";
		}
		response.setStatus(Overseers.status(acted).value());
		return order(new Seen(plan, number, this.clock.instant(), false), typed, acted, user, model, locale);
	}

	@GetMapping("/{plan}/targets/{indicator}")
	String target(@PathVariable String plan, @PathVariable String indicator, @AuthenticationPrincipal SignedIn user,
			Model model, Locale locale) {
		return target(plan, indicator, Map.of(), null, user, model, locale);
	}

	/**
	 * Decides about a target: {@code act} is accept or withdraw a deviation, or issue an
	 * order.
	 */
	@PostMapping("/{plan}/targets/{indicator}")
	String decide(@PathVariable String plan, @PathVariable String indicator, @RequestParam Map<String, String> typed,
			@AuthenticationPrincipal SignedIn user, Model model, Locale locale, HttpServletResponse response) {
		Overseer who = Overseers.of(user);
		String act = typed.getOrDefault("act", "");
		Node.Mapping document = document(typed);
		Node.Mapping named = document.with("indicator", new Node.Scalar(indicator, 0));
		Acted acted = this.overseers.told(user, plan, indicator, TOLD.getOrDefault(act, act), () -> switch (act) {
			case "accept" -> this.desk.accept(plan, named, who);
			case "withdraw" -> this.desk.withdraw(plan, indicator, document, who);
			case "issue" -> this.desk.issue(plan, named, who);
			default -> throw unknown();
		});
		if (acted instanceof Acted.Done done) {
			return act.equals("issue") ? "redirect:/oversight/" + plan + "/" + done.number() + "?recorded"
					: "redirect:/oversight/" + plan + "/targets/" + indicator + "?recorded";
		}
		response.setStatus(Overseers.status(acted).value());
		return target(plan, indicator, typed, acted, user, model, locale);
	}

	private String order(Seen seen, Map<String, String> typed, @Nullable Acted acted, SignedIn user, Model model,
			Locale locale) {
		Plan present = plan(seen.plan());
		Plan plan = this.plans.inForce(seen.plan(), seen.moment()).map(PlanFile::plan).orElse(present);
		SupervisionOrder order = this.desk.of(plan.id())
			.asOf(seen.moment())
			.order(seen.number())
			.orElseThrow(OversightPagesController::unknown);
		Overseer who = Overseers.of(user);
		OrderState state = order.state(plan, plan.dayOf(seen.moment()));
		boolean open = !seen.past() && plan.isOpen(seen.moment());
		boolean oversees = open && who.oversees().test(plan.id());
		frame(plan, order.indicator(), typed, acted, model, locale);
		model.addAttribute("action", "/oversight/" + plan.id() + "/" + order.number());
		model.addAttribute("stillThere", present.target(order.indicator()).isPresent());
		model.addAttribute("order", order);
		model.addAttribute("state", state);
		model.addAttribute("after", order.acts().size());
		model.addAttribute("issuedAt", order.issued().recordedAt());
		model.addAttribute("issuedOver", inForce(plan.id(), order.issued().recordedAt(), order.indicator()));
		model.addAttribute("mayReply",
				open && state.allows(OrderAct.Kind.REPLIED) && OversightDesk.answers(plan, order.indicator(), who));
		model.addAttribute("mayReturn", oversees && state.allows(OrderAct.Kind.RETURNED));
		model.addAttribute("mayClose", oversees && state.allows(OrderAct.Kind.CLOSED));
		return "oversight/order";
	}

	/** The target as it was in force at a moment; null where it was not. */
	private @Nullable Target inForce(String plan, Instant moment, String indicator) {
		return this.plans.inForce(plan, moment)
			.map(PlanFile::plan)
			.flatMap((then) -> then.target(indicator))
			.orElse(null);
	}

	private String target(String id, String indicator, Map<String, String> typed, @Nullable Acted acted, SignedIn user,
			Model model, Locale locale) {
		Plan plan = plan(id);
		Target target = plan.target(indicator).orElseThrow(OversightPagesController::unknown);
		Oversight oversight = this.desk.of(id);
		frame(plan, indicator, typed, acted, model, locale);
		model.addAttribute("accepted", oversight.accepted(indicator, today(plan)).orElse(null));
		model.addAttribute("deviations",
				oversight.deviations().stream().filter((act) -> act.indicator().equals(indicator)).toList().reversed());
		model.addAttribute("rows",
				new PlanOversight(plan, oversight, today(plan)).orders()
					.stream()
					.filter((row) -> row.order().indicator().equals(indicator))
					.toList());
		model.addAttribute("after", oversight.last(indicator).map(DeviationAct::number).orElse(0));
		model.addAttribute("judged", OversightDesk.isJudged(target));
		model.addAttribute("oversees", plan.isOpen(this.clock.instant()) && Overseers.of(user).oversees().test(id)
				&& OversightDesk.isJudged(target));
		return "oversight/target";
	}

	private void frame(Plan plan, String indicator, Map<String, String> typed, @Nullable Acted acted, Model model,
			Locale locale) {
		model.addAttribute("plan", plan);
		model.addAttribute("today", today(plan));
		model.addAttribute("indicator", indicator);
		model.addAttribute("target", plan.target(indicator).orElse(null));
		model.addAttribute("typed", typed);
		model.addAttribute("names", this.names.forPage());
		model.addAttribute("refusal", (acted != null) ? Overseers.in(Overseers.title(acted), locale) : null);
		model.addAttribute("faults",
				(acted != null) ? Overseers.faults(acted)
					.stream()
					.collect(Collectors.toMap(Fault::field, (fault) -> fault.reason().in(locale), (one, two) -> one))
						: Map.of());
	}

	/** What was typed, without what only says which form it was. */
	private static Node.Mapping document(Map<String, String> typed) {
		Map<String, String> values = new LinkedHashMap<>(typed);
		values.remove("act");
		values.remove("_csrf");
		return OversightDesk.typed(values);
	}

	private Plan plan(String id) {
		return this.plans.inForce(id, this.clock.instant())
			.map(PlanFile::plan)
			.orElseThrow(OversightPagesController::unknown);
	}

	private LocalDate today(Plan plan) {
		Instant now = this.clock.instant();
		return plan.dayOf(now);
	}

	private static ResponseStatusException unknown() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
