package org.targetmonitor.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.targetmonitor.oversight.Deviation;
import org.targetmonitor.oversight.DeviationAct;
import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.submission.BaseShares;
import org.targetmonitor.support.MarkdownTables;

import static org.assertj.core.api.Assertions.assertThat;

/** An accepted deviation is said beside an honest status, and ends by itself. */
class AcceptedDeviationTests {

	@ParameterizedTest(name = "{0}")
	@MethodSource("examples")
	void countsFromItsRecordingToTheEndOfItsLastDay(MarkdownTables.Row row) {
		TargetProgress progress = progress(row);
		assertThat(progress.status().key()).isEqualTo(row.text("status"));
		assertThat(progress.lagLevel().map(Object::toString).orElse("–")).isEqualTo(row.text("lag level"));
		assertThat(progress.statusWords().zh()).isEqualTo(row.text("says"));
		assertThat(progress.supervision().accepted() != null).isEqualTo(row.text("counts").equals("yes"));
	}

	static List<MarkdownTables.Row> examples() {
		return MarkdownTables.of("docs/progress.md").section("Accepted deviations by day").rows();
	}

	private static TargetProgress progress(MarkdownTables.Row row) {
		Plan plan = Area.plan(Area.GDP_ABOUT_5);
		Recorded recorded = row.text("figures").equals("none") ? Recorded.nothing()
				: Recorded.nothing().approved("gdp", "2024-Q3", row.text("figures").replace("Q3 ", ""));
		PlanFacts facts = new PlanFacts(plan, recorded.figures(), null, null, null, BaseShares.NONE, List.of(),
				Collections.emptyNavigableMap(), accepted(row));
		return PlanStanding.of(facts, ShippedCalendars.all(), Instant.parse(row.text("moment")))
			.target("gdp")
			.orElseThrow();
	}

	private static Oversight accepted(MarkdownTables.Row row) {
		Deviation deviation = new Deviation("受极端天气影响", "四季度追赶", "4.5%左右", "区政府常务会议", null,
				LocalDate.parse(row.text("until")));
		Instant recorded = Instant.parse(row.text("recorded"));
		return new Oversight(List.of(new DeviationAct("gdp", 1, deviation, null, "reviewer", recorded, recorded)),
				List.of());
	}

}
