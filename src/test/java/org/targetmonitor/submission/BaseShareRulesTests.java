package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.tree.JsonTree;
import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;

import static org.assertj.core.api.Assertions.assertThat;

/** Which base shares are refused, and why. */
class BaseShareRulesTests {

	private static final Instant NOW = Instant.parse("2024-07-10T04:00:00Z");

	private static final Plan PLAN = PlanFile
		.read(YamlTree
			.read("""
					plan: area-2024
					title: 计划
					area: {code: "330110", zh: 某区}
					year: 2024
					timezone: Asia/Shanghai
					source: 政府工作报告
					due: {working-days-after-period: 15}
					closes: 2025-12-31
					departments: {d: {zh: 统计局}}
					targets:
					  - {indicator: gdp, name: 生产总值, wording: 原文, measure: growth, unit: percent, decimals: 1, goal: {at-least: 6}, reported: quarterly, department: d, nature: expected}
					  - {indicator: prices, name: 物价, wording: 原文, measure: growth, unit: percent, decimals: 1, goal: {at-most: 3}, accumulates: average, reported: quarterly, department: d, nature: expected}
					  - {indicator: jobs, name: 就业, wording: 原文, measure: level, unit: 万人, decimals: 0, goal: {at-least: 1200}, reported: quarterly, department: d, nature: expected}
					"""),
				"area-2024")
		.plan();

	@Test
	void takesSharesThatGrowOverTheYear() {
		assertThat(faults(null, row("gdp", "2024-Q1", "0.2190"), row("gdp", "2024-Q2", "0.4573"),
				row("gdp", "2024-Q3", "0.7051")))
			.isEmpty();
	}

	@Test
	void refusesEveryRowWithItsReasons() {
		assertThat(faults(null, row("nothing", "2024-Q1", "0.2"), row("jobs", "2024-Q1", "0.2"),
				row("prices", "2024-Q2", "0.4"), row("gdp", "2024-03", "0.2"), row("gdp", "2023-Q1", "0.2"),
				row("gdp", "2024-Q4", "1"), row("gdp", "2024-Q1", "0"), row("gdp", "2024-Q2", "-0.4")))
			.containsExactly("nothing indicator indicator", "jobs indicator measure", "prices indicator measure",
					"gdp period frequency", "gdp period frequency", "gdp period last", "gdp share range",
					"gdp share range", "gdp share range");
	}

	@Test
	void refusesTheSameShareTwiceAndADayToCome() {
		assertThat(
				faults(null, row("gdp", "2024-Q1", "0.2"), row("gdp", "2024-Q1", "0.3"),
						new BaseShareRow(3, "gdp", period("2024-Q2"), new BigDecimal("0.4"),
								LocalDate.parse("2024-07-11"), "x")))
			.containsExactlyInAnyOrder("gdp period duplicate", "gdp known-from future");
	}

	/** What part of 2023 was reached is not known before 2023 has ended. */
	@ParameterizedTest
	@CsvSource({ "2023-12-31, 2023年结束之前不可能得知全年比重", "2024-01-01,", "2024-07-10,", "2024-07-11, 得知日期不能晚于今天" })
	void takesTheDayOnWhichItWasKnownWithinReason(LocalDate known, @Nullable String said) {
		BaseShareRow row = new BaseShareRow(1, "gdp", period("2024-Q2"), new BigDecimal("0.4"), known, "x");
		assertThat(new BaseShareRules(PLAN, BaseShares.NONE, null, NOW).faults(List.of(row)))
			.extracting((fault) -> fault.reason().zh())
			.isEqualTo((said != null) ? List.of(said) : List.of());
	}

	@Test
	void saysThatASharesPeriodIsThePlanYears() {
		assertThat(said("2023-Q3")).containsExactly("请填计划年度（2024年）的报告期：上年同期的比重记在计划年度的这一期上，不是2023年前三季度");
		assertThat(said("2024-03")).containsExactly("2024年1—3月不是该指标的报告期");
	}

