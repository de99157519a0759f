package org.targetmonitor.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.tree.YamlTree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How operands of other areas are written, named and refused. */
class OtherAreaTests {

	@ParameterizedTest
	@CsvSource({ "330110, 000000, 全国, the country", "330110, 330000, 全省, the province", "330110, 330100, 全市, the city",
			"310115, 310000, 全市, the municipality", "450102, 450000, 全区, the autonomous region",
			"330110001, 330110, 全县（区）, the county or district", "330110, 330200, 地区330200, area 330200" })
	void isNamedAsItLies(String own, String other, String zh, String en) {
		Plan plan = plan(own, "growth, unit: percent",
				"{faster-than: {area: \"%s\", indicator: gdp}}".formatted(other));

		assertThat(plan.elsewhere()).singleElement().satisfies((target) -> {
			assertThat(target.indicator()).isEqualTo(other + "/gdp");
			assertThat(target.name()).isEqualTo(new Text(zh, en));
		});
		assertThat(plan.target(other + "/gdp")).isPresent();
		assertThat(plan.targets()).hasSize(1);
		assertThat(plan.entries()).hasSize(1);
	}

	@Test
	void isNamedAsThePlanFileSays() {
		Plan plan = plan("330110", "growth, unit: percent",
				"{at-least: {area: \"330200\", indicator: gdp, name: {zh: 宁波市, en: Ningbo}}}");

		assertThat(plan.elsewhere().getFirst().name()).isEqualTo(new Text("宁波市", "Ningbo"));
		assertThat(plan.targets().getFirst().goal()).isEqualTo(new NotBelow("330200/gdp"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "growth, unit: percent | {faster-than: {area: \"33\", indicator: gdp}} | area",
					"growth, unit: percent | {faster-than: {area: \"330110\", indicator: gdp}} | itself",
					"growth, unit: percent | {faster-than: {area: \"330000\"}} | required",
					"growth, unit: percent | {faster-than: {area: \"US\", indicator: gdp}} | country",
					"growth, unit: percent | {faster-than: {area: \"330000\", indicator: gdp, of: x}} | unknown-key",
					"growth, unit: percent | {faster-than: {area: \"330000\", indicator: gdp}, by: 0} | range",
					"growth, unit: percent | {faster-than: {area: \"330000\", indicator: gdp}, by: 0.25} | decimals",
					"level, unit: 亿元 | {at-least: {area: \"330000\", indicator: gdp}} | measure" })
	void isRefused(String measure, String goal, String rule) {
		assertThatExceptionOfType(Faulty.class).isThrownBy(() -> plan("330110", measure, goal))
			.satisfies((ex) -> assertThat(ex.faults()).extracting(Fault::rule).contains(rule));
	}

	/** The part of the offset is in the words of the goal: 高于全国1个百分点. */
	@Test
	void saysTheOffset() {
		Goal goal = plan("330110", "growth, unit: percent", "{faster-than: {area: \"000000\", indicator: gdp}, by: 1}")
			.targets()
			.getFirst()
			.goal();

		assertThat(goal.words(Text.same("%"), new Text("全国", "the country")))
			.isEqualTo(new Text("高于全国1个百分点", "at least 1 percentage point above the country"));
		assertThat(goal.asksOtherThan(new FasterThan(null, "000000/gdp", null))).isTrue();
		assertThat(goal.asksOtherThan(new FasterThan(null, "330000/gdp", goal.numbers().getFirst()))).isTrue();
	}

	private static Plan plan(String area, String measure, String goal) {
		return PlanFile.read(YamlTree
			.read("""
					plan: area-2024
					title: 计划
					area: {code: "%s", zh: 某区}
					year: 2024
					timezone: Asia/Shanghai
					source: 政府工作报告
					due: {working-days-after-period: 15}
					closes: 2025-12-31
					departments: {d: {zh: 统计局}}
					targets:
					  - {indicator: gdp, name: 生产总值, wording: 高于全省平均, measure: %s, decimals: 1, goal: %s, reported: quarterly, department: d, nature: expected}
					"""
				.formatted(area, measure, goal)), "test")
			.plan();
	}

	/** An indicator may be called so. */
	@Test
	void readsAnIndicatorThatIsCalledLevel() {
		OtherArea level = OtherArea.of("330100/level").orElseThrow();
		assertThat(level.indicator()).isEqualTo("level");
		assertThat(level.code()).isEqualTo("330100/level");
		assertThat(OtherArea.of("330100/gdp/level").orElseThrow().indicator()).isEqualTo("gdp");
	}

}
