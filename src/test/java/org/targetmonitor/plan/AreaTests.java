package org.targetmonitor.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Text;

import static org.assertj.core.api.Assertions.assertThat;

/** Which area lies in which, by their codes. */
class AreaTests {

	/** Every spelling of a code, and nothing else, is the area's. */
	@ParameterizedTest
	@CsvSource({ "330110, 330110 330110000 330110000000", "330110000000, 330110 330110000 330110000000",
			"330110001, 330110001 330110001000", "330110001002, 330110001002", "330100, 330100 330100000 330100000000",
			"000000, 000000 000000000 000000000000", "US-CA, US-CA" })
	void isOneHoweverLongItsCodeIsWritten(String code, String codes) {
		Area area = new Area(code, Text.same("某地"));
		assertThat(area.codes()).containsExactly(codes.split(" "));
		assertThat(area.codes()).allSatisfy((other) -> {
			assertThat(new Area(other, Text.same("")).isSame(area)).isTrue();
			assertThat(Area.keyOf(other)).isEqualTo(area.key());
		});
	}

	@ParameterizedTest
	@CsvSource({
			// an area, another one, whether the first contains the second
			"000000, 330000, true", "330000000000, 330110, true", "331000000000, 331002, true",
			"330000, 330000000000, false", "000000, 330110, true", "330000, 330100, true", "330000, 330110, true",
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

	@ParameterizedTest
	@CsvSource({ "000000, US, false", "US, 000000, false", "US, 330100, false", "000000, US-CA, false",
			"US, US-CA, true", "US, DE-BY, false", "US-CA, US, false", "US-CA, US-CA-037, true", "US, US-CA-037, true",
			"US-C, US-CA, false", "DE, DE-BY, true", "US, US, false" })
	void containsNothingOfAnotherCountry(String one, String other, boolean contains) {
		assertThat(area(one, "某地").contains(area(other, "某地"))).isEqualTo(contains);
	}

	@ParameterizedTest
	@CsvSource({ "US-CA, US, true", "US-CA, 000000, false", "330100, US, false", "US, US-CA, false",
			"330100, 000000, true", "330100, CN, false" })
	void liesWithinWhatIsAskedForOfItsCountry(String own, String asked, boolean within) {
		assertThat(area(own, "某地").isWithin(asked)).isEqualTo(within);
	}

	@ParameterizedTest
	@CsvSource({ "330110, true", "33011, false", "US, true", "US-CA, true", "us-ca, false", "US-, false", "QQ-1, false",
			"CN, false", "CN-33, false", "GB-ENG, true", "US CA, false" })
	void knowsACode(String code, boolean known) {
		assertThat(Area.isCode(code)).isEqualTo(known);
	}

	/** A zone with a code of its own lies in what it names, and in what that lies in. */
	@Test
	void liesInTheAreaThatItNames() {
		Area zone = new Area("339901", Text.same("某开发区"), "330110");
		assertThat(zone.above()).containsExactly("330110", "3301", "33", "CN");
		assertThat(area("330100", "杭州市").contains(zone)).isTrue();
		assertThat(area("339900", "某市").contains(zone)).isFalse();
		assertThat(zone.isWithin("330110")).isTrue();
		assertThat(zone.depth()).isEqualTo(4);
		assertThat(new Area("US-06037", Text.same("Los Angeles County"), "US-CA").above()).containsExactly("US-CA",
				"US");
		assertThat(area("US", "美国").country()).isEqualTo("US");
		assertThat(area("330110", "余杭区").country()).isEqualTo("CN");
	}

	private static Area area(String code, String name) {
		return new Area(code, Text.same(name));
	}

}
