package org.targetmonitor.story;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A result without an exact number goes in by form, sheet and API, is kept as it was
 * published, and is read wherever figures are. The target is growth of 6 % at least; the
 * figures are invented.
 */
@MonitorTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExtentIT {

	private static final Pattern KEPT = Pattern.compile("name=\"preview\" value=\"([^\"]*)\"");

	private static final String PAGE = "/figures/yuhang-2024/budget-revenue";

	@Autowired
	Api api;

	@Autowired
	SettableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Test
	@Order(1)
	void goesInByTheForm() {
		this.clock.setToNoonOf("2024-10-20");
		Api.Answer answer = post("/fill/yuhang-2024/2024-Q1", Map.of("budget-revenue.value", "同比增长超7%",
				"budget-revenue.status", "P", "budget-revenue.origin", "区财政局"));
		String receipt = answer.response().headers().firstValue("Location").orElse(answer.body());
		assertThat(receipt).contains("/fill/receipts/");
		assertThat(this.api.finance().get(receipt.substring(receipt.indexOf("/fill/"))).body()).contains("同比增长超7%");
		assertThat(this.api.finance().get("/fill/yuhang-2024/2024-Q1").body()).as("stands where it was typed")
			.containsPattern("name=\"budget-revenue\\.value\"[^>]*value=\"同比增长超7%\"")
			.doesNotContain("name=\"budget-revenue.extent\"");
		approve();
		JsonNode target = target("");
		assertThat(target.path("status").asString()).isEqualTo("on_track");
		assertThat(target.path("period").asString()).isEqualTo("2024-Q1");
		assertThat(target.path("extent").path("zh").asString()).isEqualTo("超7%");
		assertThat(target.path("inexact").path("met").asBoolean()).isTrue();
		assertThat(target.path("inexact").path("figure").path("extent").asString()).isEqualTo("同比增长超7%");
		assertThat(target.has("actual") || target.has("margin") || target.has("verdict")).isFalse();
	}

	@Test
	@Order(2)
	void goesInByASheet() {
		String path = "/fill/yuhang-2024/2024-Q2/sheet";
		Api.Answer preview = this.api.finance()
			.upload(path, "q2.csv",
					"指标代码,数值,数据状态,来源\nbudget-revenue,5%—5.5%,P,区财政局\n".getBytes(StandardCharsets.UTF_8));
		assertThat(preview.body()).contains("没有确切数值，按公布的“5%—5.5%”读取：5 ≤ 实际 ≤ 5.5", "确认报送1项");
		Matcher kept = KEPT.matcher(preview.body());
		assertThat(kept.find()).isTrue();
		assertThat(post(path + "/confirm", Map.of("preview", kept.group(1))).status()).isEqualTo(302);
		assertThat(this.api.finance().get("/fill/yuhang-2024/2024-Q2/sheet.csv").body()).contains(",5%—5.5%,");
		approve();
		assertThat(target("").path("status").asString()).isEqualTo("lagging");
	}

	@Test
	@Order(3)
	void goesInByTheApi() {
		Api.Answer both = this.api.finance()
			.submit("yuhang-2024", "2024-Q3",
					"{\"indicator\":\"budget-revenue\",\"value\":\"6\",\"extent\":\"约6%\",\"status\":\"P\"}");
		assertThat(both.rules()).containsExactly("both");
		Api.Answer typed = this.api.finance()
			.submit("yuhang-2024", "2024-Q3", "{\"indicator\":\"budget-revenue\",\"value\":\"约6\",\"status\":\"P\"}");
		assertThat(typed.rules()).containsExactly("extent");
		assertThat(typed.body()).contains("extent");
		assertThat(submit("约6%").status()).isEqualTo(201);
		assertThat(this.api.reviewer().get("/review/" + waiting()).body()).contains("约6%", "5%—5.5%");
		approve();
		JsonNode target = target("");
		assertThat(target.path("status").asString()).isEqualTo("not_assessable");
		assertThat(target.path("explanation").path("zh").asString())
			.isEqualTo("无法评价：前三季度公布数为“约6%”，没有确切数值，按不同读法结论不同（目标：6%）。");
		assertThat(target.path("extent").path("zh").asString()).isEqualTo("约6%");
	}

	@ParameterizedTest
	@Order(4)
	@CsvSource({ "6%, exact", "很好, extent", "超6亿元, unit", "6%—5%, range", "超20000%, range", "超-6%, sign" })
	void refusesWhatSaysNoExtentWithOneFault(String extent, String rule) {
		assertThat(submit(extent).rules()).containsExactly(rule);
	}

	@Test
	@Order(5)
	void typedWrongInTheFormItIsSaidOnceAtItsField() {
		String page = post("/fill/yuhang-2024/2024-Q3", Map.of("budget-revenue.value", "约6亿元", "budget-revenue.status",
				"P", "budget-revenue.replaces", "1", "budget-revenue.note", "更正"))
			.body();
		assertThat(page).contains("单位应为%，不能填“亿元”");
	}

	@Test
	@Order(6)
	void isReadWhereverFiguresAre() {
		JsonNode row = this.api.leader()
			.get("/api/plans/yuhang-2024/figures")
			.json()
			.valueStream()
			.filter((each) -> each.path("indicator").asString().equals("budget-revenue")
					&& each.path("period").asString().equals("2024-Q3"))
			.findFirst()
			.orElseThrow();
		assertThat(row.path("extent").asString()).isEqualTo("约6%");
		assertThat(row.path("value").isNull()).isTrue();
		assertThat(this.api.leader().get("/api/plans/yuhang-2024/figures?format=csv").body()).contains(",约6%");
		assertThat(this.api.leader().get(PAGE).body()).contains("约6%", "5%—5.5%", "超7%");
		assertThat(this.api.leader().get("/?plan=yuhang-2024").body()).contains("约6%");
		String metrics = this.api.prometheus().get("/actuator/prometheus").body();
		assertThat(metrics.lines().filter((line) -> line.contains("indicator=\"budget-revenue\"")))
			.noneMatch((line) -> line.startsWith("targetmonitor_actual{") || line.startsWith("targetmonitor_margin"))
			.anyMatch((line) -> line.startsWith("targetmonitor_status{") && line.contains("not_assessable")
					&& line.endsWith(" 1.0"));
		assertThat(this.api.leader().get("/api/plans/yuhang-2024/progress/budget-revenue/explanation").status())
			.isEqualTo(200);
	}

	/** Handed in again as an exact number, and looked at as of the day before. */
	@Test
	@Order(7)
	void givesWayToAnExactNumberAndStaysAsOfThen() {
		this.clock.setToNoonOf("2024-10-25");
		assertThat(this.api.finance()
			.submit("yuhang-2024", "2024-Q3",
					"{\"indicator\":\"budget-revenue\",\"value\":\"6.1\",\"status\":\"A\",\"replaces\":1,\"kind\":\"verification\",\"note\":\"核实\"}")
			.status()).isEqualTo(201);
		assertThat(this.api.reviewer().get("/review/" + waiting()).body()).contains("约6% → 6.1%");
		approve();
		assertThat(target("").path("actual").asString()).isEqualTo("6.1");
		assertThat(target("?asOf=2024-10-21").path("status").asString()).isEqualTo("not_assessable");
		assertThat(this.api.leader().get(PAGE).body()).contains("约6%");
		assertThat(this.api.auditor()
			.get("/api/chain")
			.json()
			.valueStream()
			.filter((plan) -> plan.path("plan").asString().equals("yuhang-2024"))
			.map((plan) -> plan.path("whole").asBoolean())).containsExactly(true);
	}

	private Api.Answer submit(String extent) {
		return this.api.finance()
			.submit("yuhang-2024", "2024-Q3",
					"{\"indicator\":\"budget-revenue\",\"extent\":\"%s\",\"status\":\"P\"}".formatted(extent));
	}

	private JsonNode target(String query) {
		return this.api.leader()
			.get("/api/plans/yuhang-2024/progress/budget-revenue/explanation" + query)
			.json()
			.path("target");
	}

	private String waiting() {
		return this.jdbc.sql("""
				SELECT s.submission_id::text FROM submission s WHERE s.plan_id = 'yuhang-2024'
				ORDER BY s.recorded_at DESC, s.period_end DESC LIMIT 1
				""").query(String.class).single();
	}

	private void approve() {
		assertThat(this.api.reviewer().approve(waiting()).status()).isEqualTo(200);
	}

	private Api.Answer post(String path, Map<String, String> fields) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		Api finance = this.api.finance();
		return finance.send(finance.request(path)
			.header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

}
