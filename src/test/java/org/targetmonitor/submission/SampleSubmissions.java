package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;

/** A plan with an indicator of every sort, and figures for it. */
final class SampleSubmissions {

	static final Instant SPRING = Instant.parse("2024-04-22T04:00:00Z");

	static final Plan PLAN = PlanFile.read(YamlTree.read("""
			plan: sample-2024
			title: 样例
			area: {code: "330110", zh: 余杭区}
			year: 2024
			timezone: Asia/Shanghai
			source: 测试
			due: {working-days-after-period: 15}
			closes: 2025-12-31
			departments: {stat: {zh: 统计局, en: Statistics}, tax: {zh: 财政局, en: Finance}}
			targets:
			  - {indicator: gdp, name: 生产总值, wording: 增长6%, measure: growth, unit: percent, decimals: 1, \
			goal: {at-least: 6}, reported: quarterly, level-unit: 亿元, department: stat, nature: expected}
			  - {indicator: revenue, name: 财政收入, wording: 增长6%, measure: growth, unit: percent, decimals: 1, \
			goal: {at-least: 6}, reported: quarterly, department: tax, nature: expected}
			  - {indicator: jobs, name: 新增就业, wording: 1200人, measure: level, unit: 人, decimals: 0, \
			goal: {at-least: 1200}, reported: quarterly, department: stat, nature: expected}
			  - {indicator: grain, name: 粮食, wording: 10吨, measure: level, unit: 吨, decimals: 0, early: true, \
			goal: {at-least: 10}, reported: yearly, department: stat, nature: expected}
			  - {indicator: research, name: 研发, wording: 3%, measure: ratio, unit: percent, decimals: 2, \
			goal: {at-least: 3}, reported: yearly, department: stat, nature: expected}
			  - {indicator: output, name: 产量, wording: 6%, measure: growth, unit: percent, decimals: 1, \
			goal: {at-least: 6}, reported: monthly, periods: [2024-02, 2024-03, 2024-12], department: stat, \
			nature: expected}
			  - {indicator: faster, name: 快于, wording: 快于, goal: {of: gdp, faster-than: revenue}, \
			department: stat, nature: expected}
			  - {indicator: assigned, name: 减排, wording: 减排, goal: {assigned-by: 市}, department: stat, \
			nature: binding}
			"""), "sample").plan();

	private SampleSubmissions() {
	}

	static Period period(String code) {
		return Period.parse(code).orElseThrow();
	}

	static Submission submission(String period, Figure... figures) {
		return new Submission(period(period), null, List.of(figures));
	}

	static Figure figure(String indicator, String value) {
		return new Figure(indicator, new BigDecimal(value), null, null, ObsStatus.P, null, null, null, null);
	}

	static Figure notAvailable(String indicator, @Nullable String note) {
		return new Figure(indicator, null, null, null, ObsStatus.L, null, null, null, note);
	}

	static Figure levelAlone(String indicator, String level) {
		return new Figure(indicator, null, new BigDecimal(level), null, ObsStatus.P, null, null, null, null);
	}

	static Figure revising(String indicator, int replaces, @Nullable RevisionKind kind, @Nullable String note) {
		return new Figure(indicator, new BigDecimal("5"), null, null, ObsStatus.P, kind, replaces, null, note);
	}

	/** The first or a later revision of a figure, waiting. */
	static Revision waiting(String period, int number, Figure figure, Instant known) {
		return new Revision(period(period), number, figure, new UUID(0, number), "staff", null, known, known, null);
	}

	static Revision decided(Revision revision, boolean approved, Instant at) {
		Review review = new Review(approved, approved ? null : "请核对", "reviewer", at, at);
		return new Revision(revision.period(), revision.number(), revision.figure(), revision.submission(),
				revision.author(), revision.reason(), revision.recordedAt(), revision.knownFrom(), review);
	}

	static Revision approved(String period, int number, Figure figure) {
		return decided(waiting(period, number, figure, SPRING), true, SPRING.plusSeconds(60));
	}

	static Revision returned(String period, int number, Figure figure) {
		return decided(waiting(period, number, figure, SPRING), false, SPRING.plusSeconds(60));
	}

}
