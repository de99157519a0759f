package org.targetmonitor.platform;

import java.util.List;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import org.targetmonitor.progress.Standing;
import org.targetmonitor.progress.Standings;

/**
 * Names the plans of which something stored cannot be read. The others go on, so it takes
 * no monitor out of service.
 */
@Component("plans")
class PlansHealth implements HealthIndicator {

	private static final String DEGRADED = "DEGRADED";

	private final Standings standings;

	PlansHealth(Standings standings) {
		this.standings = standings;
	}

	@Override
	public Health health() {
		List<String> unreadable = this.standings.latest()
			.map(Standing::unreadable)
			.orElse(List.of())
			.stream()
			.map(Standing.Unreadable::plan)
			.toList();
		return unreadable.isEmpty() ? Health.up().build()
				: Health.status(DEGRADED).withDetail("unreadable", unreadable).build();
	}

}
