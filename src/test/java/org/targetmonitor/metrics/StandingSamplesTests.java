package org.targetmonitor.metrics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.junit.jupiter.api.Test;

import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.progress.PlanFacts;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.ObsStatus;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Revision;

import static org.assertj.core.api.Assertions.assertThat;

/** The series of a target with two conditions. */
class StandingSamplesTests {

	private static final Instant NOON = Instant.parse("2024-10-20T04:00:00Z");

	private static final Plan PLAN = PlanFile
		.read(YamlTree
			.read("""
					plan: area-2024
					title: 计划
					area: {code: "330110", zh: 某区}
					year: 2024
					timezone: Asia/Shanghai
					source: 虚构
					due: {working-days-after-period: 15}
					closes: 2025-12-31
					departments: {d: {zh: 统计局}}
					targets:
					- {indicator: retail, name: 社零, wording: 社零, measure: growth, unit: percent, decimals: 1, level-unit: 亿元,
					   goal: {at-least: 5}, and: {level: {at-least: 10000}}, reported: quarterly, department: d, nature: expected}
					"""),
				"area-2024")
		.plan();

	/**
	 * 70 % of the level by the third quarter is 5 points behind the pace; the growth of 6
	 * % is ahead of 5 %, and the series of the indicator stay those of growth.
	 */
	@Test
	void areTheIndicatorsWhicheverConditionCounts() {
		Figure figure = new Figure("retail", new BigDecimal("6"), new BigDecimal("7000"), null, ObsStatus.P, null, null,
				null, null);
		Revision revision = new Revision(Period.parse("2024-Q3").orElseThrow(), 1, figure, new UUID(0, 0), "staff",
				null, NOON, NOON, new Review(true, null, "reviewer", NOON, NOON));
		PlanStanding standing = PlanStanding.of(new PlanFacts(PLAN, new Figures(List.of(revision)), null, null, null),
				ShippedCalendars.all(), NOON);

		MetricSnapshots samples = StandingSamples.of(standing, standing.targets());

		assertThat(value(samples, Metric.ACTUAL)).isEqualTo(0.06);
		assertThat(value(samples, Metric.PERIOD_ACTUAL)).isEqualTo(0.06);
		assertThat(value(samples, Metric.TARGET)).isEqualTo(0.05);
		assertThat(value(samples, Metric.LINE)).isEqualTo(0.05);
		assertThat(value(samples, Metric.LAG_LEVEL)).isEqualTo(1);
		assertThat(value(samples, Metric.MARGIN)).isEqualTo(-0.05);
		assertThat(value(samples, Metric.DONE)).isEqualTo(0.7);
		assertThat(value(samples, Metric.PACE)).isEqualTo(0.75);
	}

	/** 7.2 is 0.2 above the ceiling of 7, and not above the floor of 6. */
	@Test
	void tellTheTargetThatTheGapIsTo() {
		Plan plan = PlanFile.read(YamlTree.read("""
				plan: area-2024
				title: 目标
				area: {code: "330110", zh: 某区}
				year: 2024
				timezone: Asia/Shanghai
				source: 虚构
				due: {working-days-after-period: 15}
				closes: 2025-12-31
				departments: {d: {zh: 统计局}}
				targets:
				- {indicator: x, name: 指标, wording: 原文, measure: growth, unit: percent, decimals: 1,
				   goal: {at-least: 6}, and: {at-most: 7}, reported: quarterly, department: d, nature: expected}
				"""), "area-2024").plan();
		Figure figure = new Figure("x", new BigDecimal("7.2"), null, null, ObsStatus.P, null, null, null, null);
		Revision revision = new Revision(Period.parse("2024-Q3").orElseThrow(), 1, figure, new UUID(0, 0), "staff",
				null, NOON, NOON, new Review(true, null, "reviewer", NOON, NOON));
		PlanStanding standing = PlanStanding.of(new PlanFacts(plan, new Figures(List.of(revision)), null, null, null),
				ShippedCalendars.all(), NOON);

		MetricSnapshots samples = StandingSamples.of(standing, standing.targets());

		assertThat(value(samples, Metric.TARGET)).isEqualTo(0.07);
		assertThat(value(samples, Metric.LINE)).isEqualTo(0.07);
		assertThat(value(samples, Metric.GAP)).isEqualTo(0.002);
		assertThat(value(samples, Metric.ACTUAL)).isEqualTo(0.072);
	}

	/**
	 * 18 of 20 at a point in time: 10 % of the number short, and no points of the rate.
	 */
	@Test
	void tellThatTheMarginIsAShareOfTheLevelsNumber() {
		Plan plan = PlanFile
			.read(YamlTree
				.read("""
						plan: area-2024
						title: 目标
						area: {code: "330110", zh: 某区}
						year: 2024
						timezone: Asia/Shanghai
						source: 虚构
						due: {working-days-after-period: 15}
						closes: 2025-12-31
						departments: {d: {zh: 统计局}}
						targets:
						- {indicator: x, name: 资产, wording: 原文, measure: growth, unit: percent, decimals: 1, level-unit: 亿元, accumulates: point,
						   goal: {at-least: 5}, and: {level: {at-least: 20}}, reported: quarterly, department: d, nature: expected}
						"""),
					"area-2024")
			.plan();
		Figure figure = new Figure("x", new BigDecimal("12"), new BigDecimal("18"), null, ObsStatus.P, null, null, null,
				null);
		Revision revision = new Revision(Period.parse("2024-Q3").orElseThrow(), 1, figure, new UUID(0, 0), "staff",
				null, NOON, NOON, new Review(true, null, "reviewer", NOON, NOON));
		PlanStanding standing = PlanStanding.of(new PlanFacts(plan, new Figures(List.of(revision)), null, null, null),
				ShippedCalendars.all(), NOON);

		MetricSnapshots samples = StandingSamples.of(standing, standing.targets());

		assertThat(value(samples, Metric.ON_LEVEL)).isEqualTo(1);
		assertThat(value(samples, Metric.MARGIN)).isEqualTo(-0.1);
		assertThat(value(samples, Metric.TARGET)).isEqualTo(0.05);
	}

	private static double value(MetricSnapshots samples, Metric metric) {
		return samples.stream()
			.filter((snapshot) -> snapshot.getMetadata().getName().equals(metric.clientName()))
			.map(GaugeSnapshot.class::cast)
			.flatMap((snapshot) -> snapshot.getDataPoints().stream())
			.mapToDouble(GaugeSnapshot.GaugeDataPointSnapshot::getValue)
			.sum();
	}

}
