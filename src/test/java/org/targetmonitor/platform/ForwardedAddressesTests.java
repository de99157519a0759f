package org.targetmonitor.platform;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What of a list that proxies wrote is an address. */
class ForwardedAddressesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			203.0.113.7                | 203.0.113.7
			203.0.113.7, 10.9.9.9      | 203.0.113.7, 10.9.9.9
			x, 10.9.9.9                | 10.9.9.9
			203.0.113.7, x, 10.9.9.9   | 10.9.9.9
			203.0.113.7, x             | ''
			256.1.1.1                  | ''
			1.2.3                      | ''
			2001:db8::1                | 2001:db8::1
			::1                        | ::1
			::                         | ::
			1::                        | 1::
			1:2:3:4:5:6:7:8            | 1:2:3:4:5:6:7:8
			1:2:3:4:5:6:7:8:9          | ''
			1:2:3:4:5:6:7              | ''
			::ffff:192.0.2.1           | ::ffff:192.0.2.1
			1::2::3                    | ''
			[2001:db8::1]              | ''
			2001:db8::1%eth0           | ''
			:::                        | ''
			12345::                    | ''
			'1.2.3.4,'                 | ''
			''                         | ''
			""")
	void onlyAddressesAreKept(String list, String kept) {
		assertThat(ForwardedAddresses.addresses(list)).isEqualTo(kept);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			https          | true
			HTTP           | true
			'https, http'  | true
			javascript     | false
			'https,data'   | false
			https:         | false
			''             | false
			""")
	void onlySchemesOfTheWebAreKept(String scheme, boolean kept) {
		assertThat(ForwardedAddresses.areWeb(List.of(scheme))).isEqualTo(kept);
	}

}
