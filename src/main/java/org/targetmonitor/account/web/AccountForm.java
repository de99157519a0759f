package org.targetmonitor.account.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.AccountDocument;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.GrantScopes;
import org.targetmonitor.account.Role;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

/** An account as the administrator's form shows and sends it. */
@Component
class AccountForm {

	/** Empty rows for further grants. */
	private static final int SPARE = 2;

	private final GrantScopes scopes;

	AccountForm(GrantScopes scopes) {
		this.scopes = scopes;
	}

	/**
	 * What the form shows.
	 *
	 * @param was a digest of the account as it was when the form was opened, by which a
	 * change that somebody else made meanwhile is noticed
	 */
	public record View(String username, String name, String email, boolean enabled, List<Row> grants, String was) {
	}

	/** One grant in the form; empty for none. */
	public record Row(String role, String plan, String department) {

		static final Row EMPTY = new Row("", Grant.EVERY, Grant.EVERY);

		static Row of(Grant grant) {
			return new Row(grant.role().key(), grant.plan(), grant.department());
		}

	}

	/** The plans that a grant can be limited to, with their departments. */
	List<GrantScopes.Scope> plans() {
		return this.scopes.all();
	}

	View empty() {
		return new View("", "", "", true, List.of(Row.EMPTY, Row.EMPTY), "");
	}

	View of(Account account) {
		return of(account, Digests.of(AccountWords.of(account)));
	}

	/** What was typed, still over the account as it was when the form was opened. */
	View of(Account account, String was) {
		List<Row> rows = new ArrayList<>(
				account.grants().stream().map(Row::of).sorted(Comparator.comparing(Row::toString)).toList());
		for (int row = 0; row < SPARE; row++) {
			rows.add(Row.EMPTY);
		}
		return new View(account.username(), account.name(), Objects.requireNonNullElse(account.email(), ""),
				account.enabled(), rows, was);
	}

	/** Reads the form of an account. */
	AccountDocument read(String username, MultiValueMap<String, String> fields, @Nullable Account before) {
		List<Fault> faults = new ArrayList<>();
		String was = first(fields, "was");
		if (before != null && !was.isEmpty() && !was.equals(Digests.of(AccountWords.of(before)))) {
			faults.add(Fault.of("", "account", "stale",
					new Text("该账号刚被他人修改，请重新打开后再改", "somebody else has just changed this account: open it again")));
		}
		String name = first(fields, "name");
		String email = first(fields, "email");
		if (!AccountDocument.isUsername(username)) {
			faults.add(Fault.of("", "username", "code", AccountDocument.USERNAME_RULE));
		}
		if (!email.isEmpty() && !AccountDocument.isEmail(email)) {
			faults.add(Fault.of("", "email", "email", new Text("电子邮箱地址不正确", "this is no e-mail address")));
		}
		Account account = new Account(username, name.isEmpty() ? username : name, email.isEmpty() ? null : email,
				fields.containsKey("enabled"), grants(fields, faults));
		return new AccountDocument(account, null, null, faults);
	}

	private Set<Grant> grants(MultiValueMap<String, String> fields, List<Fault> faults) {
		List<String> roles = fields.getOrDefault("role", List.of());
		List<String> plansOf = fields.getOrDefault("plan", List.of());
		List<String> departments = fields.getOrDefault("department", List.of());
		Set<Grant> grants = new LinkedHashSet<>();
		for (int row = 0; row < Math.min(roles.size(), Math.min(plansOf.size(), departments.size())); row++) {
			String key = roles.get(row);
			Optional<Role> role = Arrays.stream(Role.values()).filter((one) -> one.key().equals(key)).findFirst();
			if (role.isPresent()) {
				Grant grant = new Grant(role.get(), plansOf.get(row), departments.get(row));
				faults.addAll(AccountDocument.scope(grant));
				grants.add(grant);
			}
		}
		return grants;
	}

	private static String first(MultiValueMap<String, String> fields, String name) {
		return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
	}

}
