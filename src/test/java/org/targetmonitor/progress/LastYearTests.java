package org.targetmonitor.progress;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.BaseShares;

import static org.assertj.core.api.Assertions.assertThat;

/** What of last year's plan is looked at, and by whom. */
class LastYearTests {

	private final Plan before = Area.planOf("area-2023", 2023, new String[] { Area.GDP, Area.JOBS });

	private final Plan now = Area.planOf("area-2024", 2024, new String[] { Area.GDP, Area.JOBS });

	@Test
	void ratesStandThereWhereTheyAreMeasuredAlike() {
		Recorded recorded = Recorded.nothing().approved("gdp", "2023-Q1", "5.1");
		Plan nominal = Area.planOf("area-2024", 2024,
				new String[] { Area.growth("gdp", "{at-least: 6}", "quarterly, prices: current") });
		LastYear lastYear = LastYear.of(List.of(new PlanYear(this.before, recorded.figures(), BaseShares.NONE)));

		assertThat(lastYear.values(target("gdp"))).containsOnlyKeys(LocalDate.of(2024, 4, 1));
		assertThat(lastYear.values(nominal.target("gdp").orElseThrow())).isEmpty();
	}

	@Test
	void quantitiesStandByTheDayAfterTheCorrespondingPeriodOfThisYear() {
		Recorded recorded = Recorded.nothing().approved("jobs", "2023-Q1", "200").waiting("jobs", "2023-Q2", "400");

		assertThat(LastYear.of(List.of(new PlanYear(this.before, recorded.figures(), BaseShares.NONE)))
			.values(target("jobs")))
			.hasEntrySatisfying(LocalDate.of(2024, 4, 1), (known) -> assertThat(known.value()).isEqualTo("200"))
			.hasSize(1);
	}

	private Target target(String indicator) {
		return this.now.target(indicator).orElseThrow();
	}

}
