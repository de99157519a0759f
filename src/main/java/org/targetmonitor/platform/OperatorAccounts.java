package org.targetmonitor.platform;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.AccountDocument;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Role;
import org.targetmonitor.platform.embedded.NewcomerMode;

/**
 * Keeps the two accounts that come with the configuration: the administrator, and the one
 * that reads metrics.
 */
@Component
@Conditional(NewcomerMode.Not.class)
@Order(1)
class OperatorAccounts implements ApplicationRunner {

	private final MonitorProperties properties;

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	OperatorAccounts(MonitorProperties properties, Accounts accounts, PasswordEncoder passwords) {
		String password = properties.adminPassword();
		if (password == null || !AccountDocument.isPassword(password)) {
			throw new AdministratorWithoutPassword();
		}
		this.properties = properties;
		this.accounts = accounts;
		this.passwords = passwords;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		keep("admin", "系统管理员", Set.of(Grant.everywhere(Role.ACCOUNT_ADMIN), Grant.everywhere(Role.PLAN_ADMIN)),
				this.properties.adminPassword());
		keep("prometheus", "Prometheus", Set.of(Grant.everywhere(Role.SCRAPE)), this.properties.scrapePassword());
	}

	private void keep(String username, String name, Set<Grant> grants, @Nullable String password) {
		if (password == null || password.isBlank()) {
			return;
		}
		Optional<String> hash = this.accounts.passwordHash(username);
		if (hash.isEmpty() || !this.passwords.matches(password, hash.get())) {
			this.accounts.save(new Account(username, name, true, grants),
					Objects.requireNonNull(this.passwords.encode(password)));
		}
	}

}
