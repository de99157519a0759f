package org.targetmonitor.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.targetmonitor.TargetMonitor;
import org.targetmonitor.support.Processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A monitor in a process of its own, which can be killed. */
final class RunningMonitor implements AutoCloseable {

	static final Path JAR = Path.of("target", "target-monitor.jar").toAbsolutePath();

	/** The same, unpacked by the build, with an archive of its classes beside it. */
	static final Path UNPACKED = Path.of("target", "application", "target-monitor.jar").toAbsolutePath();

	private static final Duration BOUND = Duration.ofSeconds(150);

	private final HttpClient client = HttpClient.newHttpClient();

	private final Process process;

	private final Path output;

	private final int port;

	private RunningMonitor(Process process, Path output, int port) {
		this.process = process;
		this.output = output;
		this.port = port;
	}

	/** Starts the classes under test, with what newcomers get. */
	static RunningMonitor asNewcomer(Path data, Path output) throws IOException {
		int port = Processes.freePort();
		return start(List.of("-cp", System.getProperty("java.class.path"), TargetMonitor.class.getName(),
				"--spring.profiles.active=newcomer", "--targetmonitor.data-directory=" + data, "--server.port=" + port),
				Map.of(), output, port);
	}

	/** The same with a quarter of a gigabyte; it ends where that is not enough. */
	static RunningMonitor smallAsNewcomer(Path data, Path output) throws IOException {
		int port = Processes.freePort();
		return start(List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"),
				TargetMonitor.class.getName(), "--spring.profiles.active=newcomer",
				"--targetmonitor.data-directory=" + data, "--server.port=" + port), Map.of(), output, port);
	}

	/** Starts the classes under test with a command that ends by itself. */
	static RunningMonitor command(Path output, Map<String, String> environment, String... arguments)
			throws IOException {
		List<String> command = new ArrayList<>(
				List.of("-cp", System.getProperty("java.class.path"), TargetMonitor.class.getName()));
		command.addAll(List.of(arguments));
		return start(command, environment, output, 0);
	}

	/** Starts the packaged jar. */
	static RunningMonitor packaged(Path output, Map<String, String> environment, String... arguments)
			throws IOException {
		int port = Processes.freePort();
		List<String> command = new ArrayList<>(List.of("-jar", JAR.toString(), "--server.port=" + port));
		command.addAll(List.of(arguments));
		return start(command, environment, output, port);
	}

	/** Starts the jar as the build unpacked it. */
	static RunningMonitor unpacked(Path output, List<String> options, String... arguments) throws IOException {
		int port = Processes.freePort();
		List<String> command = new ArrayList<>(options);
		command.addAll(List.of("-jar", UNPACKED.toString(), "--server.port=" + port));
		command.addAll(List.of(arguments));
		return start(command, Map.of(), output, port);
	}

	private static RunningMonitor start(List<String> arguments, Map<String, String> environment, Path output, int port)
			throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8"));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
		builder.environment()
			.keySet()
			.removeIf((name) -> name.startsWith("SPRING_") || name.startsWith("TARGETMONITOR_"));
		builder.environment().putAll(environment);
		return new RunningMonitor(builder.start(), output, port);
	}

	/** Waits until everything is loaded. */
	RunningMonitor awaitReady() {
		await().atMost(BOUND).pollInterval(Duration.ofMillis(250)).until(() -> !this.process.isAlive() || isReady());
		assertThat(this.process.isAlive()).as(this::output).isTrue();
		return this;
	}

	private boolean isReady() {
		try {
			return status("/actuator/health/readiness", "") == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Waits until it has given up, and answers with its exit code. */
	int awaitEnd() throws InterruptedException {
		assertThat(this.process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).as(this::output).isTrue();
		return this.process.exitValue();
	}

	/** As {@code kill -9} does. */
	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	int status(String path, String credentials) throws IOException {
		return send(request(path, credentials).GET()).statusCode();
	}

	HttpRequest.Builder request(String path, String credentials) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.timeout(Duration.ofSeconds(30));
		return credentials.isEmpty() ? request : request.header("Authorization",
				"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
	}

	HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().completeOnTimeout(this.process, 60, TimeUnit.SECONDS).join();
		if (this.process.isAlive()) {
			kill();
		}
	}

}
