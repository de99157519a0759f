package org.targetmonitor.account.web;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
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

	/** Empty rows for further grants. */
	private static final int SPARE = 2;

	/** More plans are searched, not looked through. */
	private static final int MOST = 40;

	private final GrantScopes scopes;

	private final GrantWords words;

	AccountForm(GrantScopes scopes, GrantWords words) {
		this.words = words;
		this.scopes = scopes;
	}

	/**
	 * What the form shows.
	 *
	 * @param was a digest of the account as it was when the form was opened, by which a
	 * change that somebody else made meanwhile is noticed
	 * @param find the words by which plans are looked for
	 */
	public record View(String username, String name, String email, boolean enabled, List<Row> grants, String was,
			String find) {
	}

	/**
	 * The plans that a grant can be limited to.
	 *
	 * @param plans those to choose from: all, or where there are too many those of the
	 * grants and those found
	 * @param searched whether there are too many to look through
	 * @param found how many the words find, of which the first are there
	 */
	public record Choices(List<GrantScopes.Scope> plans, boolean searched, int found) {

		/** Whether the words find more than are shown. */
		public boolean tooMany() {
			return this.found > MOST;
		}

	}

	/**
	 * One grant in the form; empty for none.
	 *
	 * @param department a department with its plan, {@code yuhang-2024/finance}: several
	 * plans have one of the same code
	 */
	public record Row(String role, String plan, String department) {

		static final Row EMPTY = new Row("", Grant.EVERY, Grant.EVERY);

		static Row of(Grant grant) {
			return new Row(grant.role().key(), grant.plan(),
					grant.department().equals(Grant.EVERY) ? Grant.EVERY : grant.plan() + "/" + grant.department());
		}

		/** Whether it is limited to a department of a plan. */
		public boolean isOf(String plan, String department) {
			return this.department.equals(plan + "/" + department);
		}

	}

	/**
	 * Whether plans are looked for: a form is not taken for a whole one while words are
	 * typed that nothing was looked for by.
	 */
	static boolean isLooking(MultiValueMap<String, String> fields) {
		return fields.containsKey("look") || !first(fields, "find").equals(first(fields, "found"));
	}

	/** What there is to choose from for the grants of a form. */
	Choices choices(View view, Locale locale) {
		List<GrantScopes.Scope> all = this.scopes.all();
		if (all.size() <= MOST) {
			return new Choices(inOrder(all.stream(), locale), false, all.size());
		}
		Set<String> chosen = view.grants().stream().map(Row::plan).collect(Collectors.toSet());
		List<GrantScopes.Scope> found = view.find().isEmpty() ? List.of()
				: inOrder(all.stream().filter((scope) -> scope.isNamed(view.find())), locale);
		return new Choices(inOrder(
				Stream.concat(all.stream().filter((scope) -> chosen.contains(scope.plan())), found.stream().limit(MOST))
					.distinct(),
				locale), true, found.size());
	}

	/**
	 * Plans with their departments, each in the order of the names by which they are
	 * looked for.
	 */
	private static List<GrantScopes.Scope> inOrder(Stream<GrantScopes.Scope> scopes, Locale locale) {
		Collator order = Collator.getInstance(locale);
		return scopes
			.map((scope) -> new GrantScopes.Scope(scope.plan(), scope.title(),
					scope.departments()
						.stream()
						.sorted(Comparator.comparing((part) -> part.name().in(locale), order))
						.toList()))
			.sorted(Comparator.comparing((scope) -> scope.title().in(locale), order))
			.toList();
	}

	View empty() {
		return new View("", "", "", true, List.of(Row.EMPTY, Row.EMPTY), "", "");
	}

	View of(Account account) {
		return of(account, account.grants().stream().map(Row::of).sorted(Comparator.comparing(Row::toString)).toList(),
				Digests.sha256(AccountWords.of(account)), "");
	}

	/**
	 * What was typed and chosen, right or wrong, still over the account as it was when
	 * the form was opened.
	 */
	View typed(String username, MultiValueMap<String, String> fields, String was) {
		return of(read(username, fields, null).account(), rows(fields), was, first(fields, "find"));
	}

	private static View of(Account account, List<Row> chosen, String was, String find) {
		List<Row> rows = new ArrayList<>(chosen);
		for (int row = 0; row < SPARE; row++) {
			rows.add(Row.EMPTY);
		}
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

	/** The grants that were chosen, as they were. */
	private static List<Row> rows(MultiValueMap<String, String> fields) {
		List<String> roles = fields.getOrDefault("role", List.of());
		List<String> plans = fields.getOrDefault("plan", List.of());
		List<String> departments = fields.getOrDefault("department", List.of());
		List<Row> rows = new ArrayList<>();
		for (int row = 0; row < Math.min(roles.size(), Math.min(plans.size(), departments.size())); row++) {
			if (!roles.get(row).isEmpty()) {
				rows.add(new Row(roles.get(row), plans.get(row), departments.get(row)));
			}
		}
		return rows;
	}

	private Set<Grant> grants(MultiValueMap<String, String> fields, List<Fault> faults) {
		Set<Grant> grants = new LinkedHashSet<>();
		for (Row row : rows(fields)) {
			Arrays.stream(Role.values()).filter((one) -> one.key().equals(row.role())).findFirst().ifPresent((role) -> {
				Grant grant = new Grant(role, row.plan(), department(row, faults));
				faults.addAll(AccountDocument.scope(grant));
				grants.add(grant);
			});
		}
		return grants;
	}

	/** The code of the department; one of another plan than the chosen one is refused. */
	private String department(Row row, List<Fault> faults) {
		int slash = row.department().indexOf('/');
		String plan = (slash < 0) ? row.plan() : row.department().substring(0, slash);
		String department = row.department().substring(slash + 1);
		if (!plan.equals(row.plan())) {
			Text chosen = row.plan().equals(Grant.EVERY) ? new Text("全部计划", "every plan") : this.words.plan(row.plan());
			faults.add(Fault.of("", "department", "department",
					Text.format("所选部门“%s”属于计划“%s”，与所选计划“%s”不一致",
							"the department \"%s\" is of the plan \"%s\", not of \"%s\"",
							this.words.department(department), this.words.plan(plan), chosen)));
		}
		return department;
	}

	private static String first(MultiValueMap<String, String> fields, String name) {
		return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
	}

}
