package org.targetmonitor.report;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.progress.PlanFacts;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.submission.Figures;

import static org.assertj.core.api.Assertions.assertThat;

/** The rows of an indicator's page. */
class PeriodRowTests {

	private static List<PeriodRow> rows(String goal, Locale locale) {
		Plan plan = PlanFile.read(YamlTree.read("""
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
				- {indicator: cpi, name: 价格, wording: 涨幅, measure: growth, unit: percent, decimals: 1,
				   goal: GOAL, reported: quarterly, department: d, nature: expected}
				""".replace("GOAL", goal)), "area-2024").plan();
		PlanStanding standing = PlanStanding.of(new PlanFacts(plan, new Figures(List.of()), null, null, null),
				ShippedCalendars.all(),
				Period.parse("2024-Q3").orElseThrow().end().atStartOfDay(plan.zone()).toInstant());
		return PeriodRow.of(plan, standing.judgedBy(), standing.target("cpi").orElseThrow(), locale);
	}

	@Test
	void haveBothEdgesOfAnIntervalInEveryPeriod() {
		assertThat(rows("{between: [2, 3]}, direction: inside", Locale.CHINESE)).hasSize(4)
			.allSatisfy((row) -> assertThat(
					List.of(String.valueOf(row.line()), String.valueOf(row.upper()), String.valueOf(row.lineWords())))
				.containsExactly("2", "3", "2%～3%"));
		assertThat(rows("{between: [2, 3]}, direction: inside", Locale.ENGLISH).getFirst().lineWords())
			.isEqualTo("2%–3%");
	}

	@Test
	void haveOneLineElse() {
		assertThat(rows("{about: 5, tolerance: 0.2}, direction: higher", Locale.CHINESE).getFirst())
			.satisfies((row) -> assertThat(row.lineWords()).isEqualTo("4.8%"))
			.satisfies((row) -> assertThat(row.upper()).isNull());
	}

}
