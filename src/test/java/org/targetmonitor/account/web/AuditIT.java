package org.targetmonitor.account.web;

import java.net.http.HttpRequest;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.account.Audit;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.AuditEvent;
import org.targetmonitor.account.AuditFilter;
import org.targetmonitor.account.AuditPage;
import org.targetmonitor.account.Role;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What is done is found in the audit, by auditors alone, and taken away as CSV. */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditIT {

	private static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null);

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private Audit audit;

	private String submission = "";

	@BeforeAll
	void aDaysWork() {
		this.clock.setToNoonOf("2024-07-10");
		this.submission = this.api.staff()
			.submit("demo-2024", "2024-Q1", "{\"indicator\":\"invented-on-track\",\"value\":\"6.0\",\"status\":\"P\"}")
			.json()
			.path("id")
			.asString();
		this.clock.setToNoonOf("2024-07-11");
		this.api.staff()
			.submit("demo-2024", "2024-Q3", "{\"indicator\":\"invented-on-track\",\"value\":\"6.0\",\"status\":\"P\"}");
		this.api.reviewer().approve(this.submission);
		this.clock.setToNoonOf("2024-07-12");
		this.api.reviewer().approve(this.submission);
		this.api.leader().get("/api/plans/demo-2024/figures?format=csv");
		this.api.leader().get("/api/plans/demo-2024/figures");
		this.api.admin().put("/api/plans/demo-2024", "application/yaml", "=1+1");
	}

	@Test
	void tellsWhatWasDoneAndWhatWasRefusedWithItsRules() {
		assertThat(events(filter(AuditAction.SUBMIT, null))).extracting(AuditEvent::succeeded, AuditEvent::detail)
			.containsExactly(
					org.assertj.core.groups.Tuple.tuple(false, "rules; figures[0] invented-on-track not-ended"),
					org.assertj.core.groups.Tuple.tuple(true, "figures 1; invented-on-track 2024-Q1 #1"));
		assertThat(events(filter(AuditAction.APPROVE, null))).extracting(AuditEvent::succeeded, AuditEvent::subject)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(false, this.submission),
					org.assertj.core.groups.Tuple.tuple(true, this.submission));
		assertThat(events(filter(AuditAction.APPROVE, "demo-2024"))).as("the refused one is of its plan").hasSize(2);
		assertThat(events(filter(AuditAction.PLAN, "demo-2024"))).extracting(AuditEvent::actor, AuditEvent::succeeded)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("admin", false),
					org.assertj.core.groups.Tuple.tuple("plan-file", true));
	}

	@Test
	void recordsAFileTakenAwayAndNotAnAnswerToAProgram() {
		List<AuditEvent> exports = events(filter(AuditAction.EXPORT, "demo-2024"));
		assertThat(exports).hasSize(1);
		assertThat(exports.getFirst().actor()).isEqualTo("leader");
		assertThat(exports.getFirst().detail()).isEqualTo("csv");
		assertThat(exports.getFirst().address()).isEqualTo("127.0.0.1");
	}

	@Test
	void pagesDoNotOverlapAndEnd() {
		List<AuditEvent> all = events(ALL);
		AuditPage first = this.audit.find(ALL, null, 2);
		AuditPage second = this.audit.find(ALL, first.next(), 1000);
		assertThat(first.events()).isEqualTo(all.subList(0, 2));
		assertThat(second.events().subList(0, all.size() - 2)).isEqualTo(all.subList(2, all.size()));
		assertThat(second.next()).isNull();
		assertThat(AuditPage.Place.read(String.valueOf(first.next())))
			.contains(java.util.Objects.requireNonNull(first.next()));
	}

	@Test
	void thePageFiltersByDayInclusive() {
		String body = page("?from=2024-07-10&until=2024-07-10&action=submit");
		assertThat(body).contains("2024-07-10 12:00:00", "invented-on-track 2024-Q1 #1")
			.doesNotContain("2024-07-11", "not-ended");
		assertThat(page("?from=2024-07-11&action=submit&succeeded=false")).contains("not-ended")
			.doesNotContain("2024-Q1 #1");
		assertThat(page("?text=NOT-ended&actor=staff")).contains("not-ended");
		assertThat(page("?actor=nobody")).contains("没有符合条件的记录");
		assertThat(page("?from=gestern")).contains("日期“gestern”无效");
	}

	/** The demonstration's plan is of area 999999: it lies in 999900, not in 330100. */
	@Test
	void thePageFiltersByAreaAndWhatLiesInIt() {
		String own = "invented-on-track 2024-Q1 #1";
		assertThat(page("?area=999999&action=submit")).contains(own);
		assertThat(page("?area=999900&action=submit")).contains(own);
		assertThat(page("?area=999900&plan=demo-2024&action=submit")).contains(own);
		assertThat(page("?area=999900&plan=hangzhou-2024&action=submit")).contains("没有符合条件的记录");
		assertThat(page("?area=330100")).doesNotContain(own)
			.contains("<span class=\"hint block\">hangzhou-2024<", "<span class=\"hint block\">yuhang-2024<");
		assertThat(page("?area=330100000000")).contains("<span class=\"hint block\">hangzhou-2024<");
		assertThat(page("?area=330200")).contains("没有符合条件的记录");
		assertThat(page("?area=+&actor=staff")).contains(own);
		assertThat(page("?area=999999")).contains("value=\"999999\"", "/audit/export?area=999999\"");
	}

	@Test
	void theCsvFiltersByArea() {
		assertThat(this.api.auditor().get("/audit/export?area=999900&action=submit").body()).contains(",submit,true,");
		assertThat(this.api.auditor().get("/audit/export?area=330100&action=submit").body()).doesNotContain(",submit,");
		assertThat(this.api.auditor().get("/audit/export?area=33").status()).isEqualTo(400);
	}

	@Test
	void whatIsNoAreaIsRefusedInBothLanguages() {
		Api.Answer answer = this.api.auditor().get("/audit?area=hangzhou");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("“hangzhou”不是地区代码，应如 330100 或 US-CA");
		assertThat(this.api.auditor()
			.send(this.api.auditor().request("/audit?area=3301").setHeader("Accept-Language", "en"))
			.body()).contains("&quot;3301&quot; is no area&#39;s code like 330100 or US-CA");
		assertThat(this.api.auditor().get("/audit?Area=330100").status()).as("misspelt, it would show all")
			.isEqualTo(400);
	}

	@Test
	void isForAuditorsAlone() {
		for (Api other : List.of(this.api.admin(), this.api.staff(), this.api.reviewer(), this.api.leader())) {
			assertThat(other.get("/audit").status()).isEqualTo(403);
			assertThat(other.get("/audit/export").status()).isEqualTo(403);
		}
	}

	@Test
	void theCsvIsGuardedAndItselfRecorded() {
		this.audit.record(new AuditEvent(this.clock.instant(), "=cmd|' /C calc'!A0", AuditAction.SIGN_IN, false, "-5",
				null, "+1, \"quoted\"", null));
		Api.Answer answer = this.api.auditor().get("/audit/export?action=sign-in");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).startsWith("\uFEFFat,actor,action,succeeded,subject,plan,detail,address\r\n")
			.contains("2024-07-12T12:00+08:00,'=cmd|' /C calc'!A0,sign-in,false,'-5,,\"'+1、\"\"quoted\"\"\",\r\n");
		assertThat(events(new AuditFilter(null, null, "auditor", AuditAction.EXPORT, null, true, null))).isNotEmpty()
			.first()
			.extracting(AuditEvent::detail)
			.asString()
			.matches("events=\\d+; action=sign-in");
		assertThat(answer.body().lines().toList()).last()
			.asString()
			.isEqualTo("2024-07-12T12:00+08:00,auditor,export,true,audit,,\u5bfc\u51fa\u5b8c\u6574\uff0c\u5171%d\u6761,"
				.formatted(answer.body().lines().count() - 2));
	}

	@Test
	void aFormulaTypedAsANameIsTextInTheCsv() {
		record(AuditAction.SIGN_IN, "＝HYPERLINK(\"//example.org\")", "password");
		assertThat(this.api.auditor().get("/audit/export?action=sign-in&text=password&succeeded=false").body())
			.contains(",\"'＝HYPERLINK(\"\"//example.org\"\")\",sign-in,false,");
	}

	@Test
	void detailsAreInTheReadersLanguageOnThePageAndInTheCsv() {
		record(AuditAction.SIGN_IN, "wang", "password; locked");
		record(AuditAction.ACCOUNT, "wang", "enabled; name reset; viewer -> disabled; submitter yuhang-2024/finance");
		record(AuditAction.PLAN, "wang", "revised; locked");
		assertThat(page("?actor=wang")).contains("密码；账号已锁定", "启用；姓名 reset；查看 → 停用；报送 yuhang-2024/finance",
				"已修订；locked");
		String english = this.api.auditor()
			.send(this.api.auditor().request("/audit?actor=wang").setHeader("Accept-Language", "en"))
			.body();
		assertThat(english).contains("password; account locked", "disabled;", "revised; locked").doesNotContain("启用");
		assertThat(this.api.auditor().get("/audit/export?actor=wang").body()).contains(",密码；账号已锁定,");
		assertThat(this.api.auditor()
			.send(this.api.auditor().request("/audit/export?actor=wang").setHeader("Accept-Language", "en"))
			.body()).contains(",password; account locked,");
	}

	@Test
	void aChangeOfNameOrAddressIsNamed() {
		this.api.as("zhou", Role.VIEWER);
		this.api.admin().put("/api/accounts/zhou", "application/json", """
				{"name":"周敏","email":"zhou@example.org","grants":[{"role":"viewer"}]}""");
		assertThat(page("?text=zhou@example.org")).contains("姓名 周敏；邮箱 zhou@example.org");
	}

	@Test
	void aPlanFileThatIsRefusedOnThePageIsRecorded() {
		HttpRequest.Builder request = this.api.admin()
			.request("/plans/record")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("document=plan%3A+demo-2024&reason=x"));
		assertThat(this.api.admin().send(request).status()).isEqualTo(200);
		assertThat(events(filter(AuditAction.PLAN, null))).anySatisfy((event) -> {
			assertThat(event.succeeded()).isFalse();
			assertThat(event.plan()).isNull();
			assertThat(event.detail()).startsWith("rules; ").contains("required");
		});
	}

	private void record(AuditAction action, String actor, String detail) {
		this.audit.record(new AuditEvent(this.clock.instant(), actor, action, false, null, null, detail, null));
	}

	private String page(String query) {
		return this.api.auditor().get("/audit" + query).body();
	}

	private static AuditFilter filter(AuditAction action, @org.jspecify.annotations.Nullable String plan) {
		return new AuditFilter(null, null, null, action, (plan != null) ? List.of(plan) : null, null, null);
	}

	private List<AuditEvent> events(AuditFilter filter) {
		return this.audit.find(filter, null, 1000).events();
	}

}
