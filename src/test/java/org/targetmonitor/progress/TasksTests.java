package org.targetmonitor.progress;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.support.MarkdownTables;

import static org.assertj.core.api.Assertions.assertThat;

/** How key tasks and commitments stand. */
class TasksTests {

	private static final String NOTHING = "–";

	private static final String TASKS = """
			tasks:
			  - area: {code: t1, zh: 科技}
			    items:
			      - {task: plain, name: 甲}
			      - {task: own, name: 乙, milestones: {2024-Q1: 20, 2024-Q2: 45, 2024-Q3: 80}}
			commitments:
			  - {commitment: c1, name: 依法行政}
			""";

	@ParameterizedTest(name = "{0}")
	@MethodSource("tasks")
	void holdsATaskAgainstTheElapsedYearOrItsOwnMilestones(MarkdownTables.Row row) {
		String task = row.text("milestones").equals(NOTHING) ? "plain" : "own";
		TargetProgress progress = standing("none", recorded(task, row.text("figures"))).target(task).orElseThrow();
		assertThat(progress.status().key()).isEqualTo(row.text("status"));
		assertThat(progress.judged().orElseThrow())
			.satisfies((verdict) -> assertThat(verdict.headway()).satisfies((headway) -> {
				assertThat(headway.pace().movePointRight(2)).isEqualByComparingTo(row.number("pace"));
				assertThat(headway.basis())
					.isEqualTo((task.equals("own") && !verdict.last()) ? Pace.MILESTONES : Pace.ELAPSED);
			}));
	}

