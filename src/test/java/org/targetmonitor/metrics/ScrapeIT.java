package org.targetmonitor.metrics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.account.Token;
import org.targetmonitor.account.Tokens;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.CsvFigures;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.Scrape;
import org.targetmonitor.support.SettableClock;
import org.targetmonitor.support.TestDatabases;
import org.targetmonitor.support.Tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.targetmonitor.support.ScrapeAssert.assertThat;

/** The scrape address of a whole monitor, after three quarters. */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScrapeIT {

	private static final String PREFIX = "targetmonitor_";

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private TestDatabases.Location database;

	private Scraper prometheus;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Tokens tokens;

	private final Map<String, UUID> made = new HashMap<>();

	@BeforeAll
	void enterFigures() {
		baseShare();
		new CsvFigures(this.api, this.clock).enterUntil("2024-10-26", CsvFigures.REAL, CsvFigures.INVENTED);
		this.api.reviewer()
			.post("/api/plans/demo-2024/deviations",
					"{\"indicator\":\"invented-prices\",\"cause\":\"x\",\"measure\":\"x\",\"expectation\":\"x\",\"agreed-by\":\"x\",\"until\":\"2024-12-31\"}");
		lowerATargetThatIsBehind();
		this.prometheus = new Scraper(this.api.prometheus());
	}

	private void lowerATargetThatIsBehind() {
		String plan = this.api.admin().get("/api/plans/demo-2024").body();
		String lowered = plan.replaceFirst("(?s)(\"invented-at-risk\".*?\"at-least\"\\s*:\\s*\"?)6", "$15");
		assertThat(lowered).isNotEqualTo(plan);
		assertThat(this.api.admin()
			.put("/api/plans/demo-2024?reason=invented&document=invented", "application/json", lowered)
			.status()).isEqualTo(200);
	}

	/** Without one nothing is said of what the rest of the year must bring. */
	private void baseShare() {
		this.jdbc.sql("""
				INSERT INTO base_share (plan_id, indicator, period_start, period_end, revision, share, origin, author,
				  recorded_at, known_from)
				VALUES ('demo-2024', 'invented-on-track', '2024-07-01', '2024-10-01', 1, 0.7, 'invented', 'admin',
				  '2024-02-01T00:00:00Z', '2024-02-01T00:00:00Z')
				""").update();
	}

	@Test
	void saysWhatTheStandingSays() {
		assertThat(this.prometheus.scrape())
			.hasSample("targetmonitor_margin_ratio", Map.of("plan", "china-2024", "indicator", "gdp"), 0)
			.hasSample("targetmonitor_margin_ratio", Map.of("plan", "hangzhou-2024", "indicator", "gdp"), -0.008)
			.hasSample("targetmonitor_gap_ratio", Map.of("plan", "hangzhou-2024", "indicator", "gdp"), -0.01)
			.hasSample("targetmonitor_line", Map.of("plan", "hangzhou-2024", "indicator", "gdp"), 0.053)
			.hasSample("targetmonitor_target", Map.of("plan", "hangzhou-2024", "indicator", "gdp"), 0.055)
			.hasSample("targetmonitor_lag_level", Map.of("plan", "hangzhou-2024", "indicator", "gdp"), 2)
			.hasSample("targetmonitor_lag_level", Map.of("plan", "demo-2024", "indicator", "invented-at-risk"), 0)
			.hasSample("targetmonitor_first_lag_level", Map.of("plan", "demo-2024", "indicator", "invented-at-risk"), 1)
			.hasSample("targetmonitor_plan_open", Map.of("plan", "hangzhou-2024"), 1)
			.hasSample("targetmonitor_status", Map.of("plan", "hangzhou-2024", "indicator", "gdp", "status", "lagging"),
					1)
			.hasSample("targetmonitor_actual",
					Map.of("plan", "china-2024", "indicator", "urban-jobs", "unit", "persons"), 10_490_000)
			.hasSample("targetmonitor_actual_period_info",
					Map.of("plan", "china-2024", "indicator", "urban-jobs", "period", "2024-Q3"), 1)
			.hasSample("targetmonitor_period_actual",
					Map.of("plan", "china-2024", "indicator", "urban-jobs", "period", "2024-Q2"), 6_980_000)
			.hasSample("targetmonitor_pace_ratio", Map.of("plan", "china-2024", "indicator", "urban-jobs"), 0.75)
			.hasSample("targetmonitor_submissions_overdue", Map.of("plan", "china-2024", "indicator", "cpi"), 1)
			// The end of 25 October 2024 in Shanghai
			.hasSample("targetmonitor_submission_due_timestamp_seconds",
					Map.of("plan", "china-2024", "indicator", "cpi"), 1_729_872_000)
			// Noon of 19 July 2024 in Shanghai
			.hasSample("targetmonitor_submission_last_timestamp_seconds",
					Map.of("plan", "china-2024", "indicator", "cpi"), 1_721_361_600)
			.hasSample("targetmonitor_figure_revisions_total", Map.of("plan", "china-2024", "indicator", "gdp"), 3);
	}

	@Test
	void whatIsUnknownIsAbsent() {
		Map<String, String> noFigure = Map.of("plan", "yuhang-2024", "indicator", "gdp");
		Map<String, String> relation = Map.of("plan", "china-2024", "indicator", "income");
		Map<String, String> between = Map.of("plan", "demo-2024", "indicator", "invented-prices");
		Scrape scrape = this.prometheus.scrape();
		for (String name : List.of("actual", "actual_period_info", "period_actual", "margin_ratio", "gap_ratio",
				"pace_ratio", "done_ratio", "lag_level", "submission_last_timestamp_seconds")) {
			assertThat(scrape).hasNoSeries(PREFIX + name, noFigure);
		}
		assertThat(scrape).hasSample("targetmonitor_target", noFigure, 0.06)
			.hasSample("targetmonitor_figure_revisions_total", noFigure, 0)
			.hasNoSeries("targetmonitor_target", relation)
			.hasNoSeries("targetmonitor_target", between)
			.hasNoSeries("targetmonitor_pace_ratio", Map.of("plan", "china-2024", "indicator", "gdp"));
		assertThat(scrape.withPrefix(PREFIX)).isNotEmpty().allMatch((sample) -> Double.isFinite(sample.value()));
	}

	@Test
	void exactlyOneStatusIsOneForEveryTarget() {
		Map<List<String>, List<Double>> statuses = this.prometheus.scrape()
			.matching("targetmonitor_status", Map.of())
			.stream()
			.collect(Collectors.groupingBy(
					(sample) -> List.of(sample.labels().get("plan"), sample.labels().get("indicator")),
					Collectors.mapping(Scrape.Sample::value, Collectors.toList())));
		// 7 of the country, 1 of Hangzhou, 15 of Yuhang, 16 invented ones; 24 tasks of
		// Yuhang; 6 parts
		// and 5 tasks that are invented; commitments have none
		assertThat(statuses).hasSize(74);
		assertThat(statuses.values()).allSatisfy(
				(values) -> assertThat(values).containsExactlyInAnyOrder(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0));
	}

	@Test
	void inventedFiguresAreCalledInvented() {
		Scrape scrape = this.prometheus.scrape();
		assertThat(scrape).hasSample("targetmonitor_plan_info", Map.of("plan", "demo-2024", "invented", "true"), 1)
			.hasSample("targetmonitor_plan_info", Map.of("plan", "yuhang-2024", "invented", "false"), 1);
		assertThat(scrape.matching("targetmonitor_indicator_info", Map.of("plan", "demo-2024"))).hasSize(29)
			.allSatisfy((sample) -> {
				assertThat(sample.labels().get("indicator")).startsWith("invented-");
				assertThat(sample.labels().get("name_zh")).contains("虚构");
				assertThat(sample.labels().get("name_en")).contains("invented");
			});
	}

	@Test
	void nothingElseHasThePrefix() {
		Map<String, Set<String>> labels = Arrays.stream(Metric.values())
			.collect(Collectors.toMap(Metric::seriesName, (metric) -> new TreeSet<>(metric.labels())));
		assertThat(this.prometheus.scrape().withPrefix(PREFIX)).isNotEmpty()
			.allSatisfy((sample) -> assertThat(sample.labels().keySet()).isEqualTo(labels.get(sample.name())));
	}

	/**
	 * A second condition on a stock is none of these plans': StandingSamplesTests has
	 * one.
	 */
	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ON_LEVEL")
	void exposesEveryMetric(Metric metric) {
		assertThat(this.prometheus.scrape().matching(metric.seriesName(), Map.of())).isNotEmpty();
	}

	@Test
	void metersOfTheProcessStandBehindTheStanding() {
		this.prometheus.scrape();
		List<String> names = this.prometheus.scrape().samples().stream().map(Scrape.Sample::name).toList();
		assertThat(names).contains("jvm_memory_used_bytes", "http_server_requests_seconds_count",
				"hikaricp_connections_active", "process_uptime_seconds");
		assertThat(names).as("what nobody reads").noneMatch((name) -> name.matches("(spring_security|tomcat)_.*"));
		int firstMeter = names
			.indexOf(names.stream().filter((name) -> !name.startsWith(PREFIX)).findFirst().orElse(""));
		assertThat(names.subList(0, firstMeter)).isNotEmpty().allMatch((name) -> name.startsWith(PREFIX));
		assertThat(names.subList(firstMeter, names.size())).isNotEmpty().noneMatch((name) -> name.startsWith(PREFIX));
	}

	@Test
	void everyFormatAndEncodingCarriesTheSameSeries() {
		// Twice, so that the meters of the first scrape are there, too
		this.prometheus.scrape();
		Set<String> series = this.prometheus.scrape().series(PREFIX);
		assertThat(series).hasSizeGreaterThan(500);
		assertThat(this.prometheus.get(Scraper.TEXT, "gzip").scrape().series(PREFIX)).isEqualTo(series);
		assertThat(this.prometheus.get(Scraper.OPEN_METRICS, "identity").scrape().series(PREFIX)).isEqualTo(series);
		assertThat(this.prometheus.get(Scraper.OPEN_METRICS, "gzip").scrape().series(PREFIX)).isEqualTo(series);
	}

	@Test
	void helpAndTypeStandOncePerName() {
		for (String accept : List.of(Scraper.TEXT, Scraper.OPEN_METRICS)) {
			assertThat(this.prometheus.get(accept, "gzip").scrape().comments()).doesNotHaveDuplicates();
		}
	}

	@ParameterizedTest(name = "{0}, {1}: {2}")
	@CsvSource(delimiter = '|',
			textBlock = """
					*/*                                                  | identity          | text/plain;version=0.0.4;charset=utf-8 |
					text/plain;version=0.0.4                             | gzip              | text/plain;version=0.0.4;charset=utf-8 | gzip
					text/html                                            | deflate, gzip;q=1 | text/plain;version=0.0.4;charset=utf-8 | gzip
					application/openmetrics-text                         | gzip;q=0          | application/openmetrics-text;version=1.0.0;charset=utf-8 |
					application/openmetrics-text;version=1.0.0,*/*;q=0.1 | gzip, deflate     | application/openmetrics-text;version=1.0.0;charset=utf-8 | gzip
					""")
	void answersAsAskedFor(String accept, String encoding, String type, @Nullable String encoded) {
		Scraper.Answer answer = this.prometheus.get(accept, encoding);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualToIgnoringCase(type);
		assertThat(answer.header("Content-Encoding")).isEqualTo((encoded != null) ? encoded : "");
		assertThat(answer.header("Vary")).contains("Accept").contains("Accept-Encoding");
		assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.response().body().length));
		assertThat(answer.scrape().withPrefix(PREFIX)).isNotEmpty();
	}

	@Test
	void openMetricsEndsOnce() {
		List<String> lines = this.prometheus.get(Scraper.OPEN_METRICS, "gzip").text().lines().toList();
		assertThat(lines).endsWith("# EOF").containsOnlyOnce("# EOF");
		assertThat(this.prometheus.get(Scraper.TEXT, "gzip").text()).doesNotContain("# EOF");
	}

	@Test
	void headAnswersWithoutABody() {
		Scraper.Answer answer = this.prometheus
			.send(this.api.prometheus().request("/actuator/prometheus").method("HEAD", noBody()));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/plain;version=0.0.4;charset=utf-8");
		assertThat(answer.response().body()).isEmpty();
	}

	@Test
	void promtoolHasNothingToSay() throws IOException, InterruptedException {
		Tool promtool = Tool.named("promtool");
		String whole = this.prometheus.get(Scraper.TEXT, "gzip").text();
		Tool.Result result = promtool.run(whole.getBytes(StandardCharsets.UTF_8), "check", "metrics");
		assertThat(result.output() + result.errors()).isEmpty();
		assertThat(result.exit()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "/", "/api/plans", "/api/plans/china-2024/progress", "/api/plans/china-2024/figures", "/api/accounts",
			"/v3/api-docs", "/swagger-ui.html", "/actuator", "/actuator/env" })
	void scrapeAccountReadsNothingButMetrics(String path) {
		assertThat(this.api.prometheus().get(path).status()).isEqualTo(403);
	}

	@Test
	void scrapeAccountChangesNothing() {
		assertThat(this.api.prometheus()
			.submit("demo-2024", "2024-Q3", "{\"indicator\":\"invented-achieved\",\"value\":\"1\",\"status\":\"P\"}")
			.status()).isEqualTo(403);
		assertThat(this.api.prometheus().put("/api/accounts/x", "application/json", "{}").status()).isEqualTo(403);
	}

	@Test
	void metricsAreNotOpenToEverybody() {
		URI address = this.api.request("/actuator/prometheus").build().uri();
		assertThat(this.prometheus.send(HttpRequest.newBuilder(address)).status()).isEqualTo(401);
		assertThat(this.api.leader().get("/actuator/prometheus").status()).isEqualTo(200);
	}

	@Test
	void servesTheLastStandingWhileTheDatabaseIsAway() {
		Api leader = this.api.leader();
		Scrape before = this.prometheus.scrape();
		this.database.cut();
		try {
			Scraper.Answer answer = this.prometheus.get(Scraper.OPEN_METRICS, "gzip");
			assertThat(answer.status()).isEqualTo(200);
			Scrape during = answer.scrape();
			Set<String> known = new TreeSet<>(before.series(PREFIX));
			// How long the records are now is not known then
			known.removeIf((series) -> series.startsWith("targetmonitor_chain")
					|| series.startsWith("targetmonitor_audit_events"));
			assertThat(during.series(PREFIX)).isEqualTo(known);
			assertThat(value(during, "targetmonitor_standing_failures_total"))
				.isGreaterThan(value(before, "targetmonitor_standing_failures_total"));
			assertThat(value(during, "targetmonitor_standing_timestamp_seconds"))
				.isEqualTo(value(before, "targetmonitor_standing_timestamp_seconds"));
			assertThat(leader.get("/actuator/prometheus").status()).as("an account that may do more").isEqualTo(503);
		}
		finally {
			giveBack();
		}
		this.clock.set(this.clock.instant().plusSeconds(15));
		Scrape after = this.prometheus.scrape();
		assertThat(value(after, "targetmonitor_standing_timestamp_seconds"))
			.isGreaterThan(value(before, "targetmonitor_standing_timestamp_seconds"));
	}

	@Test
	void tokenOfAReaderOfMetricsIsRememberedUntilItIsRefused() {
		Instant now = this.clock.instant();
		String seen = token("seen", Instant.parse("2024-12-01T00:00:00Z"));
		String revoked = token("revoked", Instant.parse("2024-12-01T00:00:00Z"));
		String unseen = token("unseen", Instant.parse("2024-12-01T00:00:00Z"));
		assertThat(byToken(seen)).isEqualTo(200);
		assertThat(byToken(revoked)).isEqualTo(200);
		this.tokens.revoke(Objects.requireNonNull(this.made.get(revoked)), this.clock.instant());
		assertThat(byToken(revoked)).isEqualTo(401);
		this.database.cut();
		try {
			assertThat(byToken(seen)).isEqualTo(200);
			assertThat(byToken(revoked)).as("seen to be revoked").isEqualTo(503);
			assertThat(byToken(unseen)).as("nothing is known of it").isEqualTo(503);
			this.clock.set(Instant.parse("2024-12-01T00:00:00Z"));
			assertThat(byToken(seen)).as("its time is over").isEqualTo(503);
		}
		finally {
			this.clock.set(now);
			giveBack();
		}
	}

	private void giveBack() {
		this.database.giveBack();
		await().atMost(Duration.ofSeconds(20))
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(this.api.leader().get("/actuator/prometheus").status()).isEqualTo(200));
	}

	private String token(String name, Instant end) {
		Token token = new Token(UUID.randomUUID(), "prometheus", name, false, this.clock.instant(), end, null, null);
		this.tokens.add(token, digest(Token.PREFIX + name));
		this.made.put(Token.PREFIX + name, token.id());
		return Token.PREFIX + name;
	}

	private static String digest(String secret) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private int byToken(String secret) {
		URI address = this.api.request("/actuator/prometheus").build().uri();
		return this.prometheus.send(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + secret))
			.status();
	}

	private static double value(Scrape scrape, String name) {
		return scrape.matching(name, Map.of()).getFirst().value();
	}

	private static HttpRequest.BodyPublisher noBody() {
		return HttpRequest.BodyPublishers.noBody();
	}

}
