package org.targetmonitor.progress.web;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 30 bus lines by the end of June, later moved to September, over HTTP: 10 of them are
 * there in March, 24 in June. Everything is invented.
 */
@MonitorTest
class DeadlineIT {

	private static final String PLAN = "deadline-2024";

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Test
	void aGoalHasAnEndOfItsOwnUntilItIsMoved() {
		this.clock.setToNoonOf("2023-12-20");
		assertThat(put("", "").body()).contains("deadline: 2024-06").contains("wording");
		assertThat(put("deadline: 2025-06,", "").body()).contains("期限应在2024年内");
		Api.Answer recorded = put("deadline: 2024-06,", "");
		assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);

		this.clock.setToNoonOf("2024-04-20");
		figure("2024-Q1", "10");
		assertThat(lines().path("deadline").asString()).isEqualTo("2024-06-30");
		assertThat(lines().path("status").asString()).isEqualTo("lagging");
		assertThat(lines().path("verdict").path("pace").asString()).startsWith("0.5");
		String page = this.api.leader().get("/figures/" + PLAN + "/lines").body();
		assertThat(page).contains("到期测算", "6月底前还需完成20条", "6月底前再完成20条即达标", "期限前怎样才能达标").doesNotContain("全年测算", "全年目标");
		assertThat(this.api.leader().get("/api/plans/" + PLAN + "/progress/lines/what-if?value=20").body())
			.contains("假设6月底前为20条，则6月底公布为30条（100.00%），达标");

		this.clock.setToNoonOf("2024-07-20");
		figure("2024-Q2", "24");
		assertThat(lines().path("status").asString()).isEqualTo("missed");
		assertThat(lines().path("verdict").path("last").asBoolean()).isTrue();

		assertThat(this.api.admin()
			.upload("/plans/preview", PLAN + ".yaml", document("deadline: 2024-09,").getBytes(StandardCharsets.UTF_8))
			.body()).contains("期限", "<del>6月底</del>", "<ins>9月底</ins>");
		Api.Answer moved = put("deadline: 2024-09,", "?reason=moved&document=No.1&document-date=2024-07-20");
		assertThat(moved.status()).as(moved.body()).isEqualTo(200);
		assertThat(lines().path("status").asString()).isEqualTo("on_track");
		assertThat(lines().path("background").path("first").path("status").asString()).isEqualTo("missed");
		assertThat(lines().path("explanation").path("zh").asString())
			.contains("欠年初目标6条，未达标；完成调整后目标（9月底前30条）的80.00%，超序时进度（66.67%）13.33个百分点");
		assertThat(this.api.leader().get("/api/plans/" + PLAN).body()).as("as it was written").contains("2024-09");
		assertThat(this.api.prometheus().get("/actuator/prometheus?plan=" + PLAN).body())
			.containsPattern("targetmonitor_first_lag_level\\{[^}]*indicator=\"lines\"[^}]*} 2");
	}

	private JsonNode lines() {
		return this.api.leader().get("/api/plans/" + PLAN + "/progress").json().path("targets").path(0);
	}

	private void figure(String period, String value) {
		Api.Answer answer = this.api.as("clerk-of-lines", Api.submitting(PLAN, "d"))
			.submit(PLAN, period, "{\"indicator\":\"lines\",\"value\":\"%s\",\"status\":\"P\"}".formatted(value));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		assertThat(this.api.reviewer().approve(answer.json().path("id").asString()).status()).isLessThan(300);
	}

	private Api.Answer put(String more, String query) {
		return this.api.admin().put("/api/plans/" + PLAN + query, "application/yaml", document(more));
	}

	private static String document(String more) {
		return """
				plan: %s
				title: {zh: 某区目标, en: Targets}
				area: {code: "999932", zh: 某区}
				year: 2024
				timezone: Asia/Shanghai
				source: 政府工作报告
				due: {working-days-after-period: 15}
				closes: 2025-12-31
				departments: {d: {zh: 交通局}}
				targets:
				  - {indicator: lines, name: 新增公交线路, wording: 6月底前新增公交30条, measure: level, unit: 条, decimals: 0, goal: {at-least: 30}, %s reported: quarterly, department: d, nature: expected}
				"""
			.formatted(PLAN, more);
	}

}
