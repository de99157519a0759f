package org.targetmonitor.progress.web;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.LazyContextVariable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Role;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.oversight.OrderAct;
import org.targetmonitor.oversight.OrderState;
import org.targetmonitor.oversight.Overseer;
import org.targetmonitor.oversight.OversightDesk;
import org.targetmonitor.progress.PlanStanding;

/**
 * How many supervision orders wait for a reply of the viewer's department, for the frame
 * of every page. Only pages ask.
 */
@ControllerAdvice(annotations = Controller.class)
class WaitingOrders {

	private final Present present;

	WaitingOrders(Present present) {
		this.present = present;
	}

	@ModelAttribute("ordersWaiting")
	LazyContextVariable<Long> ordersWaiting(@AuthenticationPrincipal @Nullable SignedIn user) {
		return new LazyContextVariable<>() {

			@Override
			protected Long loadValue() {
				return (user == null) ? 0 : count(user.account());
			}

		};
	}

	private Long count(Account account) {
		Overseer who = new Overseer(account.username(), (plan) -> false, account::submits);
		return account.roles().contains(Role.SUBMITTER)
				? this.present.standing().plans().stream().flatMap((plan) -> waiting(plan, who)).count() : 0;
	}

	private static Stream<OrderState> waiting(PlanStanding standing, Overseer who) {
		return standing.entries()
			.stream()
			.filter((entry) -> OversightDesk.answers(standing.plan(), entry.indicator(), who))
			.flatMap((entry) -> entry.supervision().openOrders().stream())
			.map((order) -> order.state(standing.plan(), standing.today()))
			.filter((state) -> state.allows(OrderAct.Kind.REPLIED));
	}

}
