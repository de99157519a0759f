package org.targetmonitor.submission.sheet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every usual way of writing a period, in a cell of its own and in a title. */
class PeriodTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2024Q3 | 9
			2024-Q3 | 9
			2024 Q3 | 9
			2024q3 | 9
			２０２４Ｑ３ | 9
			Q3 2024 | 9
			Q3/2024 | 9
			Q3, 2024 | 9
			3Q 2024 | 9
			2024年Q3 | 9
			2024年三季度 | 9
			2024年第三季度 | 9
			2024年第3季度 | 9
			2024年3季度 | 9
			2024年Ⅲ季度 | 9
			2024三季度 | 9
			2024-3季度 | 9
			2024年前三季度 | 9
			2024年前3季度 | 9
			2024年前三个季度 | 9
			2024年一至三季度 | 9
			2024年一到三季度 | 9
			2024年第一至第三季度 | 9
			2024年一—三季度 | 9
			2024年1—3季度 | 9
			2024年1～3季度 | 9
			2024年一、二、三季度 | 9
			2024年1-9月 | 9
			2024年1－9月 | 9
			2024年1～9月份 | 9
			2024年1月至9月 | 9
			2024年1月-9月 | 9
			2024年01-09月 | 9
			2024.1-9 | 9
			2024.01-09 | 9
			2024/1～9 | 9
			2024年1-9 | 9
			2024年1至9 | 9
			202401-09 | 9
			2024年一至九月 | 9
			2024年一月至九月份 | 9
			2024年前9个月 | 9
			2024年前九个月 | 9
			2024年9月 | 9
			2024年09月份 | 9
			2024年九月 | 9
			2024年9月末 | 9
			截至2024年9月末 | 9
			2024-09 | 9
			2024.09 | 9
			2024.9 | 9
			2024/9 | 9
			2024/09 | 9
			202409 | 9
			09/2024 | 9
			二〇二四年前三季度 | 9
			二零二四年三季度 | 9
			二○二四年第三季度 | 9
			二O二四年九月 | 9
			24年前三季度 | 9
			2024 年 前 三 季 度 | 9
			first three quarters of 2024 | 9
			the first three quarters of 2024 | 9
			the third quarter of 2024 | 9
			third quarter 2024 | 9
			3rd quarter of 2024 | 9
			Quarter 3 2024 | 9
			Jan-Sep 2024 | 9
			January to September 2024 | 9
			January–September of 2024 | 9
			September 2024 | 9
			Sept. 2024 | 9
			2024 September | 9
			first nine months of 2024 | 9
			2024年上半年 | 6
			2024上半年 | 6
			2024年1-6月 | 6
			2024年半年报 | 6
			2024年一、二季度 | 6
			2024H1 | 6
			2024-S1 | 6
			H1 2024 | 6
			first half of 2024 | 6
			first half-year of 2024 | 6
			2024年下半年 | 12
			2024年全年 | 12
			2024年度 | 12
			2024年度数据 | 12
			2024年1-12月 | 12
			2024年一至十二月 | 12
			2024年一至四季度 | 12
			2024年12月 | 12
			2024年十二月 | 12
			2024年十一月 | 11
			2024年1-11月 | 11
			2024年10月 | 10
			2024年一至十月 | 10
			full year 2024 | 12
			whole year of 2024 | 12
			FY2024 | 12
			2024年四季度（全年） | 12
			the fourth quarter (whole year) of 2024 | 12
			2024年一季度 | 3
			2024年1-3月 | 3
			2024年首季度1-3月 | 3
			3Q24 | 9
			3Q'24 | 9
			Q3'24 | 9
			Q3-24 | 9
			24Q3 | 9
			3Q2024 | 9
			2024 3Q | 9
			2024Q1-Q3 | 9
			2024年Q1—Q3 | 9
			Q1-Q3 2024 | 9
			2024M09 | 9
			2024-M9 | 9
			M9 2024 | 9
			9M24 | 9
			9M 2024 | 9
			截至2024年9月30日 | 9
			截止2024-09-30 | 9
			as at 30 September 2024 | 9
			nine months ended 30 September 2024 | 9
			nine months to September 2024 | 9
			2024年1月1日至9月30日 | 9
			2024.1.1-2024.9.30 | 9
			2024-01-01至2024-09-30 | 9
			1H24 | 6
			H1'24 | 6
			2024年中期 | 6
			截至2024年2月29日 | 2
			""")
	void understandsAPeriodInItsOwnCellAndInATitle(String written, int months) {
		assertThat(PeriodText.only(written).mark()).as("alone").contains(new PeriodMark(2024, months));
		assertThat(PeriodText.in("示例区" + written + "主要经济指标完成情况").mark()).as("in a Chinese title")
			.contains(new PeriodMark(2024, months));
	}

	@ParameterizedTest
	@CsvSource({ "三季度, 9", "第三季度, 9", "前三季度, 9", "Q3, 9", "一至三季度, 9", "1-9月, 9", "1～9月份, 9", "九月, 9", "上半年, 6",
			"1-6月, 6", "全年, 12", "截至9月末, 9", "first three quarters, 9", "1月至9月, 9" })
	void understandsAPeriodWithoutItsYear(String written, int months) {
		assertThat(PeriodText.only(written).mark()).contains(new PeriodMark(null, months));
		assertThat(PeriodText.in(written + "主要经济指标").mark()).contains(new PeriodMark(null, months));
	}

	@ParameterizedTest
	@CsvSource({ "2024, 12", "2024年, 12", "二〇二四年, 12" })
	void takesAYearAloneForAPeriodOnlyInTheCellOfOne(String written, int months) {
		assertThat(PeriodText.only(written).mark()).contains(new PeriodMark(2024, months));
		assertThat(PeriodText.in(written + "主要经济指标").mark()).isEmpty();
		assertThat(PeriodText.in(written + "主要经济指标").unclear()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2024年7-9月", "2024.7-9", "202407-09", "2024.01-2024.09", "2024年10—12月", "2024年二、三季度",
			"2024年5季度", "2024年13月", "2024年上旬1旬", "2024年近3个月", "2024年二至四季度", "2024年1-9月及1-11月", "July to September 2024",
			"Sep-24", "1-9/2024", "2024年7月1日至9月30日", "2023年10月1日至2024年9月30日", "three months ended 30 September 2024" })
	void asksAboutWhatItDoesNotUnderstand(String written) {
		assertThat(PeriodText.in(written + "主要指标").mark()).isEmpty();
		assertThat(PeriodText.in(written + "主要指标").unclear()).isTrue();
		assertThat(PeriodText.only(written).unclear()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "本期", "2024-10-20", "秋季", "abc" })
	void asksAboutAnythingElseInTheCellOfAPeriod(String written) {
		assertThat(PeriodText.only(written).mark()).isEmpty();
		assertThat(PeriodText.only(written).unclear()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "主要经济指标", "制表时间：2024年10月", "填表日期：2024年10月15日", "2024年10月15日", "2024-10-15",
			"2024/10/15", "20241015", "15 October 2024", "October 15, 2024", "单位：%", "示例区统计局",
			"figures count from 1 January", "上年同期", "按季度报送", "2024年度主要目标", "截至2024年10月15日", "15-Oct-2024", "2024年中心工作",
			"PM2.5浓度 35μg/m3", "M2增速", "数据为年初以来累计" })
	void findsNoPeriodWhereThereIsNone(String written) {
		assertThat(PeriodText.in(written).mark()).isEmpty();
		assertThat(PeriodText.in(written).unclear()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "2024年前三季度（与2023年全年比较）, 2024, 9", "2024年1-9月及9月当月, 2024, 9", "2024年1-9月（上年1-12月）, 2024, 9",
			"2024年度目标三季度完成情况, 2024, 9", "2024年度主要经济指标前三季度完成情况, 2024, 9" })
	void takesTheLastOfSeveralYears(String written, int year, int months) {
		assertThat(PeriodText.in(written).mark()).contains(new PeriodMark(year, months));
	}

	/** Taken without its year, another year's figures would pass. */
	@ParameterizedTest
	@ValueSource(strings = { "3Q23", "Q3'23", "23Q3", "9M23", "截至2023年9月30日" })
	void readsAYearInTwoDigits(String written) {
		assertThat(PeriodText.in(written + "主要指标").mark()).contains(new PeriodMark(2023, 9));
	}

	@Test
	void saysAPeriodWithoutAYearInWords() {
		@Nullable Integer none = null;
		assertThat(new PeriodMark(none, 9).words().zh()).isEqualTo("第3季度");
		assertThat(new PeriodMark(2024, 9).words().zh()).isEqualTo("2024年前三季度");
		assertThat(new PeriodMark(2024, 11).words().en()).isEqualTo("January to November of 2024");
	}

}
