package org.targetmonitor.metrics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.CsvFigures;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;
import org.targetmonitor.support.Tool;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real Prometheus with the shipped configuration and rules on a running monitor after
 * the third quarter of 2024.
 */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrometheusIT {

	private static final String HEADED = """
			plan: headed-2024
			title: {zh: 有下达指标的计划（虚构）, en: With a heading (invented)}
			area: {code: "999997", zh: 某县（虚构）, en: Some County (invented)}
			year: 2024
			timezone: Asia/Shanghai
			source: 测试用，虚构
			invented: true
			due: {working-days-after-period: 15}
			closes: 2025-12-31
			departments: {stat: {zh: 统计局（虚构）}}
			targets:
			  - {indicator: growth, name: 增速, wording: 增长6%, measure: growth, unit: percent, decimals: 1, goal: {at-least: 6}, reported: quarterly, department: stat, nature: expected}
			  - {indicator: saving, name: 节能减排, wording: 节能减排, goal: {assigned-by: 某市, expects: [energy, cod]}, department: stat, nature: binding}
			  - {indicator: energy, name: 能耗, wording: 下降2.5%, measure: growth, unit: percent, decimals: 1, goal: {about: -2.5, tolerance: 0.2}, direction: lower, under: saving, assigned: {document: 某文, date: 2024-04-01}, reported: quarterly, department: stat, nature: binding}
			  - {indicator: cod, name: 化学需氧量, wording: 120吨, measure: value, unit: 吨, decimals: 0, goal: {at-least: 120}, under: saving, assigned: {document: 某文, date: 2024-04-01}, reported: quarterly, department: stat, nature: binding}
			  - {indicator: later, name: 其他下达任务, wording: 完成下达任务, goal: {assigned-by: 某省}, department: stat, nature: binding}
			""";

	private static final Pattern COUNT = Pattern.compile("<li class=\"([a-z]+)\">(?:<a[^>]*>)?<b>([0-9]+)</b>");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	private @Nullable RealPrometheus started;

	@BeforeAll
	void startPrometheus(@TempDir Path directory) throws IOException {
		new CsvFigures(this.api, this.clock).enterUntil("2024-10-26", CsvFigures.REAL, CsvFigures.INVENTED);
		int port = this.api.request("/").build().uri().getPort();
		this.started = RealPrometheus.scraping("localhost:" + port, directory);
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.until(() -> prometheus().query("targetmonitor:open_indicator_info{plan=\"hangzhou-2024\"}").size() == 1);
	}

	@AfterAll
	void stopPrometheus() {
		if (this.started != null) {
			this.started.close();
		}
	}

	@Test
	void acceptsTheWholeScrape() {
		assertThat(value("up{job=\"targetmonitor\"}")).isEqualTo("1");
		assertThat(value("targetmonitor_margin_ratio{plan=\"hangzhou-2024\",indicator=\"gdp\"}")).isEqualTo("-0.008");
		assertThat(value("scrape_samples_scraped{job=\"targetmonitor\"} > bool 700")).isEqualTo("1");
		assertThat(prometheus().said()).doesNotContain("level=error");
	}

	@Test
	void laggingTargetIsPending() {
		atNoonOf("2024-10-26",
				(alerts) -> assertThat(names(alerts)).contains("TargetLagging critical hangzhou-2024 gdp pending",
						"SubmissionOverdue warning china-2024 cpi pending",
						"SubmissionOverdue warning yuhang-2024 gdp pending",
						"TargetLagging critical demo-2024 invented-lagging pending",
						"TargetLagging warning demo-2024 invented-at-risk pending", "Watchdog none   firing"));
		assertThat(names(prometheus().alerts())).noneMatch((alert) -> alert.contains("china-2024 gdp"))
			.noneMatch((alert) -> alert.contains("TargetLagging warning hangzhou-2024"))
			.noneMatch((alert) -> alert.startsWith("Monitor"));
	}

	@Test
	void closedPlansRaiseNothing() {
		atNoonOf("2024-10-26", (alerts) -> assertThat(names(alerts)).anyMatch((alert) -> alert.contains("hangzhou")));
		this.clock.set(Instant.now());
		eventually(() -> prometheus().alerts(),
				(alerts) -> assertThat(names(alerts)).isNotEmpty()
					.noneMatch((alert) -> alert.contains("china-2024") || alert.contains("hangzhou-2024")
							|| alert.contains("yuhang-2024"))
					.anyMatch((alert) -> alert.contains("demo-2024")));
	}

	/**
	 * One number on course, one red, one overdue, one heading that waits; the heading of
	 * the last two numbers is red too and not counted again.
	 */
	@Test
	void boardCountsTargetsAsThePageDoes() throws IOException {
		atNoonOf("2024-10-26", (alerts) -> assertThat(names(alerts)).anyMatch((alert) -> alert.contains("hangzhou")));
		Api.Answer recorded = this.api.admin().put("/api/plans/headed-2024", "application/yaml", HEADED);
		assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
		Api.Answer submitted = this.api.staff().submit("headed-2024", "2024-Q3", """
				{"indicator": "growth", "value": "6.5", "status": "P", "origin": "测试用，虚构"},
				{"indicator": "energy", "value": "-1.0", "status": "P", "origin": "测试用，虚构"}""");
		assertThat(submitted.status()).as(submitted.body()).isEqualTo(201);
		assertThat(this.api.reviewer().approve(submitted.json().path("id").asString()).status()).isEqualTo(200);
		assertThat(
				this.api.leader().get("/api/plans/headed-2024/progress").json().path("targets").path(1).path("light"))
			.hasToString("\"red\"");

		String page = this.api.leader().get("/?plan=headed-2024").body();
		assertThat(COUNT.matcher(page).results().map((count) -> count.group(1) + " " + count.group(2)))
			.containsExactly("green 1", "yellow 0", "red 1", "late 1", "grey 1");
		List<String> counting = StreamSupport
			.stream(JSON.readTree(Path.of("grafana/dashboards/overview-zh.json")).path("panels").spliterator(), false)
			.filter((panel) -> panel.path("title").asString("").equals("目标完成情况"))
			.flatMap((panel) -> panel.path("targets").valueStream())
			.map((target) -> target.path("expr").asString().replace("$plan", "headed-2024"))
			.toList();
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.untilAsserted(
					() -> assertThat(counting.stream().map(this::value)).containsExactly("1", "0", "1", "1", "1", "4"));
	}

	@Test
	void everyExpressionOfBoardsAndRulesReturnsData() throws IOException, InterruptedException {
		Tool bash = Tool.named("bash");
		Tool.named("jq");
		Tool.named("curl");
		atNoonOf("2024-10-26", (alerts) -> assertThat(names(alerts)).anyMatch((alert) -> alert.contains("hangzhou")));
		Tool.Result result = bash.run("".getBytes(StandardCharsets.UTF_8), ".ci/check-boards", prometheus().address());
		System.out.print(result.output());
		assertThat(result.complaint()).isEmpty();
		assertThat(result.output()).containsPattern("[45] plans, 0 wrong");
	}

	private void atNoonOf(String day, ThrowingConsumer<JsonNode> alerts) {
		this.clock.setToNoonOf(day);
		eventually(() -> prometheus().alerts(), alerts);
	}

	private static void eventually(Supplier<JsonNode> asked, ThrowingConsumer<JsonNode> assertion) {
		Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertion.accept(asked.get()));
	}

	private RealPrometheus prometheus() {
		return Objects.requireNonNull(this.started);
	}

	private String value(String expression) {
		return prometheus().query(expression).path(0).path("value").path(1).asString();
	}

	private static Set<String> names(JsonNode alerts) {
		return alerts.valueStream()
			.map((alert) -> "%s %s %s %s %s".formatted(label(alert, "alertname"), label(alert, "severity"),
					label(alert, "plan"), label(alert, "indicator"), alert.path("state").asString()))
			.collect(Collectors.toSet());
	}

	private static String label(JsonNode alert, String name) {
		return alert.path("labels").path(name).asString("");
	}

}
