package org.targetmonitor.account.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.AccountDocument;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.GrantScopes;
import org.targetmonitor.account.Role;
import org.targetmonitor.input.Digests;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

/** An account as the administrator's form shows and sends it. */
@Component
class AccountForm {

	private final GrantScopes scopes;

	AccountForm(GrantScopes scopes) {
		this.scopes = scopes;
	}

	/**
	 * What the form shows.
	 *
	 * @param was a digest of the account as it was when the form was opened, by which a
	 * change that somebody else made meanwhile is noticed
	 * @param find the words by which plans are looked for
	 */
	public record View(String username, String name, String email, boolean enabled, List<GrantRow> grants, String was,
			String find) {
	}

	/**
	 * Whether plans are looked for: a form is not taken for a whole one while words are
	 * typed that nothing was looked for by.
	 */
	static boolean isLooking(MultiValueMap<String, String> fields) {
		return fields.containsKey("look") || !first(fields, "find").equals(first(fields, "found"));
	}

	/** What there is to choose from for the grants of a form. */
	GrantChoices choices(View view, Locale locale) {
		return GrantChoices.of(this.scopes.all(), view.grants(), view.find(), locale);
	}

	View empty() {
		return new View("", "", "", true, GrantRow.typed(new LinkedMultiValueMap<>()), "", "");
	}

	View of(Account account) {
		return of(account, GrantRow.of(account), Digests.sha256(AccountWords.of(account)), "");
	}

	/**
	 * What was typed and chosen, right or wrong, still over the account as it was when
	 * the form was opened.
	 */
	View typed(String username, MultiValueMap<String, String> fields, String was) {
		return of(read(username, fields, null).account(), GrantRow.typed(fields), was, first(fields, "find"));
	}

	private static View of(Account account, List<GrantRow> rows, String was, String find) {
		return new View(account.username(), account.name(), Objects.requireNonNullElse(account.email(), ""),
				account.enabled(), rows, was, find);
	}

	/** Reads the form of an account. */
	AccountDocument read(String username, MultiValueMap<String, String> fields, @Nullable Account before) {
		List<Fault> faults = new ArrayList<>();
		String was = first(fields, "was");
		if (before != null && !was.isEmpty() && !was.equals(Digests.sha256(AccountWords.of(before)))) {
			faults.add(Fault.of("", "account", "stale",
					new Text("该账号刚被他人修改，请重新打开后再改", "somebody else has just changed this account: open it again")));
		}
		String name = first(fields, "name");
		String email = first(fields, "email");
		if (!AccountDocument.isName(name)) {
			faults.add(Fault.of("", "name", "text", AccountDocument.NAME_RULE));
		}
		AccountDocument.username(username, before).ifPresent(faults::add);
		if (!email.isEmpty() && !AccountDocument.isEmail(email)) {
			faults.add(Fault.of("", "email", "email", new Text("电子邮箱地址不正确", "this is no e-mail address")));
		}
		Account account = new Account(username, name.isEmpty() ? username : name, email.isEmpty() ? null : email,
				fields.containsKey("enabled"), grants(fields, faults));
		return new AccountDocument(account, null, null, faults);
	}

	private Set<Grant> grants(MultiValueMap<String, String> fields, List<Fault> faults) {
		Set<Grant> grants = new LinkedHashSet<>();
		List<GrantRow> rows = GrantRow.sent(fields).stream().filter((row) -> !row.role().isEmpty()).toList();
		for (GrantRow row : rows) {
			Arrays.stream(Role.values())
				.filter((one) -> one.key().equals(row.role()))
				.findFirst()
				.ifPresentOrElse((role) -> grants.add(grant(role, row, faults)), () -> faults.add(Fault.of("", "role",
						"choice", Text.format("没有角色“%s”", "there is no role \"%s\"", row.role()))));
		}
		List<GrantRow> contradictory = rows.stream()
			.filter((row) -> !row.planOfDepartment().equals(row.plan()))
			.toList();
		if (!contradictory.isEmpty()) {
			List<GrantScopes.Scope> all = this.scopes.all();
			contradictory.forEach((row) -> faults.add(contradiction(row, all)));
		}
		return grants;
	}

	private static Grant grant(Role role, GrantRow row, List<Fault> faults) {
		if (row.plan().isEmpty() && AccountDocument.canBeLimited(role)) {
			faults.add(Fault.of("", "plan", "required", new Text("请为“报送”“审核”“系统管理员”选择计划，或选“全部计划”",
					"choose a plan for submitters, reviewers and system administrators, or every plan")));
		}
		Grant grant = new Grant(role, row.plan().isEmpty() ? Grant.EVERY : row.plan(), row.departmentCode());
		faults.addAll(AccountDocument.scope(grant));
		return grant;
	}

	/**
	 * A department of another plan than the chosen one: which is meant is never guessed.
	 */
	private static Fault contradiction(GrantRow row, List<GrantScopes.Scope> all) {
		return Fault.of("", "department", "department",
				Text.format("所选部门“%s”属于计划“%s”，与所选计划“%s”不一致",
						"the department \"%s\" is of the plan \"%s\", not of \"%s\"",
						GrantWords.department(row.departmentCode(), all), GrantWords.plan(row.planOfDepartment(), all),
						GrantWords.plan(row.plan(), all)));
	}

	private static String first(MultiValueMap<String, String> fields, String name) {
		return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
	}

}
