package org.targetmonitor.account.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Role;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.Browser;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.People;

import static org.assertj.core.api.Assertions.assertThat;

/** Form and API keep accounts by the same rules, here with separate duties. */
@MonitorTest
@TestPropertySource(properties = "targetmonitor.accounts.separate-duties=true")
class AccountChangesIT {

	@Autowired
	private People people;

	@Autowired
	private Api api;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	private Browser browser;

	@BeforeEach
	void signIn() {
		this.browser = this.people.signedIn("admin");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					zhou  | "password":"Brand-new-words-1","grants":[{"role":"submitter","plan":"nowhere"}] | plan
					zhou  | "password":"Brand-new-words-1","grants":[{"role":"submitter","plan":"yuhang-2024","department":"x"}] | department
					zhou  | "password":"Brand-new-words-1","grants":[{"role":"plan-admin"},{"role":"auditor"}] | separate-duties
					zhou  | "password":"Brand-new-words-1","grants":[{"role":"auditor"},{"role":"reviewer"}] | separate-duties
					zhou  | "grants":[] | required
					zhou  | "password":"short","grants":[] | length
					admin | "password":"correct-horse-battery","grants":[{"role":"account-admin"}] | used-before
					admin | "enabled":false,"grants":[{"role":"account-admin"}] | own
					admin | "grants":[{"role":"account-admin"},{"role":"viewer"}] | own
					""")
	void apiRefusesWhatTheFormRefusesAndRecordsIt(String username, String fields, String rule) {
		Api.Answer answer = this.api.admin().put("/api/accounts/" + username, "application/json", "{" + fields + "}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(422);
		assertThat(answer.rules()).contains(rule);
		assertThat(this.accounts.find("zhou")).isEmpty();
		assertThat(this.accounts.find("admin").orElseThrow().grants())
			.containsExactly(Grant.everywhere(Role.ACCOUNT_ADMIN));
		assertThat(this.jdbc.sql("""
				SELECT count(*) FROM audit_event WHERE actor = 'admin' AND action = 'account' AND NOT succeeded
				  AND subject = :username AND detail LIKE '%' || :rule || '%'
				""").param("username", username).param("rule", rule).query(Integer.class).single()).isPositive();
	}

	@Test
	void auditTellsWhatAnAdministratorChangedByTheApi() {
		this.api.as("qian", Api.submitting("yuhang-2024", "finance"));
		Api.Answer answer = this.api.admin()
			.put("/api/accounts/qian", "application/json",
					"{\"password\":\"Brand-new-words-1\",\"must-change\":true,\"grants\":[{\"role\":\"viewer\"}]}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(this.accounts.login("qian").orElseThrow().mustChange()).isTrue();
		assertThat(this.jdbc.sql("SELECT action || ' ' || detail FROM audit_event WHERE subject = 'qian' AND succeeded")
			.query(String.class)
			.list()).containsExactlyInAnyOrder("account created; enabled; name qian; submitter yuhang-2024/finance",
					"password set by administrator", "password set by administrator",
					"account enabled; name qian; submitter yuhang-2024/finance -> enabled; name qian; viewer");
	}

	@Test
	void formRefusesDutiesThatExcludeEachOther() {
		Browser.Page refused = this.browser.post("/accounts/new?role=auditor&plan=*&department=*",
				Map.of("username", "both", "name", "", "email", "", "enabled", "true", "role", "plan-admin", "plan",
						"*", "department", "*"));
		assertThat(refused.body()).contains("三员分立");
		assertThat(this.accounts.find("both")).isEmpty();
	}

	@Test
	void nobodyChangesTheirOwnRolesOnThePage() {
		Browser.Page refused = this.browser.post("/accounts/admin", Map.of("name", "安全管理员", "email", "", "enabled",
				"true", "role", "auditor", "plan", "*", "department", "*"));
		assertThat(refused.body()).contains("不能修改自己的权限");
		assertThat(this.accounts.find("admin").orElseThrow().grants())
			.isEqualTo(Set.of(Grant.everywhere(Role.ACCOUNT_ADMIN)));
		assertThat(this.jdbc.sql("SELECT detail FROM audit_event WHERE subject = 'admin' AND NOT succeeded")
			.query(String.class)
			.list()).contains("refused: grants own");
	}

	@Test
	void administratorOfAccountsKeepsNeitherPlansNorTheAudit() {
		assertThat(List.of(this.browser.get("/plans").status(), this.browser.get("/audit").status()))
			.containsExactly(403, 403);
	}

}
