package org.targetmonitor.account;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/** Which passwords are taken. */
class PasswordRulesTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			Tide-and-41-boats,
			余杭统计局报表2024Ab,
			correct-horse-battery,
			0123456789abcdef0123456789abcdef,
			Sh0rt-pass1, length
			alllowercaseletters1,
			onlysmall-letters, kinds
			onlysmallletterslong, kinds
			123456789012, kinds common
			finance-Bureau-1, username
			ecnaniF-Bureau-1, username
			Passw0rd2024!, common
			P@ssword-2024, common
			Admin-2024-2025, common
			Woaini-1314520, common
			Ab1-, length
			'', length kinds common
			""", nullValues = "none")
	void takesOrRefuses(String password, @Nullable String rules) {
		List<String> expected = (rules == null) ? List.of() : List.of(rules.split(" "));
		assertThat(PasswordRules.faults("finance", password)).extracting(Fault::rule)
			.containsExactlyInAnyOrderElementsOf(expected);
	}

	@ParameterizedTest
	@CsvSource({ "24, 0", "25, 1" })
	void refusesWhatIsLongerThanBcryptLooksAt(int han, int faults) {
		assertThat(PasswordRules.faults("finance", "统".repeat(han - 3) + "aB1" + "计".repeat(2)))
			.filteredOn((fault) -> fault.rule().equals("length"))
			.hasSize(faults);
	}

	@ParameterizedTest
	@CsvSource({ "abc, xx-abc-Long-1", "abc, xx-Long-12345" })
	void shortUsernamesMayStandInside(String username, String password) {
		assertThat(PasswordRules.faults(username, password)).isEmpty();
	}

}
