package org.targetmonitor.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Text;

import static org.assertj.core.api.Assertions.assertThat;

/** The keys of a plan file in words. */
class PlanKeysTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "goal.at-least | 达标条件：不低于", "parts[2].weight | 分解第2项：权重",
			"goal.expects[1].name.zh | 达标条件：应下达的数第1项：名称：中文", "somewhat.new | somewhat：new", "lead | 牵头单位" })
	void areSaidInChinese(String key, String words) {
		assertThat(PlanKeys.words(key).zh()).isEqualTo(words);
	}

	@Test
	void areSaidInEnglish() {
		assertThat(PlanKeys.words("goal.tolerance")).isEqualTo(new Text("达标条件：容差", "goal: tolerance"));
	}

}
