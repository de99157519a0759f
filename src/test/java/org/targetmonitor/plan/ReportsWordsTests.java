package org.targetmonitor.plan;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Text;
import org.targetmonitor.input.tree.YamlTree;

import static org.assertj.core.api.Assertions.assertThat;

/** Sentences say a goal as the report does. */
class ReportsWordsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					地区生产总值增长6%以上      | growth | percent | {at-least: 6}      | 6%以上     | at least 6%
					增长 6% 以上                | growth | percent | {at-least: 6.0}    | 6%以上     | at least 6.0%
					增长16%以上                 | growth | percent | {at-least: 6}      | 不低于6%   | at least 6%
					高新技术企业达到3500家      | value  | 家      | {at-least: 3500}   | 达到3500家 | at least 3500 家
					失业率控制在5.5%以内        | ratio  | percent | {at-most: 5.5}     | 5.5%以内   | at most 5.5%
					失业率小于5.5%              | ratio  | percent | {below: 5.5}       | 小于5.5%   | below 5.5%
					进出口正增长                | growth | percent | {above: 0}         | 正增长     | growth
					突破3000家                  | value  | 家      | {above: 3000}      | 突破3000家 | above 3000 家
					力争8%                      | growth | percent | {stretch: 8}       | 力争8%     | stretch of 8%
					降低3%以上                  | growth | percent | {at-most: -3}      | 下降3%以上 | at most -3%
					外贸出口保持适度增长        | growth | percent | {above: 0}         | 适度增长   | growth
					能耗、主要污染物排放继续下降 | growth | percent | {below: 0}        | 继续下降   | a decrease
					污染物排放总量不增加        | growth | percent | {at-most: 0}       | 不增加     | no growth
					财政收入不低于上年          | growth | percent | {at-least: 0}      | 不下降     | no decrease
					财政收入与上年基本持平      | growth | percent | {about: 0, tolerance: 0.5} | 与上年基本持平 | about level with the year before
					地区生产总值增长8%          | growth | percent | {at-least: 8}      | 8%         | at least 8%
					地区生产总值增长8%，力争9%  | growth | percent | {at-least: 8}      | 8%         | at least 8%
					地区生产总值增长8%左右      | growth | percent | {at-least: 8}      | 不低于8%   | at least 8%
					地区生产总值增长8%—9%       | growth | percent | {at-least: 8}      | 不低于8%   | at least 8%
					新开工保障性住房3000套      | level  | 套      | {at-least: 3000}   | 3000套     | at least 3000 套
					债务率控制在60%             | ratio  | percent | {at-most: 60}      | 60%        | at most 60%
					原文                        | growth | percent | {at-least: 6}      | 不低于6%   | at least 6%
					""")
	void takesTheReportsOwnWords(String wording, String measure, String unit, String goal, String zh, String en) {
		Target target = PlanFile.read(YamlTree.read("""
				plan: area-2024
				title: 目标
				area: {code: "330110", zh: 某区}
				year: 2024
				timezone: Asia/Shanghai
				source: 报告
				due: {working-days-after-period: 15}
				closes: 2025-12-31
				departments: {d: {zh: 统计局}}
				targets:
				- {indicator: x, name: 指标, wording: "%s", measure: %s, unit: %s, decimals: 1, goal: %s,
				   reported: yearly, department: d, nature: expected}
				""".formatted(wording, measure, unit, goal)), "area-2024").plan().targets().getFirst();

		assertThat(target.goalWords(Text.same(""))).isEqualTo(new Text(zh, en));
	}

}
