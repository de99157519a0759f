package org.targetmonitor.metrics;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.Scrape;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** A scrape that is shared out among several, each with a part of the series. */
@MonitorTest
class ScrapePartsIT {

	private static final String PREFIX = "targetmonitor_";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	private Api account;

	private Scraper prometheus;

	@BeforeEach
	void scrape() {
		this.account = this.api.prometheus();
		this.prometheus = new Scraper(this.account);
		this.clock.setToNoonOf("2024-10-26");
	}

	@Test
	void thePartsAreTheWholeAndNoSeriesIsInTwo() {
		Set<String> whole = this.prometheus.scrape().series(PREFIX);
		List<String> parts = new ArrayList<>();
		for (JsonNode target : targets()) {
			parts.addAll(part(query(target)).series(PREFIX));
		}

		assertThat(parts).doesNotHaveDuplicates();
		assertThat(new TreeSet<>(parts)).isEqualTo(new TreeSet<>(whole));
	}

	/** A plan may be called monitor. */
	@Test
	void theMonitorsOwnPartIsNoPlansInstance() {
		List<String> instances = targets().stream().map((target) -> target.at("/labels/instance").asString()).toList();
		assertThat(instances).doesNotHaveDuplicates().hasSizeGreaterThan(3);
		assertThat(instances.getFirst()).doesNotContain("/");
		assertThat(instances.subList(1, instances.size())).allMatch((instance) -> instance.contains("/"));
	}

	@Test
	void onePlanIsThatPlanAlone() {
		Scrape part = part("plan=hangzhou-2024");

		assertThat(part.samples()).isNotEmpty()
			.allMatch((sample) -> "hangzhou-2024".equals(sample.labels().get("plan")));
		assertThat(part.series("targetmonitor_plan_readable")).hasSize(1);
		assertThat(part.series("targetmonitor_chain_links")).hasSize(1);
	}

	@Test
	void anAreaIsItAndWhatLiesInIt() {
		assertThat(plans(part("area=330100"))).containsExactly("hangzhou-2024", "yuhang-2024");
		assertThat(plans(part("area=330110"))).containsExactly("yuhang-2024");
		assertThat(plans(part("area=000000"))).contains("china-2024", "hangzhou-2024", "yuhang-2024");
		assertThat(plans(part("plan=china-2024&plan=yuhang-2024"))).containsExactly("china-2024", "yuhang-2024");
	}

	@Test
	void theMonitorsOwnAreOfNoPlan() {
		Scrape part = part("part=monitor");

		assertThat(part.series("")).anyMatch((series) -> series.startsWith("jvm_"))
			.anyMatch((series) -> series.startsWith("targetmonitor_standing_timestamp"))
			.noneMatch((series) -> series.contains("plan="));
	}

	@ParameterizedTest
	@ValueSource(strings = { "plan=nowhere-2024", "area=110000", "plan=china-2024&plan=nowhere", "area=33", "area=3",
			"area=0000", "area=330100x", "plan=china-2024&area=x" })
	void whatIsNotThereIsNoEmptyScrape(String query) {
		assertThat(answer(query).status()).isEqualTo(404);
		assertThat(answer(query).header("Content-Type")).contains("application/problem+json");
	}

	@Test
	void refusesAnotherPart() {
		assertThat(answer("part=plans").status()).isEqualTo(400);
		assertThat(answer("plans=china-2024").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "plan=", "plan", "area=", "part=", "plan=china-2024&area=", "plan=&plan=china-2024",
			"plan=%20" })
	void whatHasNoValueIsNotEverything(String query) {
		assertThat(answer(query).status()).isEqualTo(400);
		assertThat(answer(query).text()).contains("没有值");
	}

	@Test
	void aPrometheusThatDiscoversThePartsHasTheWhole(@TempDir Path directory) throws IOException {
		int port = this.api.request("/").build().uri().getPort();
		try (RealPrometheus real = RealPrometheus.discovering("localhost:" + port, directory)) {
			long parts = targets().size();
			Awaitility.await()
				.atMost(Duration.ofMinutes(2))
				.until(() -> value(real, "count(up{job=\"targetmonitor\"} == 1)").equals(Long.toString(parts)));
			long series = this.prometheus.scrape().series("targetmonitor_status").size();
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.until(() -> value(real, "count(targetmonitor:status)").equals(Long.toString(series)));

			assertThat(value(real, "count(targetmonitor_status)")).isEqualTo(Long.toString(series));
			assertThat(
					value(real, "count(count by (plan) (targetmonitor_plan_info)) == count(targetmonitor_plan_info)"))
				.isEqualTo(Long.toString(parts - 1));
			assertThat(real.said()).doesNotContain("level=error").doesNotContain("Error on ingesting");
		}
	}

	private static String value(RealPrometheus real, String expression) {
		JsonNode result = real.query(expression);
		return result.isEmpty() ? "" : result.get(0).path("value").get(1).asString();
	}

	private List<JsonNode> targets() {
		Api.Answer answer = this.account.get("/actuator/prometheus/targets");
		assertThat(answer.status()).isEqualTo(200);
		List<JsonNode> targets = new ArrayList<>();
		JSON.readTree(answer.body()).forEach(targets::add);
		return targets;
	}

	/** As Prometheus makes a query of the labels. */
	private static String query(JsonNode target) {
		List<String> query = new ArrayList<>();
		target.path("labels").forEachEntry((label, value) -> {
			if (label.startsWith("__param_")) {
				query.add(label.substring("__param_".length()) + "=" + value.asString());
			}
		});
		return String.join("&", query);
	}

	private static Stream<String> plans(Scrape part) {
		return part.matching("targetmonitor_plan_info", Map.of())
			.stream()
			.map((sample) -> sample.labels().getOrDefault("plan", ""))
			.sorted();
	}

	private Scrape part(String query) {
		Scraper.Answer answer = answer(query);
		assertThat(answer.status()).as(query).isEqualTo(200);
		return answer.scrape();
	}

	private Scraper.Answer answer(String query) {
		return this.prometheus.send(this.account.request("/actuator/prometheus?" + query)
			.header("Accept", Scraper.TEXT)
			.header("Accept-Encoding", "gzip"));
	}

}
