package org.targetmonitor.account.jdbc;

import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Role;

/** An account with its grants, as stored. */
@Table("account")
record AccountRow(@Id String username, String displayName, @Nullable String email, String passwordHash, boolean enabled,
		@MappedCollection(idColumn = "account") Set<GrantRow> grants, @Version long version) {

	/** One grant, as stored. */
	@Table("account_grant")
	record GrantRow(String role, String planId, String department) {

		Grant grant() {
			return new Grant(Role.valueOf(this.role), this.planId, this.department);
		}

	}

	static AccountRow of(Account account, String passwordHash, long version) {
		Set<GrantRow> grants = account.grants()
			.stream()
			.map((grant) -> new GrantRow(grant.role().name(), grant.plan(), grant.department()))
			.collect(Collectors.toSet());
		return new AccountRow(account.username(), account.name(), account.email(), passwordHash, account.enabled(),
				grants, version);
	}

	Account account() {
		return new Account(this.username, this.displayName, this.email, this.enabled,
				this.grants.stream().map(GrantRow::grant).collect(Collectors.toSet()));
	}

}
