package org.targetmonitor.plan;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** By when a report's words ask for a goal. */
class WordedDatesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			6月底前开工率达到80%       | 6
			９月20日前建成             | 9
			10月末之前                 | 10
			3月1日以前                 | 3
			9月份之前建成              | 9
			11月当月                   | 11
			6月底达到80%               | 6
			6月30日完成率达到100%      | 6
			六月底前完成               | 6
			十一月底前完成             | 11
			十月底前                   | 10
			6 月底前完成               | 6
			2024年6月底前完成          | 6
			上半年增长6%               | 6
			2024年上半年增长6%         | 6
			年中达到80%                | 6
			年中前完成一半             | 6
			前三季度增长6%             | 9
			前三个季度增长6%           | 9
			前两季度增长6%             | 6
			1—9月增长6%                | 9
			1-11月份增长6%             | 11
			1至6月增长6%               | 6
			二季度末前建成             | 6
			第三季度末达到80%          | 9
			3季度末前                  | 9
			一季度内完成               | 3
			三季度前完成               | 9
			12月底前完成               | -
			十二月底前完成             | -
			四季度末前完成             | -
			年底前完成                 | -
			全年达到80%                | -
			6月底开工率                | -
			增速比上半年提高           | -
			增速高于上半年             | -
			比6月底前的水平高          | -
			3月起实施                  | -
			一季度开门红               | -
			每季度末达到80%            | -
			每年6月底前、12月底前各一次 | -
			2025年6月底前完成          | -
			明年6月底前完成            | -
			比2023年上半年提高1个百分点 | -
			不低于去年上半年           | -
			上年前三季度的水平         | -
			6月底前达到60%、年底前100% | -
			上半年过半、全年100亿元    | -
			上半年完成全年任务的60%    | 6
			6月底前60%、9月底前80%     | -
			提高6.5个百分点            | -
			三年内完成                 | -
			""")
	void knowsTheMonth(String wording, Integer month) {
		assertThat(WordedDates.month(wording, 2024).orElse(null)).isEqualTo(month);
	}

}
