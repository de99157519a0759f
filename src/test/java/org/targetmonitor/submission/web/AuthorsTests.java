package org.targetmonitor.submission.web;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Role;
import org.targetmonitor.submission.Author;
import org.targetmonitor.submission.Sight;

import static org.assertj.core.api.Assertions.assertThat;

/** What an account hands in, and sees of what is not approved. */
class AuthorsTests {

	private static Account account(Grant... grants) {
		return new Account("li", "李文", true, Set.of(grants));
	}

	@Test
	void handsInForTheDepartmentsOfItsGrantsAlone() {
		assertThat(Authors.of(account(new Grant(Role.SUBMITTER, "demo", "finance"), Grant.everywhere(Role.REVIEWER))))
			.isEqualTo(new Author("li", Set.of(new Author.Scope("demo", "finance"))));
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void whoeverReviewsOrKeepsAPlanSeesWhatWaitsInIt(Role role) {
		boolean all = Set.of(Role.REVIEWER, Role.AUDITOR, Role.PLAN_ADMIN, Role.ACCOUNT_ADMIN).contains(role);
		Sight sight = Authors.sight(account(new Grant(role, "demo", Grant.EVERY)));
		assertThat(sight.seesAll("demo")).isEqualTo(all);
		assertThat(sight.seesAll("other")).isFalse();
	}

}
