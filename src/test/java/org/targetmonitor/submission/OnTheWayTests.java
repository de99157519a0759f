package org.targetmonitor.submission;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.plan.Plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.targetmonitor.submission.SampleSubmissions.approved;
import static org.targetmonitor.submission.SampleSubmissions.submission;

/** What need be reached later only is not far from it on the way there. */
class OnTheWayTests {

	private static final LocalDate TODAY = LocalDate.of(2025, 2, 1);

	/**
	 * 90 % of schools, of which 80 to 100 and 10 points around the period before are
	 * near.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			goal: {at-least: 90}                            | 2024-Q1 |      | 35.5 | far
			goal: {at-least: 90}, path: {from: 20}          | 2024-Q1 |      | 35.5 |
			goal: {at-least: 90}, path: {from: 20}          | 2024-Q1 |      | 20   |
			goal: {at-least: 90}, path: {from: 20}          | 2024-Q1 |      | 19.9 | far
			goal: {at-least: 90}, path: {from: 20}          | 2024-Q1 |      | 100  |
			goal: {at-least: 90}, path: {from: 20}          | 2024-Q1 |      | 355  | far
			goal: {at-least: 90}, path: {from: 20}          | 2024-Q2 | 35.5 | 62   |
			goal: {at-least: 90}, path: {from: 20}          | 2024-Q2 | 35.5 | 25.5 |
			goal: {at-least: 90}, path: {from: 20}          | 2024-Q2 | 35.5 | 6.2  | far
			goal: {at-least: 90}, path: {from: 20}          | 2024-Q4 |      | 62   | far
			goal: {at-least: 90}, deadline: 2024-09         | 2024-Q1 |      | 35.5 |
			goal: {at-least: 90}, deadline: 2024-09         | 2024-Q3 |      | 35.5 | far
			goal: {at-most: 90}, path: {from: 200}          | 2024-Q1 |      | 180  |
			goal: {at-most: 90}, path: {from: 200}          | 2024-Q1 |      | 210  | far
			goal: {at-most: 90}, deadline: 2024-09          | 2024-Q1 |      | 180  | far
			""")
	void isNotFar(String goal, String period, @Nullable String before, String value, @Nullable String rule) {
		Plan plan = DoubtsTests.plan(2024, "goal: {at-least: 90}", goal);
		List<Revision> known = (before == null) ? List.of()
				: List.of(approved("2024-Q1", 1, SampleSubmissions.figure("schools", before)));
		assertThat(Doubts
			.of(submission(period, SampleSubmissions.figure("schools", value)), plan, new Figures(known), null, TODAY)
			.open()).extracting(Fault::rule).isEqualTo((rule == null) ? List.of() : List.of(rule));
	}

}
