package org.targetmonitor.account.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One place has one name, however its address is written. */
class PlacesTests {

	@ParameterizedTest
	@CsvSource({ "1.2.3.4, 1.2.3.4", "::ffff:1.2.3.4, 1.2.3.4", "::FFFF:102:304, 1.2.3.4",
			"0:0:0:0:0:ffff:1.2.3.4, 1.2.3.4", "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
			"2001:db8:1:2::1, 20010db800010002/64", "::1, 0000000000000000/64", "x:y, x:y" })
	void names(String address, String place) {
		assertThat(Places.of(address)).isEqualTo(place);
	}

}
