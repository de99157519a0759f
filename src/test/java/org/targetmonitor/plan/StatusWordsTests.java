package org.targetmonitor.plan;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Only what accounts are drawn up of is 核算 and 核实. */
class StatusWordsTests {

	@ParameterizedTest
	@CsvSource({ "地区生产总值, 初步核算, 最终核实", "人均GDP, 初步核算, 最终核实", "gdp, 初步核算, 最终核实", "数字经济核心产业增加值, 初步核算, 最终核实",
			"服务业增加值占GDP比重, 初步核算, 最终核实", "单位国内生产总值能耗, 初步核算, 最终核实", "单位GDP二氧化碳排放降低, 初步核算, 最终核实", "能源消费总量, 初步核算, 最终核实",
			"规上工业增加值, 快报数, 年报数", "规模以上工业增加值, 快报数, 年报数", "R&D经费支出相当于生产总值比例, 快报数, 年报数", "全社会研发经费占GDP比重, 快报数, 年报数",
			"万元GDP用水量, 快报数, 年报数", "全社会研发经费支出相当于全市生产总值的比例, 快报数, 年报数", "环保投入占全省生产总值比重, 快报数, 年报数",
			"亿元国内生产总值生产安全事故死亡率, 快报数, 年报数", "单位GDP生产安全事故死亡率, 快报数, 年报数", "万元工业增加值用水量, 快报数, 年报数", "单位工业增加值能耗, 初步核算, 最终核实",
			"每万元GDP能耗, 初步核算, 最终核实", "孕产妇死亡率, 快报数, 年报数", "婴儿死亡率, 快报数, 年报数", "城镇新增就业, 快报数, 年报数", "居民消费价格涨幅, 快报数, 年报数",
			"固定资产投资, 快报数, 年报数", "一般公共预算收入, 快报数, 决算数", "财政总收入, 快报数, 决算数", "粮食产量, 快报数, 年报数" })
	void areThoseOfTheAccountsOnlyOfOutputAndEnergy(String name, String preliminary, String settled) {
		StatusWords called = StatusWords.ofName(name);
		assertThat(called.preliminary().zh()).isEqualTo(preliminary);
		assertThat(called.settled().zh()).isEqualTo(settled);
	}

	@ParameterizedTest
	@CsvSource({ "gdp, ACCOUNTS", "gdp-per-head, ACCOUNTS", "energy-intensity, ACCOUNTS",
			"services-value-added, ACCOUNTS", "rd-to-gdp, RETURNS", "retail-sales, RETURNS", "budget-revenue, BUDGET",
			"fiscal-revenue, BUDGET" })
	void ofWhatHasNoNameFollowFromTheCode(String code, StatusWords called) {
		assertThat(StatusWords.ofCode(code)).isEqualTo(called);
	}

	/** The office's own words: the name has none of them. */
	@ParameterizedTest
	@CsvSource({ "'', RETURNS", "', status-words: accounts', ACCOUNTS", "', status-words: budget', BUDGET" })
	void areThoseThatThePlanSays(String said, StatusWords called) {
		List<String> lines = SamplePlan.changed(SamplePlan.LINES, 11, "prices: constant", "prices: constant" + said);
		Plan plan = SamplePlan.read(lines).plan();
		assertThat(plan.target("gdp").orElseThrow().measurement()).extracting(Measurement::statusWords)
			.isEqualTo(called);
	}

}
