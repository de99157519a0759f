package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.ObsStatus;

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

	/** What a share was worked out of must not stay behind once it is withdrawn. */
	@ParameterizedTest
	@ValueSource(strings = { "hightech", "industry" })
	void areGoneOnceEitherQuantityIsCorrectedToNotAvailable(String withdrawn) {
		Recorded recorded = Recorded.nothing()
			.approved("hightech", "2024-Q1", "41", "2024-04-10")
			.approved("industry", "2024-Q1", "100", "2024-04-10")
			.notAvailable(withdrawn, "2024-Q1", ObsStatus.M, "口径调整");

		TargetProgress progress = Area.standing(PLAN, recorded, "2024-05-11").target("share").orElseThrow();

		assertThat(progress.status()).isEqualTo(Status.NOT_ASSESSABLE);
		assertThat(progress.value()).isEmpty();
		assertThat(progress.reason()).extracting(Text::zh).asString().contains(withdrawn + "：口径调整");
		assertThat(Area.standing(PLAN, recorded, "2024-04-12").target("share")).map((earlier) -> earlier.status())
			.hasValue(Status.ON_TRACK);
	}

	@Test
	void areGoneOnceTheNewestRevisionCarriesNoLevel() {
		Plan plan = Area.plan(SHARE.replace("hightech", "gdp"),
				Area.growth("gdp", "none").replace("unit: percent", "unit: percent, level-unit: 亿元"),
				level("industry"));
		Recorded recorded = Recorded.nothing()
			.withLevel("gdp", "2024-Q1", "5", "41", null)
			.approved("industry", "2024-Q1", "100");

		assertThat(Area.standing(plan, recorded, "2024-05-11").target("share").orElseThrow().status())
			.isEqualTo(Status.ON_TRACK);
		assertThat(Area.standing(plan, recorded.verified("gdp", "2024-Q1", "5.1", "2024-05-01"), "2024-05-11")
			.target("share")
			.orElseThrow()
			.status()).isEqualTo(Status.AWAITING_FIGURE);
	}

	/**
	 * 41 ÷ 101.5 is 40.39 % and 41 ÷ 100.5 is 40.80 %; 41 ÷ 150 is 27.3 %, ÷ 50 is 82 %.
	 */
	@ParameterizedTest
	@CsvSource({ "约101, ON_TRACK, 40.4%—40.8%", "约100, NOT_ASSESSABLE, 27.3%—82.0%", "超110, LAGGING, 不超过37.3%",
			"不到100, ON_TRACK, 41.0%以上" })
	void lieBetweenTheReadingsOfAWholeWithoutAnExactNumber(String whole, Status status, String said) {
		Recorded recorded = Recorded.nothing()
			.approved("hightech", "2024-Q1", "41")
			.publishedAs("industry", "2024-Q1", whole);

		TargetProgress progress = Area.standing(PLAN, recorded, "2024-05-11").target("share").orElseThrow();

		assertThat(progress.status()).isEqualTo(status);
		assertThat(progress.explanation().zh()).contains(said).doesNotContain("缺少");
	}

	@Test
	void areSaidToFollowFromNothingWhereNoEndIsKnown() {
		Recorded recorded = Recorded.nothing()
			.publishedAs("hightech", "2024-Q1", "超40")
			.publishedAs("industry", "2024-Q1", "超100");

		TargetProgress progress = Area.standing(PLAN, recorded, "2024-05-11").target("share").orElseThrow();

		assertThat(progress.status()).isEqualTo(Status.NOT_ASSESSABLE);
		assertThat(progress.reason()).extracting(Text::zh).asString().contains("没有足够确切的数值");
	}

	/** A second condition is on the same share, cumulative as its part is. */
	@Test
	void areMeasuredAlikeByBothConditions() {
		Plan plan = Area.plan(SHARE.replace("{at-least: 40}", "{at-least: 40}, and: {at-most: 45}"), level("hightech"),
				level("industry"));
		Target share = plan.target("share").orElseThrow();

		assertThat(share.other().map(Target::measurement)).hasValue(share.measurement());
		assertThat(Area.standing(plan, RECORDED, "2024-05-11").target("share").orElseThrow().explanation().zh())
			.contains("一季度为41.0%")
			.doesNotContain("3月末");
	}

	/** 42 % here, and 41 ÷ 100 of what it is held against. */
	@Test
	void areHeldAgainstByOthers() {
		Plan plan = Area.plan(Area.target("other", "其他占比", "Other", "ratio", "percent", 1, "{not-below: share}",
				"quarterly, accumulates: year-to-date"), SHARE, level("hightech"), level("industry"));

		TargetProgress progress = Area.standing(plan, RECORDED.approved("other", "2024-Q1", "42"), "2024-05-11")
			.target("other")
			.orElseThrow();

		assertThat(progress.judged().orElseThrow().operand()).isEqualByComparingTo("41");
	}

	/** 41 of 100 first, which is the first whole; of 50 since: 82 %. */
	@Test
	void areJudgedByTheFirstWholeTooWhereItWasChanged() {
		Plan first = Area.plan(SHARE.replace("at-least: 40", "at-least: 50"), level("hightech"), level("industry"),
				level("other"));
		Plan now = Area.plan(SHARE.replace("at-least: 40", "at-least: 50").replace("whole: industry", "whole: other"),
				level("hightech"), level("industry"), level("other"));

		TargetProgress progress = Area
			.standing(Map.of(Area.noonOf("2023-12-01"), first, Area.noonOf("2024-05-20"), now),
					RECORDED.approved("other", "2024-Q1", "50"), "2024-06-01")
			.target("share")
			.orElseThrow();

		assertThat(progress.value()).hasValue(new BigDecimal("82.0"));
		assertThat(progress.isChanged()).isTrue();
		assertThat(progress.firstLagLevel()).hasValue(2);
		assertThat(progress.explanation().zh()).contains("41.0%", "82.0%", "份额的算法已调整，此前为“hightech”占“industry”的份额");
	}

	/**
	 * 38 of 100 last year: by the first quarter of four a fourth of the way to 42, which
	 * is 39.
	 */
	@Test
	void beginTheirPathWhereLastYearsQuantitiesEnded() {
		String share = SHARE.replace("goal: {at-least: 40}", "goal: {at-least: 42}, path: {by: linear}");
		Plan before = Area.planOf("area-2023", 2023, new String[] { level("hightech"), level("industry") });
		Recorded lastYear = Recorded.nothing()
			.approved("hightech", "2023-Q4", "38")
			.approved("industry", "2023-Q4", "100");

		TargetProgress progress = PlanStanding
			.of(new PlanFacts(Area.plan(share, level("hightech"), level("industry")), RECORDED.figures(), before,
					lastYear.figures(), null), ShippedCalendars.all(), Area.noonOf("2024-05-11"))
			.target("share")
			.orElseThrow();

		assertThat(progress.judged().orElseThrow().comparison().line()).isEqualByComparingTo("39");
		assertThat(progress.status()).isEqualTo(Status.ON_TRACK);
	}

}
