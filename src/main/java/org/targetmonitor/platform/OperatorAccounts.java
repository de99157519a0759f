package org.targetmonitor.platform;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.PasswordRules;
import org.targetmonitor.account.Role;
import org.targetmonitor.account.Tokens;
import org.targetmonitor.account.web.AccountProperties;
import org.targetmonitor.account.web.AuditTrail;
import org.targetmonitor.platform.embedded.NewcomerMode;

/**
 * Keeps the two accounts that come with the configuration: the administrator, and the one
 * that reads metrics. A password that was changed since stays, until the operator changes
 * it in the configuration.
 */
@Component
@Conditional(NewcomerMode.Not.class)
@Order(1)
class OperatorAccounts implements ApplicationRunner {

	private static final String ADMIN = "admin";

	/** Who is said to have done it. */
	private static final String CONFIGURATION = "configuration";

	private final MonitorProperties properties;

	private final AccountProperties duties;

	private final Accounts accounts;

	private final Tokens tokens;

	private final PasswordEncoder passwords;

	private final AuditTrail trail;

	private final Clock clock;

	OperatorAccounts(MonitorProperties properties, AccountProperties duties, Accounts accounts, Tokens tokens,
			PasswordEncoder passwords, AuditTrail trail, Clock clock) {
		String password = properties.adminPassword();
		if (password == null || !PasswordRules.faults(ADMIN, password).isEmpty()) {
			throw new AdministratorWithoutPassword();
		}
		this.properties = properties;
		this.duties = duties;
		this.accounts = accounts;
		this.tokens = tokens;
		this.passwords = passwords;
		this.trail = trail;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		keep(ADMIN, this.duties.separateDuties() ? "安全管理员" : "系统管理员", administration(),
				this.properties.adminPassword());
		keep("prometheus", "Prometheus", Set.of(Grant.everywhere(Role.SCRAPE)), this.properties.scrapePassword());
	}

	/**
	 * Where duties are separate, the first account makes those that keep plans and the
	 * audit.
	 */
	private Set<Grant> administration() {
		return this.duties.separateDuties() ? Set.of(Grant.everywhere(Role.ACCOUNT_ADMIN))
				: Set.of(Grant.everywhere(Role.ACCOUNT_ADMIN), Grant.everywhere(Role.PLAN_ADMIN));
	}

	private void keep(String username, String name, Set<Grant> grants, @Nullable String password) {
		if (password == null || password.isBlank()) {
			return;
		}
		Optional<String> hash = this.accounts.configuredHash(username);
		if (hash.isPresent() && this.passwords.matches(password, hash.get())) {
			return;
		}
		String encoded = Objects.requireNonNull(this.passwords.encode(password));
		try {
			keepHash(username, name, grants, encoded);
		}
		catch (DuplicateKeyException ex) {
			// A replica that starts at the same moment has made it
			keepHash(username, name, grants, encoded);
		}
	}

	private void keepHash(String username, String name, Set<Grant> grants, String encoded) {
		this.trail.together(() -> {
			if (this.accounts.find(username).isEmpty()) {
				this.accounts.create(new Account(username, name, true, grants), encoded);
				this.trail.record(CONFIGURATION, AuditAction.ACCOUNT, true, username, null, "created");
			}
			else {
				replace(username, encoded);
			}
			this.accounts.rememberConfigured(username, encoded);
			return encoded;
		});
	}

	/**
	 * Name, e-mail and grants stay. The second factor goes: whoever lost it gets in again
	 * by whoever keeps the configuration.
	 */
	private void replace(String username, String encoded) {
		this.accounts.changePassword(username, encoded, false, this.clock.instant());
		this.accounts.dropSecondFactor(username);
		this.tokens.revokeAll(username, this.clock.instant());
		this.trail.record(CONFIGURATION, AuditAction.PASSWORD, true, username, null,
				"replaced; second factor removed, tokens revoked");
	}

}
