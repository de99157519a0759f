package org.targetmonitor.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where a supervision order stands on a day: the due day is in time, and the plan's
 * closing ends what was not settled.
 */
class SupervisionOrderTests {

	private static final Plan PLAN = PlanFile.read(YamlTree.read("""
			plan: area-2024
			title: {zh: 计划, en: Plan}
			area: {code: "330110", zh: 某区, en: Some district}
			year: 2024
			timezone: Asia/Shanghai
			source: {zh: 虚构, en: invented}
			due: {working-days-after-period: 15}
			closes: 2025-12-31
			departments: {d: {zh: 统计局, en: Statistics}}
			targets:
			- {indicator: gdp, name: {zh: 生产总值, en: GDP}, wording: 增长6%, measure: growth, unit: percent, decimals: 1,
			   goal: {at-least: 6}, reported: quarterly, department: d, nature: expected}
			"""), "area-2024").plan();

	private static final OrderAct ISSUED = act(1, OrderAct.Kind.ISSUED, LocalDate.parse("2024-11-15"));

	private static final OrderAct REPLIED = act(2, OrderAct.Kind.REPLIED, LocalDate.parse("2024-12-31"));

	private static final OrderAct CLOSED = act(3, OrderAct.Kind.CLOSED, null);

	@ParameterizedTest
	@CsvSource({ "1, 2024-11-15, OPEN", "1, 2024-11-16, OVERDUE", "1, 2025-12-30, OVERDUE", "1, 2025-12-31, LAPSED",
			"2, 2024-11-16, REPLIED", "2, 2025-12-31, LAPSED", "3, 2025-12-30, CLOSED", "3, 2025-12-31, CLOSED" })
	void standsByItsLastActAndTheDay(int acts, LocalDate today, OrderState state) {
		SupervisionOrder order = new SupervisionOrder(1, List.of(ISSUED, REPLIED, CLOSED).subList(0, acts));
		assertThat(order.state(PLAN, today)).isEqualTo(state);
	}

	@ParameterizedTest
	@CsvSource({ "OPEN, false", "OVERDUE, false", "REPLIED, false", "CLOSED, true", "LAPSED, true" })
	void isOverOnceClosedOrLapsed(OrderState state, boolean over) {
		assertThat(state.isOver()).isEqualTo(over);
	}

	private static OrderAct act(int number, OrderAct.Kind kind, @Nullable LocalDate day) {
		Instant now = Instant.parse("2024-10-26T00:00:00Z");
		return new OrderAct(1, number, "gdp", kind, null, null, day, null, "reviewer", now, now);
	}

}
