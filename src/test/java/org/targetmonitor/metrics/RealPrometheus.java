package org.targetmonitor.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.Processes;
import org.targetmonitor.support.Tool;

/**
 * A Prometheus of this machine with a copy of the shipped configuration, in which only
 * addresses, the password's file and intervals are others.
 */
final class RealPrometheus implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient client = HttpClient.newHttpClient();

	private final Path log;

	private final String address;

	private final Process process;

	private RealPrometheus(Path log, String address, Process process) {
		this.log = log;
		this.address = address;
		this.process = process;
	}

	static RealPrometheus scraping(String monitor, Path directory) throws IOException {
		return started(monitor, directory, Files.readString(Path.of("prometheus/prometheus.yml")));
	}

	/**
	 * With the monitor's parts found by discovery, as the configuration of
	 * docs/metrics.md says.
	 */
	static RealPrometheus discovering(String monitor, Path directory) throws IOException {
		String shipped = Files.readString(Path.of("prometheus/prometheus.yml"));
		String part = Files.readString(Path.of("docs/metrics.md"));
		int start = part.indexOf("```yaml\n") + "```yaml\n".length();
		String sharded = part.substring(start, part.indexOf("```", start)).indent(2);
		int job = shipped.indexOf("  - job_name: targetmonitor");
		return started(monitor, directory, shipped.substring(0, job) + sharded
				+ shipped.substring(shipped.indexOf("\n  - job_name: prometheus", job)));
	}

	private static RealPrometheus started(String monitor, Path directory, String written) throws IOException {
		Tool prometheus = Tool.named("prometheus");
		Path password = Files.writeString(directory.resolve("password"), Api.PASSWORD);
		int port = Processes.freePort();
		String configuration = written.replace("/run/targetmonitor/scrape-password", password.toString())
			.replace("monitor:8080", monitor)
			.replace("alertmanager:9093", "localhost:" + Processes.freePort())
			.replace("localhost:9090", "localhost:" + port)
			.replace("scrape_interval: 15s", "scrape_interval: 1s")
			.replace("refresh_interval: 1m", "refresh_interval: 5s")
			.replace("evaluation_interval: 1m", "evaluation_interval: 1s");
		Path file = Files.writeString(directory.resolve("prometheus.yml"), configuration);
		Path rules = Files.createDirectory(directory.resolve("rules"));
		try (Stream<Path> shipped = Files.list(Path.of("prometheus/rules"))) {
			for (Path rule : shipped.toList()) {
				Files.writeString(rules.resolve(rule.getFileName()),
						Files.readString(rule).replace("interval: 1m", "interval: 1s"));
			}
		}
		Path log = directory.resolve("prometheus.log");
		Process process = prometheus.start(log, "--config.file=" + file,
				"--storage.tsdb.path=" + directory.resolve("data"), "--web.listen-address=127.0.0.1:" + port);
		return new RealPrometheus(log, "http://127.0.0.1:" + port, process);
	}

	String address() {
		return this.address;
	}

	/** The result of an instant query; empty while Prometheus is not ready. */
	JsonNode query(String expression) {
		return get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8)).path("data")
			.path("result");
	}

	/** Alerts that are pending or firing. */
	JsonNode alerts() {
		return get("/api/v1/alerts").path("data").path("alerts");
	}

	private JsonNode get(String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.address + path))
			.timeout(Duration.ofSeconds(10))
			.build();
		try {
			return JSON.readTree(this.client.send(request, HttpResponse.BodyHandlers.ofString()).body());
		}
		catch (IOException | JacksonException ex) {
			if (!this.process.isAlive()) {
				throw new IllegalStateException("Prometheus ended: " + said(), ex);
			}
			return JSON.createObjectNode();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** What it wrote to its log. */
	String said() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		Processes.end(this.process);
	}

}
