package org.targetmonitor.plan;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.tree.YamlTree;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a report asks for a change, and the goal has it as the figure itself. */
class WordedChangesTests {

	private static final String YEAR_BEFORE = "compared-with: year-before, change: ";

	private static final String CITY = "{area: \"330100\", indicator: x}";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			占比提高0.5个百分点            | ratio  | percent | at-least: 0.5                  | 1
			占比提高0.5个百分点            | ratio  | percent | CHANGE {at-least: 0.5}         | 0
			占比提高0.5个百分点以上        | ratio  | percent | at-least: 0.5                  | 1
			占比提高到0.5个百分点          | ratio  | percent | at-least: 0.5                  | 0
			占比提高０.５个百分点          | ratio  | percent | at-least: 0.5                  | 1
			占比62%，提高0.5个百分点       | ratio  | percent | at-least: 62                   | 0
			失业率下降0.2个百分点          | ratio  | percent | at-most: 0.2                   | 1
			失业率下降0.2个百分点          | ratio  | percent | CHANGE {at-most: -0.2}         | 0
			增速提高1个百分点              | growth | percent | at-least: 1                    | 1
			净增150亿元                    | value  | 亿元    | at-least: 150                  | 1
			净增贷款150亿元                | value  | 亿元    | at-least: 150                  | 1
			净增150亿元                    | value  | 亿元    | CHANGE {at-least: 150}         | 0
			净增至150亿元                  | value  | 亿元    | at-least: 150                  | 0
			净增150亿元                    | level  | 亿元    | at-least: 150                  | 0
			新增就业3.5万人                | value  | 万人    | at-least: 3.5                  | 0
			城乡收入差距缩小               | value  | 元      | CHANGE {at-least: 1}           | 1
			城乡收入差距缩小               | value  | 元      | CHANGE {below: 0}              | 0
			城乡收入差距缩小               | value  | 元      | CHANGE {at-least: -5}          | 0
			差距缩小、占比提高             | value  | 元      | CHANGE {at-least: 1}           | 0
			增速高于全市1个百分点          | growth | percent | faster-than: CITY              | 1
			增速高于全市1个百分点          | growth | percent | faster-than: CITY, by: 1       | 0
			增速高于全市平均水平           | growth | percent | faster-than: CITY              | 0
			增速与全市相差1个百分点以内    | growth | percent | in-step-with: CITY, tolerance: 1 | 0
			""")
	void asks(String wording, String measure, String unit, String goal, int asked) {
		String plan = plan(wording, measure, unit, goal, "");
		assertThat(faults(plan)).hasSize(asked);
		assertThat(faults(plan(wording, measure, unit, goal, "reading: 如此,"))).isEmpty();
	}

	/** 降至27 and 不突破 as a floor. */
	@ParameterizedTest
	@CsvSource({ "浓度降至27微克, at-least: 27, 1", "浓度降至27微克, at-most: 27, 0", "不突破300户, at-least: 300, 1",
			"不突破300户, at-most: 300, 0", "减少到300户, at-least: 300, 1", "压减至300户, at-most: 300, 0" })
	void asksWhereACeilingIsWrittenAsAFloor(String wording, String goal, int asked) {
		assertThat(faults(plan(wording, "value", "户", goal, "path: none,"))).hasSize(asked);
	}

	private static String plan(String wording, String measure, String unit, String goal, String terms) {
		return """
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
				- {indicator: x, name: 指标, wording: "%s", measure: %s, unit: %s, decimals: 1, goal: {%s}, %s
				   reported: yearly, department: d, nature: expected}
				""".formatted(wording, measure, unit, goal.replace("CHANGE ", YEAR_BEFORE).replace("CITY", CITY),
				terms + (measure.equals("value") && !terms.contains("path") && !goal.startsWith("CHANGE")
						? " path: none," : ""));
	}

	private static List<Fault> faults(String plan) {
		try {
			return WordingRules.faults(PlanFile.read(YamlTree.read(plan), "area-2024"), null);
		}
		catch (Faulty ex) {
			assertThat(ex.faults()).extracting(Fault::rule).containsOnly("wording");
			return ex.faults();
		}
	}

}
