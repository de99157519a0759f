package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.targetmonitor.submission.SampleSubmissions.submission;

/** What reports of tasks and commitments must say, and targets must not. */
class StatementsTests {

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
			goal: {at-least: 6}, reported: quarterly, department: stat, nature: expected}
			tasks:
			  - area: {code: t1, zh: 科技}
			    items:
			      - {task: road, name: 修路, department: stat}
			commitments:
			  - {commitment: law, name: 依法行政, department: stat}
			"""), "sample").plan();

	/** A target in percent done as much as a task: after 100 nothing is left. */
	@ParameterizedTest
	@CsvSource({ "100, ''", "100.1, value range", "-1, value range" })
	void percentDoneOfATargetEndsAtAll(BigDecimal done, String fault) {
		Plan plan = PlanFile.read(YamlTree.read("""
				plan: sample-2024
				title: 样例
				area: {code: "330110", zh: 余杭区}
				year: 2024
				timezone: Asia/Shanghai
				source: 测试
				due: {working-days-after-period: 15}
				closes: 2025-12-31
				departments: {stat: {zh: 统计局}}
				targets:
				  - {indicator: roads, name: 公路, wording: 完成, measure: completion, unit: percent, decimals: 1, \
				goal: {complete: 100}, reported: quarterly, department: stat, nature: expected}
				"""), "sample").plan();
		assertThat(Rules
			.refusals(SampleSubmissions.submission("2024-Q1", SampleSubmissions.figure("roads", done.toString())), plan,
					new Figures(List.of()), LocalDate.of(2025, 2, 1))
			.stream()
			.map((one) -> one.field() + " " + one.rule())
			.toList()).isEqualTo(fault.isEmpty() ? List.of() : List.of(fault));
	}

	/** A target takes neither statement nor link, a commitment no number. */
	@ParameterizedTest
	@CsvSource({ "gdp, 5, , , ''", "gdp, 5, 进展顺利, , statement no-statement",
			"gdp, 5, , https://example.org/a, evidence no-statement", "road, 25, 进展顺利, , ''",
			"road, 25, , , statement required", "road, , 进展顺利, , value required", "law, , 进展顺利, , ''",
			"law, , , , statement required", "law, 1, 进展顺利, , value no-value" })
	void asksForASentenceWhereOneBelongs(String indicator, @Nullable BigDecimal value, @Nullable String statement,
			@Nullable String evidence, String fault) {
		assertThat(faults(figure(indicator, value, null, statement, evidence)))
			.isEqualTo(fault.isEmpty() ? List.of() : List.of(fault));
	}

	@ParameterizedTest
	@CsvSource({ "0, ''", "100, ''", "-1, value range", "101, value range" })
	void percentDoneIsFromNothingToAll(BigDecimal done, String fault) {
		assertThat(faults(figure("road", done, null, "进展顺利", null)))
			.isEqualTo(fault.isEmpty() ? List.of() : List.of(fault));
	}

	/** What was done beyond the plan is said and not counted. */
	@ParameterizedTest
	@CsvSource({ "105.3, 累计完成应为0至100，填的是105.3；超额完成的填100，超出多少写在说明中", "-1, 累计完成应为0至100，填的是-1" })
	void saysWhatToGiveWhereMoreWasDone(BigDecimal done, String reason) {
		assertThat(Rules.refusals(submission("2024-Q1", figure("road", done, null, "进展顺利", null)), PLAN,
				new Figures(List.of()), LocalDate.of(2024, 4, 10)))
			.extracting((fault) -> fault.reason().zh())
			.containsExactly(reason);
	}

	@ParameterizedTest
	@CsvSource({ "https://example.org/a, ''", "http://example.org, ''", "ftp://example.org/a, evidence link",
			"example.org/a, evidence link", "https:///a, evidence link", "'https://a b', evidence link" })
	void evidenceIsAWholeAddress(String evidence, String fault) {
		assertThat(faults(figure("road", BigDecimal.TEN, null, "进展顺利", evidence)))
			.isEqualTo(fault.isEmpty() ? List.of() : List.of(fault));
	}

	@ParameterizedTest
	@CsvSource({ "road, quarter-value no-value", "law, value no-value" })
	void takesNoQuarter(String indicator, String fault) {
		BigDecimal done = indicator.equals("road") ? BigDecimal.TEN : null;
		assertThat(faults(figure(indicator, done, BigDecimal.TEN, "进展顺利", null))).containsExactly(fault);
	}

	private static List<String> faults(Figure figure) {
		return Rules.refusals(submission("2024-Q1", figure), PLAN, new Figures(List.of()), LocalDate.of(2024, 4, 10))
			.stream()
			.map(StatementsTests::line)
			.toList();
	}

	private static String line(Fault fault) {
		return fault.field() + " " + fault.rule();
	}

	private static Figure figure(String indicator, @Nullable BigDecimal value, @Nullable BigDecimal quarter,
			@Nullable String statement, @Nullable String evidence) {
		return new Figure(indicator, value, null, quarter, ObsStatus.P, null, null, null, null, statement, evidence);
	}

}
