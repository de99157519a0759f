package org.targetmonitor.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.plan.Grounds;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanDifference;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.PlanRevision;

import static org.assertj.core.api.Assertions.assertThat;

/** A change of a task or a part is told on its own page, with reason and document. */
class EntryChangeTests {

	private static final String TEXT = """
			plan: area-2024
			title: 计划
			area: {code: "330110", zh: 某区}
			year: 2024
			timezone: Asia/Shanghai
			source: 虚构
			due: {working-days-after-period: 15}
			closes: 2025-12-31
			departments: {d: {zh: 统计局}, e: {zh: 建设局}}
			targets:
			  - {indicator: gdp, name: 生产总值, wording: 原文, measure: growth, unit: percent, decimals: 1, goal: {at-least: 6}, reported: quarterly, department: d, nature: expected, parts: [{code: east, name: 东镇, weight: 60, goal: {at-least: 7}}, {code: west, name: 西镇, weight: 30}, {code: south, name: 南镇, weight: 10, goal: {about: 7, tolerance: 1}}]}
			tasks:
			  - area: {code: t1, zh: 科技}
			    items:
			      - {task: park, name: 公园, department: d, milestones: {2024-Q1: 20, 2024-Q2: 45}}
			      - {task: school, name: 学校, department: d}
			""";

	private static final Instant FROM = Instant.parse("2024-07-10T04:00:00Z");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			park   |      | 2024-Q2: 45      | 2024-Q2: 40      | 节点计划 2024年一季度20%、2024年上半年45% → 2024年一季度20%、2024年上半年40%
			school |      | 2024-Q2: 45      | 2024-Q2: 40      |
			school |      | 学校, department: d | 学校, department: e | 报送单位 统计局 → 建设局
			east   | gdp  | {at-least: 7}    | {at-least: 6.5}  | 达标条件 不低于7% → 不低于6.5%
			west   | gdp  | {at-least: 7}    | {at-least: 6.5}  |
			south  | gdp  | tolerance: 1     | tolerance: 2     | 达标条件 7%左右（容差1个百分点） → 7%左右（容差2个百分点）
			east   | gdp  | decimals: 1      | decimals: 0      | 小数位数 1 → 0; 滞后界限 -0.5 → -5
			east   | gdp  | weight: 60       | weight: 50       | 权重 60 → 50
			""")
	void isToldOfTheEntryAlone(String indicator, String part, String was, String is, String told) {
		assertThat(TEXT).contains(was);
		Plan before = plan(TEXT);
		Plan after = plan(TEXT.replace(was, is));
		PlanRevision revision = new PlanRevision(new PlanDifference((part != null) ? part : "", "changed", List.of()),
				2, new Grounds("年中调整", "某发〔2024〕3号", LocalDate.parse("2024-07-01")), "admin", FROM, FROM);

		List<TargetChange> changes = TargetChange.of(List.of(revision), indicator, FROM, after,
				(moment) -> Optional.of(moment.isBefore(FROM) ? before : after));

		assertThat(changes.stream().flatMap((change) -> change.lines().stream()))
			.extracting(
					(line) -> line.words().zh() + " " + String.valueOf(line.before()).replaceAll(".*zh=|, en=.*", "")
							+ " → " + String.valueOf(line.now()).replaceAll(".*zh=|, en=.*", ""))
			.isEqualTo((told != null) ? List.of(told.split("; ", -1)) : List.of());
		assertThat(changes).allSatisfy((change) -> {
			assertThat(change.revision().reason()).isEqualTo("年中调整");
			assertThat(change.document()).isEqualTo("某发〔2024〕3号 2024-07-01");
			assertThat(change.kind()).isEqualTo("changed");
		});
	}

	/** A number that became a relation is one change to a reader, not three. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{at-least: 6} | {in-step-with: jobs, tolerance: 0.5} | 达标条件 不低于6% → 与就业基本同步（容差0.5个百分点）
					{about: 6, tolerance: 0.2} | {about: 6, tolerance: 0.3} | 达标条件 6%左右（容差0.2个百分点） → 6%左右（容差0.3个百分点）
					{at-least: 6} | {at-least: 6} | 达标条件：不低于 6 → 6.0
					{at-least: 6} | {at-least: 5}, then: {stretch: 6} | 达标条件 不低于6% → 不低于5%；第二步：力争6%
					{at-least: 5}, then: {stretch: 6} | {at-least: 5}, then: {stretch: 5.5} | 达标条件 不低于5%；第二步：力争6% → 不低于5%；第二步：力争5.5%
					""")
	void isToldOfAGoalInWords(String was, String is, String told) {
		String jobs = "  - {indicator: jobs, name: 就业, wording: 原文, measure: growth, unit: percent, decimals: 1, goal: none, reported: quarterly, department: d, nature: expected}\n";
		String text = TEXT.replace("tasks:\n", jobs + "tasks:\n")
			.replace(", parts: [", ", partz: [")
			.replaceAll(", partz: .*]}\n", "}\n");
		Plan before = plan(text.replace("{at-least: 6}", was));
		Plan after = plan(text.replace("{at-least: 6}", is));
		PlanDifference difference = new PlanDifference("gdp", "changed",
				List.of(new PlanDifference.Line("goal.at-least", "6", "6.0")));

		List<TargetChange> changes = TargetChange.of(
				List.of(new PlanRevision(difference, 2, new Grounds("年中调整", null, null), "admin", FROM, FROM)), "gdp",
				FROM, after, (moment) -> Optional.of(moment.isBefore(FROM) ? before : after));

		assertThat(changes.getFirst().lines())
			.extracting(
					(line) -> line.words().zh() + " " + String.valueOf(line.before()).replaceAll(".*zh=|, en=.*", "")
							+ " → " + String.valueOf(line.now()).replaceAll(".*zh=|, en=.*", ""))
			.containsExactly(told);
	}

	/** Of a new entry the defaults of the plan file's format are not told. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			park   | 名称 公园; 达标条件 完成100%; 节点计划 2024年一季度20%、2024年上半年45%; 报送单位 统计局
			east   | 名称 生产总值·东镇; 达标条件 不低于7%; 权重 60; 报送单位 统计局
			west   | 名称 生产总值·西镇; 权重 30; 报送单位 统计局
			thrift | 名称 勤俭; 报送单位 统计局
			""")
	void isToldWhatANewEntryIs(String indicator, String told) {
		Plan after = plan(TEXT + "commitments: [{commitment: thrift, name: 勤俭, department: d}]\n");
		PlanRevision revision = new PlanRevision(
				new PlanDifference(indicator.endsWith("st") ? "gdp" : "", "new", List.of()), 1,
				new Grounds(null, null, null), "admin", FROM, FROM);

		List<TargetChange> changes = TargetChange.of(List.of(revision), indicator, FROM, after,
				(moment) -> moment.isBefore(FROM) ? Optional.empty() : Optional.of(after));

		assertThat(changes.stream().flatMap((change) -> change.lines().stream()))
			.extracting((line) -> line.words().zh() + " " + String.valueOf(line.now()).replaceAll(".*zh=|, en=.*", ""))
			.containsExactly(told.split("; ", -1));
	}

	private static Plan plan(String text) {
		return PlanFile.read(YamlTree.read(text), "area-2024").plan();
	}

}
