package org.targetmonitor.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.targetmonitor.input.tree.JsonTree;
import org.targetmonitor.support.MarkdownTables;
import org.targetmonitor.input.tree.YamlTree;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The schema of plan files, which editors use, takes what the monitor takes and refuses
 * what a schema can refuse.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanSchemaTests {

	private static final Path SCHEMA = Path.of("src/main/resources/plans/plan.schema.json");

	private Schema schema = registry().getSchema("true", InputFormat.JSON);

	@BeforeAll
	void readSchema() throws IOException {
		this.schema = registry().getSchema(Files.readString(SCHEMA), InputFormat.JSON);
	}

	private static SchemaRegistry registry() {
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
	}

	static Stream<Path> shipped() throws IOException {
		return PlanFileTests.shipped();
	}

	@Test
	void isItselfASchemaOfItsDraft() throws IOException {
		Schema draft = registry()
			.getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

		assertThat(draft.validate(Files.readString(SCHEMA), InputFormat.JSON)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("shipped")
	void takesEveryShippedPlan(Path file) throws IOException {
		assertThat(this.schema.validate(Files.readString(file), InputFormat.YAML)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("shipped")
	void takesEveryShippedPlanAsTheMonitorWritesIt(Path file) throws IOException {
		String written = JsonTree
			.write(PlanFile.read(YamlTree.read(Files.readString(file)), file.toString()).document());

		assertThat(this.schema.validate(written, InputFormat.JSON)).isEmpty();
	}

	@Test
	void takesTheSamplePlan() {
		assertThat(errors(SamplePlan.LINES)).isEmpty();
	}

	/** What a goal is judged on may stand beside it or within it. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"14 | direction: lower | direction: lower, then: {at-most: -3}",
			"16 | {at-least: 1200} | {at-least: 1200, then: {stretch: 1250}}, pace: elapsed, ahead-by: 5",
			"16 | {at-least: 1200} | {about: 1200, tolerance: 10, then: {stretch: 1250}}",
			"16 | {at-least: 1200} | {at-least: 1200, path: {from: 1100, by: last-year}}",
			"16 | {at-least: 1200} | {at-least: 1200}, path: none",
			"16 | {at-least: 1200} | {at-least: 1200}, deadline: 2024-06",
			"16 | {at-least: 1200} | {at-least: 1200}, deadline: 2024-06-30",
			"16 | {at-least: 1200} | {at-least: 1200}, deadline: 2024-Q2, periods: [2024-Q1, 2024-Q2]",
			"11 | prices: constant | level-unit: 亿元, and: {level: {above: 10000}, decimals: 0, lagging-below: -5}",
			"11 | prices: constant | and: {about: 6.5, tolerance: 0.5, direction: lower}",
			"11 | prices: constant | and: {between: [6, 7], direction: inside}",
			"11 | prices: constant | and: {not-below: {area: \"330000\", indicator: gdp}}",
			"16 | {at-least: 1200} | {compared-with: year-before, from: 1100, change: {above: 0}}" })
	void takesTheTermsOfAGoal(int line, String old, String now) {
		List<String> lines = SamplePlan.changed(SamplePlan.LINES, line, old, now);

		assertThat(errors(lines)).isEmpty();
		assertThat(SamplePlan.read(lines).plan().targets()).isNotEmpty();
	}

	static Stream<MarkdownTables.Section> documented() {
		return DocumentedGoalsTests.ofGoals();
	}

	/** So that a kind of goal which the schema does not know fails by name. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("documented")
	void takesEveryTargetOfTheDocument(MarkdownTables.Section section) {
		List<String> lines = new ArrayList<>(SamplePlan.LINES.subList(0, 10));
		section.blocks()
			.getFirst()
			.lines()
			.forEach((line) -> lines.add("  " + line.substring(0, line.length() - 1)
					+ ", name: 名称, wording: 原文, department: statistics, nature: expected}"));

		assertThat(errors(lines)).isEmpty();
		assertThat(SamplePlan.read(lines).plan().targets()).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "1 | plan: area-2024 | plan: Area 2024",
			"1 | plan: area-2024 | version: 1", "3 | \"330110\" | \"3301\"", "4 | year: 2024 | year: 24",
			"7 | {working-days-after-period: 15} | {working-days: 15}", "7 | {working-days-after-period: 15} | {}",
			"8 | 2025-12-31 | 31.12.2025", "9 | zh: 统计局 | fullname: 统计局", "11 | measure: growth, | ",
			"11 | measure: growth | measure: speed", "11 | unit: percent | unit: 万人", "11 | decimals: 1 | decimals: 7",
			"11 | reported: quarterly | reported: weekly", "11 | nature: expected | nature: expected, weight: 2",
			"11 | nature: expected | nature: expected, lagging-below: 0",
			"11 | prices: constant | level-unit: 亿元, and: {level: {above: 10000}, unit: 亿元}",
			"11 | prices: constant | and: 3", "11 | prices: constant | and: {decimals: 2, at-most: 7}",
			"11 | {at-least: 6} | {at-least: 6, tolerance: 0.2}", "11 | {at-least: 6} | {at-least: 6%}",
			"11 | {at-least: 6} | {at-least: 6}, deadline: 2024-13",
			"11 | {at-least: 6} | {at-least: 6}, deadline: June", "11 | {at-least: 6} | soon",
			"11 | {at-least: 6} | {complete: 100}", "13 | [2, 3] | [2]", "14 | tolerance: 0.2 | tolerance: -0.2",
			"14 | , tolerance: 0.2 | ", "14 | {about: -2.5, tolerance: 0.2} | {at-least: -2.5}",
			"16 | {at-least: 1200} | {at-least: 0}", "16 | {at-least: 1200} | {about: 1200, tolerance: 1, both: true}",
			"16 | nature: expected | nature: expected, prices: current", "17 | {complete: 100} | {complete: 0}",
			"17 | {complete: 100} | {at-least: 100}", "17 | {complete: 100} | {complete: 120}",
			"17 | {complete: 100} | {complete: 101}", "17 | {complete: 100} | {complete: \"120\"}",
			"12 | tolerance: 0.5 | elasticity: 0", "12 | tolerance: 0.5 | tolerance: 0.5, elasticity: 0.9",
			"12 | , tolerance: 0.5 | ", "16 | nature: expected | nature: expected, per: head",
			"11 | nature: expected | nature: expected, per: person",
			"20 | nature: expected | nature: expected, per: head",
			"20 | nature: expected | nature: expected, measure: growth",
			"20 | nature: expected | nature: expected, direction: lower",
			"20 | nature: expected | nature: expected, part-of: gdp",
			"21 | nature: binding | nature: binding, unit: percent" })
	void refusesWhatTheMonitorRefuses(int line, String old, String now) {
		List<String> spoilt = SamplePlan.changed(SamplePlan.LINES, line, old, (now != null) ? now : "");

		assertThat(errors(spoilt)).isNotEmpty();
		org.assertj.core.api.Assertions.assertThatExceptionOfType(org.targetmonitor.input.Faulty.class)
			.isThrownBy(() -> SamplePlan.read(spoilt));
	}

	private List<Error> errors(List<String> lines) {
		return this.schema.validate(SamplePlan.text(lines), InputFormat.YAML);
	}

}
