package org.targetmonitor.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A monitor with 256 MB answers every file of the collection in words, and lives on. */
class AttacksIT {

	private static final Path REPORTED = Path.of("src/test/resources/sheets");

	@TempDir
	private Path directory;

	@Test
	void everyFileIsAnsweredAndTheMonitorLivesOn() throws Exception {
		try (RunningMonitor monitor = RunningMonitor
			.smallAsNewcomer(this.directory.resolve("data"), this.directory.resolve("log"))
			.awaitReady()) {
			for (Map.Entry<String, byte[]> file : sheets().entrySet()) {
				// The client gives up after 30 seconds, which would end the test
				assertThat(upload(monitor, file.getKey(), file.getValue()).statusCode()).as(file.getKey())
					.isIn(200, 302, 422);
			}
			for (Map.Entry<String, byte[]> file : AttackFiles.plans().entrySet()) {
				HttpResponse<String> answer = monitor.send(monitor.request("/api/plans/attack-2024", "admin:demo")
					.header("Content-Type", "application/yaml")
					.PUT(HttpRequest.BodyPublishers.ofByteArray(file.getValue())));
				assertThat(answer.statusCode()).as(file.getKey()).isIn(400, 422);
				assertThat(answer.body()).as(file.getKey()).hasSizeLessThan(100_000);
			}
			assertThat(monitor.isAlive()).as(monitor::output).isTrue();
			assertThat(monitor.status("/actuator/health/liveness", "")).isEqualTo(200);
			assertThat(monitor.output()).doesNotContain("OutOfMemoryError");
		}
	}

	private static Map<String, byte[]> sheets() throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>(AttackFiles.sheets());
		try (Stream<Path> reported = Files.walk(REPORTED)) {
			for (Path file : reported.filter(Files::isRegularFile).sorted().toList()) {
				files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
			}
		}
		return files;
	}

	private static HttpResponse<String> upload(RunningMonitor monitor, String name, byte[] file) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.writeBytes(("--file\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
				+ "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(file);
		body.writeBytes("\r\n--file--\r\n".getBytes(StandardCharsets.UTF_8));
		return monitor.send(monitor.request("/fill/demo-2024/2024-Q4/sheet", "staff:demo")
			.header("Content-Type", "multipart/form-data; boundary=file")
			.POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
	}

}
