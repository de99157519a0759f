package org.targetmonitor.plan;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.tree.YamlTree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a target may be split into. */
class PartReaderTests {

	private static final String TEXT = """
			plan: area-2024
			title: 计划
			area: {code: "330110", zh: 某区}
			year: 2024
			timezone: Asia/Shanghai
			source: 虚构
			due: {working-days-after-period: 15}
			closes: 2025-12-31
			departments: {d: {zh: 统计局}}
			targets:
			  - {indicator: x, name: 指标, wording: 原文, MEASURE, reported: quarterly, department: d, nature: expected, parts: [PARTS]}
			""";

	private static final String GROWTH = "measure: growth, unit: percent, decimals: 1, goal: {at-least: 6}";

	private static final String ENERGY = "measure: growth, unit: percent, decimals: 1, direction: lower, goal: {about: -2.5, tolerance: 0.2}";

	private static final String RATE = "measure: ratio, unit: percent, decimals: 1, goal: {at-most: 5.5}";

	private static final String LEVEL = "measure: level, unit: 套, decimals: 0, goal: {at-least: 5000}";

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					growth | {code: a, name: 甲, goal: {at-least: 6}}                                        |
					growth | {code: a, name: 甲}                                                             |
					growth | {code: a, name: 甲, goal: {at-least: 6.55}}                                     | goal decimals
					growth | {code: a, name: 甲, goal: {between: [2, 3]}}                                    | goal goal
					growth | {code: a, name: 甲, goal: {nearly: 6}}                                          | goal goal
					growth | {code: a, name: 甲, goal: {complete: 100}}                                      | goal measure
					growth | {code: a, name: 甲, weight: 0, goal: {at-least: 6}}                             | weight range
					growth | '{code: a, name: 甲, weight: 1, goal: {at-least: 6}}, {code: b, name: 乙}'      | parts weight
					energy | {code: a, name: 甲, goal: {about: -2, tolerance: 0.2}}                          |
					energy | {code: a, name: 甲, goal: {at-least: 6}}                                        | goal direction
					rate   | {code: a, name: 甲, goal: {at-most: 5}}                                         |
					rate   | {code: a, name: 甲, goal: {at-least: 6}}                                        | goal direction
					level  | {code: a, name: 甲, goal: {at-least: 0}}                                        | goal positive
					level  | {code: a, name: 甲, goal: {about: 100, tolerance: 5, both: true}}                           | goal both
					""")
	void takesWhatGoesWithTheWhole(String whole, String parts, String fault) {
		String measure = switch (whole) {
			case "growth" -> GROWTH;
			case "energy" -> ENERGY;
			case "rate" -> RATE;
			default -> LEVEL;
		};
		String text = TEXT.replace("MEASURE", measure).replace("PARTS", parts);
		if (fault == null) {
			assertThat(PlanFile.read(YamlTree.read(text), "area-2024").plan().parts()).hasSize(1);
			return;
		}
		assertThatExceptionOfType(Faulty.class).isThrownBy(() -> PlanFile.read(YamlTree.read(text), "area-2024"))
			.satisfies(
					(faulty) -> assertThat(faulty.faults()).extracting(PartReaderTests::said).containsExactly(fault));
	}

	private static String said(Fault fault) {
		return fault.field() + " " + fault.rule();
	}

}
