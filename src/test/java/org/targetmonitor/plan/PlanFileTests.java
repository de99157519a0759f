package org.targetmonitor.plan;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.tree.JsonTree;
import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.DueRule;
import org.targetmonitor.period.Period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a plan file may say, and what is said of a faulty one: line, target, field and
 * rule of every fault.
 */
class PlanFileTests {

	private static final int GDP = 11;

	static Stream<Path> shipped() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/plans"))) {
			return files.filter((file) -> file.toString().endsWith(".yaml")).sorted().toList().stream();
		}
	}

	/** A plan that was recorded before the rule came must not become unreadable. */
	@Test
	void stillReadsAGoalBeyondAllThatIsRecorded() {
		Node.Mapping recorded = (Node.Mapping) YamlTree
			.read(SamplePlan.text(SamplePlan.changed(SamplePlan.LINES, 17, "{complete: 100}", "{complete: 120}")));
		List<Node> targets = ((Node.Sequence) Objects.requireNonNull(recorded.entries().get("targets"))).items();
		assertThat(PlanFile.read(recorded.without("targets"), targets, "recorded").plan().target("schools"))
			.isPresent();
	}

	/** Nor one with characters and units that were taken before they were refused. */
	@Test
	void stillReadsWhatWasRecordedBeforeItWasRefused() {
		List<String> lines = SamplePlan.changed(SamplePlan.LINES, GDP, "name: 名称", "name: \"地区\u200b生产\u202e总值\"");
		Node.Mapping recorded = (Node.Mapping) YamlTree
			.read(SamplePlan.text(SamplePlan.changed(lines, 16, "unit: 万人", "unit: \"@万人\"")));
		List<Node> targets = ((Node.Sequence) Objects.requireNonNull(recorded.entries().get("targets"))).items();

		PlanFile read = PlanFile.read(recorded.without("targets"), targets, "recorded");

		assertThat(read.plan().target("gdp").orElseThrow().name().zh()).isEqualTo("地区生产总值");
		assertThat(read.plan().target("jobs").flatMap(Target::quantityUnit)).contains("@万人");
		assertThat(read.definitions().get("gdp")).hasToString(targets.getFirst().toString());
	}

	@ParameterizedTest
	@MethodSource("shipped")
	void readsEveryShippedPlan(Path file) throws IOException {
		PlanFile read = PlanFile.read(YamlTree.read(Files.readString(file)), file.toString());

		assertThat(file.getFileName()).hasToString(read.plan().id() + ".yaml");
		assertThat(read.plan().targets()).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("shipped")
	void isTheSamePlanWhenWrittenAndReadAgain(Path file) throws IOException {
		PlanFile read = PlanFile.read(YamlTree.read(Files.readString(file)), file.toString());
		PlanFile again = PlanFile.read(JsonTree.read(JsonTree.write(read.document())), "again");

		assertThat(again.plan()).isEqualTo(read.plan());
		assertThat(JsonTree.canonical(again.document())).isEqualTo(JsonTree.canonical(read.document()));
	}

	@Test
	void knowsTheFifteenTargetsOfYuhang() throws IOException {
		Plan yuhang = PlanFile
			.read(YamlTree.read(Files.readString(Path.of("src/main/resources/plans/yuhang-2024.yaml"))), "yuhang")
			.plan();

		assertThat(yuhang.targets()).extracting(Target::indicator)
			.containsExactly("gdp", "digital-core", "agriculture", "industry", "services", "fiscal-revenue",
					"budget-revenue", "fixed-investment", "retail-sales", "goods-trade", "rd-intensity", "urban-income",
					"rural-income", "rural-over-urban-income", "energy-and-emissions");
		assertThat(yuhang.area()).isEqualTo(new Area("330110", new Text("余杭区", "Yuhang District")));
		assertThat(yuhang.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
		assertThat(yuhang.closes()).isEqualTo(LocalDate.of(2025, 12, 31));
		assertThat(yuhang.invented()).isFalse();
		Target rd = yuhang.target("rd-intensity").orElseThrow();
		assertThat(rd.goal()).isEqualTo(new AtLeast(new BigDecimal("4.55")));
		assertThat(rd.reporting()).isEqualTo(new Reporting(org.targetmonitor.period.Frequency.YEARLY,
				List.of(period("2024")), new DueRule.MonthsAfterPeriod(10), false));
		Target gdp = yuhang.target("gdp").orElseThrow();
		assertThat(gdp.department().code()).isEqualTo("statistics");
		assertThat(gdp.lead().shortName().zh()).isEqualTo("区发改局");
	}

	@Test
	void readsTheSamplePlanWithoutFault() {
		Plan plan = SamplePlan.read(SamplePlan.LINES).plan();

		assertThat(plan.targets()).hasSize(11);
		assertThat(plan.target("faster").orElseThrow().measurement())
			.isEqualTo(plan.target("income").orElseThrow().measurement());
		assertThat(plan.target("faster").orElseThrow().reporting()).isNull();
		assertThat(plan.target("assigned").orElseThrow().measurement()).isNull();
		assertThat(plan.target("gdp").orElseThrow().lead().code()).isEqualTo("statistics");
	}

	@Test
	void takesTasksAndCommitments() {
		List<String> lines = new ArrayList<>(SamplePlan.LINES);
		lines.add("tasks: [{area: {code: t1, zh: 某事}, items: [{task: t1-1, name: {zh: 某项}}]}]");
		lines.add("commitments: [{commitment: c1, name: {zh: 某诺}}]");

		assertThat(SamplePlan.read(lines).header().entries()).containsKeys("tasks", "commitments");
		assertThat(faults(SamplePlan.changed(lines, 22,
				"[{area: {code: t1, zh: 某事}, items: [{task: t1-1, name: {zh: 某项}}]}]", "none")))
			.containsExactly("22 - tasks list");
	}

	/**
	 * line | what stands there | what is put there | every fault: line subject field
	 * rule; subject - is the plan.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			// the plan
			"1 | plan: area-2024 | plan: Area 2024 | 1 - plan code",
			"1 | plan: area-2024 | plan: '' | 1 - plan required",
			"1 | plan: area-2024 | version: 1 | 1 - plan required; 1 - version unknown-key",
			"2 | title: {zh: 某区2024年目标, en: Targets of 2024} | title: {en: x} | 2 - zh required",
			"2 | title: {zh: 某区2024年目标, en: Targets of 2024} | title: ~ | 2 - title required",
			"2 | en: Targets | fr: Targets | 2 - fr unknown-key", "3 | \"330110\" | \"3301\" | 3 - code code",
			"3 | code: \"330110\" | kode: \"330110\" | 3 - code required; 3 - code code; 3 - kode unknown-key",
			"3 | area: {code: \"330110\", zh: 某区, en: Area} | area: 某区 | 3 - area mapping; 3 - code required; 3 - code code; 3 - zh required",
			"3 | \"330110\" | US-California State | 3 - code code", "3 | \"330110\" | QQ | 3 - code code",
			"3 | en: Area | en: Area, country: US | 3 - country country",
			"3 | \"330110\" | US-CA, country: DE | 3 - country country",
			"3 | en: Area | en: Area, parent: \"3301\" | 3 - parent code",
			"3 | en: Area | en: Area, parent: US | 3 - parent country",
			"3 | en: Area | en: Area, parent: \"330110\" | 3 - parent itself",
			"3 | en: Area | en: Area, parent: \"330110001\" | 3 - parent itself",
			"6 | source: {zh: 政府工作报告, en: Work report} | year-before: area-2024 | 1 - source required; 6 - year-before itself",
			"6 | source: {zh: 政府工作报告, en: Work report} | beside: maybe | 1 - source required; 6 - beside flag",
			"3 | en: Area | en: Area, level: 3 | 3 - level unknown-key", "4 | year: 2024 | year: 24 | 4 - year range",
			"4 | 2024 | two | 4 - year number", "5 | Asia/Shanghai | Asia/Yuhang | 5 - timezone zone",
			"5 | Asia/Shanghai | '' | 5 - timezone required",
			"7 | working-days-after-period: 15 | working-days: 15 | 7 - working-days unknown-key; 7 - due choice",
			"7 | working-days-after-period: 15 | working-days-after-period: 15, months-after-period: 1 | 7 - due choice",
			"7 | 15 | 0 | 7 - working-days-after-period range",
			"7 | {working-days-after-period: 15} | ~ | 7 - due required",
			"8 | 2025-12-31 | 2025-02-29 | 8 - closes date", "8 | 2025-12-31 | 31.12.2025 | 8 - closes date",
			"8 | 2025-12-31 | 2024-12-31 | 8 - closes range",
			"8 | closes: 2025-12-31 | invented: maybe | 1 - closes required; 8 - invented flag",
			"9 | zh: 统计局 | fullname: 统计局 | 9 - zh required; 9 - fullname unknown-key",
			"9 | en: Statistics}} | en: Statistics}, '*': {zh: 全部}} | 9 - departments.* code",
			// a target's own keys
			"11 | indicator: gdp | indicator: GDP | 11 GDP indicator code; 12 income goal operand; 20 faster goal operand",
			"16 | indicator: jobs | indicator: gdp | 16 gdp indicator twice",
			"11 | name: 名称 | name: '' | 11 gdp name required", "11 | wording: 原文, |  | 11 gdp wording required",
			"11 | measure: growth, |  | 11 gdp measure required",
			"11 | measure: growth | measure: speed | 11 gdp measure choice",
			"11 | unit: percent, |  | 11 gdp unit required; 12 income goal measure; 20 faster goal measure",
			"15 | unit: percent | unit: 万人 | 15 rd unit unit", "11 | decimals: 1, |  | 11 gdp decimals required",
			"11 | decimals: 1 | decimals: 7 | 11 gdp decimals range",
			"11 | decimals: 1 | decimals: 0.5 | 11 gdp decimals range",
			"11 | reported: quarterly, |  | 11 gdp reported required",
			"11 | reported: quarterly | reported: weekly | 11 gdp reported choice",
			"11 | nature: expected | nature: hoped | 11 gdp nature choice",
			"11 | , nature: expected |  | 11 gdp nature required",
			"11 | department: statistics | department: finance | 11 gdp department department",
			"11 | department: statistics, |  | 11 gdp department required",
			"11 | nature: expected | nature: expected, lead: finance | 11 gdp lead department",
			"11 | nature: expected | nature: expected, weight: 2 | 11 gdp weight unknown-key",
			"11 | nature: expected | nature: expected, early: yes | 11 gdp early flag",
			"11 | prices: constant | prices: real | 11 gdp prices choice",
			"16 | nature: expected | nature: expected, prices: current | 16 jobs prices measure",
			"15 | nature: expected | nature: expected, prices: current | 15 rd prices measure",
			"14 | months-after-period: 10 | months-after-period: 10, days: 3 | 14 energy days unknown-key",
			"14 | months-after-period: 10 | months-after-period: 121 | 14 energy months-after-period range",
			"14 | {months-after-period: 10} | {} | 14 energy due choice",
			"11 | nature: expected | nature: expected, periods: [2024-Q1, 2024-Q3] | 11 gdp periods period",
			"11 | nature: expected | nature: expected, periods: [2024-S1, 2024-Q4] | 11 gdp periods period",
			"11 | nature: expected | nature: expected, periods: [2023-Q4, 2024-Q4] | 11 gdp periods period",
			"11 | nature: expected | nature: expected, periods: [] | 11 gdp periods period",
			"11 | nature: expected | nature: expected, lagging-below: 0 | 11 gdp lagging-below range",
			"11 | nature: expected | nature: expected, lagging-below: 0.5 | 11 gdp lagging-below range",
			// its goal
			"11 | goal: {at-least: 6}, |  | 11 gdp goal required",
			"11 | {at-least: 6} | {atleast: 6} | 11 gdp goal goal", "11 | {at-least: 6} | soon | 11 gdp goal goal",
			"11 | {at-least: 6} | [6] | 11 gdp goal goal",
			"11 | {at-least: 6} | {at-least: 6, tolerance: 0.2} | 11 gdp tolerance unknown-key",
			"11 | {at-least: 6} | {at-least: 6, at-most: 7} | 11 gdp goal goal; 11 gdp at-most unknown-key",
			"11 | {at-least: 6} | {at-least: 6%} | 11 gdp at-least number",
			"11 | {at-least: 6} | {at-least: ~} | 11 gdp at-least required",
			"11 | {at-least: 6} | {at-least: 6.05} | 11 gdp goal decimals",
			"15 | {at-least: 4.55} | {at-least: 4.555} | 15 rd goal decimals",
			"12 | tolerance: 0.5 | tolerance: 0.55 | 12 income goal decimals",
			"13 | [2, 3] | [2, 3.25] | 13 cpi goal decimals",
			"14 | tolerance: 0.2 | tolerance: 0.25 | 14 energy goal decimals",
			"14 | tolerance: 0.2 | tolerance: -0.2 | 14 energy tolerance range",
			"12 | tolerance: 0.5 | tolerance: -0.5 | 12 income tolerance range",
			"12 | tolerance: 0.5 | elasticity: 0 | 12 income elasticity range",
			"12 | tolerance: 0.5 | tolerance: 0.5, elasticity: 0.9 | 12 income in-step-with choice",
			"12 | , tolerance: 0.5 |  | 12 income in-step-with choice",
			"15 | nature: expected | nature: expected, per: head | 15 rd per measure",
			"16 | nature: expected | nature: expected, per: total | 16 jobs per measure",
			"11 | nature: expected | nature: expected, per: person | 11 gdp per choice",
			"20 | nature: expected | nature: expected, per: head | 20 faster per unknown-key",
			"14 | , tolerance: 0.2 |  | 14 energy tolerance required", "13 | [2, 3] | [3, 2] | 13 cpi between interval",
			"13 | [2, 3] | [2, 2] | 13 cpi between interval", "13 | [2, 3] | [2] | 13 cpi between interval",
			"13 | [2, 3] | 2 | 13 cpi between list; 13 cpi between interval",
			"16 | {at-least: 1200} | {at-least: 0} | 16 jobs goal positive",
			"16 | {at-least: 1200} | {at-most: -1} | 16 jobs goal positive",
			"17 | {complete: 100} | {complete: 0} | 17 schools goal positive",
			"17 | {complete: 100} | {complete: 120} | 17 schools goal range",
			"17 | {complete: 100} | {complete: 101} | 17 schools goal range",
			// a share of a whole; line 15 is a ratio
			"15 | reported: yearly | share-of: {part: jobs, whole: jobs} | 15 rd share-of itself",
			"15 | reported: yearly | share-of: {part: gone, whole: jobs} | 15 rd share-of operand",
			"15 | reported: yearly | share-of: {part: gdp, whole: jobs} | 15 rd share-of unit",
			"15 | reported: yearly | share-of: {part: jobs} | 15 rd whole required",
			"15 | nature: expected | nature: expected, share-of: {part: jobs, whole: {area: \"330000\", indicator: jobs}} | 15 rd reported unknown-key",
			"11 | reported: quarterly | share-of: {part: jobs, whole: {area: \"330000\", indicator: jobs}} | 11 gdp share-of measure",
			"15 | reported: yearly | share-of: {part: jobs, whole: {area: \"330110\", indicator: jobs}} | 15 rd goal itself",
			// a second condition
			"11 | prices: constant | and: {level: {above: 10000}} | 11 gdp and level-unit",
			"11 | prices: constant | level-unit: 亿元, and: {level: {above: 0}} | 11 gdp goal positive",
			"11 | prices: constant | level-unit: 亿元, and: {level: {about: 100, tolerance: 1, both: true}} | 11 gdp goal both",
			"11 | prices: constant | level-unit: 亿元, and: {level: {not-below: income}} | 11 gdp and goal",
			"11 | prices: constant | level-unit: 亿元, and: {level: 10000} | 11 gdp and goal",
			"11 | prices: constant | level-unit: 亿元, and: {level: {above: 10000}, unit: 亿元} | 11 gdp unit unknown-key",
			"16 | nature: expected | nature: expected, and: {level: {above: 10}} | 16 jobs and measure",
			"11 | prices: constant | and: {at-least: 6.0} | 11 gdp and twice",
			"11 | prices: constant | and: {at-least: 7} | 11 gdp and then",
			"11 | prices: constant | and: {stretch: 7} | 11 gdp and then",
			"11 | prices: constant | and: {at-most: 5} | 11 gdp and range",
			"11 | prices: constant | and: {below: 6} | 11 gdp and range",
			"11 | prices: constant | and: {at-most: 7.55} | 11 gdp goal decimals",
			"11 | prices: constant | and: {between: [5, 7]} | 11 gdp and direction",
			"11 | prices: constant | and: none | 11 gdp and goal", "11 | prices: constant | and: 7 | 11 gdp and goal",
			"11 | prices: constant | and: {most: 7} | 11 gdp and goal",
			"11 | prices: constant | and: {of: income, faster-than: energy} | 11 gdp and goal",
			"11 | prices: constant | and: {faster-than: gdp} | 11 gdp and itself",
			"11 | prices: constant | and: {faster-than: gpd} | 11 gdp goal operand",
			"11 | prices: constant | and: {faster-than: rd} | 11 gdp goal measure",
			"11 | prices: constant | and: {at-most: 7, lagging-below: 0} | 11 gdp lagging-below range",
			"20 | nature: expected | nature: expected, and: {at-most: 7} | 20 faster and goal",
			"21 | nature: binding | nature: binding, and: {at-most: 7} | 21 assigned and goal",
			// direction
			"14 | {about: -2.5, tolerance: 0.2} | {at-least: -2.5} | 14 energy direction direction",
			"14 | {about: -2.5, tolerance: 0.2} | {in-step-with: gdp, tolerance: 0.2} | 14 energy direction direction",
			"20 | nature: expected | nature: expected, direction: lower | 20 faster direction direction",
			"14 | direction: lower | direction: down | 14 energy direction choice",
			// parts of a whole
			"11 | nature: expected | nature: expected, part-of: gpd | 11 gdp part-of operand",
			"11 | nature: expected | nature: expected, part-of: gdp | 11 gdp part-of itself",
			"11 | nature: expected | nature: expected, part-of: income | 11 gdp part-of unit",
			"16 | nature: expected | nature: expected, part-of: schools | 16 jobs part-of unit",
			"16 | nature: expected | nature: expected, part-of: faster | 16 jobs part-of unit",
			"20 | nature: expected | nature: expected, part-of: gdp | 20 faster part-of unknown-key",
			// relations
			"12 | in-step-with: gdp | in-step-with: income | 12 income goal itself",
			"20 | of: income | of: gdp | 20 faster goal itself",
			"12 | in-step-with: gdp | in-step-with: gpd | 12 income goal operand",
			"20 | faster-than: gdp | slower-than: gdp, by: 0 | 20 faster by range",
			"20 | faster-than: gdp | slower-than: income | 20 faster goal itself",
			"20 | faster-than: gdp | slower-than: jobs | 20 faster goal measure",
			"18 | {at-most: 30} | {at-most: {area: \"330000\"}} | 18 air indicator required",
			"18 | {at-most: 30} | {at-most: 30, then: {stretch: 25}} | 18 air then direction",
			"18 | {at-most: 30} | {at-most: 30, then: {at-most: 35}} | 18 air then range",
			"18 | {at-most: 30} | {compared-with: year-before, change: {complete: 5}} | 18 air change goal",
			"20 | faster-than: gdp} | faster-than: gdp}, deadline: 2024-06 | 20 faster deadline goal",
			"20 | of: income | of: incomes | 20 faster goal operand",
			"12 | in-step-with: gdp | in-step-with: faster | 12 income goal operand",
			"12 | in-step-with: gdp | in-step-with: assigned | 12 income goal operand",
			"11 | {at-least: 6} | {in-step-with: income, tolerance: 0.5} | 11 gdp goal circle; 12 income goal circle",
			"12 | in-step-with: gdp | in-step-with: rd | 12 income goal measure",
			"20 | faster-than: gdp | faster-than: jobs | 20 faster goal measure",
			"20 | nature: expected | nature: expected, measure: growth | 20 faster measure unknown-key",
			"21 | nature: binding | nature: binding, unit: percent | 21 assigned unit unknown-key" })
	void namesLineTargetFieldAndRule(int line, String old, String now, String expected) {
		List<String> spoilt = SamplePlan.changed(SamplePlan.LINES, line, old, (now != null) ? now : "");

		assertThat(faults(spoilt)).containsExactlyInAnyOrderElementsOf(Arrays.asList(expected.split("; ", -1)));
	}

	/** One mistake is one fault, whatever follows from it. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "15 | {at-least: 4.55} | statement | 15 rd measure unknown-key",
					"16 | {at-least: 1200} | {faster-than: gdp} | 16 jobs goal measure",
					"16 | {at-least: 1200} | {in-step-with: gdp, tolerance: 0.5} | 16 jobs goal measure",
					"16 | {at-least: 1200} | {between: [1.5, 2]} | 16 jobs goal measure",
					"17 | {complete: 100} | {at-least: 120.5} | 17 schools goal measure",
					"16 | {at-least: 1200} | {assigned-by: 省} | 16 jobs measure unknown-key" })
	void tellsOneMistakeOnce(int line, String old, String now, String expected) {
		assertThat(faults(SamplePlan.changed(SamplePlan.LINES, line, old, now))).containsExactly(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"16 | {at-least: 1200} | {between: [1200, 1300]} | 目标类型 between 不能用于总量(level)；区间请写 goal: {at-least: 1200}，并另起一项 and: {at-most: 1300}",
			"16 | {at-least: 1200} | {complete: 100} | 目标类型 complete 不能用于总量(level)；完成率之外请写 at-least",
			"17 | {complete: 100} | {at-least: 90} | 目标类型 at-least 不能用于完成率(completion)；请写 complete，如 complete: 100",
			"16 | {at-least: 1200} | {faster-than: gdp} | 目标类型 faster-than 不能用于总量(level)" })
	void saysWhatIsWrittenInstead(int line, String old, String now, String reason) {
		List<String> spoilt = SamplePlan.changed(SamplePlan.LINES, line, old, now);

		assertThatExceptionOfType(Faulty.class).isThrownBy(() -> SamplePlan.read(spoilt))
			.satisfies((faulty) -> assertThat(faulty.faults()).extracting((fault) -> fault.reason().zh())
				.containsExactly(reason));
	}

	/** As it is said: the second condition stands beside the goal. */
	@Test
	void readsARangeOfAQuantityAsItIsTold() {
		List<String> told = SamplePlan.changed(SamplePlan.LINES, 16, "goal: {at-least: 1200}",
				"goal: {at-least: 1200}, and: {at-most: 1300}");

		assertThat(faults(told)).isEmpty();
	}

	/** A direction that is missing in line 13 is found after what is wrong in line 20. */
	@Test
	void tellsFaultsInTheOrderOfTheirLines() {
		List<String> spoilt = SamplePlan.changed(SamplePlan.LINES, 13, ", direction: higher", "");
		spoilt = SamplePlan.changed(spoilt, 20, "faster-than: gdp", "faster-than: jobs");
		spoilt = SamplePlan.changed(spoilt, 11, "{at-least: 6}", "{at-least: 6.55}");

		assertThat(faults(spoilt)).containsExactly("11 gdp goal decimals", "13 cpi direction required",
				"20 faster goal measure");
	}

	@Test
	void readsTheAreaAndHowThePlanStandsToOthers() {
		List<String> lines = new ArrayList<>(
				SamplePlan.changed(SamplePlan.LINES, 3, "\"330110\"", "\"339901\", country: CN, parent: \"330110\""));
		lines.set(0, "plan: area-2024\nbeside: true\nyear-before: works-2023");

		Plan plan = SamplePlan.read(lines).plan();

		assertThat(plan.area()).isEqualTo(new Area("339901", new Text("某区", "Area"), "330110"));
		assertThat(plan.kin()).isEqualTo(new Kin(true, "works-2023"));
		assertThat(SamplePlan.read(SamplePlan.changed(SamplePlan.LINES, 3, "\"330110\"", "US-CA, parent: US"))
			.plan()
			.area()
			.country()).isEqualTo("US");
	}

	@Test
	void takesAPartOfAWholeWithTheSameUnit() {
		List<String> parts = SamplePlan.changed(SamplePlan.LINES, GDP, "prices: constant",
				"prices: constant, level-unit: 万人, part-of: jobs");

		assertThat(SamplePlan.read(parts).plan().target("gdp").orElseThrow().partOf()).isEqualTo("jobs");
		assertThat(faults(SamplePlan.changed(parts, GDP, "level-unit: 万人", "level-unit: 亿元")))
			.containsExactly("11 gdp part-of unit");
	}

	@Test
	void refusesPartsInACircle() {
		List<String> parts = SamplePlan.changed(SamplePlan.LINES, GDP, "prices: constant",
				"prices: constant, level-unit: 万人, part-of: jobs");
		parts = SamplePlan.changed(parts, 16, "nature: expected", "nature: expected, part-of: gdp");

		assertThat(faults(parts)).containsExactlyInAnyOrder("11 gdp part-of circle", "16 jobs part-of circle");
	}

	@Test
	void reportsEveryFaultNotTheFirst() {
		List<String> spoilt = SamplePlan.changed(SamplePlan.LINES, 5, "Asia/Shanghai", "Asia/Yuhang");
		spoilt = SamplePlan.changed(spoilt, 8, "2025-12-31", "soon");
		spoilt = SamplePlan.changed(spoilt, GDP, "nature: expected", "nature: hoped, weight: 2, lead: finance");
		spoilt = SamplePlan.changed(spoilt, 16, "1200", "0");
		spoilt = SamplePlan.changed(spoilt, 12, "in-step-with: gdp", "in-step-with: income");

		assertThat(faults(spoilt)).containsExactlyInAnyOrder("5 - timezone zone", "8 - closes date",
				"11 gdp nature choice", "11 gdp weight unknown-key", "11 gdp lead department", "16 jobs goal positive",
				"12 income goal itself");
	}

	@Test
	void pointsAtTheLineOfTheKeyInALongTarget() {
		List<String> lines = new ArrayList<>(SamplePlan.LINES.subList(0, 10));
		lines.addAll(List.of("  - indicator: gdp", "    name: 名称", "    wording: 原文", "    measure: growth",
				"    unit: percent", "    decimals: 1", "    goal:", "      at-least: 6%", "    reported: quarterly",
				"    department: finance", "    nature: expected"));

		assertThat(faults(lines)).containsExactlyInAnyOrder("18 gdp at-least number", "20 gdp department department");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+亿元", "-亿元", "@SUM(A1)", "＝亿元", "'=亿元", " =亿元", "亿\\t元", "亿\\r元", "亿\\n元" })
	void refusesAUnitThatASpreadsheetWouldRun(String unit) {
		assertThat(faults(SamplePlan.changed(SamplePlan.LINES, GDP, "prices: constant",
				"prices: constant, level-unit: \"%s\"".formatted(unit))))
			.containsExactly("11 gdp level-unit unit");
	}

	@Test
	void refusesAPlanWithoutTargets() {
		assertThat(faults(SamplePlan.LINES.subList(0, 9))).containsExactly("1 - targets required");
		assertThat(faults(SamplePlan.changed(SamplePlan.LINES.subList(0, 10), 10, "targets:", "targets: []")))
			.containsExactly("10 - targets required");
	}

	@Test
	void refusesWhatIsNoPlanAtAll() {
		assertThat(faults(List.of("- 1"))).contains("1 - plan mapping");
		assertThat(faults(List.of(""))).contains("1 - plan mapping");
	}

	@Test
	void namesTheTargetThatHasNoCodeByItsLine() {
		assertThat(faults(SamplePlan.changed(SamplePlan.LINES, 13, "indicator: cpi, ", "")))
			.containsExactly("13 line 13 indicator required");
	}

	@ParameterizedTest
	@CsvSource({
			// kind, and for growth, ratio, level, completion, value whether it goes
			"'{at-least: 6}', yes, yes, yes, no, yes", "'{at-most: 6}', yes, yes, yes, no, yes",
			"'{about: 6, tolerance: 1}', yes, yes, yes, yes, yes",
			"'{between: [2, 3]}, direction: inside', yes, yes, no, no, yes", "'{above: 6}', yes, yes, yes, no, yes",
			"'{below: 6}', yes, yes, yes, no, yes", "'{in-step-with: other, tolerance: 1}', yes, yes, no, no, yes",
			"'{complete: 100}', no, no, no, yes, no", "none, yes, yes, yes, yes, yes" })
	void goesWithTheMeasuresItIsMeantFor(String goal, String growth, String ratio, String level, String completion,
			String value) {
		assertThat(accepted(goal, "growth")).as("growth").isEqualTo(growth.equals("yes"));
		assertThat(accepted(goal, "ratio")).as("ratio").isEqualTo(ratio.equals("yes"));
		assertThat(accepted(goal, "level")).as("level").isEqualTo(level.equals("yes"));
		assertThat(accepted(goal, "completion")).as("completion").isEqualTo(completion.equals("yes"));
		assertThat(accepted(goal, "value")).as("value").isEqualTo(value.equals("yes"));
	}

	private static boolean accepted(String goal, String measure) {
		List<String> lines = new ArrayList<>(SamplePlan.LINES.subList(0, 10));
		lines.add(target("x", measure, "0", goal));
		lines.add(target("other", measure, "0", "none"));
		List<String> faults = faults(lines);
		assertThat(faults).isSubsetOf("11 x goal measure");
		return faults.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "growth, 1, {at-least: 6}, -0.5", "growth, 0, {at-least: 6}, -5", "growth, 2, {at-least: 6}, -0.05",
			"ratio, 2, {at-least: 4.55}, -0.05", "ratio, 1, {at-most: 5.5}, -0.5", "level, 0, {at-least: 1200}, -10",
			"completion, 0, {complete: 100}, -10", "value, 0, {at-most: 30}, -5", "value, 3, {at-most: 30}, -5" })
	void lagsByDefaultBelowTheBandOfItsMeasure(String measure, String decimals, String goal, BigDecimal band) {
		Target target = SamplePlan.of(target("x", measure, decimals, goal)).plan().targets().getFirst();

		assertThat(target.laggingBelow()).isEqualByComparingTo(band);
	}

	@Test
	void lagsBelowTheBandThatTheFileGives() {
		Plan plan = SamplePlan.read(SamplePlan.changed(
				SamplePlan.changed(SamplePlan.LINES, GDP, "nature: expected", "nature: expected, lagging-below: -0.3"),
				20, "nature: expected", "nature: expected, lagging-below: -1"))
			.plan();

		assertThat(plan.target("gdp").orElseThrow().laggingBelow()).isEqualByComparingTo("-0.3");
		assertThat(plan.target("faster").orElseThrow().laggingBelow()).isEqualByComparingTo("-1");
		assertThat(SamplePlan.read(SamplePlan.LINES).plan().target("faster").orElseThrow().laggingBelow())
			.isEqualByComparingTo("-0.5");
	}

	@Test
	void expectsTheListedPeriodsInOrder() {
		Plan plan = SamplePlan.read(SamplePlan.changed(SamplePlan.LINES, 13, "nature: expected",
				"nature: expected, periods: [2024-12, 2024-02, 2024-06]"))
			.plan();

		assertThat(plan.target("cpi").orElseThrow().reporting()).isNotNull()
			.extracting(Reporting::periods)
			.isEqualTo(List.of(period("2024-02"), period("2024-06"), period("2024-12")));
	}

	@Test
	void keepsEachTargetAsItWasWritten() {
		PlanFile file = SamplePlan.read(SamplePlan.changed(SamplePlan.LINES, GDP, "at-least: 6", "at-least: 6.0"));

		assertThat(file.definitions()).hasSize(11);
		assertThat(JsonTree.write(file.definitions().getOrDefault("gdp", new Node.Mapping(java.util.Map.of(), 0))))
			.contains("\"at-least\":\"6.0\"");
		assertThat(file.header().entries()).doesNotContainKey("targets").containsKey("due");
	}

	private static Period period(String code) {
		return Period.parse(code).orElseThrow();
	}

	private static String target(String indicator, String measure, String decimals, String goal) {
		String unit = (measure.equals("level") || measure.equals("value")) ? "万人" : "percent";
		return "  - {indicator: %s, name: 名称, wording: 原文, measure: %s, unit: %s, decimals: %s, goal: %s, reported: quarterly, department: statistics, nature: expected}"
			.formatted(indicator, measure, unit, decimals, goal);
	}

	private static List<String> faults(List<String> lines) {
		try {
			SamplePlan.read(lines);
			return List.of();
		}
		catch (Faulty faulty) {
			return faulty.faults().stream().map(PlanFileTests::place).toList();
		}
	}

	private static String place(Fault fault) {
		return "%d %s %s %s".formatted(fault.line(), fault.subject().isNone() ? "-" : fault.subject(), fault.field(),
				fault.rule());
	}

}
