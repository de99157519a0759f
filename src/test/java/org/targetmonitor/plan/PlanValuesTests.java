package org.targetmonitor.plan;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Text;
import org.targetmonitor.input.tree.YamlTree;

import static org.assertj.core.api.Assertions.assertThat;

/** The values of a plan file in words. */
class PlanValuesTests {

	private static final Plan PLAN = PlanFile.read(YamlTree.read("""
			plan: area-2024
			title: 计划
			area: {code: "330110", zh: 某区}
			year: 2024
			timezone: Asia/Shanghai
			source: 虚构
			due: {working-days-after-period: 15}
			closes: 2025-12-31
			departments: {d: {zh: 统计局, en: Statistics}}
			targets:
			- {indicator: gdp, name: {zh: 生产总值, en: GDP}, wording: 增长6%, measure: growth, unit: percent, decimals: 1,
			   goal: {at-least: 6}, reported: quarterly, department: d, nature: expected}
			"""), "area-2024").plan();

	@ParameterizedTest
	@CsvSource({ "goal.in-step-with, gdp, 生产总值, GDP", "goal.faster-than, gone, gone, gone",
			"department, d, 统计局, Statistics", "lead, x, x, x", "unit, percent, %, %", "unit, 亿元, 亿元, 亿元",
			"measure, growth, 增速, growth", "reported, half-yearly, 每半年, half-yearly", "reported, often, often, often",
			"nature, binding, 约束性, binding", "accumulates, average, 平均, average",
			"direction, lower, 越低越好, less is better", "goal.expects[1], gdp, 生产总值, GDP", "early, true, 是, yes",
			"goal.at-least, 6, 6, 6", "wording, gdp, gdp, gdp" })
	void areSaidByTheNamesTheyStandFor(String path, String value, String zh, String en) {
		assertThat(new PlanValues(PLAN).words(path, value)).isEqualTo(new Text(zh, en));
	}

}