	private static List<String> said(String period) {
		return new BaseShareRules(PLAN, BaseShares.NONE, null, NOW).faults(List.of(row("gdp", period, "0.2")))
			.stream()
			.map((fault) -> fault.reason().zh())
			.toList();
	}

	@Test
	void refusesAReasonThatNobodyCanRead() {
		assertThat(faults("\u0000", row("gdp", "2024-Q1", "0.2"))).containsExactly(" reason text");
		assertThat(faults("长".repeat(501), row("gdp", "2024-Q1", "0.2"))).containsExactly(" reason text");
		assertThat(faults("长".repeat(500), row("gdp", "2024-Q1", "0.2"))).isEmpty();
	}

	@Test
	void refusesSharesThatDoNotGrow() {
		assertThat(faults(null, row("gdp", "2024-Q1", "0.5"), row("gdp", "2024-Q2", "0.4")))
			.containsExactly("gdp share growing", "gdp share growing");
		assertThat(faults(null, row("gdp", "2024-Q1", "0.4"), row("gdp", "2024-Q2", "0.4"))).hasSize(2);
	}

	@Test
	void looksAtWhatStandsThereAlready() {
		BaseShare second = stored("2024-Q2", "0.45");

		assertThat(faults(null, List.of(second), row("gdp", "2024-Q1", "0.46"))).containsExactly("gdp share growing");
		assertThat(faults(null, List.of(second), row("gdp", "2024-Q3", "0.44"))).containsExactly("gdp share growing");
		assertThat(faults(null, List.of(second), row("gdp", "2024-Q2", "0.46"))).containsExactly("gdp reason required");
		assertThat(faults("更正", List.of(second), row("gdp", "2024-Q2", "0.46"))).isEmpty();
		assertThat(faults(null, List.of(second), row("gdp", "2024-Q2", "0.450"))).isEmpty();
	}

	@Test
	void readsRowsAndTellsEveryFaultOfTheDocument() {
		BaseShareRow.Reading reading = BaseShareRow.read(JsonTree.read("""
				[{"indicator":"gdp","period":"2024-Q1","share":0.219,"known-from":"2024-01-17","origin":"统计局"},
				 {"indicator":"gdp","period":"一季度","share":"0.2%","plan":"other","origin":" ","more":1}]
				"""), "area-2024");

		assertThat(reading.rows()).containsExactly(new BaseShareRow(1, "gdp", period("2024-Q1"),
				new BigDecimal("0.219"), LocalDate.parse("2024-01-17"), "统计局"));
		assertThat(reading.faults()).extracting(Fault::field)
			.containsExactlyInAnyOrder("plan", "period", "share", "origin", "more");
		assertThat(BaseShareRow.read(JsonTree.read("[]"), "area-2024").faults()).extracting(Fault::rule)
			.containsExactly("list");
	}

	private static List<String> faults(@Nullable String reason, BaseShareRow... rows) {
		return faults(reason, List.of(), rows);
	}

	private static List<String> faults(@Nullable String reason, List<BaseShare> stored, BaseShareRow... rows) {
		return new BaseShareRules(PLAN, new BaseShares(stored), reason, NOW).faults(Arrays.asList(rows))
			.stream()
			.flatMap((fault) -> Stream.of(fault.subject() + " " + fault.field() + " " + fault.rule()))
			.toList();
	}

	private static BaseShare stored(String period, String share) {
		return new BaseShare("gdp", period(period), 1, new BigDecimal(share), "统计局", null, "reviewer", NOW, NOW);
	}

	private static BaseShareRow row(String indicator, String period, String share) {
		return new BaseShareRow(0, indicator, period(period), new BigDecimal(share), null, "统计局");
	}

	private static Period period(String code) {
		return Period.parse(code).orElseThrow();
	}

}
