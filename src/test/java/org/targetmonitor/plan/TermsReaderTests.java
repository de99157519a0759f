package org.targetmonitor.plan;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What is refused of second steps, paths, second conditions and shares, and what is not.
 */
class TermsReaderTests {

	private static final String GDP = target("gdp",
			"measure: growth, unit: percent, decimals: 1, level-unit: 亿元, goal: none, reported: quarterly");

	private static final String JOBS = target("jobs",
			"measure: level, unit: 万人, decimals: 1, goal: none, reported: quarterly");

	private static final String RATE = "measure: growth, unit: percent, decimals: 1, reported: quarterly, goal: ";

	private static final String RATIO = "measure: ratio, unit: percent, decimals: 1, reported: quarterly, goal: ";

	private static final String AMOUNT = "measure: value, unit: 家, decimals: 0, reported: quarterly, goal: ";

	private static final String WITH_LEVEL = "measure: growth, unit: percent, decimals: 1, level-unit: 亿元, reported: quarterly, goal: ";

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = {
			// a second step
			"{at-least: 7}, then: {stretch: 8} | -", "{at-least: 7}, then: {stretch: 7} | range",
			"{at-least: 7}, then: {stretch: 6.9} | range", "{at-least: 7}, then: {at-most: 8} | direction",
			"{at-most: 7}, direction: lower, then: {at-most: 6} | -",
			"{at-most: 7}, direction: lower, then: {at-most: 7} | range",
			"{at-most: 7}, direction: lower, then: {stretch: 8} | direction",
			"{at-least: 7}, then: {between: [8, 9]} | goal", "{at-least: 7}, then: {faster-than: gdp} | goal",
			"{at-least: 7}, then: {stretch: 8, at-least: 9} | goal", "{at-least: 7}, then: 8 | goal",
			"none, then: {stretch: 8} | goal",
			// bands
			"{at-least: 7}, ahead-by: 0 | range", "{at-least: 7}, ahead-by: 0.1 | -",
			"{at-least: 7}, lagging-below: 0 | range", "{at-least: 7}, lagging-below: -0.1 | -" })
	void readsWhatStandsBesideARate(String goal, String rule) {
		assertThat(rules(RATE + goal)).isEqualTo((rule != null) ? List.of(rule) : List.of());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "{at-least: 3500}, accumulates: point, path: {from: 2980, by: linear} | -",
					"{at-least: 3500}, accumulates: point, path: last-year | -",
					"{at-least: 3500}, accumulates: point, path: none | -",
					"{at-least: 3500}, accumulates: point, path: {from: 2980, to: 3500} | unknown-key",
					"{at-least: 3500}, accumulates: point, path: {by: sideways} | choice",
					"{at-least: 3500}, accumulates: point, path: [2980] | mapping",
					"{between: [3400, 3500]}, direction: higher, accumulates: point, path: {from: 2980} | goal",
					"{faster-than: jobs}, accumulates: point, path: {from: 2980} | goal" })
	void readsAPath(String goal, String rule) {
		List<String> rules = rules(AMOUNT + goal);

		assertThat(rules.isEmpty()).as("%s", rules).isEqualTo(rule == null);
		if (rule != null && !rule.equals("goal")) {
			assertThat(rules).contains(rule);
		}
	}

	@Test
	void aRateHasNoPath() {
		assertThat(rules(RATE + "{at-least: 7}, path: {from: 5}")).containsExactly("goal");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "{at-least: 5}, and: {level: {above: 10000}} | true", "{at-least: 5}, and: {at-most: 6} | true",
					"{at-least: 5}, and: {at-most: 5} | true", "{at-least: 5}, and: {at-most: 4.9} | false",
					"{at-least: 5}, and: {below: 5} | false", "{above: 5}, and: {at-most: 5} | false",
					"{at-most: 4}, direction: lower, and: {at-least: 5} | false",
					"{at-least: 5}, and: {level: {between: [1, 2]}} | false" })
	void readsASecondCondition(String goal, boolean good) {
		List<String> rules = rules(WITH_LEVEL + goal);

		assertThat(rules.isEmpty()).as("%s", rules).isEqualTo(good);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "share-of: {part: gdp, whole: {area: \"330100\", indicator: gdp}} | -",
					"share-of: {part: gdp} | required", "share-of: {part: gdp, whole: gdp} | itself",
					"share-of: {part: nothing, whole: gdp} | operand",
					"share-of: {part: gdp, whole: nothing} | operand", "share-of: {part: gdp, whole: jobs} | unit",
					"share-of: {part: x, whole: gdp} | unit" })
	void readsAShare(String share, String rule) {
		List<String> rules = rules("measure: ratio, unit: percent, decimals: 2, goal: {at-least: 20}, " + share);

		assertThat(rules).isEqualTo((rule != null) ? List.of(rule) : List.of());
	}

	@Test
	void aShareIsARatio() {
		assertThat(rules(
				"measure: value, unit: 家, decimals: 0, goal: {at-least: 20}, share-of: {part: gdp, whole: {area: \"330100\", indicator: gdp}}"))
			.containsExactly("measure");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = {
			"reported: quarterly, goal: {at-least: 80}, deadline: 2024-09 | -",
			"reported: quarterly, goal: {at-least: 80}, deadline: 2024-Q3 | -",
			"reported: half-yearly, goal: {at-least: 80}, deadline: 2024-S1 | -",
			"reported: quarterly, goal: {at-least: 80}, deadline: 2024-09-20 | -",
			"reported: monthly, goal: {at-least: 80}, deadline: 2024-08-15 | -",
			"reported: quarterly, goal: {at-least: 80}, deadline: 2024-08-15 | period",
			"reported: quarterly, periods: [2024-Q2, 2024-Q4], goal: {at-least: 80}, deadline: 2024-09 | period",
			"reported: yearly, goal: {at-least: 80}, deadline: 2024-06 | period",
			"reported: quarterly, periods: [2024-Q1, 2024-Q2], goal: {at-least: 80}, deadline: 2024-06 | -",
			"reported: quarterly, periods: [2024-Q1, 2024-Q2], goal: {at-least: 80} | period",
			"reported: quarterly, goal: {at-least: 80}, deadline: 2025-06 | year",
			"reported: quarterly, goal: {at-least: 80}, deadline: 六月底 | date",
			"reported: quarterly, goal: {at-least: 80}, deadline: 2024-06-31 | date",
			"reported: quarterly, goal: none, deadline: 2024-06 | goal" })
	void readsADeadline(String text, String rule) {
		assertThat(rules("measure: ratio, unit: percent, decimals: 1, " + text))
			.isEqualTo((rule != null) ? List.of(rule) : List.of());
	}

	/** What stands beside a goal is often written within it. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			at-least: 80, deadline: 2024-06        | deadline
			at-least: 80, and: {at-most: 90}       | and
			about: 80, tolerance: 1, direction: lower | direction
			""")
	void saysThatATermStandsBesideTheGoal(String goal, String key) {
		Faulty refused = catchThrowableOfType(Faulty.class,
				() -> target("measure: ratio, unit: percent, decimals: 1, reported: quarterly, goal: {" + goal + "}"));

		assertThat(refused.faults()).extracting((fault) -> fault.reason().zh())
			.containsExactly("“" + key + "”与 goal 并列，不写在 goal 之内：goal: {…}, " + key + ": …");
	}

	/** Whatever makes the same figures stand otherwise is a change of the target. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "path: {from: 50} | path: {from: 51} | true",
			"path: {from: 50} | path: {from: 50.0} | false", "path: {from: 50} | path: none | true",
			"path: {from: 50} | path: {from: 50, by: last-year} | true", "path: {from: 50} | path: {by: linear} | true",
			"then: {stretch: 70} | then: {stretch: 71} | true", "then: {stretch: 70} | then: {stretch: 70.0} | false",
			"then: {stretch: 70} | lagging-below: -1 | true", "pace: elapsed | pace: last-year | true",
			"and: {at-most: 80} | and: {at-most: 79} | true", "and: {at-most: 80} | and: {at-most: 80.0} | false",
			"and: {at-most: 80} | lagging-below: -1 | true", "deadline: 2024-06 | deadline: 2024-09 | true",
			"deadline: 2024-06 | lagging-below: -0.5 | true", "deadline: 2024-06 | deadline: 2024-Q2 | false",
			"reading: 读法一 | reading: 读法二 | false" })
	void isChangedByWhatItIsJudgedOn(String was, String now, boolean changed) {
		Target before = target(RATIO + "{at-least: 62}, " + was);
		Target after = target(RATIO + "{at-least: 62}, " + now);

		assertThat(before.isJudgedOtherThan(after)).isEqualTo(changed);
		assertThat(after.isJudgedOtherThan(before)).isEqualTo(changed);
	}

	private static String target(String indicator, String text) {
		return "  - {indicator: %s, name: 某指标, wording: 原文, %s, department: statistics, nature: expected}"
			.formatted(indicator, text);
	}

	private static Target target(String text) {
		return SamplePlan.of(GDP, JOBS, target("x", text)).plan().target("x").orElseThrow();
	}

	private static List<String> rules(String text) {
		Faulty refused = catchThrowableOfType(Faulty.class, () -> target(text));
		return (refused == null) ? List.of() : refused.faults().stream().map(Fault::rule).toList();
	}

}
