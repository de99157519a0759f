package org.targetmonitor.progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;

import static org.assertj.core.api.Assertions.assertThat;

class TasksTests {

	private static final String TASKS = """
			tasks:
			  - area: {code: t1, zh: 科技}
			    items:
			      - {task: plain, name: 甲}
			      - {task: own, name: 乙, milestones: {2024-Q1: 20, 2024-Q2: 45, 2024-Q3: 80}}
			commitments:
			  - {commitment: c1, name: 依法行政}
			""";

	@ParameterizedTest
	@CsvSource({ "plain, 2024-Q1, 25, on_track, 0.25", "plain, 2024-Q1, 24, at_risk, 0.25",
			"plain, 2024-Q2, 40, lagging, 0.50", "plain, 2024-Q4, 99, missed, 1", "plain, 2024-Q2, 100, achieved, 0.50",
			"own, 2024-Q1, 20, on_track, 0.20", "own, 2024-Q2, 36, at_risk, 0.45", "own, 2024-Q3, 70, lagging, 0.80",
			"own, 2024-Q4, 100, achieved, 1" })
	void holdsATaskAgainstTheElapsedYearOrItsOwnMilestones(String task, String period, String done, String status,
			String pace) {
		TargetProgress progress = standing("none", Recorded.nothing().approved(task, period, done)).target(task)
			.orElseThrow();
		assertThat(progress.status().key()).isEqualTo(status);
		assertThat(progress.judged().orElseThrow().share()).satisfies((share) -> {
			assertThat(share.pace()).isEqualByComparingTo(pace);
			assertThat(share.basis())
				.isEqualTo((task.equals("own") && !period.endsWith("Q4")) ? Pace.MILESTONES : Pace.ELAPSED);
		});
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
	void remembersALagThatWasMadeUpWhereThePlanWantsIt() {
		Recorded madeUp = Recorded.nothing().approved("plain", "2024-Q1", "10").approved("plain", "2024-Q2", "55");
		assertThat(standing("tasks", madeUp).target("plain")).hasValueSatisfying((progress) -> {
			assertThat(progress.status()).isEqualTo(Status.ON_TRACK);
			assertThat(progress.light()).isEqualTo(Light.YELLOW);
			assertThat(progress.lagLevel()).contains(1);
			assertThat(progress.statusWords().zh()).isEqualTo("符合进度（曾滞后）");
			assertThat(progress.marginRatio())
				.hasValueSatisfying((margin) -> assertThat(margin).isEqualByComparingTo("0.05"));
		});
		assertThat(standing("none", madeUp).target("plain").orElseThrow().light()).isEqualTo(Light.GREEN);
	}

	@Test
	void isGreenAgainWithTheRemarkOnceItIsDone() {
		Recorded done = Recorded.nothing().approved("plain", "2024-Q1", "10").approved("plain", "2024-Q4", "100");
		assertThat(standing("tasks", done).target("plain")).hasValueSatisfying((progress) -> {
			assertThat(progress.light()).isEqualTo(Light.GREEN);
			assertThat(progress.lagLevel()).contains(0);
			assertThat(progress.statusWords().zh()).isEqualTo("已完成（曾滞后）");
		});
	}

	@Test
	void atRiskIsNoLag() {
		Recorded risk = Recorded.nothing().approved("plain", "2024-Q1", "20").approved("plain", "2024-Q2", "55");
		assertThat(standing("tasks", risk).target("plain").orElseThrow().light()).isEqualTo(Light.GREEN);
	}

	@Test
	void aVerificationDoesNotUndoWhatWasJudgedFirst() {
		Recorded verified = Recorded.nothing()
			.approved("plain", "2024-Q1", "10")
			.verified("plain", "2024-Q1", "25", "2024-05-20")
			.approved("plain", "2024-Q2", "55");
		assertThat(standing("tasks", verified).target("plain").orElseThrow().light()).isEqualTo(Light.YELLOW);
	}

	@Test
	void aMistakeThatWasCorrectedNeverLagged() {
		Recorded mistaken = Recorded.nothing()
			.approved("plain", "2024-Q1", "2")
			.corrected("plain", "2024-Q1", "25", "2024-05-20")
			.approved("plain", "2024-Q2", "55");
		assertThat(standing("tasks", mistaken).target("plain").orElseThrow().light()).isEqualTo(Light.GREEN);
		Recorded alsoMistaken = Recorded.nothing()
			.approved("plain", "2024-Q1", "25")
			.corrected("plain", "2024-Q1", "2", "2024-05-20")
			.approved("plain", "2024-Q2", "55");
		assertThat(standing("tasks", alsoMistaken).target("plain").orElseThrow().light()).isEqualTo(Light.YELLOW);
	}

	@Test
	void tasksAloneDoesNotMeanTargets() {
		Recorded madeUp = Recorded.nothing().approved("schools", "2024-Q1", "10").approved("schools", "2024-Q2", "55");
		assertThat(standing("tasks", madeUp).target("schools").orElseThrow().light()).isEqualTo(Light.GREEN);
		assertThat(standing("all", madeUp).target("schools").orElseThrow().light()).isEqualTo(Light.YELLOW);
	}

	private static PlanStanding standing(String onceLagging, Recorded recorded) {
		String text = Area.header("area-2024", 2024, "330110", "某区") + "once-lagging: " + onceLagging + "\ntargets: ["
				+ Area.SCHOOLS + "]\n" + TASKS;
		Plan plan = PlanFile.read(YamlTree.read(text), "area-2024").plan();
		return Area.standing(plan, recorded, "2025-02-20");
	}

}
