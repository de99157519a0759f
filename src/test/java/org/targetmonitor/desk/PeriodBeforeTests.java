package org.targetmonitor.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.ObsStatus;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.YearBefore;

import static org.assertj.core.api.Assertions.assertThat;

/** 上期: of a first quarter the last one of the year before, approved or not. */
class PeriodBeforeTests {

	private static final Instant MOMENT = Instant.parse("2024-05-01T00:00:00Z");

	private final Figures now = new Figures(
			List.of(revision("2024-Q1", "5.1", true), revision("2024-Q2", "5.3", false)));

	private final YearBefore earlier = new YearBefore(plan(2023),
			new Figures(List.of(revision("2023-Q3", "4.9", true), revision("2023-Q4", "5.0", true))));

	@Test
	void ofTheYearsFirstIsTheLastOfTheYearBefore() {
		assertThat(before("2024-Q1", this.earlier)).isEqualTo("2023-Q4 5.0");
		assertThat(before("2024-Q1", null)).isEqualTo("none");
	}

	@Test
	void ofAnotherIsTheOneRightBeforeAlsoWhileItWaits() {
		assertThat(before("2024-Q2", this.earlier)).isEqualTo("2024-Q1 5.1");
		assertThat(before("2024-Q3", this.earlier)).isEqualTo("2024-Q2 5.3");
		assertThat(before("2024-Q4", this.earlier)).as("the third quarter is missing").isEqualTo("none");
	}

	private String before(String period, @Nullable YearBefore known) {
		Target target = plan(2024).target("gdp").orElseThrow();
		return PeriodBefore.of(target, Period.parse(period).orElseThrow(), this.now, known)
			.map((revision) -> revision.period() + " " + revision.value())
			.orElse("none");
	}

	private static Revision revision(String period, String value, boolean approved) {
		Figure figure = new Figure("gdp", new BigDecimal(value), null, null, ObsStatus.P, null, null, null, null);
		return new Revision(Period.parse(period).orElseThrow(), 1, figure, UUID.randomUUID(), "staff", null, MOMENT,
				MOMENT, approved ? new Review(true, null, "reviewer", MOMENT, MOMENT) : null);
	}

	private static Plan plan(int year) {
		return PlanFile.read(YamlTree.read("""
				plan: area-%1$d
				title: 计划
				area: {code: "330110", zh: 某区}
				year: %1$d
				timezone: Asia/Shanghai
				source: 虚构
				due: {working-days-after-period: 15}
				closes: %2$d-12-31
				departments: {d: {zh: 统计局}}
				targets:
				- {indicator: gdp, name: 生产总值, wording: 增长6%%以上, measure: growth, unit: percent, decimals: 1,
				   goal: {at-least: 6}, reported: quarterly, department: d, nature: expected}
				""".formatted(year, year + 1)), "area-" + year).plan();
	}

}
