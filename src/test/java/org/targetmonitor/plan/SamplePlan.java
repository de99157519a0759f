package org.targetmonitor.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.targetmonitor.input.tree.YamlTree;

/**
 * The text of a small plan without faults, one target on a line, to be spoilt line by
 * line.
 */
final class SamplePlan {

	/** Line by line; targets begin on line 11. */
	static final List<String> LINES = List.of("plan: area-2024", "title: {zh: 某区2024年目标, en: Targets of 2024}",
			"area: {code: \"330110\", zh: 某区, en: Area}", "year: 2024", "timezone: Asia/Shanghai",
			"source: {zh: 政府工作报告, en: Work report}", "due: {working-days-after-period: 15}", "closes: 2025-12-31",
			"departments: {statistics: {zh: 统计局, en: Statistics}}", "targets:",
			target("gdp", "growth", "1", "goal: {at-least: 6}, prices: constant, reported: quarterly"),
			target("income", "growth", "1",
					"goal: {in-step-with: gdp, tolerance: 0.5}, prices: constant, reported: quarterly"),
			target("cpi", "growth", "1", "goal: {between: [2, 3]}, direction: higher, reported: monthly"),
			target("energy", "growth", "1",
					"goal: {about: -2.5, tolerance: 0.2}, direction: lower, reported: yearly, due: {months-after-period: 10}"),
			target("rd", "ratio", "2", "goal: {at-least: 4.55}, reported: yearly"),
			target("jobs", "level", "0", "goal: {at-least: 1200}, reported: quarterly"),
			target("schools", "completion", "0", "goal: {complete: 100}, reported: quarterly"),
			target("air", "value", "0", "goal: {at-most: 30}, direction: lower, reported: quarterly"),
			target("residents", "value", "1", "goal: none, reported: yearly"),
			"  - {indicator: faster, name: 快于, wording: 快于, goal: {of: income, faster-than: gdp}, department: statistics, nature: expected}",
			"  - {indicator: assigned, name: 减排, wording: 减排, goal: {assigned-by: 省}, department: statistics, nature: binding}");

	private SamplePlan() {
	}

	private static String target(String indicator, String measure, String decimals, String rest) {
		String unit = (measure.equals("level") || measure.equals("value")) ? "万人" : "percent";
		return "  - {indicator: %s, name: 名称, wording: 原文, measure: %s, unit: %s, decimals: %s, %s, department: statistics, nature: expected}"
			.formatted(indicator, measure, unit, decimals, rest);
	}

	static String text(List<String> lines) {
		return String.join("\n", lines) + "\n";
	}

	/**
	 * The lines with one of them changed; what is replaced must stand there exactly once.
	 */
	static List<String> changed(List<String> before, int line, String old, String now) {
		List<String> lines = new ArrayList<>(before);
		String spoilt = lines.get(line - 1);
		if (spoilt.split(java.util.regex.Pattern.quote(old), -1).length != 2) {
			throw new IllegalArgumentException("\"%s\" stands not once in line %d: %s".formatted(old, line, spoilt));
		}
		lines.set(line - 1, spoilt.replace(old, now));
		return lines;
	}

	/** A plan of these targets alone. */
	static PlanFile of(String... targets) {
		List<String> lines = new ArrayList<>(LINES.subList(0, 10));
		lines.addAll(Arrays.asList(targets));
		return read(lines);
	}

	static PlanFile read(List<String> lines) {
		return PlanFile.read(YamlTree.read(text(lines)), "plan.yaml");
	}

}
