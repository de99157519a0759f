package org.targetmonitor.oversight.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.targetmonitor.input.web.AsOf;
import org.targetmonitor.oversight.OrderState;
import org.targetmonitor.oversight.OversightDesk;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Plans;

/**
 * The page of every supervision order and of the deviations that are accepted, now or as
 * they were known on a past day.
 */
@Controller
@Hidden
class OversightListController {

	private final OversightDesk desk;

	private final Plans plans;

	private final Clock clock;

	OversightListController(OversightDesk desk, Plans plans, Clock clock) {
		this.desk = desk;
		this.plans = plans;
		this.clock = clock;
	}

	@GetMapping("/oversight")
	String list(@RequestParam(defaultValue = "") String plan, @RequestParam(defaultValue = "") String state,
			@RequestParam(required = false) @Nullable String asOf, Model model, Locale locale,
			HttpServletResponse response) {
		Instant now = this.clock.instant();
		String asked = (asOf != null && !asOf.isBlank()) ? asOf.strip() : null;
		List<Plan> all = inForce(now);
		boolean refused = asked != null && AsOf.read(asked, now, ZoneOffset.UTC).isEmpty()
				&& all.stream().allMatch((one) -> AsOf.read(asked, now, one.zone()).isEmpty());
		if (refused) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			AsOf.refuse(String.valueOf(asked), model, locale);
		}
		String known = refused ? null : asked;
		List<OversightRows> rows = refused ? List.of()
				: all.stream()
					.filter((one) -> plan.isEmpty() || one.id().equals(plan))
					.flatMap((one) -> rows(one, known, now).stream())
					.toList();
		model.addAttribute("rows",
				rows.stream()
					.flatMap((one) -> one.orders(locale).stream())
					.filter((row) -> state.isEmpty() || row.state().equals(state))
					.sorted(Comparator.comparing(OrderRow::isOver).thenComparing(OrderRow::due))
					.toList());
		model.addAttribute("deviations", rows.stream().flatMap((one) -> one.deviations(locale).stream()).toList());
		model.addAttribute("invented", rows.stream().anyMatch((one) -> one.plan().invented()));
		model.addAttribute("plans", all);
		model.addAttribute("states", Arrays.asList(OrderState.values()));
		model.addAttribute("chosenPlan", plan);
		model.addAttribute("chosenState", state);
		model.addAttribute("kept", chosen(plan, state));
		AsOf.show(known, all.isEmpty() ? ZoneOffset.UTC : all.getFirst().zone(), model, locale);
		model.addAttribute("today", all.stream().map((one) -> one.dayOf(now)).max(LocalDate::compareTo).orElse(null));
		return "oversight/orders";
	}

	/** What stays chosen when another day is. */
	private static Map<String, String> chosen(String plan, String state) {
		Map<String, String> chosen = new TreeMap<>(Map.of("plan", plan, "state", state));
		chosen.values().removeIf(String::isEmpty);
		return chosen;
	}

	private Optional<OversightRows> rows(Plan plan, @Nullable String asked, Instant now) {
		Optional<Instant> moment = (asked != null) ? AsOf.read(asked, now, plan.zone()) : Optional.of(now);
		return moment.flatMap((then) -> this.plans.inForce(plan.id(), then)
			.map((file) -> new OversightRows(file.plan(), this.desk.of(plan.id()).asOf(then), plan.dayOf(then))));
	}

	private List<Plan> inForce(Instant moment) {
		return this.plans.readable(moment);
	}

}
