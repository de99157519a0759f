package org.targetmonitor.progress;

import org.junit.jupiter.api.Test;

import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;

import static org.assertj.core.api.Assertions.assertThat;

/** The same period of last year beside what follows the seasons. */
class SamePeriodTests {

	private static final String DAYS = Area.target("days", "优良天数比率", "Days with good air", "ratio", "percent", 1,
			"{at-least: 90}", "monthly");

	@Test
	void isSaidBesideTheLineOfAShareOrAnAverage() {
		assertThat(days("2023-02", "76.24").explanation().zh()).startsWith("2月末为78.5%").contains("；上年同期76.2%");
		assertThat(days("2023-02", "76.24").explanation().en()).contains("; 76.2% in the same period of last year");
		assertThat(days("2023-02", "76.24").remarks()).extracting((text) -> text.zh()).contains("上年同期76.2%");
	}

	@Test
	void saysNothingOfAnotherPeriodOrAnotherBasis() {
		assertThat(days("2023-03", "76.2").explanation().zh()).doesNotContain("上年同期");
		Plan before = Area.planOf("area-2023", 2023, DAYS.replace("monthly", "monthly, accumulates: average"));
		assertThat(only(Area.plan(DAYS), Recorded.nothing().approved("days", "2024-02", "78.5"), before,
				Recorded.nothing().approved("days", "2023-02", "76.2"))
			.explanation()
			.zh()).doesNotContain("上年同期");
	}

	/** Growth and quantities have last year in them already, a yearly value no season. */
	@Test
	void saysNothingOfWhatGrowsOrAddsUpOrIsYearly() {
		assertThat(only(Area.GDP, "gdp", "2024-Q1", "5.0").explanation().zh()).doesNotContain("上年同期4");
		assertThat(only(Area.JOBS, "jobs", "2024-Q1", "308").explanation().zh()).doesNotContain("上年同期4");
		assertThat(only(Area.RD, "rd", "2024", "4.6").explanation().zh()).doesNotContain("上年同期4");
		assertThat(only(Area.AIR, "air", "2024-Q1", "33").explanation().zh()).contains("上年同期4微克");
	}

	private static TargetProgress days(String period, String before) {
		return only(Area.plan(DAYS), Recorded.nothing().approved("days", "2024-02", "78.5"),
				Area.planOf("area-2023", 2023, DAYS), Recorded.nothing().approved("days", period, before));
	}

	/** Last year it was 4 in the same period. */
	private static TargetProgress only(String target, String indicator, String period, String value) {
		return only(Area.plan(target), Recorded.nothing().approved(indicator, period, value),
				Area.planOf("area-2023", 2023, target),
				Recorded.nothing().approved(indicator, period.replace("2024", "2023"), "4"));
	}

	private static TargetProgress only(Plan plan, Recorded recorded, Plan before, Recorded lastYear) {
		return PlanStanding
			.of(new PlanFacts(plan, recorded.figures(), before, lastYear.figures(), null), ShippedCalendars.all(),
					Area.noonOf("2025-02-01"))
			.targets()
			.getFirst();
	}

}
