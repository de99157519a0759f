package org.targetmonitor.input;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers as staff type them: taken where they mean one thing, refused where not. */
class TypedNumberTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "5.2 | 5.2 | false", "-3.8 | -3.8 | false", "0 | 0 | false", "５．２ | 5.2 | true",
					"－3.8 | -3.8 | true", "−3.8 | -3.8 | true", "—3.8 | -3.8 | true", "- 3.8 | -3.8 | true",
					"+5.2 | 5.2 | true", "5.2% | 5.2 | true", "5.2％ | 5.2 | true", "5.2 % | 5.2 | true",
					"下降3.8 | -3.8 | true", "下降3.8% | -3.8 | true", "同比下降 3.8% | -3.8 | true", "减少1 | -1 | true",
					"增长5.2% | 5.2 | true", "持平 | 0 | true", "1,234.5 | 1234.5 | true", "１，２３４ | 1234 | true",
					"-1,234,567 | -1234567 | true", "5。2 | 5.2 | true", "5.20 | 5.20 | false" })
	void takesWhatMeansOneThing(String typed, BigDecimal value, boolean rewritten) {
		assertThat(TypedNumber.read(typed, "percent")).isEqualTo(new TypedNumber.Taken(value, rewritten));
	}

	/** A place as people say it. */
	@ParameterizedTest
	@CsvSource({ "4, false", "第4位, true", "4位, true", "第４名, true", "4名, true", "第 4 位, true", "并列第4位, true",
			"排名第4, true", "居第4位, true", "4th, true" })
	void takesAPlace(String typed, boolean rewritten) {
		assertThat(TypedNumber.read(typed, "位")).isEqualTo(new TypedNumber.Taken(new BigDecimal("4"), rewritten));
	}

	@ParameterizedTest
	@ValueSource(strings = { "前4位", "第四位", "4个", "第4位以内" })
	void refusesWhatIsNoOnePlace(String typed) {
		assertThat(TypedNumber.read(typed, "位")).isInstanceOf(TypedNumber.Refused.class);
		assertThat(TypedNumber.read("第4位", "亿元")).isInstanceOf(TypedNumber.Refused.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "803.49亿元 | 803.49", "1,234 亿元 | 1234", "803.49 | 803.49" })
	void takesTheUnitOfTheField(String typed, BigDecimal value) {
		assertThat(TypedNumber.read(typed, "亿元")).matches(
				(result) -> result instanceof TypedNumber.Taken taken && taken.value().compareTo(value) == 0,
				"is taken");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "3.5万人 | 人 | 35000", "3.5万 | 人 | 35000", "1.2万亿元 | 亿元 | 12000",
			"１.２万亿 | 亿元 | 12000", "-2万元 | 元 | -20000", "1,234.5万人 | 人 | 12345000", "下降2万元 | 元 | -20000" })
	void takesTenThousandsOfTheUnit(String typed, String unit, BigDecimal value) {
		assertThat(TypedNumber.read(typed, unit)).isEqualTo(new TypedNumber.Taken(value, true));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "3.5万户 | 人", "5000万 | 亿元", "3万 | 万元", "3万 | percent", "3万% | percent", "3万 | 位", "35000人 | 万人" })
	void refusesWhatIsNoTenThousandsOfTheUnit(String typed, String unit) {
		assertThat(TypedNumber.read(typed, unit)).isInstanceOf(TypedNumber.Refused.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "下降-3.8 | percent | sign", "增长-3.8 | percent | sign", "5,2 | percent | separator",
					"1,23,456 | 亿元 | separator", "8034900万元 | 亿元 | unit", "5% | 亿元 | unit", "5‰ | percent | unit",
					"0.3个百分点 | percent | unit", "约5 | percent | number", "5~6 | percent | unit",
					"(3.8) | percent | number", "1.2.3 | percent | number", "— | percent | number",
					"无 | percent | number", "持平 | 亿元 | number", "1 234 | percent | separator",
					"1'234.5 | 亿元 | separator", "0,500 | 亿元 | separator", "-0,234 | percent | separator",
					"00,123 | 亿元 | separator", "０，５００ | 亿元 | separator", "1,234,56 | 亿元 | separator",
					"6,2 | percent | separator", "1 234 567 | 亿元 | separator", "1234567890123456 | 亿元 | range" })
	void refusesWhatCouldMeanAnother(String typed, String unit, String rule) {
		assertThat(TypedNumber.read(typed, unit)).matches(
				(result) -> result instanceof TypedNumber.Refused refused && refused.rule().equals(rule),
				"is refused by " + rule);
	}

	/** The field takes its own unit and percent signs, so it does not forbid them. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "约5 | percent | “约5”不是数字，请只填一个数字，最多带上本栏的单位（%）",
					"RMB 1523 | 元 | “RMB 1523”不是数字，请只填一个数字，最多带上本栏的单位（元）", ".5 | percent | “.5”不是数字，小数点前后都要有数字，如 0.5",
					"1523. | 元 | “1523.”不是数字，小数点前后都要有数字，如 0.5", "约下降5 | percent | “约下降5”不是数字，下降请只填负数，如 -1.2",
					"无 | percent | “无”不是数字，没有数据时请不填数值，用状态 L（有数未收）或 M（无此数）并说明原因" })
	void saysWhatTheFieldTakes(String typed, String unit, String words) {
		assertThat(TypedNumber.read(typed, unit)).isInstanceOfSatisfying(TypedNumber.Refused.class,
				(refused) -> assertThat(refused.reason().zh()).isEqualTo(words));
	}

	@Test
	void nothingTypedIsNotZero() {
		assertThat(TypedNumber.read(" \u3000\u00a0", "percent")).isEqualTo(new TypedNumber.Blank());
	}

	/** Compatibility folding would make 5.21 of the first and 5.22 of the others. */
	@ParameterizedTest
	@ValueSource(strings = { "5.2①", "5.2²", "5.2²%", "5.2₂", "①", "½" })
	void takesNoNoteOrPowerForADigit(String typed) {
		assertThat(TypedNumber.read(typed, "percent")).isInstanceOf(TypedNumber.Refused.class);
	}

	@Test
	void takesBlanksAndUnitsHoweverTheyAreWritten() {
		assertThat(TypedNumber.read("\u3000３５\u00A0μg/m3", "µg/m³"))
			.isEqualTo(new TypedNumber.Taken(new BigDecimal("35"), true));
	}

}
