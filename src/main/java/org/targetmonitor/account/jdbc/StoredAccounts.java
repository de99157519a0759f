package org.targetmonitor.account.jdbc;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Accounts;

/** Accounts in PostgreSQL. */
@Repository
class StoredAccounts implements Accounts {

	private final AccountRows rows;

	StoredAccounts(AccountRows rows) {
		this.rows = rows;
	}

	@Override
	public List<Account> all() {
		return this.rows.findAll()
			.stream()
			.map(AccountRow::account)
			.sorted(Comparator.comparing(Account::username))
			.toList();
	}

	@Override
	public Optional<Account> find(String username) {
		return this.rows.findById(username).map(AccountRow::account);
	}

	@Override
	public Optional<String> passwordHash(String username) {
		return this.rows.findById(username).map(AccountRow::passwordHash);
	}

	@Override
	@Transactional
	public void save(Account account, @Nullable String passwordHash) {
		Optional<AccountRow> present = this.rows.findById(account.username());
		String hash = (passwordHash != null) ? passwordHash : present.map(AccountRow::passwordHash)
			.orElseThrow(() -> new IllegalArgumentException("a new account needs a password"));
		this.rows.save(AccountRow.of(account, hash, present.map(AccountRow::version).orElse(0L)));
	}

}
