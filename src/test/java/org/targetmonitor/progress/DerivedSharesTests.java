package org.targetmonitor.progress;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Shares of a whole, beside what docs/progress.md shows. */
class DerivedSharesTests {

	private static final String SHARE = "{indicator: share, name: {zh: 高新占比, en: Share}, wording: 占比40%以上, measure: ratio, "
			+ "unit: percent, decimals: 1, goal: {at-least: 40}, share-of: {part: hightech, whole: industry}, "
			+ "department: d, nature: expected}";

	private static final Plan PLAN = Area.plan(SHARE, level("hightech"), level("industry"));

	private static String level(String indicator) {
		return Area.target(indicator, indicator, indicator, "level", "亿元", 1, "none", "quarterly");
	}

	/** 40 ÷ 100, and 41 ÷ 100 from the day on which the part was revised. */
	private static final Recorded RECORDED = Recorded.nothing()
		.approved("hightech", "2024-Q1", "39", "2024-04-10")
		.approved("industry", "2024-Q1", "100", "2024-04-20")
		.verified("hightech", "2024-Q1", "41", "2024-05-10");

	private static TargetProgress share(String day) {
		return Area.standing(PLAN, RECORDED, day).target("share").orElseThrow();
	}

	@Test
	void areKnownFromWhenBothQuantitiesAreAndChangeWithEach() {
		assertThat(share("2024-04-15").status()).isEqualTo(Status.AWAITING_FIGURE);
		assertThat(share("2024-05-01").explanation().zh()).contains("39.0%", "39 ÷ 100");
		assertThat(share("2024-05-01").status()).isEqualTo(Status.LAGGING);
		assertThat(share("2024-05-11").explanation().zh()).contains("41.0%", "41 ÷ 100");
		assertThat(share("2024-05-11").status()).isEqualTo(Status.ON_TRACK);
		assertThat(share("2024-05-11").path().steps()).extracting((step) -> step.status())
			.containsExactly(Status.ON_TRACK);
	}

	@Test
	void areAskedOfNobody() {
		PlanStanding standing = Area.standing(PLAN, Recorded.nothing(), "2024-12-01");

		assertThat(standing.target("share").orElseThrow().timeliness()).isEqualTo(Timeliness.NONE);
		assertThat(PLAN.target("share")).map(Target::isHandedIn).hasValue(false);
	}

	@Test
	void areExplainedByTheQuantities() {
		PlanStanding standing = Area.standing(PLAN, RECORDED, "2024-05-11");

		assertThat(Explanation.of(standing, standing.target("share").orElseThrow()).inputs())
			.extracting((input) -> input.judged(), (input) -> input.submission(), (input) -> input.origin())
			.containsExactly(tuple("41.0", null, new Text("由总量算得：41 ÷ 100", "worked out: 41 ÷ 100")));
	}

	@Test
	void areOtherSharesOnceAnotherWholeIsMeant() {
		assertThat(PLAN
			.goalsChangedBy(Area.plan(SHARE.replace("whole: industry", "whole: {area: \"330000\", indicator: x}"),
					level("hightech"), level("industry"))))
			.isEqualTo(List.of("share"));
	}

}
