package org.targetmonitor.progress;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever makes a target easier within the year leaves the first one's verdict beside:
 * 5.5 of 6 asked for lags by half a point, and goes on doing so.
 */
class NeverSilencedTests {

	private static final Instant YEAR_BEGINS = Area.noonOf("2024-01-01");

	private static final String HEAD = "{indicator: x, name: 某指标, wording: 原文, department: d, nature: expected, ";

	private static final String FIRST = "measure: growth, unit: percent, decimals: 1, goal: {at-least: 6}, reported: quarterly}";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			goal lowered              | goal: {at-least: 6}            | goal: {at-least: 5}
			only watched              | goal: {at-least: 6}            | goal: none
			fewer decimals            | decimals: 1                    | decimals: 0
			a wider band              | reported: quarterly            | lagging-below: -5, reported: quarterly
			never red any more        | goal: {at-least: 6}            | goal: {stretch: 6}
			reported yearly           | reported: quarterly            | reported: yearly
			fewer periods             | reported: quarterly            | reported: quarterly, periods: [2024-Q4]
			a deadline to come        | reported: quarterly            | reported: quarterly, deadline: 2024-Q4
			""")
	void keepsWhatTheFirstTargetSays(String how, String was, String now) {
		isKept(how, HEAD + FIRST, HEAD + FIRST.replace(was, now));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a statement   | goal: statement, reported: quarterly}
			to be assigned | goal: {assigned-by: 省}}
			""")
	void keepsItWhereNothingIsMeasuredAnyMore(String how, String now) {
		isKept(how, HEAD + FIRST, HEAD + now);
	}

	private static void isKept(String how, String first, String changed) {
		Recorded recorded = Recorded.nothing().approved("x", "2024-Q3", "5.5");
		TargetProgress before = Area.standing(Map.of(YEAR_BEGINS, Area.plan(first)), recorded, "2024-10-20")
			.target("x")
			.orElseThrow();
		TargetProgress after = Area
			.standing(Map.of(YEAR_BEGINS, Area.plan(first), Area.noonOf("2024-10-18"), Area.plan(changed)), recorded,
					"2024-10-20")
			.target("x")
			.orElseThrow();

		assertThat(before.status()).isEqualTo(Status.LAGGING);
		assertThat(after.firstLagLevel()).as(how).contains(2);
		assertThat(after.isChanged()).as(how).isTrue();
		assertThat(after.explanation().zh()).as(how).contains("比年初目标（不低于6%）低0.5个百分点");
	}

	/** 60 % done where 80 % were first asked for by then. */
	@ParameterizedTest
	@CsvSource({ "50, true", "80, false" })
	void keepsItWhereAMilestoneIsLowered(int now, boolean changed) {
		Recorded recorded = Recorded.nothing().approved("schools", "2024-Q3", "60");
		TargetProgress after = Area
			.standing(Map.of(YEAR_BEGINS, tasks(80), Area.noonOf("2024-10-18"), tasks(now)), recorded, "2024-10-20")
			.target("schools")
			.orElseThrow();

		assertThat(after.status()).isEqualTo(changed ? Status.ON_TRACK : Status.LAGGING);
		assertThat(after.firstLagLevel().isPresent() && after.isChanged()).isEqualTo(changed);
		if (changed) {
			assertThat(after.firstLagLevel()).contains(2);
			assertThat(after.explanation().zh()).contains("欠年初节点计划（80.00%）20.00个百分点");
		}
	}

	private static Plan tasks(int byThen) {
		return PlanFile.read(YamlTree.read(Area.header("area-2024", 2024, "330110", "某区") + """
				targets: [%s]
				tasks:
				  - area: {code: t1, zh: 科技}
				    items:
				      - {task: schools, name: 学校建设, department: d, milestones: {2024-Q3: %d}}
				""".formatted(Area.SCHOOLS.replace("schools", "other"), byThen)), "area-2024").plan();
	}

	/** An operand that is rounded to nothing makes 5.4 more than 5. */
	@ParameterizedTest
	@CsvSource({ "1, false", "0, true" })
	void keepsItWhereTheOperandIsRoundedOtherwise(int decimals, boolean changed) {
		String faster = Area.growth("x", "{faster-than: h}");
		String operand = Area.target("h", "对照", "Other", "growth", "percent", 1, "none", "quarterly, prices: constant");
		Recorded recorded = Recorded.nothing().approved("x", "2024-Q3", "5.4").approved("h", "2024-Q3", "5.4");
		TargetProgress after = Area
			.standing(
					Map.of(YEAR_BEGINS, Area.plan(faster, operand), Area.noonOf("2024-10-18"),
							Area.plan(faster, operand.replace("decimals: 1", "decimals: " + decimals))),
					recorded, "2024-10-20")
			.target("x")
			.orElseThrow();

		assertThat(after.firstLagLevel().isPresent() && after.isChanged()).isEqualTo(changed);
	}

}
