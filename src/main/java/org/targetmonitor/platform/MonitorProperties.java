package org.targetmonitor.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator can set.
 *
 * @param asIfToday the day that the monitor takes for today, for training, demonstration
 * and tests
 * @param zone the zone that {@code asIfToday} is a day of, and that pages print moments
 * in
 * @param plans where the plan files are that are loaded at start when absent
 * @param adminPassword the password of the account {@code admin}
 * @param scrapePassword the password of the account {@code prometheus}, which reads
 * metrics only; without it there is none
 * @param maxBody the largest request body taken
 */
@ConfigurationProperties("targetmonitor")
@Validated
public record MonitorProperties(@Nullable LocalDate asIfToday, @DefaultValue("Asia/Shanghai") @NotNull ZoneId zone,
		@DefaultValue("classpath:plans/*.yaml") List<String> plans, @Nullable String adminPassword,
		@Nullable String scrapePassword, @DefaultValue("2MB") @NotNull DataSize maxBody) {

	/** Noon of the day that is taken for today, if one is. */
	Optional<Instant> asIfNoon() {
		return Optional.ofNullable(this.asIfToday).map((day) -> day.atTime(12, 0).atZone(this.zone).toInstant());
	}

}
