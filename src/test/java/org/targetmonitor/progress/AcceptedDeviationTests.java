package org.targetmonitor.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.oversight.Deviation;
import org.targetmonitor.oversight.DeviationAct;
import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
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

	/** What lagged and has made up for it is yellow, and yet not behind. */
	@Test
	void isNotSaidOfWhatLaggedOnce() {
		Plan plan = PlanFile.read(YamlTree.read(Area.header("area-2024", 2024, "330110", "某区")
				+ "once-lagging: all\ntargets: [" + Area.GDP_ABOUT_5 + "]\n"), "area-2024")
			.plan();
		Recorded recorded = Recorded.nothing().approved("gdp", "2024-Q1", "4.0").approved("gdp", "2024-Q3", "4.8");
		TargetProgress progress = progress(plan, recorded, accepted("2024-11-01T02:00:00Z", "2024-12-31"),
				"2024-12-01T00:00:00Z");
		assertThat(progress.light()).isEqualTo(Light.YELLOW);
		assertThat(progress.statusWords().zh()).isEqualTo("符合进度（曾滞后）");
	}

	private static TargetProgress progress(MarkdownTables.Row row) {
		Recorded recorded = row.text("figures").equals("none") ? Recorded.nothing()
				: Recorded.nothing().approved("gdp", "2024-Q3", row.text("figures").replace("Q3 ", ""));
		return progress(Area.plan(Area.GDP_ABOUT_5), recorded, accepted(row.text("recorded"), row.text("until")),
				row.text("moment"));
	}

	private static TargetProgress progress(Plan plan, Recorded recorded, Oversight decided, String moment) {
		PlanFacts facts = new PlanFacts(plan, recorded.figures(), null, BaseShares.NONE, List.of(),
				Collections.emptyNavigableMap(), decided);
		return PlanStanding.of(facts, ShippedCalendars.all(), Instant.parse(moment)).target("gdp").orElseThrow();
	}

	private static Oversight accepted(String moment, String until) {
		Deviation deviation = new Deviation("受极端天气影响", "四季度追赶", "4.5%左右", "区政府常务会议", null, LocalDate.parse(until));
		Instant recorded = Instant.parse(moment);
		return new Oversight(List.of(new DeviationAct("gdp", 1, deviation, null, "reviewer", recorded, recorded)),
				List.of());
	}

}
