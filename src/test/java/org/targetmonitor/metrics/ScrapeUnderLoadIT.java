package org.targetmonitor.metrics;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.Scrape;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scrapes while figures change without a pause. Every submission gives all of several
 * indicators one and the same value, so a scrape in which they differ is torn.
 */
@MonitorTest
class ScrapeUnderLoadIT {

	private static final int SCRAPES = 400;

	/** On a busy machine fewer will do. */
	private static final Duration LONGEST = Duration.ofSeconds(40);

	private static final int FEWEST = 60;

	private static final int SCRAPERS = 2;

	private static final String PLAN = "demo-2024";

	private static final List<String> INDICATORS = List.of("invented-achieved", "invented-missed", "invented-on-track",
			"invented-at-risk", "invented-lagging-growth", "invented-overdue", "invented-prices", "invented-in-step");

	/** Each way a scrape can be asked for, in turn. */
	private static final List<List<String>> WAYS = List.of(List.of(Scraper.OPEN_METRICS, "gzip"),
			List.of(Scraper.TEXT, "gzip"), List.of(Scraper.OPEN_METRICS, "identity"),
			List.of(Scraper.TEXT, "identity"));

	@Autowired
	private Api api;

	private final AtomicBoolean done = new AtomicBoolean();

	/** What one scrape said of the indicators. */
	private record Seen(long nanos, Set<Double> values) {
	}

	@Test
	void everyScrapeIsWhole() throws InterruptedException, ExecutionException {
		enter(0);
		Set<String> expected = new Scraper(this.api.prometheus()).scrape().series("targetmonitor_");
		assertThat(expected).hasSizeGreaterThan(400);
		List<Seen> seen = new ArrayList<>();
		int submissions;
		try (ExecutorService threads = Executors.newFixedThreadPool(SCRAPERS + 1)) {
			Future<Integer> writer = threads.submit(this::keepEntering);
			try {
				for (Future<List<Seen>> scraper : scrapers(threads, expected)) {
					seen.addAll(scraper.get());
				}
			}
			finally {
				this.done.set(true);
			}
			submissions = writer.get();
		}
		assertThat(seen).hasSizeGreaterThan(FEWEST);
		assertThat(submissions).as("submissions in the meantime").isGreaterThan(10);
		assertThat(seen.stream().flatMap((scrape) -> scrape.values().stream()).distinct().count())
			.as("different standings seen")
			.isGreaterThan(10);
		print(seen, submissions);
	}

	private List<Future<List<Seen>>> scrapers(ExecutorService threads, Set<String> expected) {
		AtomicInteger count = new AtomicInteger();
		long end = System.nanoTime() + LONGEST.toNanos();
		Callable<List<Seen>> scraping = () -> {
			Scraper scraper = new Scraper(this.api.prometheus());
			List<Seen> seen = new ArrayList<>();
			for (int n = count.getAndIncrement(); n < SCRAPES && System.nanoTime() < end; n = count.getAndIncrement()) {
				seen.add(seen(scraper, WAYS.get(n % WAYS.size()), expected));
			}
			return seen;
		};
		List<Future<List<Seen>>> scrapers = new ArrayList<>();
		for (int n = 0; n < SCRAPERS; n++) {
			scrapers.add(threads.submit(scraping));
		}
		return scrapers;
	}

	private static Seen seen(Scraper scraper, List<String> way, Set<String> expected) {
		long started = System.nanoTime();
		Scraper.Answer answer = scraper.get(way.get(0), way.get(1));
		long nanos = System.nanoTime() - started;
		assertThat(answer.status()).isEqualTo(200);
		String text = answer.text();
		assertThat(text.endsWith("\n# EOF\n")).isEqualTo(way.get(0).equals(Scraper.OPEN_METRICS));
		Scrape scrape = Scrape.of(text);
		assertThat(scrape.series("targetmonitor_")).isEqualTo(expected);
		Map<String, Double> actuals = scrape.matching("targetmonitor_actual", Map.of("plan", PLAN))
			.stream()
			.collect(Collectors.toMap((sample) -> String.valueOf(sample.labels().get("indicator")),
					Scrape.Sample::value));
		assertThat(actuals.keySet()).containsExactlyInAnyOrderElementsOf(INDICATORS);
		Set<Double> values = new HashSet<>(actuals.values());
		assertThat(values).as("%s", actuals).hasSize(1);
		return new Seen(nanos, values);
	}

	private int keepEntering() {
		int count = 0;
		while (!this.done.get()) {
			count++;
			enter(count);
		}
		return count;
	}

	/** Submits and approves the n-th value: 0, 0.1, 0.2 … percent. */
	private void enter(int n) {
		String value = BigDecimal.valueOf(n % 5000, 1).toPlainString();
		String figures = INDICATORS.stream()
			.map((indicator) -> "{\"indicator\":\"%s\",\"value\":\"%s\",\"status\":\"P\",\"note\":\"测试用数%d\"%s}"
				.formatted(indicator, value, n, (n == 0) ? "" : ",\"kind\":\"correction\",\"replaces\":" + n))
			.collect(Collectors.joining(","));
		Api.Answer submitted = this.api.staff()
			.post("/api/plans/" + PLAN + "/submissions",
					"{\"period\":\"2024-Q1\",\"reason\":\"更正\",\"figures\":[%s]}".formatted(figures));
		assertThat(submitted.status()).as(submitted.body()).isEqualTo(201);
		Api.Answer approved = this.api.reviewer().approve(submitted.json().path("id").asString());
		assertThat(approved.status()).as(approved.body()).isEqualTo(200);
	}

	private static void print(List<Seen> seen, int submissions) {
		long[] nanos = seen.stream().mapToLong(Seen::nanos).sorted().toArray();
		System.out.printf(
				"%d scrapes during %d submissions: median %.1f ms, 99th percentile %.1f ms, longest %.1f ms%n",
				nanos.length, submissions, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6,
				Arrays.stream(nanos).max().orElse(0) / 1e6);
	}

}
