package org.targetmonitor.account.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.util.MultiValueMap;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Grant;

/**
 * One grant in the form of an account; empty for none. One that the account has is kept
 * or given up as it is, be its plan there or not: were it chosen anew, a place that is
 * there no more would become every place.
 *
 * @param role the role's key, empty for none
 * @param plan the plan's code, empty where none is chosen yet
 * @param department a department with its plan, {@code yuhang-2024/finance}: several
 * plans have one of the same code
 * @param held the role's key of a grant that the account has, empty for one to choose
 */
public record GrantRow(String role, String plan, String department, String held) {

	private static final GrantRow EMPTY = new GrantRow("", "", Grant.EVERY, "");

	/** Empty rows for further grants. */
	private static final int SPARE = 2;

	/** Those of an account, with some to choose. */
	static List<GrantRow> of(Account account) {
		return withSpare(account.grants().stream().map(GrantRow::of).sorted(Comparator.comparing(GrantRow::toString)));
	}

	private static GrantRow of(Grant grant) {
		String role = grant.role().key();
		return new GrantRow(role, grant.plan(),
				grant.department().equals(Grant.EVERY) ? Grant.EVERY : grant.plan() + "/" + grant.department(), role);
	}

	private static List<GrantRow> withSpare(Stream<GrantRow> rows) {
		return Stream.concat(rows, Stream.generate(() -> EMPTY).limit(SPARE)).toList();
	}

	/** Those that were sent, as they were, with some to choose. */
	static List<GrantRow> typed(MultiValueMap<String, String> fields) {
		return withSpare(sent(fields).stream().filter((row) -> !row.isEmpty()));
	}

	/** Those that were sent, in their order. */
	static List<GrantRow> sent(MultiValueMap<String, String> fields) {
		List<String> roles = fields.getOrDefault("role", List.of());
		List<String> plans = fields.getOrDefault("plan", List.of());
		List<String> departments = fields.getOrDefault("department", List.of());
		List<String> held = fields.getOrDefault("held", List.of());
		List<GrantRow> rows = new ArrayList<>();
		for (int row = 0; row < Math.min(roles.size(), Math.min(plans.size(), departments.size())); row++) {
			GrantRow sent = new GrantRow(roles.get(row), plans.get(row), departments.get(row),
					(row < held.size()) ? held.get(row) : "");
			// A department says which plan it is of
			rows.add(sent.plan.isEmpty() ? new GrantRow(sent.role, sent.planOfDepartment(), sent.department, sent.held)
					: sent);
		}
		return rows;
	}

	private boolean isEmpty() {
		return this.role.isEmpty() && (this.plan.isEmpty() || this.plan.equals(Grant.EVERY))
				&& this.department.equals(Grant.EVERY);
	}

	/** The plan that its department is of. */
	String planOfDepartment() {
		int slash = this.department.indexOf('/');
		return (slash < 0) ? this.plan : this.department.substring(0, slash);
	}

	/** The code of its department. */
	public String departmentCode() {
		return this.department.substring(this.department.indexOf('/') + 1);
	}

	/** Whether it is limited to a department of a plan. */
	public boolean isOf(String plan, String department) {
		return this.department.equals(plan + "/" + department);
	}

}
