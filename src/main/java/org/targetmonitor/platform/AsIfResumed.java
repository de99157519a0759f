package org.targetmonitor.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import org.targetmonitor.account.Audit;
import org.targetmonitor.account.AuditEvent;
import org.targetmonitor.account.AuditFilter;

/**
 * Lets a monitor that is started again with the same {@code as-if-today} go on from where
 * that day was left: what was recorded would else lie in its future.
 */
@Component
class AsIfResumed implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(AsIfResumed.class);

	private static final Duration TO_MIDNIGHT = Duration.ofHours(12);

	private final MonitorProperties properties;

	private final Clock clock;

	private final Audit audit;

	AsIfResumed(MonitorProperties properties, Clock clock, Audit audit) {
		this.properties = properties;
		this.clock = clock;
		this.audit = audit;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Optional<Instant> noon = this.properties.asIfNoon();
		if (noon.isPresent() && this.clock instanceof AsIfClock asIf) {
			newest(noon.get(), noon.get().plus(TO_MIDNIGHT)).ifPresent((last) -> asIf.goOnFrom(last.plusNanos(1000)));
			newest(noon.get().plus(TO_MIDNIGHT), null).ifPresent((later) -> log
				.warn("records up to {} are later than as-if-today and are not seen on that day", later));
		}
	}

	private Optional<Instant> newest(Instant from, @Nullable Instant until) {
		AuditFilter filter = new AuditFilter(from, until, null, null, null, null, null);
		return this.audit.find(filter, null, 1).events().stream().map(AuditEvent::at).findFirst();
	}

}
