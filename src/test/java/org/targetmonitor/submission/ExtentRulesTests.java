package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.plan.Plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.targetmonitor.submission.SampleSubmissions.submission;

/** What a result without an exact number must be. */
class ExtentRulesTests {

	private static final LocalDate TODAY = LocalDate.of(2025, 2, 1);

	private static final Plan PLAN = DoubtsTests.plan(2024, "{indicator: visits",
			"{indicator: place, name: 排名, wording: 原文, measure: rank, unit: 位, decimals: 0, goal: {at-most: 3}, reported: quarterly, department: stat, nature: expected}\n  - {indicator: visits");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			jobs    | 超3000人    |     |
			jobs    | 超3000人    | 3100 | extent both
			jobs    |            | 3100 |
			jobs    | 3000       |     | extent exact
			jobs    | 不少        |     | extent extent
			jobs    | 超3000吨    |     | extent unit
			place   | 约3位       |     | extent no-extent
			roads   | 约80%      |     |
			roads   | 超100%     |     | extent range
			roads   | 超99%      |     |
			roads   | 约101%     |     | extent range
			roads   | 100%—101% |     | extent range
			schools | 约9990%    |     |
			schools | 约10001%   |     | extent range
			""")
	void isUnderstoodOrRefused(String indicator, @Nullable String extent, @Nullable String value,
			@Nullable String refused) {
		Figure figure = new Figure(indicator, (value != null) ? new BigDecimal(value) : null, null, null, ObsStatus.P,
				null, null, (extent != null) ? Map.of(Detail.EXTENT, extent) : Map.of());

		assertThat(Rules.refusals(submission("2024-Q4", figure), PLAN, new Figures(List.of()), TODAY))
			.extracting(ExtentRulesTests::words)
			.isEqualTo((refused != null) ? List.of(refused) : List.of());
	}

	private static String words(Fault fault) {
		return fault.field() + " " + fault.rule();
	}

}
