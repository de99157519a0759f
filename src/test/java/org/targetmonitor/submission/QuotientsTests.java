package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.support.MarkdownTables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The table of quotients in docs/progress.md, and what a plan file may call one. */
class QuotientsTests {

	private static final Period QUARTER = Period.parse("2024-Q3").orElseThrow();

	static Stream<MarkdownTables.Row> rows() {
		return MarkdownTables.of("docs/progress.md").section("Plausible quotients").rows().stream();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rows")
	void areAskedAboutWhereTheyContradict(MarkdownTables.Row row) {
		assertThat(Quotients.growth(row.number("e"), row.number("g")).setScale(3, RoundingMode.HALF_UP))
			.isEqualByComparingTo(row.number("(1 + e) ÷ (1 + g) − 1"));
		assertThat(rules(figure("energy", row.text("e")), figure("gdp", row.text("g")),
				figure("intensity", row.text("submitted"))))
			.isEqualTo(row.text("asked about").equals("yes") ? List.of("quotient") : List.of());
	}

	/**
	 * (100 + 4.25) ÷ (100 + 5.05) − 1 = −0.7615 %, (100 + 4.35) ÷ (100 + 4.95) − 1 =
	 * −0.5717 %.
	 */
	@Test
	void sayBetweenWhatTheyWouldFit() {
		assertThat(faults(figure("energy", "4.3"), figure("gdp", "5.0"), figure("intensity", "-3.8")))
			.extracting((fault) -> fault.reason().zh())
			.containsExactly("与能源消费（4.3%）和生产总值（5.0%）不符：按(1 + e) ÷ (1 + g) − 1计算应为-0.76%至-0.57%；如确实无误，在说明中写明原因后可报送");
	}

	@Test
	void areNotAskedAboutWhileAnOperandIsUnknown() {
		assertThat(rules(figure("energy", "4.3"), figure("intensity", "-3.8"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{numerator: energy, denominator: nothing}      | operand
			{numerator: intensity, denominator: gdp}       | measure
			{numerator: jobs, denominator: gdp}            | measure
			{numerator: energy}                            | required
			{numerator: energy, denominator: gdp, more: 1} | unknown-key
			""")
	void areOfTwoOtherGrowthRates(String written, String rule) {
		assertThatExceptionOfType(Faulty.class).isThrownBy(() -> read(written))
			.satisfies((faulty) -> assertThat(faulty.faults()).extracting(Fault::rule).containsExactly(rule));
	}

	private static List<String> rules(Figure... figures) {
		return faults(figures).stream().map(Fault::rule).toList();
	}

	/**
	 * With energy +4.3 and energy per GDP −3.8 known, GDP +5.0 makes it −0.76 to −0.57,
	 * and +8.4 makes it −3.87 to −3.69.
	 */
	@ParameterizedTest
	@CsvSource({ "5.0, 与已报的单位能耗（-3.8%）不符：按(1 + e) ÷ (1 + g) − 1计算，后者应为-0.76%至-0.57%；如确实无误，在说明中写明原因后可报送", "8.4," })
	void areLookedAtWhicheverComesLast(String gdp, String said) {
		List<Revision> known = List.of(SampleSubmissions.approved("2024-Q3", 1, figure("energy", "4.3")),
				SampleSubmissions.approved("2024-Q3", 1, figure("intensity", "-3.8")));

		assertThat(faults(known, figure("gdp", gdp))).extracting((fault) -> fault.reason().zh())
			.isEqualTo((said != null) ? List.of(said) : List.of());
	}

	/**
	 * The same with energy last: +5.0 for GDP known, energy +4.3 fits −0.7 and not −3.8.
	 */
	@Test
	void areLookedAtWhenTheNumeratorComesLast() {
		Revision gdp = SampleSubmissions.approved("2024-Q3", 1, figure("gdp", "5.0"));
		Revision far = SampleSubmissions.approved("2024-Q3", 1, figure("intensity", "-3.8"));
		Revision fitting = SampleSubmissions.approved("2024-Q3", 1, figure("intensity", "-0.7"));

		assertThat(faults(List.of(gdp, far), figure("energy", "4.3"))).hasSize(1);
		assertThat(faults(List.of(gdp, fitting), figure("energy", "4.3"))).isEmpty();
		assertThat(faults(List.of(gdp, far), figure("jobs", "4"))).isEmpty();
	}

	private static List<Fault> faults(Figure... figures) {
		return faults(List.of(), figures);
	}

	private static List<Fault> faults(List<Revision> known, Figure... figures) {
		Submission submission = new Submission(QUARTER, null, List.of(figures));
		return Doubts
			.of(submission, read("{numerator: energy, denominator: gdp}"), new Figures(known), null,
					LocalDate.of(2024, 11, 1))
			.open()
			.stream()
			.filter((fault) -> fault.rule().equals("quotient"))
			.toList();
	}

	private static Figure figure(String indicator, String value) {
		return new Figure(indicator, new BigDecimal(value), null, null, ObsStatus.P, null, null, null, null);
	}

	private static Plan read(String quotientOf) {
		return PlanFile.read(YamlTree.read("""
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
				  - {indicator: gdp, name: 生产总值, wording: 增长, measure: growth, unit: percent, decimals: 1, \
				goal: {at-least: 5}, reported: quarterly, department: stat, nature: expected}
				  - {indicator: energy, name: 能源消费, wording: 监测, measure: growth, unit: percent, decimals: 1, \
				goal: none, reported: quarterly, department: stat, nature: expected}
				  - {indicator: jobs, name: 就业, wording: 就业, measure: level, unit: 人, decimals: 0, \
				goal: {at-least: 100}, reported: quarterly, department: stat, nature: expected}
				  - {indicator: intensity, name: 单位能耗, wording: 降低, measure: growth, direction: lower, \
				unit: percent, decimals: 1, goal: {about: -2.5, tolerance: 0.2}, reported: quarterly, \
				quotient-of: %s, department: stat, nature: binding}
				""".formatted(quotientOf)), "sample").plan();
	}

}
