package org.targetmonitor.progress;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.targetmonitor.plan.Plan;
import org.targetmonitor.report.OutlookPanel;
import org.targetmonitor.report.PeriodRow;
import org.targetmonitor.report.WhatIfPanel;

import static org.assertj.core.api.Assertions.assertThat;

/** What an indicator's page shows of a standing. */
class PanelTests {

	private static String jobs(String goal) {
		return Area.target("jobs", "城镇新增就业", "New jobs", "level", "万人", 0, goal, "quarterly");
	}

	/**
	 * 900 in three quarters is 1200 in the year by the pace so far, 100 short of 1300.
	 */
	@Test
	void marksNothingOfAStretchBad() {
		Recorded recorded = Recorded.nothing().approved("jobs", "2024-Q3", "900");
		TargetProgress atLeast = Area.only(jobs("{at-least: 1300}"), recorded, "2024-11-01");
		TargetProgress stretch = Area.only(jobs("{stretch: 1300}"), recorded, "2024-11-01");

		assertThat(WhatIfPanel.of(atLeast, "300").orElseThrow().answer().mark()).isEqualTo("bad");
		assertThat(WhatIfPanel.of(stretch, "300").orElseThrow().answer().mark()).isEqualTo("warn");
		assertThat(WhatIfPanel.of(stretch, "400").orElseThrow().answer().mark()).isEqualTo("good");
		assertThat(ends(jobs("{at-least: 1300}"), atLeast)).contains("bad");
		assertThat(ends(jobs("{stretch: 1300}"), stretch)).contains("warn").doesNotContain("bad");
	}

	private static List<String> ends(String target, TargetProgress progress) {
		return OutlookPanel.of(Area.plan(target), progress)
			.orElseThrow()
			.ends()
			.stream()
			.map(OutlookPanel.End::mark)
			.toList();
	}

	/** Of 60 done 40 are left; of 700 of 1200 twice what is left may be supposed. */
	@Test
	void slidesOverWhatIsNotRefused() {
		Recorded recorded = Recorded.nothing().approved("schools", "2024-Q3", "60").approved("jobs", "2024-Q3", "700");

		assertThat(slider(Area.SCHOOLS, recorded)).isEqualTo(new WhatIfPanel.Slider("0", "40", "1"));
		assertThat(slider(Area.JOBS, recorded)).isEqualTo(new WhatIfPanel.Slider("0", "1000", "10"));
	}

	private static WhatIfPanel.Slider slider(String target, Recorded recorded) {
		return WhatIfPanel.of(Area.only(target, recorded, "2024-11-01"), null).orElseThrow().slider();
	}

	/** A rate of 4.6 % stays one when the target is measured as a quantity. */
	@Test
	void printsAPeriodAsItWasMeasuredThen() {
		Plan before = Area.plan(Area.growth("jobs", "{at-least: 5}"));
		Plan after = Area.plan(jobs("{at-least: 500}"));
		Recorded recorded = Recorded.nothing().approved("jobs", "2024-Q1", "4.6").approved("jobs", "2024-Q2", "260");
		PlanStanding standing = Area.standing(
				Map.of(Area.noonOf("2024-01-01"), before, Area.noonOf("2024-06-01"), after), recorded, "2024-08-01");

		List<PeriodRow> rows = PeriodRow.of(after, standing.judgedBy(), standing.target("jobs").orElseThrow(),
				Locale.CHINESE);

		assertThat(rows.getFirst()).satisfies((row) -> {
			assertThat(List.of(String.valueOf(row.actualWords()), String.valueOf(row.lineWords()),
					String.valueOf(row.margin())))
				.containsExactly("4.6%", "5%", "−0.4个百分点");
			assertThat(row.actual()).isNull();
			assertThat(row.line()).isNull();
		});
		assertThat(rows.get(1).actual()).isEqualTo("260");
		assertThat(rows.get(1).actualWords()).isEqualTo("260 万人");
	}

}
