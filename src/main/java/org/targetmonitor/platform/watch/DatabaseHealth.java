package org.targetmonitor.platform.watch;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says whether the database answers, without asking it once more. */
@Component("database")
class DatabaseHealth implements HealthIndicator {

	private final DatabaseWatch watch;

	DatabaseHealth(DatabaseWatch watch) {
		this.watch = watch;
	}

	@Override
	public Health health() {
		return (this.watch.isAvailable() ? Health.up() : Health.down()).build();
	}

}
