package org.targetmonitor.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which roles one account may hold together. */
class DutiesTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			plan-admin, 0
			account-admin viewer, 0
			auditor viewer, 0
			submitter@a submitter@b viewer, 0
			submitter@a reviewer@b, 0
			plan-admin account-admin, 1
			plan-admin auditor, 1
			account-admin auditor, 1
			plan-admin@a submitter@b, 1
			auditor reviewer, 1
			account-admin submitter, 1
			submitter@a reviewer@a, 1
			submitter@a reviewer, 1
			submitter reviewer@a, 1
			plan-admin account-admin submitter@a reviewer@a, 3
			""")
	void countsWhatExcludesEachOther(String grants, int faults) {
		assertThat(Duties.faults(new Account("li", "li", true, grants(grants)))).hasSize(faults)
			.allMatch((fault) -> fault.rule().equals("separate-duties"));
	}

	private static Set<Grant> grants(String words) {
		return Arrays.stream(words.split(" ", -1)).map((word) -> {
			int at = word.indexOf('@');
			String role = (at < 0) ? word : word.substring(0, at);
			String plan = (at < 0) ? Grant.EVERY : word.substring(at + 1);
			return new Grant(Role.valueOf(role.toUpperCase(Locale.ROOT).replace('-', '_')), plan, Grant.EVERY);
		}).collect(Collectors.toSet());
	}

}
