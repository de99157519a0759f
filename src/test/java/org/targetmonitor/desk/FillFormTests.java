package org.targetmonitor.desk;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.ObsStatus;
import org.targetmonitor.submission.RevisionKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What becomes of what staff typed before any rule is asked. */
class FillFormTests {

	private static final Period PERIOD = Period.parse("2024-Q1").orElseThrow();

	private static final Plan PLAN = PlanFile.read(YamlTree.read("""
			plan: sample-2024
			title: 样例
			area: {code: "330110", zh: 余杭区}
			year: 2024
			timezone: Asia/Shanghai
			source: 测试
			due: {working-days-after-period: 15}
			closes: 2025-12-31
			departments: {stat: {zh: 统计局, en: Statistics}}
			targets:
			  - {indicator: gdp, name: 生产总值, wording: 增长6%, measure: growth, unit: percent, decimals: 1, \
			goal: {at-least: 6}, reported: quarterly, level-unit: 亿元, department: stat, nature: expected}
			  - {indicator: jobs, name: 新增就业, wording: 1200人, measure: level, unit: 人, decimals: 0, \
			goal: {at-least: 1200}, reported: quarterly, department: stat, nature: expected}
			"""), "sample").plan();

	@Test
	void leavesOutRowsWithoutAnythingTyped() {
		FillForm form = read(Map.of("gdp", typed("status", "P", "origin", "市统计局反馈", "value", " \u3000"), "jobs",
				typed("value", "1,200人")));

		assertThat(form.submission().figures()).extracting(Figure::indicator).containsExactly("jobs");
		assertThat(form.submission().figures().getFirst().value()).isEqualByComparingTo("1200");
		assertThat(form.understood()).extracting((fault) -> fault.subject().toString(), Fault::field)
			.containsExactly(tuple("figures[0] jobs", "value"));
	}

	@Test
	void takesEveryField() {
		FillForm form = read(Map.of("gdp", typed("value", "-3.8", "level", "803.49", "quarter-value", "2", "status",
				"A", "origin", "统计公报", "note", "核实", "kind", "verification", "replaces", "2")));

		assertThat(form.faults()).isEmpty();
		assertThat(form.submission().figures())
			.containsExactly(new Figure("gdp", new BigDecimal("-3.8"), new BigDecimal("803.49"), new BigDecimal("2"),
					ObsStatus.A, RevisionKind.VERIFICATION, 2, "统计公报", "核实"));
	}

	/** 约1200亿元 is a result, and no level beside one. */
	@Test
	void saysWhatToDoWithALevelWithoutAnExactNumber() {
		FillForm form = read(Map.of("gdp", typed("value", "约5%", "level", "约1200亿元", "quarter-value", "超4%")));

		assertThat(form.faults()).extracting(Fault::field, Fault::rule)
			.containsExactly(tuple("level", "exact"), tuple("quarter-value", "exact"));
		assertThat(form.faults().getFirst().reason().zh()).isEqualTo("此栏只能填确切的数；没有确切数时请空着，在说明中写明公布的说法（约数、区间只能填在数值一栏）");
	}

	@Test
	void handsInThatThereIsNoFigure() {
		FillForm form = read(Map.of("gdp", typed("status", "L", "note", "尚未反馈")));

		assertThat(form.submission().figures())
			.containsExactly(new Figure("gdp", null, null, null, ObsStatus.L, null, null, null, "尚未反馈"));
	}

	@Test
	void namesEveryFieldThatCannotBeRead() {
		FillForm form = read(
				Map.of("gdp", typed("value", "约五", "level", "约5万元", "status", "X", "note", "字".repeat(2001))));

		assertThat(form.faults()).extracting((fault) -> fault.subject().toString(), Fault::field, Fault::rule)
			.containsExactlyInAnyOrder(tuple("figures[0] gdp", "value", "number"),
					tuple("figures[0] gdp", "level", "number"), tuple("figures[0] gdp", "status", "choice"),
					tuple("figures[0] gdp", "note", "long"));
		assertThat(form.faults().getFirst().subject().code()).isEqualTo("gdp");
	}

	/** What has no exact number stands where the number would. */
	@Test
	void takesAResultWithoutAnExactNumberAsItWasPublished() {
		FillForm form = read(Map.of("gdp", typed("value", " 4.7%左右 ", "status", "P")));

		assertThat(form.faults()).isEmpty();
		assertThat(form.submission().figures()).containsExactly(
				new Figure("gdp", null, null, null, ObsStatus.P, null, null, Map.of(Detail.EXTENT, "4.7%左右")));
		assertThat(form.understood()).singleElement()
			.satisfies((said) -> assertThat(said.reason().zh()).isEqualTo("没有确切数值，按公布的“4.7%左右”处理：4.65 ≤ 实际 < 4.75"));
		assertThat(read(Map.of("gdp", typed("value", "约5亿元"))).faults()).singleElement()
			.satisfies((fault) -> assertThat(fault.rule()).isEqualTo("unit"));
	}

	@Test
	void anExplanationAloneIsHandedInToBeRefusedByTheRules() {
		assertThat(read(Map.of("gdp", typed("note", "说明"))).submission().figures()).hasSize(1);
		assertThat(read(Map.of()).isEmpty()).isTrue();
	}

	private static FillForm read(Map<String, Typed> rows) {
		return FillForm.read(PLAN, PERIOD, rows);
	}

	private static Typed typed(String... fieldsAndTexts) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (int index = 0; index < fieldsAndTexts.length; index += 2) {
			fields.put(fieldsAndTexts[index], fieldsAndTexts[index + 1]);
		}
		return new Typed(fields);
	}

}
