package org.targetmonitor.plan.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.targetmonitor.account.GrantScopes;
import org.targetmonitor.plan.Area;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Plans;

/** Tells those who keep accounts which plans and departments there are. */
@Component
class PlanScopes implements GrantScopes {

	private final Plans plans;

	private final Clock clock;

	PlanScopes(Plans plans, Clock clock) {
		this.plans = plans;
		this.clock = clock;
	}

	@Override
	public List<Scope> all() {
		Instant now = this.clock.instant();
		return this.plans.readable(now).stream().map(PlanScopes::scope).toList();
	}

	@Override
	public Optional<List<String>> within(String area) {
		return Optional.of(area).filter(Area::isCode).map(this.plans::within);
	}

	private static Scope scope(Plan plan) {
		return new Scope(plan.id(), plan.title(),
				String.join("\n", plan.area().code(), plan.area().name().zh(), plan.area().name().en()),
				plan.departments()
					.values()
					.stream()
					.map((department) -> new Part(department.code(), department.shortName()))
					.toList());
	}

}
