package org.targetmonitor.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.unit.DataSize;

import org.targetmonitor.account.Audit;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.AuditEvent;
import org.targetmonitor.account.AuditFilter;
import org.targetmonitor.account.AuditPage;

import static org.assertj.core.api.Assertions.assertThat;

/** A day that is supposed goes on where it was left; noon in Shanghai is 04:00 UTC. */
class AsIfResumedTests {

	private static final Instant REAL = Instant.parse("2026-01-01T00:00:00Z");

	private static final MonitorProperties PROPERTIES = new MonitorProperties(LocalDate.parse("2024-10-26"),
			ZoneId.of("Asia/Shanghai"), List.of(), null, null, DataSize.ofMegabytes(2));

	/** An audit of one event. */
	private record One(Instant at) implements Audit {

		@Override
		public void record(AuditEvent event) {
			throw new UnsupportedOperationException();
		}

		@Override
		public AuditPage find(AuditFilter filter, AuditPage.@Nullable Place after, int size) {
			boolean found = !this.at.isBefore(Objects.requireNonNull(filter.from()))
					&& (filter.until() == null || this.at.isBefore(filter.until()));
			return new AuditPage(
					Stream.of(new AuditEvent(this.at, "staff", AuditAction.PLAN, true, null, null, null, null))
						.filter((event) -> found)
						.toList(),
					null);
		}

	}

	@ParameterizedTest
	@CsvSource({ "2024-10-26T04:29:00Z, 2024-10-26T04:29:00.000001Z",
			"2024-10-26T15:59:59Z, 2024-10-26T15:59:59.000001Z", "2024-10-26T16:00:00Z, 2024-10-26T04:00:00Z",
			"2024-10-26T03:59:59Z, 2024-10-26T04:00:00Z" })
	void startsAtNoonOrAfterTheLastRecordOfTheAfternoon(Instant recorded, Instant start) {
		AsIfClock clock = new AsIfClock(Clock.fixed(REAL, ZoneOffset.UTC), PROPERTIES.asIfNoon().orElseThrow());

		new AsIfResumed(PROPERTIES, clock, new One(recorded)).afterSingletonsInstantiated();

		assertThat(clock.instant()).isEqualTo(start);
		assertThat(clock.withZone(ZoneId.of("Asia/Shanghai")).instant()).isEqualTo(start);
	}

}
