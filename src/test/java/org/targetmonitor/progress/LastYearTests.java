package org.targetmonitor.progress;

import org.junit.jupiter.api.Test;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;

import static org.assertj.core.api.Assertions.assertThat;

/** What of last year's plan is looked at, and by whom. */
class LastYearTests {

	private final Plan before = Area.planOf("area-2023", 2023, new String[] { Area.GDP, Area.JOBS });

	private final Plan now = Area.planOf("area-2024", 2024, new String[] { Area.GDP, Area.JOBS });

	/** Sorting a year's figures out was half of the cost of a standing. */
	@Test
	void figuresAreLookedAtForQuantitiesAlone() {
		LastYear lastYear = LastYear.of(this.before, () -> {
			throw new AssertionError("nobody needs last year's figures for a rate");
		});

		assertThat(lastYear.values(target("gdp"))).isEmpty();
	}

	@Test
	void figuresAreSortedOutOnceForAllQuantities() {
		int[] times = { 0 };
		Figures figures = Recorded.nothing().approved("jobs", "2023-Q1", "200").figures();
		LastYear lastYear = LastYear.of(this.before, new Once<>(() -> {
			times[0]++;
			return figures;
		}));

		assertThat(lastYear.values(target("jobs"))).hasSize(1);
		assertThat(lastYear.values(target("jobs"))).hasSize(1);
		assertThat(times[0]).isEqualTo(1);
	}

	private Target target(String indicator) {
		return this.now.target(indicator).orElseThrow();
	}

}
