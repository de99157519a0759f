package org.targetmonitor.desk.web;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.targetmonitor.desk.Typed;
import org.targetmonitor.period.Period;
import org.targetmonitor.submission.Submissions;

import static org.assertj.core.api.Assertions.assertThat;

/** The form's fields, and the key by which the same form is handed in once. */
class TypedRowsTests {

	private static final Map<String, String> FORM = Map.of("form", "00000000-0000-0000-0000-000000000001");

	private static final Map<String, Typed> ROWS = Map.of("fiscal-revenue",
			new Typed(Map.of("value", "6", "note", "", "level", "200")), "budget-revenue",
			new Typed(Map.of("value", "5")));

	/**
	 * SHA-256 of {@code yuhang-2024 2024-Q1 {budget-revenue={value=5},
	 * fiscal-revenue={level=200, note=, value=6}}}.
	 */
	@Test
	void digestsWhatWasTypedInOneOrderOnEveryMachine() {
		assertThat(key("yuhang-2024", "2024-Q1").digest())
			.isEqualTo("efe4f02469be084836fd7b54bff179c819c3898aa125d368e9ac57248a0fb61a");
	}

	@Test
	void theSameFiguresOfAnotherPlanOrPeriodAreOthers() {
		assertThat(key("yuhang-2024", "2024-Q1")).isEqualTo(key("yuhang-2024", "2024-Q1"))
			.isNotEqualTo(key("yuhang-2024", "2024-Q2"))
			.isNotEqualTo(key("yuhang-2025", "2024-Q1"));
	}

	private static Submissions.IdempotencyKey key(String plan, String period) {
		return TypedRows.key(FORM, plan, Period.parse(period).orElseThrow(), ROWS);
	}

}
