package org.targetmonitor.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

	@ParameterizedTest
	@MethodSource("org.targetmonitor.plan.PlanFileTests#shipped")
	void asksNothingOfTheShippedPlans(Path file) throws IOException {
		assertThat(WordingRules.faults(PlanFile.read(YamlTree.read(Files.readAllBytes(file)), "plan"), null)).isEmpty();
	}

	/**
	 * The goal's own number beside another unit. 3.5万人 are 35000人, and 20亿元 are 200000万元.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			营收达到20亿元         | 万元 | 20       | 原文是20亿元，而单位写的是万元
			营收达到20亿元         | 亿元 | 20       |
			营收达到20亿元         | 万元 | 200000   |
			营收达到20亿元         | 元   | 20       | 原文是20亿元，而单位写的是元
			新增就业3.5万人        | 人   | 35000    |
			新增就业3.5万人        | 万人 | 3.5      |
			新增就业3.5万人        | 人   | 3.5      | 原文是3.5万人，而单位写的是人
			新增就业12000人        | 万人 | 12000    | 原文是12000人，而单位写的是万人
			新增就业12000人        | 万人 | 1.2      |
			游客1200万人次         | 万人 | 1200     |
			入库20万元、产值20亿元 | 万元 | 20       |
			营收达到20亿元         | 万元 | 30       |
			自然增长率6.5‰         | percent | 6.5   | 原文是6.5‰，而单位写的是%
			自然增长率6.5‰         | permille | 6.5  |
			占比6.5%               | permille | 6.5  | 原文是6.5%，而单位写的是‰
			提高0.5个千分点        | percent | 0.5   | 原文是0.5个千分点
			用地2千亩              | 亩   | 2        | 原文是2千亩
			用地2千亩              | 亩   | 2000     |
			新建20公里             | 米   | 20       |
			""")
	void asksWhereTheWordingHasTheNumberInAnotherUnit(String wording, String unit, String number,
			@Nullable String asked) {
		boolean share = unit.startsWith("per");
		String plan = PLAN.formatted("指标", wording, "goal: {at-least: %s}, path: none".formatted(number))
			.replace("measure: growth, unit: percent",
					"measure: %s, unit: %s".formatted(share ? "ratio" : "value", unit));
		List<Fault> faults = WordingRules.faults(PlanFile.read(YamlTree.read(plan), "area-2024"), null);
		assertThat(faults).hasSize((asked == null) ? 0 : 1);
		assertThat(faults).allSatisfy((fault) -> assertThat(fault.reason().zh()).startsWith(asked));
	}

	/** 翻一番 is growth of 100 %, 两成 are 20 %. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			产值翻一番           | growth | 100 | 0
			产值翻一番           | growth | 50  | 1
			产值翻番             | growth | 100 | 0
			产值翻两番           | growth | 300 | 0
			产值翻两番           | growth | 200 | 1
			增长两成             | growth | 20  | 0
			增长两成             | growth | 2   | 1
			增长三成以上         | growth | 30  | 0
			增长三成五           | growth | 35  | 0
			增长一倍             | growth | 100 | 0
			增长1.5倍            | growth | 150 | 0
			增长1.5倍            | growth | 1.5 | 1
			五年翻一番           | growth | 15  | 0
			到2025年翻一番，今年增长15% | growth | 15 | 0
			占比六成以上         | ratio  | 60  | 0
			占比六成以上         | ratio  | 6   | 1
			一成不变             | growth | 6   | 0
			全面完成             | growth | 6   | 0
			""")
	void readsNumbersSaidInWords(String wording, String measure, String number, int asked) {
		String plan = PLAN.formatted("指标", wording, "goal: {at-least: %s}, path: none".formatted(number))
			.replace("measure: growth", "measure: " + measure);
		assertThat(WordingRules.faults(PlanFile.read(YamlTree.read(plan), "area-2024"), null)).hasSize(asked);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			产能       | 压减2000吨          | level | 吨   | at-most: 2000  | 1
			产能       | 压减2000吨          | level | 吨   | at-least: 2000 | 0
			产能       | 削减粗钢产能2万吨   | level | 吨   | at-most: 20000 | 1
			产能       | 减少2000吨          | value | 吨   | at-most: 2000  | 1
			排放       | 减少至2000吨        | value | 吨   | at-most: 2000  | 0
			排放       | 减少到2000吨以内    | level | 吨   | at-most: 2000  | 0
			排放       | 压减后控制在2000吨  | level | 吨   | at-most: 2000  | 0
			存量       | 减少，不超过300户   | value | 户   | at-most: 300   | 0
			产能       | 压减2000吨，剩300吨 | value | 吨   | at-most: 300   | 0
			产能       | 削减2万吨，剩300吨  | value | 吨   | at-most: 300   | 0
			排名       | 全省前列            | rank  | 位   | at-least: 3    | 1
			排名       | 居全省前列          | rank  | 位   | at-most: 3     | 0
			排名       | 不低于第10位        | rank  | 位   | at-least: 10   | 1
			排名       | 不低于第10位        | rank  | 位   | at-most: 10    | 0
			""")
	void asksWhereMoreIsMeantAndLessIsWritten(String name, String wording, String measure, String unit, String goal,
			int asked) {
		String plan = PLAN.formatted(name, wording, "goal: {%s}, path: none".formatted(goal))
			.replace("measure: growth, unit: percent, decimals: 1",
					"measure: %s, unit: %s, decimals: 0".formatted(measure, unit));
		assertThat(WordingRules.faults(PlanFile.read(YamlTree.read(plan), "area-2024"), null)).hasSize(asked);
		assertThat(WordingRules
			.faults(PlanFile.read(YamlTree.read(plan.replace("goal: {", "reading: 如此, goal: {")), "area-2024"), null))
			.isEmpty();
	}

}
