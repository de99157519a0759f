package org.targetmonitor.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Text;

import static org.assertj.core.api.Assertions.assertThat;

/** Which area lies in which, by their codes. */
class AreaTests {

	@ParameterizedTest
	@CsvSource({
			// an area, another one, whether the first contains the second
			"000000, 330000, true", "000000, 330110, true", "330000, 330100, true", "330000, 330110, true",
			"330100, 330110, true", "330110, 330110001, true", "330110001, 330110001203, true",
			"000000, 330110001203, true", "330110, 330110, false", "330110, 330100, false", "330100, 000000, false",
			"330100, 330200, false", "330100, 330210, false", "320000, 330110, false", "000000, 000000, false",
			"330110001, 330110002203, false", "330110, 330110000, false", "330110000, 330110001, true" })
	void containsWhatLiesFurtherDown(String one, String other, boolean contains) {
		assertThat(area(one, "某地").contains(area(other, "某地"))).isEqualTo(contains);
	}

	/** One code has three lengths: the levels that do not apply are zeros. */
	@ParameterizedTest
	@CsvSource({ "330100, 330100000, true", "330100000, 330100, true", "000000, 000000000000, true",
			"330110, 330100000000, true", "330110001, 330110, true", "330110, 330110001, false",
			"330100, 330110, false", "330100, 330200000, false", "330100, hangzhou, false" })
	void liesWithinWhatIsAskedFor(String own, String asked, boolean within) {
		assertThat(area(own, "某地").isWithin(asked)).isEqualTo(within);
	}

	@ParameterizedTest
	@CsvSource({ "330000, 浙江省, 全省", "330100, 杭州市, 全市", "330110, 余杭区, 全区", "330127, 淳安县, 全县", "150000, 内蒙古自治区, 全区",
			"330110001, 临平街道, 全街道", "999900, 示例市（虚构）, 全市", "330110, 高新园, 高新园" })
	void isCalledWholeByItsParts(String code, String name, String whole) {
		assertThat(area(code, name).whole().zh()).isEqualTo(whole);
	}

	@Test
	void callsTheCountryByNoName() {
		assertThat(area("000000", "全国").whole()).isEqualTo(new Text("全国", "the country"));
		assertThat(new Area("330100", new Text("杭州市", "Hangzhou City")).whole().en()).isEqualTo("Hangzhou City");
	}

	private static Area area(String code, String name) {
		return new Area(code, Text.same(name));
	}

}
