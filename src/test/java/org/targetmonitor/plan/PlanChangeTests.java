package org.targetmonitor.plan;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.tree.YamlTree;

import static org.assertj.core.api.Assertions.assertThat;

/** What a change of a plan needs a document for. */
class PlanChangeTests {

	private static final String PLAN = """
			plan: area-2024
			title: 计划
			area: {code: "330110", zh: 某区}
			year: 2024
			timezone: Asia/Shanghai
			source: 政府工作报告
			due: {working-days-after-period: 15}
			closes: 2025-12-31
			departments: {d: {zh: 统计局}}
			targets:
			  - {indicator: gdp, name: 生产总值, wording: 原文, measure: growth, unit: percent, decimals: 1, goal: {at-least: 6}, lagging-below: -0.5, reported: quarterly, department: d, nature: expected, parts: [{code: east, name: 东镇, weight: 60, goal: {at-least: 7}}, {code: west, name: 西镇, weight: 40}]}
			tasks:
			  - area: {code: t1, zh: 科技}
			    items:
			      - {task: park, name: 公园, milestones: {2024-Q1: 20, 2024-Q2: 45, 2024-Q3: 80}}
			commitments:
			  - {commitment: c1, name: 依法行政}
			""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "goal: {at-least: 6} | goal: {at-least: 5} | [gdp]",
			"lagging-below: -0.5 | lagging-below: -5 | [gdp, east, west]",
			"goal: {at-least: 7} | goal: {at-least: 6.5} | [east]", "weight: 60 | weight: 50 | [east]",
			"2024-Q2: 45 | 2024-Q2: 40 | [park]",
			"'- {task: park, name: 公园, milestones: {2024-Q1: 20, 2024-Q2: 45, 2024-Q3: 80}}' | '- {task: garden, name: 公园}' | [park]",
			"wording: 原文 | wording: 原话 | []", "name: 东镇 | name: 东街道 | []",
			"decimals: 1 | decimals: 0 | [gdp, east, west]",
			"unit: percent | unit: percent, prices: current | [gdp, east, west]",
			"unit: percent | unit: percent, per: head | [gdp, east, west]",
			"lagging-below: -0.5 | lagging-below: -0.50 | []",
			"{commitment: c1, name: 依法行政} | {commitment: c2, name: 依法行政} | []" })
	void namesWhateverIsJudgedByOtherThanBefore(String was, String now, String changed) {
		assertThat(PLAN).contains(was);
		assertThat(plan(PLAN).goalsChangedBy(plan(PLAN.replace(was, now)))).hasToString(changed);
	}

	private static Plan plan(String text) {
		return PlanFile.read(YamlTree.read(text), "area-2024").plan();
	}

}
