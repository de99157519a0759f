package org.targetmonitor.oversight.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
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

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Node;
import org.targetmonitor.oversight.Acted;
import org.targetmonitor.oversight.OrderAct;
import org.targetmonitor.oversight.OrderState;
import org.targetmonitor.oversight.Overseer;
import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.oversight.OversightDesk;
import org.targetmonitor.oversight.SupervisionOrder;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.Plans;
import org.targetmonitor.plan.Target;

/**
 * Supervision on pages: every order, one order to print and to act on, and a target of
 * which a deviation is accepted or an order issued.
 */
@Controller
@Hidden
@RequestMapping("/oversight")
class OversightPagesController {

	private final OversightDesk desk;

	private final Overseers overseers;

	private final Plans plans;

	private final Accounts accounts;

	private final Clock clock;

	OversightPagesController(OversightDesk desk, Overseers overseers, Plans plans, Accounts accounts, Clock clock) {
		this.desk = desk;
		this.overseers = overseers;
		this.plans = plans;
		this.accounts = accounts;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String plan, @RequestParam(defaultValue = "") String state,
			Model model, Locale locale) {
		List<Plan> all = this.plans.ids()
			.stream()
			.flatMap((id) -> this.plans.inForce(id, this.clock.instant()).stream())
			.map(PlanFile::plan)
			.toList();
		List<OrderRow> rows = all.stream()
			.filter((one) -> plan.isEmpty() || one.id().equals(plan))
			.flatMap((one) -> rows(one, locale).stream())
			.filter((row) -> state.isEmpty() || row.state().equals(state))
			.sorted(Comparator.comparing(OrderRow::isOver).thenComparing(OrderRow::due))
			.toList();
		model.addAttribute("plans", all);
		model.addAttribute("states", Arrays.asList(OrderState.values()));
		model.addAttribute("rows", rows);
		model.addAttribute("chosenPlan", plan);
		model.addAttribute("chosenState", state);
		return "oversight/orders";
	}

	@GetMapping("/{plan}/{number:[0-9]+}")
	String order(@PathVariable String plan, @PathVariable int number, @AuthenticationPrincipal SignedIn user,
			Model model, Locale locale) {
		return order(plan, number, Map.of(), null, user, model, locale);
	}

	/** Does something with an order: {@code act} is replied, returned or closed. */
	@PostMapping("/{plan}/{number:[0-9]+}")
	String act(@PathVariable String plan, @PathVariable int number, @RequestParam Map<String, String> typed,
			@AuthenticationPrincipal SignedIn user, Model model, Locale locale, HttpServletResponse response) {
		OrderAct.Kind kind = Arrays.stream(OrderAct.Kind.values())
			.filter((one) -> one.key().equals(typed.get("act")) && one != OrderAct.Kind.ISSUED)
			.findFirst()
			.orElseThrow(OversightPagesController::unknown);
		Acted acted = this.overseers.told(user, plan, "order " + number, kind.key(),
				this.desk.act(plan, number, kind, document(typed), Overseers.of(user)));
		if (acted instanceof Acted.Done) {
			return "redirect:/oversight/" + plan + "/" + number + "?recorded";
		}
		response.setStatus(Overseers.status(acted).value());
		return order(plan, number, typed, acted, user, model, locale);
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
		Acted acted = switch (act) {
			case "accept" -> this.desk.accept(plan, named, who);
			case "withdraw" -> this.desk.withdraw(plan, indicator, document, who);
			case "issue" -> this.desk.issue(plan, named, who);
			default -> throw unknown();
		};
		this.overseers.told(user, plan, indicator, act, acted);
		if (acted instanceof Acted.Done done) {
			return act.equals("issue") ? "redirect:/oversight/" + plan + "/" + done.number() + "?recorded"
					: "redirect:/oversight/" + plan + "/targets/" + indicator + "?recorded";
		}
		response.setStatus(Overseers.status(acted).value());
		return target(plan, indicator, typed, acted, user, model, locale);
	}

	private String order(String id, int number, Map<String, String> typed, @Nullable Acted acted, SignedIn user,
			Model model, Locale locale) {
		Plan plan = plan(id);
		SupervisionOrder order = this.desk.of(id).order(number).orElseThrow(OversightPagesController::unknown);
		Overseer who = Overseers.of(user);
		OrderState state = order.state(plan, today(plan));
		boolean open = plan.isOpen(this.clock.instant());
		frame(plan, order.indicator(), typed, acted, model, locale);
		model.addAttribute("order", order);
		model.addAttribute("state", state);
		model.addAttribute("mayReply",
				open && state.allows(OrderAct.Kind.REPLIED) && OversightDesk.answers(plan, order.indicator(), who));
		boolean oversees = open && who.oversees().test(id);
		model.addAttribute("mayReturn", oversees && state.allows(OrderAct.Kind.RETURNED));
		model.addAttribute("mayClose", oversees && state.allows(OrderAct.Kind.CLOSED));
		return "oversight/order";
	}

	private String target(String id, String indicator, Map<String, String> typed, @Nullable Acted acted, SignedIn user,
			Model model, Locale locale) {
		Plan plan = plan(id);
		if (plan.target(indicator).isEmpty()) {
			throw unknown();
		}
		Oversight oversight = this.desk.of(id);
		frame(plan, indicator, typed, acted, model, locale);
		model.addAttribute("accepted", oversight.accepted(indicator, today(plan)).orElse(null));
		model.addAttribute("deviations",
				oversight.deviations().stream().filter((act) -> act.indicator().equals(indicator)).toList().reversed());
		model.addAttribute("rows",
				rows(plan, locale).stream().filter((row) -> row.indicator().equals(indicator)).toList());
		model.addAttribute("oversees", plan.isOpen(this.clock.instant()) && Overseers.of(user).oversees().test(id));
		return "oversight/target";
	}

	private void frame(Plan plan, String indicator, Map<String, String> typed, @Nullable Acted acted, Model model,
			Locale locale) {
		model.addAttribute("plan", plan);
		model.addAttribute("today", today(plan));
		model.addAttribute("indicator", indicator);
		model.addAttribute("target", plan.target(indicator).orElse(null));
		model.addAttribute("typed", typed);
		model.addAttribute("names", (UnaryOperator<String>) this::name);
		model.addAttribute("refusal", (acted != null) ? Overseers.in(Overseers.title(acted), locale) : null);
		model.addAttribute("faults",
				(acted != null) ? Overseers.faults(acted)
					.stream()
					.collect(Collectors.toMap(Fault::field, (fault) -> fault.reason().in(locale), (one, two) -> one))
						: Map.of());
	}

	private List<OrderRow> rows(Plan plan, Locale locale) {
		LocalDate today = today(plan);
		return this.desk.of(plan.id()).orders().stream().map((order) -> {
			Target target = plan.target(order.indicator()).orElse(null);
			return new OrderRow(plan.id(), plan.title().in(locale), order.number(), order.indicator(),
					(target != null) ? target.name().in(locale) : order.indicator(),
					(target != null) ? target.lead().shortName().in(locale) : "",
					plan.dayOf(order.issued().recordedAt()), order.due(), order.state(plan, today).key(),
					order.state(plan, today).words().in(locale));
		}).toList();
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

	private String name(String username) {
		return this.accounts.find(username).map(Account::name).orElse(username);
	}

	private static ResponseStatusException unknown() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
