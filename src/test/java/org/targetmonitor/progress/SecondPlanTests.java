package org.targetmonitor.progress;

import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.targetmonitor.input.Text;
import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Kin;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.YearsBefore;
import org.targetmonitor.submission.BaseShares;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A second plan of the same area and year: 960 of 1,200 jobs after three quarters, 80 %.
 * By the main plan of the year before 70 % were reached then (840 of 1,200), by the works
 * beside it 90 % (1,080 of 1,200), by the calendar 75 %.
 */
class SecondPlanTests {

	private static final Plan PLAN = Area.plan(Area.JOBS);

	private static final Plan MAIN = Area.planOf("area-2023", 2023, new String[] { Area.JOBS });

	private static final Plan WORKS = Area.planOf("a-works-2023", 2023, new String[] { Area.JOBS });

	private static final Recorded OF_MAIN = Recorded.nothing()
		.approved("jobs", "2023-Q3", "840")
		.approved("jobs", "2023-Q4", "1200");

	private static final Recorded OF_WORKS = Recorded.nothing()
		.approved("jobs", "2023-Q3", "1080")
		.approved("jobs", "2023-Q4", "1200");

	@Test
	void paceIsTheMainPlansOfTheYearBefore() {
		assertThat(margin(jobs(PLAN, MAIN))).isEqualTo("10.00");
	}

	@Test
	void aPlanBesideChangesNothing() {
		TargetProgress jobs = jobs(PLAN, MAIN, Area.beside(WORKS, null));

		assertThat(jobs).isEqualTo(jobs(PLAN, MAIN));
		assertThat(margin(jobs)).isEqualTo("10.00");
	}

	@Test
	void aPlanBesideIsTheYearBeforeWhereItIsNamed() {
		Plan named = Area.with(PLAN, new Kin(false, "a-works-2023"));

		assertThat(margin(jobs(named, MAIN, Area.beside(WORKS, null)))).isEqualTo("-10.00");
		assertThat(margin(jobs(named, MAIN, WORKS))).isEqualTo("-10.00");
	}

	/** Pace by the calendar: neither of two plans is taken, whatever their codes. */
	@Test
	void ofTwoMainPlansNeitherIsTakenAndThatIsSaid() {
		TargetProgress jobs = jobs(PLAN, MAIN, WORKS);

		assertThat(margin(jobs)).isEqualTo("5.00");
		assertThat(Objects.requireNonNull(jobs.outlook()).missing()).extracting(Text::zh)
			.contains("2023年有2个计划有该指标（a-works-2023, area-2023），计划未指明以哪个为上年计划（year-before），都未采用");
		assertThat(Objects.requireNonNull(jobs(PLAN, MAIN).outlook()).missing()).extracting(Text::zh)
			.noneMatch((said) -> said.contains("year-before"));
	}

	/** Works without jobs leave the main plan the only one that has them. */
	@Test
	void theYearBeforeIsFoundByIndicator() {
		Plan grain = Area.planOf("a-works-2023", 2023, new String[] { Area.GRAIN });
		Plan thousands = Area.planOf("a-works-2023", 2023, new String[] { Area.JOBS.replace("万人", "千人") });

		assertThat(margin(jobs(PLAN, MAIN, grain))).isEqualTo("10.00");
		assertThat(margin(jobs(PLAN, MAIN, thousands))).as("in another unit").isEqualTo("10.00");
	}

	private static String margin(TargetProgress progress) {
		return progress.judged().orElseThrow().margin().setScale(2).toPlainString();
	}

	private static TargetProgress jobs(Plan plan, Plan... before) {
		List<PlanYear> earlier = YearsBefore.of(plan, List.of(before))
			.stream()
			.map((year) -> new PlanYear(year, (year.id().equals("area-2023") ? OF_MAIN : OF_WORKS).figures(),
					BaseShares.NONE))
			.toList();
		PlanFacts facts = new PlanFacts(plan, Recorded.nothing().approved("jobs", "2024-Q3", "960").figures(), null,
				BaseShares.NONE, earlier, Collections.emptyNavigableMap(), Oversight.NONE);
		PlanStanding standing = PlanStanding.of(facts, ShippedCalendars.all(), Area.noonOf("2024-11-01"));
		return standing.target("jobs").orElseThrow();
	}

}
