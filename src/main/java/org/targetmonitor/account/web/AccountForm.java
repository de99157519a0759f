package org.targetmonitor.account.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.AccountDocument;
import org.targetmonitor.account.Duties;
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

	private final AccountProperties properties;

	AccountForm(GrantScopes scopes, AccountProperties properties) {
		this.scopes = scopes;
		this.properties = properties;
	}

	/** What the form sent: an account, and what is wrong with it. */
	record Read(Account account, List<Fault> faults) {
	}

	/** What the form shows. */
	public record View(String username, String name, String email, boolean enabled, List<Row> grants) {
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
		return new View("", "", "", true, List.of(Row.EMPTY, Row.EMPTY));
	}

	View of(Read read) {
		return of(read.account());
	}

	View of(Account account) {
		List<Row> rows = new ArrayList<>(
				account.grants().stream().map(Row::of).sorted(Comparator.comparing(Row::toString)).toList());
		for (int row = 0; row < SPARE; row++) {
			rows.add(Row.EMPTY);
		}
		return new View(account.username(), account.name(), Objects.requireNonNullElse(account.email(), ""),
				account.enabled(), rows);
	}

	/** Reads the form of an account. */
	Read read(String username, MultiValueMap<String, String> fields) {
		List<Fault> faults = new ArrayList<>();
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
		if (this.properties.separateDuties()) {
			faults.addAll(Duties.faults(account));
		}
		return new Read(account, faults);
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
				faults.addAll(faults(grant));
				grants.add(grant);
			}
		}
		return grants;
	}

	private List<Fault> faults(Grant grant) {
		List<Fault> faults = new ArrayList<>(AccountDocument.scope(grant));
		if (!grant.plan().equals(Grant.EVERY)) {
			Optional<GrantScopes.Scope> plan = this.scopes.all()
				.stream()
				.filter((scope) -> scope.plan().equals(grant.plan()))
				.findFirst();
			if (plan.isEmpty()) {
				faults.add(Fault.of("", "plan", "plan", Text.format("没有计划“%s”", "no plan \"%s\"", grant.plan())));
			}
			else if (!grant.department().equals(Grant.EVERY) && !plan.get().has(grant.department())) {
				faults.add(Fault.of("", "department", "department", Text.format("计划“%s”没有部门“%s”",
						"the plan \"%s\" has no department \"%s\"", grant.plan(), grant.department())));
			}
		}
		return faults;
	}

	/** What an administrator may not change about the own account. */
	List<Fault> ofOwn(String administrator, Account before, Account now) {
		List<Fault> faults = new ArrayList<>();
		if (administrator.equals(before.username()) && !now.enabled()) {
			faults.add(Fault.of("", "enabled", "own", new Text("不能停用自己的账号", "you cannot disable your own account")));
		}
		if (administrator.equals(before.username()) && this.properties.separateDuties()
				&& !before.grants().equals(now.grants())) {
			faults.add(Fault.of("", "grants", "own", new Text("不能修改自己的权限", "you cannot change your own roles")));
		}
		return faults;
	}

	private static String first(MultiValueMap<String, String> fields, String name) {
		return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
	}

}
