package org.targetmonitor.account.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.GrantScopes;
import org.targetmonitor.account.Role;
import org.targetmonitor.input.Text;

import static org.assertj.core.api.Assertions.assertThat;

/** The form of an account stays of one size, however many plans there are. */
class AccountFormTests {

	private static final Account ACCOUNT = new Account("wang", "王芳", null, true,
			Set.of(new Grant(Role.SUBMITTER, "county-007", "finance")));

	@Test
	void aFewPlansAreAllThereToChooseFrom() {
		AccountForm form = form(40);
		AccountForm.Choices choices = form.choices(form.of(ACCOUNT), Locale.CHINESE);
		assertThat(choices.searched()).isFalse();
		assertThat(choices.plans()).hasSize(40);
	}

	@Test
	void ofManyThoseOfTheGrantsAreThereAndThoseFound() {
		AccountForm form = form(300);
		assertThat(plans(form.choices(form.of(ACCOUNT), Locale.CHINESE))).containsExactly("county-007");
		assertThat(plans(form.choices(form.empty(), Locale.CHINESE))).isEmpty();

		AccountForm.Choices found = form.choices(looking(form, "第128县  目标"), Locale.CHINESE);
		assertThat(plans(found)).containsExactly("county-007", "county-128");
		assertThat(found.found()).isEqualTo(1);
		assertThat(plans(form.choices(looking(form, "COUNTY-007"), Locale.CHINESE))).as("once")
			.containsExactly("county-007");
	}

	@Test
	void noMoreAreShownThanCanBeLookedThrough() {
		AccountForm form = form(300);
		AccountForm.Choices found = form.choices(looking(form, "2024"), Locale.CHINESE);
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

	private static AccountForm.View looking(AccountForm form, String words) {
		return form.typed("wang", fields(Map.of("name", "王芳", "role", "submitter", "plan", "county-007", "department",
				"county-007/finance", "find", words)), "");
	}

	private static MultiValueMap<String, String> fields(Map<String, String> fields) {
		MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
		fields.forEach(all::add);
		return all;
	}

	private static List<String> plans(AccountForm.Choices choices) {
		return choices.plans().stream().map(GrantScopes.Scope::plan).toList();
	}

	private static AccountForm form(int plans) {
		List<GrantScopes.Scope> all = IntStream.range(0, plans)
			.mapToObj((number) -> new GrantScopes.Scope("county-%03d".formatted(number),
					Text.same("第%03d县2024年目标".formatted(number)),
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
		return new AccountForm(scopes, new GrantWords(scopes));
	}

}
