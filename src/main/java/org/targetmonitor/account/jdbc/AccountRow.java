package org.targetmonitor.account.jdbc;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Login;
import org.targetmonitor.account.Role;

/**
 * An account with its grants and how it signs in, as it is stored.
 *
 * @param version null before it is stored
 */
@Table("account")
record AccountRow(@Id String username, String displayName, @Nullable String email, boolean enabled, String passwordHash,
		Instant passwordSetAt, boolean mustChange, @Nullable String configuredHash, @Nullable String totpSecret,
		long totpLastStep, @MappedCollection(idColumn = "account") Set<GrantRow> grants,
		@Version @Nullable Long version) {

	/** Of an account that may do nothing, none are handed over. */
	AccountRow {
		grants = Set.copyOf(Objects.requireNonNullElse(grants, Set.of()));
	}

	/** One of its grants. */
	@Table("account_grant")
	record GrantRow(Role role, @Column("plan_id") String plan, String department) {

	}

	/** A new one. */
	static AccountRow of(Account account, String passwordHash, Instant now) {
		return new AccountRow(account.username(), account.name(), account.email(), account.enabled(), passwordHash, now,
				false, null, null, 0, grants(account), null);
	}

	/** The same person, who is called otherwise or may do other things. */
	AccountRow as(Account account) {
		return new AccountRow(this.username, account.name(), account.email(), account.enabled(), this.passwordHash,
				this.passwordSetAt, this.mustChange, this.configuredHash, this.totpSecret, this.totpLastStep,
				grants(account), this.version);
	}

	private static Set<GrantRow> grants(Account account) {
		return account.grants()
			.stream()
			.map((grant) -> new GrantRow(grant.role(), grant.plan(), grant.department()))
			.collect(Collectors.toUnmodifiableSet());
	}

	Login login() {
		Set<Grant> own = this.grants.stream()
			.map((grant) -> new Grant(grant.role(), grant.plan(), grant.department()))
			.collect(Collectors.toUnmodifiableSet());
		return new Login(new Account(this.username, this.displayName, this.email, this.enabled, own), this.passwordHash,
				this.passwordSetAt, this.mustChange, this.totpSecret);
	}

	/** What is said of one that could not be stored stands in logs. */
	@Override
	public String toString() {
		return "account " + this.username;
	}

}
