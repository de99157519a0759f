package org.targetmonitor.account.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.AuditFilter;
import org.targetmonitor.account.GrantScopes;
import org.targetmonitor.input.Days;
import org.targetmonitor.input.Text;

/**
 * What was typed into the filter of the audit page.
 *
 * @param from the first day
 * @param until the last day, inclusive
 * @param actor the account
 * @param action the action's key
 * @param plan the plan's code
 * @param area an area's code: the plans of it and of what lies in it
 * @param succeeded {@code true}, {@code false}, or nothing for both
 * @param text words to look for
 */
public record AuditQuery(@Nullable String from, @Nullable String until, @Nullable String actor, @Nullable String action,
		@Nullable String plan, @Nullable String area, @Nullable String succeeded, @Nullable String text) {

	/** What is wrong with it; empty if nothing is. */
	List<Text> faults(GrantScopes scopes) {
		List<Text> faults = new ArrayList<>();
		badDay(this.from).ifPresent(faults::add);
		badDay(this.until).ifPresent(faults::add);
		String asked = given(this.action);
		if (asked != null && AuditAction.of(asked).isEmpty()) {
			faults.add(Text.format("没有操作“%s”", "there is no action \"%s\"", asked));
		}
		String outcome = given(this.succeeded);
		if (outcome != null && !outcome.equals("true") && !outcome.equals("false")) {
			faults.add(Text.format("结果应为 true 或 false，不是“%s”", "the outcome is true or false, not \"%s\"", outcome));
		}
		String within = given(this.area);
		if (within != null && scopes.within(within).isEmpty()) {
			faults.add(Text.format("“%s”不是地区代码，应如 330100 或 US-CA", "\"%s\" is no area's code like 330100 or US-CA",
					within));
		}
		return faults;
	}

	private static Optional<Text> badDay(@Nullable String text) {
		String given = given(text);
		return (given == null || day(given) != null) ? Optional.empty()
				: Optional.of(Text.format("日期“%s”无效，应如 2024-10-20", "\"%s\" is no day like 2024-10-20", given));
	}

	/**
	 * Days are whole days of the zone; an area means its plans, and those of what lies in
	 * it.
	 */
	AuditFilter filter(ZoneId zone, GrantScopes scopes) {
		LocalDate first = day(this.from);
		LocalDate last = day(this.until);
		String asked = given(this.action);
		String outcome = given(this.succeeded);
		return new AuditFilter((first != null) ? start(first, zone) : null,
				(last != null) ? start(last.plusDays(1), zone) : null, given(this.actor),
				(asked != null) ? AuditAction.of(asked).orElse(null) : null, plans(scopes),
				(outcome != null) ? Boolean.valueOf(outcome) : null, given(this.text));
	}

	private @Nullable List<String> plans(GrantScopes scopes) {
		String one = given(this.plan);
		String within = given(this.area);
		if (within == null) {
			return (one != null) ? List.of(one) : null;
		}
		return scopes.within(within).orElseThrow().stream().filter((plan) -> one == null || plan.equals(one)).toList();
	}

	/** The same question as the query of an address; empty where nothing is asked. */
	String encoded() {
		Map<String, @Nullable String> parameters = new LinkedHashMap<>();
		parameters.put("from", this.from);
		parameters.put("until", this.until);
		parameters.put("actor", this.actor);
		parameters.put("action", this.action);
		parameters.put("plan", this.plan);
		parameters.put("area", this.area);
		parameters.put("succeeded", this.succeeded);
		parameters.put("text", this.text);
		return parameters.entrySet()
			.stream()
			.filter((parameter) -> given(parameter.getValue()) != null)
			.map((parameter) -> parameter.getKey() + "="
					+ URLEncoder.encode(String.valueOf(given(parameter.getValue())), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private static Instant start(LocalDate day, ZoneId zone) {
		return day.atStartOfDay(zone).toInstant();
	}

	private static @Nullable LocalDate day(@Nullable String text) {
		String given = given(text);
		return (given != null) ? Days.read(given).orElse(null) : null;
	}

	private static @Nullable String given(@Nullable String text) {
		return (text != null && !text.isBlank()) ? text.strip() : null;
	}

}
