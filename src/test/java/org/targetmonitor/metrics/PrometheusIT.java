package org.targetmonitor.metrics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real Prometheus with the shipped configuration and rules on a running monitor after
 * the third quarter of 2024.
 */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrometheusIT {

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

	@Test
	void everyExpressionOfBoardsAndRulesReturnsData() throws IOException, InterruptedException {
		Tool bash = Tool.named("bash");
		Tool.named("jq");
		Tool.named("curl");
		atNoonOf("2024-10-26", (alerts) -> assertThat(names(alerts)).anyMatch((alert) -> alert.contains("hangzhou")));
		Tool.Result result = bash.run("".getBytes(StandardCharsets.UTF_8), ".ci/check-boards", prometheus().address());
		System.out.print(result.output());
		assertThat(result.complaint()).isEmpty();
		assertThat(result.output()).contains("4 plans, 0 wrong");
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