	static List<MarkdownTables.Row> tasks() {
		return MarkdownTables.of("docs/progress.md").section("Tasks").rows();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("onceLagging")
	void remembersALagThatWasMadeUpWhereThePlanWantsIt(MarkdownTables.Row row) {
		TargetProgress progress = standing(row.text("option"), recorded("plain", row.text("figures"))).target("plain")
			.orElseThrow();
		assertThat(progress.status().key()).isEqualTo(row.text("status"));
		assertThat(progress.light().key()).isEqualTo(row.text("light"));
		assertThat(progress.lagLevel()).contains(Integer.parseInt(row.text("lag level")));
		assertThat(progress.statusWords().zh()).isEqualTo(row.text("says"));
	}

	static List<MarkdownTables.Row> onceLagging() {
		return MarkdownTables.of("docs/progress.md").section("Once lagging").rows();
	}

	/** {@code Q1 10 → v25; Q2 55}, as the document writes them. */
	private static Recorded recorded(String task, String figures) {
		Recorded recorded = Recorded.nothing();
		for (String figure : figures.split("; ", -1)) {
			String period = "2024-" + figure.substring(0, 2);
			for (String vintage : figure.substring(3).split(" → ", -1)) {
				recorded = switch (vintage.charAt(0)) {
					case 'v' -> recorded.verified(task, period, vintage.substring(1), "2024-05-20");
					case 'c' -> recorded.corrected(task, period, vintage.substring(1), "2024-05-20");
					default -> recorded.approved(task, period, vintage);
				};
			}
		}
		return recorded;
	}

	@Test
	void givesACommitmentNoLightAndNoLevel() {
		TargetProgress commitment = standing("all", Recorded.nothing()).target("c1").orElseThrow();
		assertThat(commitment.judged()).isEmpty();
		assertThat(commitment.lagLevel()).isEmpty();
		assertThat(commitment.light()).isEqualTo(Light.GREY);
		assertThat(commitment.explanation().zh()).isEqualTo("只报情况，不评价。");
	}

	@Test
	void tasksAloneDoesNotMeanTargets() {
		Recorded madeUp = Recorded.nothing().approved("schools", "2024-Q1", "10").approved("schools", "2024-Q2", "55");
		assertThat(standing("tasks", madeUp).target("schools").orElseThrow().light()).isEqualTo(Light.GREEN);
		assertThat(standing("all", madeUp).target("schools").orElseThrow().light()).isEqualTo(Light.YELLOW);
	}

	/**
	 * By the elapsed time, 240 of 1200 against a quarter is 5 points behind. Last year's
	 * quantities, recorded in June, would have made it 13.3 points: nobody knew then.
	 */
	@Test
	void countsNoLagThatOnlyLaterKnowledgeMakesOne() {
		Plan plan = onceLagging(Area.JOBS);
		Plan before = Area.planOf("area-2023", 2023, Area.JOBS);
		Recorded lastYear = Recorded.nothing()
			.approved("jobs", "2023-Q1", "400", "2024-06-10")
			.approved("jobs", "2023-Q2", "600", "2024-06-10")
			.approved("jobs", "2023-Q4", "1200", "2024-06-10");
		Recorded recorded = Recorded.nothing().approved("jobs", "2024-Q1", "240").approved("jobs", "2024-Q2", "700");
		PlanFacts facts = new PlanFacts(plan, recorded.figures(), before, lastYear.figures(), null);

		TargetProgress jobs = PlanStanding.of(facts, ShippedCalendars.all(), Area.noonOf("2024-08-01"))
			.target("jobs")
			.orElseThrow();

		assertThat(jobs.status()).isEqualTo(Status.ON_TRACK);
		assertThat(jobs.onceLagging()).isFalse();
	}

	/**
	 * Against GDP it lagged in May: 4.6 − (6.2 − 0.5) = −1.1. That it is held against a
	 * number since June does not undo it.
	 */
	@Test
	void remembersALagFromBeforeTheTargetWasChanged() {
		Plan before = onceLagging(Area.GDP, Area.growth("income", "{in-step-with: gdp, tolerance: 0.5}"));
		Plan after = onceLagging(Area.GDP, Area.growth("income", "{at-least: 4}"));
		Recorded recorded = Recorded.nothing()
			.approved("income", "2024-Q1", "4.6")
			.approved("gdp", "2024-Q1", "6.2", "2024-05-05");

		TargetProgress income = Area
			.standing(Map.of(Area.noonOf("2024-01-01"), before, Area.noonOf("2024-06-01"), after), recorded,
					"2024-06-10")
			.target("income")
			.orElseThrow();

		assertThat(income.status()).isEqualTo(Status.ON_TRACK);
		assertThat(income.onceLagging()).isTrue();
	}

	/** 45 % were done by the middle of the year, as the milestones of then asked. */
	@Test
	void saysThatTheMilestonesWereChangedSinceThePeriodWasJudged() {
		Plan before = withTasks("tasks", TASKS);
		Plan after = withTasks("tasks", TASKS.replace("2024-Q2: 45", "2024-Q2: 50"));
		Recorded recorded = Recorded.nothing().approved("own", "2024-Q2", "45");

		TargetProgress task = Area
			.standing(Map.of(Area.noonOf("2024-01-01"), before, Area.noonOf("2024-08-01"), after), recorded,
					"2024-08-10")
			.target("own")
			.orElseThrow();

		assertThat(task.status()).isEqualTo(Status.AT_RISK);
		assertThat(task.isChanged()).isTrue();
		assertThat(task.explanation().zh()).contains("，与年初节点计划（45.00%）持平；欠调整后节点计划（50.00%）5.00个百分点；");
		assertThat(Objects.requireNonNull(task.besides().first()).status()).isEqualTo(Status.ON_TRACK);
	}

	/** 20 % were asked for in the first quarter before as after. */
	@Test
	void saysNothingOfMilestonesThatWereChangedForLaterPeriods() {
		Plan before = withTasks("tasks", TASKS);
		Plan after = withTasks("tasks", TASKS.replace("2024-Q3: 80", "2024-Q3: 90"));

		TargetProgress task = Area
			.standing(Map.of(Area.noonOf("2024-01-01"), before, Area.noonOf("2024-05-01"), after),
					Recorded.nothing().approved("own", "2024-Q1", "15"), "2024-05-10")
			.target("own")
			.orElseThrow();

		assertThat(task.isChanged()).isFalse();
		assertThat(task.explanation().zh()).doesNotContain("已调整");
	}

	private static Plan onceLagging(String... targets) {
		return PlanFile.read(YamlTree.read(Area.header("area-2024", 2024, "330110", "某区")
				+ "once-lagging: all\ntargets: [" + String.join(", ", targets) + "]\n"), "area-2024")
			.plan();
	}

	private static PlanStanding standing(String onceLagging, Recorded recorded) {
		return Area.standing(withTasks(onceLagging, TASKS), recorded, "2025-02-20");
	}

	private static Plan withTasks(String onceLagging, String tasks) {
		String text = Area.header("area-2024", 2024, "330110", "某区") + "once-lagging: " + onceLagging + "\ntargets: ["
				+ Area.SCHOOLS + "]\n" + tasks;
		return PlanFile.read(YamlTree.read(text), "area-2024").plan();
	}

}
