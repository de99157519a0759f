package org.targetmonitor.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Kin;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.submission.BaseShares;

/**
 * Plans of one area, written as their files are, and how they stand with the figures
 * recorded.
 */
final class Area {

	static final String GDP = growth("gdp", "{at-least: 6}");

	static final String GDP_ABOUT_5 = growth("gdp", "{about: 5, tolerance: 0.2}");

	static final String JOBS = target("jobs", "城镇新增就业", "New jobs", "level", "万人", 0, "{at-least: 1200}", "quarterly");

	static final String GRAIN = target("grain", "粮食产量", "Grain", "level", "亿斤", 0, "{at-least: 13000}",
			"yearly, early: true");

	static final String RD = target("rd", "研发占比", "R&D share", "ratio", "percent", 2, "{at-least: 4.55}",
			"yearly, due: {months-after-period: 10}");

	static final String SCHOOLS = target("schools", "学校建设", "Schools", "completion", "percent", 0, "{complete: 100}",
			"quarterly");

	static final String AIR = target("air", "细颗粒物", "Fine particles", "value", "微克", 0, "{at-most: 30}",
			"quarterly, direction: lower, accumulates: average");

	static final String HEADING = "{indicator: assigned, name: 减排, wording: 减排, goal: {assigned-by: {zh: 省, en: Province}}, department: d, nature: binding}";

	private Area() {
	}

	/** Quarterly real growth with one decimal. */
	static String growth(String indicator, String goal) {
		return growth(indicator, goal, "quarterly, prices: constant");
	}

	static String growth(String indicator, String goal, String reported) {
		String zh = indicator.equals("gdp") ? "生产总值" : indicator.equals("income") ? "居民收入" : indicator;
		String en = indicator.equals("gdp") ? "GDP" : indicator.equals("income") ? "Income" : indicator;
		return target(indicator, zh, en, "growth", "percent", 1, goal, reported);
	}

	/** A relation without figures of its own. */
	static String faster(String of, String other) {
		return "{indicator: faster, name: 增幅比较, wording: 快于, goal: {of: %s, faster-than: %s}, department: d, nature: expected}"
			.formatted(of, other);
	}

	static String target(String indicator, String zh, String en, String measure, String unit, int decimals, String goal,
			String reported) {
		return ("{indicator: %s, name: {zh: %s, en: %s}, wording: 原文, measure: %s, unit: %s, decimals: %d, goal: %s, "
				+ "reported: %s, department: d, nature: expected}")
			.formatted(indicator, zh, en, measure, unit, decimals, goal, reported);
	}

	/** The plan of 2024; it closes at the end of 2025. */
	static Plan plan(String... targets) {
		return planOf("area-2024", 2024, targets);
	}

	static Plan planOf(String id, int year, String... targets) {
		return planOf(id, year, "330110", "某区", targets);
	}

	static Plan planOf(String id, int year, String area, String name, String... targets) {
		String text = header(id, year, area, name) + "targets: [%s]\n".formatted(String.join(",\n  ", targets));
		return PlanFile.read(YamlTree.read(text), id).plan();
	}

	/** The same plan as one that stands beside its area's main one. */
	static Plan beside(Plan plan, @Nullable String yearBefore) {
		return with(plan, new Kin(true, yearBefore));
	}

	static Plan with(Plan plan, Kin kin) {
		return new Plan(plan.id(), plan.title(), plan.area(), plan.year(), plan.zone(), plan.source(), plan.closes(),
				plan.invented(), plan.departments(), plan.contents(), plan.onceLagging(), kin);
	}

	/** All of a plan file but its targets. */
	static String header(String id, int year, String area, String name) {
		return """
				plan: %s
				title: 计划
				area: {code: "%s", zh: %s}
				year: %d
				timezone: Asia/Shanghai
				source: 政府工作报告
				due: {working-days-after-period: 15}
				closes: %d-12-31
				departments: {d: {zh: 统计局}}
				""".formatted(id, area, name, year, year + 1);
	}

	static PlanStanding standing(Plan plan, Recorded recorded, String day) {
		return PlanStanding.of(new PlanFacts(plan, recorded.figures(), null, null, null), ShippedCalendars.all(),
				noonOf(day));
	}

	/** How a plan stands that was changed; the last version is in force. */
	static PlanStanding standing(Map<Instant, Plan> versions, Recorded recorded, String day) {
		NavigableMap<Instant, Plan> formerly = new TreeMap<>(versions);
		return PlanStanding.of(new PlanFacts(formerly.lastEntry().getValue(), recorded.figures(), null, BaseShares.NONE,
				List.of(), formerly, Oversight.NONE), ShippedCalendars.all(), noonOf(day));
	}

	/** The only target of a plan of 2024, on a day. */
	static TargetProgress only(String target, Recorded recorded, String day) {
		List<TargetProgress> targets = standing(plan(target), recorded, day).targets();
		if (targets.size() != 1) {
			throw new IllegalArgumentException("the plan has not one target");
		}
		return targets.getFirst();
	}

	/** Noon in Shanghai. */
	static Instant noonOf(String day) {
		return LocalDate.parse(day).atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
	}

}
