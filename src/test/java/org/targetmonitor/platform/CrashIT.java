package org.targetmonitor.platform;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a crash in the middle of submissions must not cost. */
class CrashIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** A writer for each, all on the same plan. */
	private static final List<String> INDICATORS = List.of("invented-lagging", "invented-complete", "invented-prices",
			"invented-in-step");

	@TempDir
	private Path directory;

	/** A revision that the monitor said it had recorded. */
	private record Acknowledged(String indicator, String period, int revision, String value) {
	}

	@Test
	void everyAcknowledgedFigureIsThereAfterTheMonitorWasKilled() throws Exception {
		Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
		try (RunningMonitor monitor = start("first.log")) {
			List<Thread> writers = new ArrayList<>();
			for (String indicator : INDICATORS) {
				writers.add(Thread.ofPlatform().start(() -> submitUntilItDies(monitor, indicator, acknowledged)));
			}
			await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() >= 60);
			// Still in the middle: nobody has stopped
			assertThat(writers).allMatch(Thread::isAlive);
			monitor.kill();
			for (Thread writer : writers) {
				assertThat(writer.join(Duration.ofSeconds(60))).isTrue();
			}
		}
		try (RunningMonitor monitor = start("second.log")) {
			assertThat(figures(monitor)).containsAll(acknowledged);
			assertThat(monitor.status("/api/plans/demo-2024/progress", "leader:demo")).isEqualTo(200);
			// and it takes figures on top of what was there
			int newest = figures(monitor).stream()
				.filter((figure) -> figure.indicator().equals("invented-lagging") && figure.period().equals("2024-Q4"))
				.mapToInt(Acknowledged::revision)
				.max()
				.orElseThrow();
			assertThat(submit(monitor, "invented-lagging", newest + 1).statusCode()).isEqualTo(201);
		}
	}

	private RunningMonitor start(String log) throws IOException {
		return RunningMonitor.asNewcomer(this.directory.resolve("data"), this.directory.resolve(log)).awaitReady();
	}

	/* A chain of revisions of one figure, each with its number as value */
	private static void submitUntilItDies(RunningMonitor monitor, String indicator, Queue<Acknowledged> acknowledged) {
		try {
			for (int revision : IntStream.rangeClosed(1, 100_000).toArray()) {
				HttpResponse<String> answer = submit(monitor, indicator, revision);
				if (answer.statusCode() != 201) {
					return;
				}
				acknowledged.add(new Acknowledged(indicator, "2024-Q4", revision, String.valueOf(revision % 100)));
			}
		}
		catch (IOException ex) {
			// The monitor is gone: that answer was never given
		}
	}

	private static HttpResponse<String> submit(RunningMonitor monitor, String indicator, int revision)
			throws IOException {
		String replaces = (revision > 1) ? String.valueOf(revision - 1) : "null";
		String body = """
				{"period":"2024-Q4","reason":"更正","figures":[{"indicator":"%s","value":"%d","status":"P","replaces":%s,"note":"测试用数%d"}]}
				"""
			.formatted(indicator, revision % 100, replaces, revision);
		return monitor.send(monitor.request("/api/plans/demo-2024/submissions", "staff:demo")
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private static Set<Acknowledged> figures(RunningMonitor monitor) throws IOException {
		HttpResponse<String> answer = monitor
			.send(monitor.request("/api/plans/demo-2024/figures", "reviewer:demo").GET());
		assertThat(answer.statusCode()).isEqualTo(200);
		return JSON.readTree(answer.body()).valueStream().map(CrashIT::figure).collect(Collectors.toSet());
	}

	private static Acknowledged figure(JsonNode row) {
		return new Acknowledged(row.path("indicator").asString(), row.path("period").asString(),
				row.path("revision").asInt(), row.path("value").asString());
	}

}
