package org.targetmonitor.account.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.GrantScopes;
import org.targetmonitor.account.Role;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

import static org.assertj.core.api.Assertions.assertThat;

/** The form of an account stays of one size, however many plans there are. */
class AccountFormTests {

	private static final Account ACCOUNT = new Account("wang", "王芳", null, true,
			Set.of(new Grant(Role.SUBMITTER, "county-007", "finance")));

	@Test
	void aFewPlansAreAllThereToChooseFrom() {
		AccountForm form = form(40);
		GrantChoices choices = form.choices(form.of(ACCOUNT), Locale.CHINESE);
		assertThat(choices.searched()).isFalse();
		assertThat(choices.plans()).hasSize(40);
	}

	@Test
	void ofManyThoseOfTheGrantsAreThereAndThoseFound() {
		AccountForm form = form(300);
		assertThat(plans(form.choices(form.of(ACCOUNT), Locale.CHINESE))).as("what is held is not chosen again")
			.isEmpty();
		assertThat(plans(form.choices(form.empty(), Locale.CHINESE))).isEmpty();

		GrantChoices found = form.choices(looking(form, "第128县  目标"), Locale.CHINESE);
		assertThat(plans(found)).containsExactly("county-007", "county-128");
		assertThat(found.found()).isEqualTo(1);
		assertThat(plans(form.choices(looking(form, "COUNTY-007"), Locale.CHINESE))).as("once")
			.containsExactly("county-007");
		assertThat(plans(form.choices(looking(form, "340128"), Locale.CHINESE))).as("by the area's code")
			.contains("county-128");
	}

	@Test
	void noMoreAreShownThanCanBeLookedThrough() {
		AccountForm form = form(300);
		GrantChoices found = form.choices(looking(form, "2024"), Locale.CHINESE);
		assertThat(found.plans()).as("the first 40, of which one is the grant's").hasSize(40);
		assertThat(found.found()).isEqualTo(300);
		assertThat(found.tooMany()).isTrue();
		assertThat(form.choices(looking(form, "第12"), Locale.CHINESE).tooMany()).as("第120县 to 第129县").isFalse();
	}

	@Test
	void wordsThatNothingWasLookedForByAreLookedForBeforeAnythingIsKept() {
		assertThat(AccountForm.isLooking(fields(Map.of("name", "王")))).isFalse();
		assertThat(AccountForm.isLooking(fields(Map.of("find", "仁和", "found", "")))).isTrue();
		assertThat(AccountForm.isLooking(fields(Map.of("find", "仁和", "found", "仁和")))).isFalse();
		assertThat(AccountForm.isLooking(fields(Map.of("find", "仁和", "found", "仁和", "look", "true")))).isTrue();
	}

	/**
	 * The first choice is every plan: what is there no more, and cannot be chosen, would
	 * become that.
	 */
	@Test
	void whatIsHeldStaysAsItIsBeItsPlanThereOrNot() {
		Grant gone = new Grant(Role.REVIEWER, "gone-2024", Grant.EVERY);
		Grant other = new Grant(Role.SUBMITTER, "county-007", "gone-department");
		Account account = new Account("wang", "王芳", null, true, Set.of(gone, other));
		AccountForm form = form(300);
		MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
		form.of(account).grants().forEach((row) -> {
			sent.add("role", row.role());
			sent.add("plan", row.plan());
			sent.add("department", row.department());
			sent.add("held", row.held());
		});
		assertThat(form.read("wang", sent, account).account().grants()).containsExactlyInAnyOrder(gone, other);

		sent.put("role",
				sent.getOrDefault("role", List.of())
					.stream()
					.map((role) -> role.equals("reviewer") ? "" : role)
					.toList());
		assertThat(form.read("wang", sent, account).account().grants()).as("given up").containsExactly(other);
		assertThat(form.typed("wang", sent, "").grants()).as("and still shown, were anything refused")
			.anyMatch((row) -> row.plan().equals("gone-2024") && row.held().equals("reviewer") && row.role().isEmpty());
	}

	@Test
	void whatIsChosenAndIsThereNoMoreIsShownByItsCode() {
		AccountForm form = form(300);
		MultiValueMap<String, String> sent = fields(
				Map.of("role", "submitter", "plan", "*", "department", "county-128/finance", "find", "第129县"));
		GrantRow row = form.typed("wang", sent, "").grants().getFirst();
		GrantChoices choices = form.choices(form.typed("wang", sent, ""), Locale.CHINESE);
		assertThat(plans(choices)).as("the department's plan, though none is chosen").contains("county-128");
		assertThat(choices.lacksDepartmentOf(row)).isFalse();
		assertThat(choices.lacksDepartmentOf(new GrantRow("submitter", "county-128", "county-128/gone", ""))).isTrue();
		assertThat(choices.lacksPlanOf(new GrantRow("submitter", "gone-2024", "*", ""))).isTrue();
		assertThat(choices.lacksPlanOf(row)).isFalse();
	}

	@Test
	void whereAPlanHasToBeChosenNoneIsNotEveryPlan() {
		AccountForm form = form(300);
		assertThat(form.read("wang", fields(Map.of("role", "reviewer", "plan", "", "department", "*")), null).faults())
			.extracting(Fault::rule)
			.containsExactly("required");
		assertThat(form.read("wang", fields(Map.of("role", "viewer", "plan", "", "department", "*")), null)
			.account()
			.grants()).containsExactly(Grant.everywhere(Role.VIEWER));
		assertThat(form
			.read("wang", fields(Map.of("role", "submitter", "plan", "", "department", "county-128/finance")), null)
			.account()
			.grants()).containsExactly(new Grant(Role.SUBMITTER, "county-128", "finance"));
	}

	/** Three hundred grants do not hold three hundred lists of plans. */
	@Test
	void manyGrantsHaveTwoRowsToChooseIn() {
		AccountForm form = form(300);
		Account account = new Account("all", "全区", null, true,
				IntStream.range(0, 300)
					.mapToObj((number) -> new Grant(Role.SUBMITTER, "county-%03d".formatted(number), Grant.EVERY))
					.collect(Collectors.toSet()));
		assertThat(form.of(account).grants()).hasSize(302).filteredOn((row) -> row.held().isEmpty()).hasSize(2);
		assertThat(form.choices(form.of(account), Locale.CHINESE).plans()).isEmpty();
	}

	private static AccountForm.View looking(AccountForm form, String words) {
		return form.typed("wang", fields(Map.of("name", "王芳", "role", "submitter", "plan", "county-007", "department",
				"county-007/finance", "find", words)), "");
	}

	private static MultiValueMap<String, String> fields(Map<String, String> fields) {
		MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
		fields.forEach(all::add);
		return all;
	}

	private static List<String> plans(GrantChoices choices) {
		return choices.plans().stream().map(GrantScopes.Scope::plan).toList();
	}

	private static AccountForm form(int plans) {
		List<GrantScopes.Scope> all = IntStream.range(0, plans)
			.mapToObj((number) -> new GrantScopes.Scope("county-%03d".formatted(number),
					Text.same("第%03d县2024年目标".formatted(number)), "34%04d".formatted(number),
					List.of(new GrantScopes.Part("finance", Text.same("财政局")))))
			.toList();
		GrantScopes scopes = new GrantScopes() {

			@Override
			public List<Scope> all() {
				return all;
			}

			@Override
			public Optional<List<String>> within(String area) {
				return Optional.empty();
			}

		};
		return new AccountForm(scopes);
	}

}
