package org.targetmonitor.progress;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Text;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Deadlines within the year, beyond what docs/progress.md has: changed ones, and words.
 */
class DeadlineTests {

	private static final Instant YEAR_BEGINS = Area.noonOf("2024-01-01");

	private static String lines(String deadline) {
		return Area.target("lines", "新辟公交线路", "New bus lines", "level", "条", 0, "{at-least: 30}",
				"quarterly, deadline: " + deadline);
	}

	/**
	 * 29 by June is one too few; moved to September in July, 31 by then keep the changed
	 * one: the first verdict stays beside it.
	 */
	@Test
	void keepsTheVerdictOfTheFirstDeadlineWhenItIsMoved() {
		Recorded recorded = Recorded.nothing().approved("lines", "2024-Q2", "29").approved("lines", "2024-Q3", "31");
		TargetProgress moved = Area
			.standing(Map.of(YEAR_BEGINS, Area.plan(lines("2024-06")), Area.noonOf("2024-07-20"),
					Area.plan(lines("2024-09"))), recorded, "2024-10-20")
			.target("lines")
			.orElseThrow();

		assertThat(moved.status()).isEqualTo(Status.ACHIEVED);
		assertThat(moved.besides().first()).satisfies((first) -> {
			assertThat(first.status()).isEqualTo(Status.MISSED);
			assertThat(first.goalWords().zh()).isEqualTo("6月底前不低于30条");
		});
		assertThat(moved.explanation().zh()).isEqualTo(
				"上半年累计29条（快报数），完成年初目标（6月底前不低于30条）的96.67%，欠年初目标1条，未达标；前三季度累计31条（快报数），完成调整后目标（9月底前不低于30条）的103.33%，超调整后目标1条，达标。");
	}

	/** What was judged by June stays on the path of periods, and nothing after it. */
	@Test
	void judgesNothingAfterTheDeadline() {
		TargetProgress missed = Area.only(lines("2024-06"),
				Recorded.nothing()
					.approved("lines", "2024-Q1", "15")
					.approved("lines", "2024-Q2", "29")
					.approved("lines", "2024-Q3", "31"),
				"2024-10-20");

		assertThat(missed.status()).isEqualTo(Status.MISSED);
		assertThat(missed.path().steps()).extracting((step) -> step.period().toString())
			.containsExactly("2024-Q1", "2024-Q2");
		assertThat(missed.outlook()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "2024-06, 6月底前不低于30条, at least 30 条 by the end of June",
			"2024-09-20, 9月20日前不低于30条, at least 30 条 by 20 September" })
	void isSaidWithTheGoal(String deadline, String zh, String en) {
		TargetProgress progress = Area.only(lines(deadline), Recorded.nothing(), "2024-03-01");

		assertThat(progress.target().goalWords(Text.same(""))).satisfies((words) -> {
			assertThat(words.zh()).isEqualTo(zh);
			assertThat(words.en()).isEqualTo(en);
		});
	}

}
