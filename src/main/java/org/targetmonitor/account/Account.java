package org.targetmonitor.account;

import java.io.Serializable;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Somebody, or a program, that signs in.
 *
 * @param username the name to sign in with
 * @param name the name shown to others
 * @param email where reminders are sent, null where that is not known
 * @param enabled whether it may sign in
 * @param grants what it may do, where
 */
public record Account(String username, String name, @Nullable String email, boolean enabled,
		Set<Grant> grants) implements Serializable {

	public Account {
		grants = Set.copyOf(grants);
	}

	/** An account whose e-mail address is not known. */
	public Account(String username, String name, boolean enabled, Set<Grant> grants) {
		this(username, name, null, enabled, grants);
	}

	public Set<Role> roles() {
		return this.grants.stream().map(Grant::role).collect(Collectors.toUnmodifiableSet());
	}

	/** The plans that its grants name. */
	public Set<String> plans() {
		return this.grants.stream()
			.map(Grant::plan)
			.filter((plan) -> !plan.equals(Grant.EVERY))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Whether it has a role for a plan. */
	public boolean may(Role role, String plan) {
		return this.grants.stream().anyMatch((grant) -> grant.role() == role && grant.coversPlan(plan));
	}

	/** Whether it hands in figures of a department of a plan. */
	public boolean submits(String plan, String department) {
		return this.grants.stream()
			.anyMatch((grant) -> grant.role() == Role.SUBMITTER && grant.coversPlan(plan)
					&& grant.coversDepartment(department));
	}

}
