package org.targetmonitor.platform.newcomer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Role;

/**
 * The demo accounts, all with the same well-known password; they exist on the embedded
 * database alone.
 */
@Order(5)
class DemoAccounts implements ApplicationRunner {

	static final String PASSWORD = "demo";

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	DemoAccounts(Accounts accounts, PasswordEncoder passwords) {
		this.accounts = accounts;
		this.passwords = passwords;
	}

	/** The accounts with what each is for. */
	static Map<Account, String> accounts() {
		Map<Account, String> accounts = new LinkedHashMap<>();
		accounts.put(
				new Account("admin", "系统管理员", true,
						Set.of(Grant.everywhere(Role.ACCOUNT_ADMIN), Grant.everywhere(Role.PLAN_ADMIN))),
				"计划与账号管理 plans and accounts");
		accounts.put(
				new Account("reviewer", "审核员", "reviewer@example.org", true, Set.of(Grant.everywhere(Role.REVIEWER))),
				"审核 approves and returns");
		accounts.put(new Account("auditor", "审计员", true, Set.of(Grant.everywhere(Role.AUDITOR))),
				"审计 reads the audit, checks the chain");
		accounts.put(new Account("leader", "领导", true, Set.of(Grant.everywhere(Role.VIEWER))),
				"只读 looks at everything");
		accounts.put(new Account("staff", "统计员", "staff@example.org", true, Set.of(Grant.everywhere(Role.SUBMITTER))),
				"各部门报送 submits for every department");
		accounts.put(
				new Account("finance", "余杭区财政局", "finance@example.org", true,
						Set.of(new Grant(Role.SUBMITTER, "yuhang-2024", "finance"))),
				"余杭区财政局报送 submits for Yuhang's finance bureau");
		accounts.put(new Account("prometheus", "Prometheus", true, Set.of(Grant.everywhere(Role.SCRAPE))),
				"采集指标 reads metrics only");
		return accounts;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		accounts().keySet()
			.stream()
			.filter((account) -> this.accounts.find(account.username()).isEmpty())
			.forEach((account) -> this.accounts.create(account,
					Objects.requireNonNull(this.passwords.encode(PASSWORD))));
	}

}
