package org.targetmonitor.progress.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Standing;
import org.targetmonitor.progress.Standings;

/**
 * Names on every page the plans of which something stored cannot be read, and since when
 * what is shown of them stands still.
 */
@ControllerAdvice(annotations = Controller.class)
class UnreadableNotices {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

	private final Standings standings;

	UnreadableNotices(Standings standings) {
		this.standings = standings;
	}

	@ModelAttribute("unreadable")
	List<Map<String, @Nullable String>> unreadable(Locale locale) {
		return this.standings.latest()
			.map((standing) -> standing.unreadable().stream().map((plan) -> notice(standing, plan, locale)).toList())
			.orElse(List.of());
	}

	private static Map<String, @Nullable String> notice(Standing standing, Standing.Unreadable plan, Locale locale) {
		Map<String, @Nullable String> notice = new HashMap<>();
		notice.put("title", plan.title().in(locale));
		notice.put("at", (plan.asOf() != null) ? MINUTE.withZone(zone(standing, plan)).format(plan.asOf()) : null);
		return notice;
	}

	private static ZoneId zone(Standing standing, Standing.Unreadable plan) {
		return standing.plan(plan.plan()).map(PlanStanding::plan).orElseThrow().zone();
	}

}
