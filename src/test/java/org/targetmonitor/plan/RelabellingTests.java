package org.targetmonitor.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.plan.RecordedFigures.Held;

import static org.assertj.core.api.Assertions.assertThat;

/** Figures that are there keep what they mean. */
class RelabellingTests {

	private static final Instant JANUARY = Instant.parse("2024-01-01T04:00:00Z");

	private static final Instant MARCH = Instant.parse("2024-03-01T04:00:00Z");

	private static final String SALES = "measure: growth, unit: percent, decimals: 1, level-unit: 亿元, goal: {at-least: 6}";

	private static final String TRADE = "measure: value, unit: 亿元, decimals: 1, goal: {at-least: 20}, path: none";

	/** Three periods have a figure, two a level beside it. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			unit: 亿元        | unit: 万元        | 3 | 0 | 单位由“亿元”改为“万元”
			unit: 亿元        | unit: 万元        | 0 | 0 |
			measure: value    | measure: level    | 3 | 0 | 计量方式由“数值”改为“总量”、累计方式由“时点”改为“年初以来累计”
			decimals: 1       | decimals: 2       | 3 | 0 |
			at-least: 20      | at-least: 10      | 3 | 0 |
			decimals: 1       | decimals: 1, accumulates: average | 3 | 0 | 累计方式由“时点”改为“平均”
			""")
	void refusesWhatWouldMeanSomethingElse(String was, String now, int figures, int levels, @Nullable String said) {
		List<Fault> faults = faults(TRADE, TRADE.replace(was, now), new Held(figures, levels));

		if (said == null) {
			assertThat(faults).isEmpty();
			return;
		}
		assertThat(faults).singleElement().satisfies((fault) -> {
			assertThat(fault.rule()).isEqualTo("relabels");
			assertThat(fault.line()).isEqualTo(11);
			assertThat(fault.reason().zh()).startsWith("“某指标”已报送3期数据，而").contains(said);
		});
	}

	/** The level has a unit of its own, which only levels that are there hold fast. */
	@ParameterizedTest
	@CsvSource({ "3, 0, 0", "3, 2, 1", "0, 1, 1" })
	void holdsTheUnitOfLevels(int figures, int levels, int refused) {
		List<Fault> faults = faults(SALES, SALES.replace("亿元", "万元"), new Held(figures, levels));

		assertThat(faults).hasSize(refused);
		assertThat(faults).allSatisfy(
				(fault) -> assertThat(fault.reason().zh()).contains("总量单位由“亿元”改为“万元”", (figures == 3) ? "3期" : "1期"));
	}

	@Test
	void saysThatThereWasNoUnit() {
		assertThat(faults(TRADE.replace("unit: 亿元", "unit: none"), TRADE, new Held(1, 0)).getFirst().reason())
			.satisfies((reason) -> {
				assertThat(reason.zh()).contains("已报送1期数据", "单位由“无");
				assertThat(reason.en()).contains("figures of one period are recorded");
			});
	}

	/** What was withdrawn comes back as what it last was. */
	@Test
	void remembersWhatWasWithdrawn() {
		PlanVersions versions = new PlanVersions(
				new TreeMap<>(Map.of(JANUARY, file(TRADE, "x").plan(), MARCH, file(TRADE, "other").plan())), JANUARY);

		assertThat(Relabelling.faults(file(TRADE.replace("亿元", "万元"), "x"), versions, Map.of("x", new Held(1, 0))))
			.hasSize(1);
		assertThat(Relabelling.faults(file(TRADE.replace("亿元", "万元"), "new"), versions, Map.of("x", new Held(1, 0))))
			.isEmpty();
	}

	/** Parts are measured as their whole and not named again. */
	@Test
	void namesAWholeAlone() {
		String parts = TRADE + ", parts: [{code: east, name: 东镇, goal: {at-least: 9}}]";
		Held held = new Held(2, 0);

		assertThat(faults(parts, parts.replace("亿元", "万元"), held, Map.of("x", held, "east", held)))
			.extracting(Fault::subject)
			.hasSize(1);
		assertThat(faults(parts, parts.replace("亿元", "万元"), held, Map.of("east", held))).hasSize(1);
	}

	private static List<Fault> faults(String was, String now, Held held) {
		return faults(was, now, held, Map.of("x", held));
	}

	private static List<Fault> faults(String was, String now, Held held, Map<String, Held> recorded) {
		assertThat(recorded).containsValue(held);
		return Relabelling.faults(file(now, "x"),
				new PlanVersions(new TreeMap<>(Map.of(JANUARY, file(was, "x").plan())), JANUARY), recorded);
	}

	private static PlanFile file(String target, String code) {
		return PlanFile.read(YamlTree.read("""
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
				- {indicator: %s, name: 某指标, wording: 原文, reported: quarterly, department: d, nature: expected, %s}
				""".formatted(code, target)), "area-2024");
	}

}
