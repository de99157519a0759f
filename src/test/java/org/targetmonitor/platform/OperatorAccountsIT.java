package org.targetmonitor.platform;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Login;
import org.targetmonitor.account.Role;
import org.targetmonitor.account.Tokens;
import org.targetmonitor.account.web.AccountProperties;
import org.targetmonitor.account.web.AuditTrail;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What the next start makes of a password that was changed in the configuration. */
@MonitorTest
class OperatorAccountsIT {

	private static final String CHANGED = "quite-Another-word-7";

	@Autowired
	private Accounts accounts;

	@Autowired
	private Tokens tokens;

	@Autowired
	private AccountProperties duties;

	@Autowired
	private PasswordEncoder passwords;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void changedPasswordReplacesThePasswordAndTheSecondFactorAndNothingElse() {
		Account changed = new Account("admin", "某人", "somebody@example.org", true,
				Set.of(Grant.everywhere(Role.ACCOUNT_ADMIN)));
		this.accounts.save(changed, null);
		this.accounts.enrol("admin", "ABCDEFGHIJKLMNOP", 1, List.of("digest"));
		start(CHANGED);
		Login login = this.accounts.login("admin").orElseThrow();
		assertThat(login.account()).isEqualTo(changed);
		assertThat(login.hasSecondFactor()).isFalse();
		assertThat(this.passwords.matches(CHANGED, login.passwordHash())).isTrue();
		assertThat(events()).containsExactlyInAnyOrder("account admin created", "account prometheus created",
				"password admin replaced; second factor removed, tokens revoked");
		start(CHANGED);
		assertThat(events()).hasSize(3);
	}

	private void start(String password) {
		MonitorProperties properties = new Binder(
				new MapConfigurationPropertySource(Map.of("targetmonitor.admin-password", password)))
			.bindOrCreate("targetmonitor", MonitorProperties.class);
		new OperatorAccounts(properties, this.duties, this.accounts, this.tokens, this.passwords, this.trail,
				this.clock)
			.run(new DefaultApplicationArguments());
	}

	private List<@Nullable String> events() {
		return this.jdbc
			.sql("SELECT action || ' ' || subject || ' ' || detail FROM audit_event WHERE actor = 'configuration'")
			.query(String.class)
			.list();
	}

}
