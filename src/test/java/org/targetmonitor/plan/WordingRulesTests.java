package org.targetmonitor.plan;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.tree.YamlTree;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether a goal says what the report's words say. */
class WordingRulesTests {

	private static final String PLAN = """
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
			- {indicator: x, name: %s, wording: "%s", measure: growth, unit: percent, decimals: 1, %s,
			   reported: yearly, department: d, nature: expected}
			""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			单位GDP能耗降低3%左右         | goal: {about: 3, tolerance: 0.2}, direction: lower  | yes
			单位GDP能耗降低３％左右       | goal: {about: 3, tolerance: 0.2}, direction: lower  | yes
			单位GDP能耗降低3%左右         | goal: {about: -3, tolerance: 0.2}, direction: lower | no
			能耗强度下降2.5%以上          | goal: {at-least: 2.5}                               | yes
			能耗强度下降2.5%以上          | goal: {at-most: -2.5}                               | no
			碳排放强度降幅3.8%左右        | goal: {between: [3, 4]}, direction: lower           | yes
			生产总值增长6%左右            | goal: {about: -6, tolerance: 0.2}                   | yes
			生产总值增长6%左右            | goal: {about: 6, tolerance: 0.2}                    | no
			进口由下降3%转为增长2%        | goal: {at-least: 2}                                 | no
			降低3%左右                    | goal: {about: 3, tolerance: 0.2}, reading: 按降幅计  | no
			正增长                        | goal: {above: 0}                                    | no
			降低3%左右                    | goal: none                                          | no
			单位GDP能耗降低3%左右         | goal: {about: -3, tolerance: 0.2}                   | yes
			能耗强度下降3%以上            | goal: {at-least: -3}                                | yes
			降幅控制在3%以内              | goal: {at-least: -3}                                | no
			生产总值增长6%以上            | goal: {at-most: 6}                                  | yes
			债务增长控制在5%以内          | goal: {at-least: 5}                                 | yes
			债务增长不超过5%              | goal: {at-most: 5}                                  | no
			增长超过5%                    | goal: {above: 5}                                    | no
			涨幅低于全国                  | goal: {faster-than: {area: "000000", indicator: x}} | yes
			涨幅低于全国                  | goal: {slower-than: {area: "000000", indicator: x}} | no
			涨幅不高于全国平均水平        | goal: {at-most: {area: "000000", indicator: x}}     | no
			涨幅不高于全国平均水平        | goal: {at-least: {area: "000000", indicator: x}}    | yes
			增速高于全省平均水平          | goal: {slower-than: {area: "330000", indicator: x}} | yes
			增速高于全省平均水平          | goal: {faster-than: {area: "330000", indicator: x}} | no
			增速不低于全省平均水平        | goal: {at-least: {area: "330000", indicator: x}}    | no
			增速不慢于全省                | goal: {at-most: {area: "330000", indicator: x}}     | yes
			增速跑赢全省                  | goal: {slower-than: {area: "330000", indicator: x}} | yes
			降幅高于全省平均水平          | goal: {slower-than: {area: "330000", indicator: x}} | no
			增速慢于全省                  | goal: {faster-than: {area: "330000", indicator: x}}, reading: 反向 | no
			与全省同步、不低于全省        | goal: {in-step-with: {area: "330000", indicator: x}, tolerance: 0.5} | no
			失业率不高于上年              | goal: {compared-with: year-before}                  | yes
			失业率不高于上年              | goal: {compared-with: year-before, change: {at-most: 0}} | no
			事故起数只减不增              | goal: {compared-with: year-before}                  | yes
			优良天数比率不低于上年        | goal: {compared-with: year-before}                  | no
			优良天数比率不低于上年        | goal: {compared-with: year-before, change: {at-most: 0}} | yes
			占比提高0.5个百分点           | goal: {compared-with: year-before, change: {at-least: 0.5}} | no
			失业率不高于上年              | goal: {compared-with: year-before}, reading: 反向   | no
			高于全省、低于全国            | goal: {faster-than: {area: "330000", indicator: x}} | no
			""")
	void asksWhereTheGoalContradictsTheWords(String wording, String goal, String asked) {
		assertThat(faults("能耗", wording, goal)).isEqualTo(asked.equals("yes") ? List.of("x goal wording") : List.of());
	}

	/** Of what nobody wants more of it is asked which way is good. */
	@ParameterizedTest
	@CsvSource({ "不良贷款率, 1", "细颗粒物浓度, 1", "资产负债率, 1", "孕产妇死亡率, 1", "恩格尔系数, 1", "优良天数比率, 0", "城镇化率, 0" })
	void asksWhichWayIsGoodOfWhatIsBetterLess(String name, int asked) {
		assertThat(faults(name, "3%左右", "goal: {about: 3, tolerance: 0.2}")).hasSize(asked);
		assertThat(faults(name, "3%左右", "goal: {about: 3, tolerance: 0.2}, direction: lower")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			生产总值增长6%左右        | goal: {about: 7, tolerance: 0.2}           | yes
			生产总值增长6%左右        | goal: {about: 6.0, tolerance: 0.2}         | no
			生产总值增长6%左右        | goal: {about: 7, tolerance: 0.2}, reading: 按7%计 | no
			增长7%以上，力争8%        | goal: {at-least: 7, then: {stretch: 8}}    | no
			增长6.5%—7.0%             | goal: {between: [6.5, 7]}, direction: higher | no
			能耗强度降低3%左右        | goal: {about: -3, tolerance: 0.2}, direction: lower | no
			保持合理区间              | goal: {at-least: 6}                        | no
			总量达到5000亿元          | goal: {at-least: 6}                        | no
			百分之六                  | goal: {at-least: 6}                        | no
			""")
	void asksWhereWordsAndGoalHaveNoNumberInCommon(String wording, String goal, String asked) {
		PlanFile file = read("指标", wording, goal);

		assertThat(WordingRules.faults(file, null)).extracting(WordingRulesTests::words)
			.isEqualTo(asked.equals("yes") ? List.of("x goal wording") : List.of());
		assertThat(WordingRules.faults(file, read("指标", wording, "goal: none").plan()))
			.as("changed by decision while the report's words stand")
			.isEmpty();
		assertThat(WordingRules.faults(file, read("指标", "原来的话", "goal: none").plan())).as("new words")
			.hasSize(asked.equals("yes") ? 1 : 0);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			居民消费价格     | goal: {about: 2, tolerance: 0.5}                    | 1
			居民消费价格     | goal: {about: 2, tolerance: 0.5, both: true}        | 0
			居民消费价格     | goal: {about: 2, tolerance: 0.5}, direction: lower  | 0
			居民消费价格     | goal: {about: 2, tolerance: 0.5}, direction: higher | 0
			生产总值         | goal: {about: 2, tolerance: 0.5}                    | 0
			""")
	void asksWhichWayIsGoodOfPrices(String name, String goal, int asked) {
		assertThat(faults(name, "涨幅2%左右", goal)).hasSize(asked);
	}

	@ParameterizedTest
	@CsvSource({ "单位GDP能耗降低率, true", "能耗降幅, true", "单位GDP能耗, false" })
	void takesWhatCountsTheDecreaseItselfAsItIs(String name, boolean fine) {
		assertThat(faults(name, "单位GDP能耗降低3%", "goal: {at-least: 3}")).hasSize(fine ? 0 : 1);
	}

	/** What was recorded before is read as it is. */
	private static List<String> faults(String name, String wording, String goal) {
		try {
			read(name, wording, goal);
			return List.of();
		}
		catch (Faulty ex) {
			return ex.faults().stream().map(WordingRulesTests::words).toList();
		}
	}

	private static PlanFile read(String name, String wording, String goal) {
		return PlanFile.read(YamlTree.read(PLAN.formatted(name, wording, goal)), "area-2024");
	}

	private static String words(Fault fault) {
		return fault.subject() + " " + fault.field() + " " + fault.rule();
	}

	@ParameterizedTest
	@CsvSource({ "at-least: 0, true", "at-most: 0, false", "at-most: -2, false", "below: 0, false" })
	void asksWhereARankWouldHaveToFallBehind(String change, boolean asked) {
		String target = PLAN
			.formatted("排名", "位次不后移", "goal: {compared-with: year-before, change: {%s}}".formatted(change))
			.replace("measure: growth, unit: percent, decimals: 1", "measure: rank, unit: 位, decimals: 0");
		assertThat(asked(target)).isEqualTo(asked ? List.of("x goal wording") : List.of());
	}

	@ParameterizedTest
	@CsvSource({ "存量清零, at-least: 5, true", "存量清零, at-most: 0, false", "较大以上事故零发生, at-most: 3, true",
			"清零存量户12户, at-least: 12, false" })
	void asksWhereNoneAtAllIsWrittenAsANumber(String wording, String goal, boolean asked) {
		String target = PLAN.formatted("户数", wording, "goal: {%s}, path: none".formatted(goal))
			.replace("measure: growth, unit: percent, decimals: 1", "measure: value, unit: 户, decimals: 0");
		assertThat(asked(target)).isEqualTo(asked ? List.of("x goal wording") : List.of());
	}

	private static List<String> asked(String target) {
		try {
			PlanFile.read(YamlTree.read(target), "area-2024");
			return List.of();
		}
		catch (Faulty ex) {
			return ex.faults().stream().map(WordingRulesTests::words).toList();
		}
	}

	@ParameterizedTest
	@CsvSource({ "6月底前增长6%, '', 1", "'6月底前增长6%', 'deadline: 2024-06', 0", "6月底前增长6%, 'deadline: 2024-09', 1",
			"12月底前增长6%, '', 0", "6月底前增长6%, 'reading: 全年', 0" })
	void asksForADeadlineThatTheWordingHas(String wording, String terms, int asked) {
		PlanFile file = PlanFile.read(YamlTree
			.read(PLAN.formatted("增速", wording, "goal: {at-least: 6}" + (terms.isEmpty() ? "" : ", " + terms))
				.replace("reported: yearly", "reported: quarterly")), "area-2024");
		assertThat(WordingRules.faults(file, null)).hasSize(asked);
	}

	@ParameterizedTest
	@CsvSource({ "新增1.3万户以上, 13000, 0", "新增1.3万户以上, 1300, 1", "新增1.3亿户, 130000000, 0" })
	void countsTenThousands(String wording, String number, int asked) {
		PlanFile file = PlanFile.read(
				YamlTree.read(PLAN.formatted("户数", wording, "goal: {at-least: %s}".formatted(number))
					.replace("measure: growth, unit: percent, decimals: 1", "measure: level, unit: 户, decimals: 0")),
				"area-2024");
		assertThat(WordingRules.faults(file, null)).hasSize(asked);
	}

}
