package org.targetmonitor.support;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan of 2024 of one department, {@code stat}, with as many indicators as asked. */
public final class LargePlan {

	private LargePlan() {
	}

	/**
	 * Records it: indicators {@code i0} and on, growth of at least 6, quarterly.
	 * @param more what else stands in the file
	 */
	public static void record(Api api, String plan, int indicators, String more) {
		String targets = IntStream.range(0, indicators)
			.mapToObj((row) -> "  - {indicator: i" + row + ", name: {zh: 指标" + row + ", en: Indicator " + row
					+ "}, wording: 增长6%, measure: growth, unit: percent, decimals: 1, goal: {at-least: 6}, reported: quarterly,"
					+ " department: stat, nature: expected}\n")
			.collect(Collectors.joining());
		Api.Answer recorded = api.admin().put("/api/plans/" + plan, "application/yaml", """
				plan: %s
				title: 样例
				area: {code: "330199", zh: 样例区}
				year: 2024
				timezone: Asia/Shanghai
				source: 测试
				due: {working-days-after-period: 15}
				closes: 2025-12-31
				departments: {stat: {zh: 统计局, en: Statistics}}
				targets:
				%s%s""".formatted(plan, targets, more));
		assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
	}

}
