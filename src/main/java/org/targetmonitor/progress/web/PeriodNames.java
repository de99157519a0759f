package org.targetmonitor.progress.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.PeriodWords;

/** Names periods on every page alike: templates ask it as {@code @periods}. */
@Component("periods")
class PeriodNames {

	/** A period by its code, as people say it: 2024年上半年. */
	public String named(Object period, Locale locale) {
		return Period.parse(period.toString())
			.map((known) -> PeriodWords.named(known).in(locale))
			.orElse(period.toString());
	}

	/** A period beside figures of one indicator: 2024年三季度末 of a state. */
	public String named(Object period, @Nullable Measurement measurement, Locale locale) {
		return Period.parse(period.toString())
			.map((known) -> PeriodWords.named(known, measurement).in(locale))
			.orElse(period.toString());
	}

	/** As {@link #named(Object, Locale)}, each of them. */
	public List<String> named(List<Period> periods, Locale locale) {
		return periods.stream().map((period) -> PeriodWords.named(period).in(locale)).toList();
	}

}
