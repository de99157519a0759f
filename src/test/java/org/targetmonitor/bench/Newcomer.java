package org.targetmonitor.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.targetmonitor.support.Processes;

/**
 * What {@code mvn spring-boot:run} starts: a monitor with its own PostgreSQL, the shipped
 * plans and their figures.
 */
final class Newcomer {

	private static final int ROUNDS = 30;

	private Newcomer() {
	}

	/** Starts it on a directory, looks at its pages, measures it and stops it. */
	static void leave(Path directory, Sheet sheet) throws Exception {
		int port = Processes.freePort();
		String classes = Arrays
			.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
			.filter((entry) -> !entry.contains("test-classes"))
			.collect(Collectors.joining(System.getProperty("path.separator")));
		// Spring Boot's plugin starts with the first compiler alone, too
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
		command.addAll(Monitor.OPTIONS);
		command.addAll(List.of("-cp", classes, "org.targetmonitor.TargetMonitor", "--spring.profiles.active=newcomer",
				"--server.port=" + port, "--targetmonitor.data-directory=" + directory));
		try (Monitor monitor = Monitor.await(Files.createTempFile("newcomer", ".log"), Map.of(), command, port)) {
			sheet.line(
					"first start as `mvn spring-boot:run` starts it: database made, four plans and their figures entered",
					"", () -> Line.Measured.told("%s (%s of a processor)".formatted(Times.said(monitor.startedIn()),
							Times.said(monitor.spentOnStart()))));
			sheet.line("resident, newcomer, after %d visits of three pages".formatted(ROUNDS), "≤ 300 MB", () -> {
				Visitor leader = Visitor.person(monitor.address(), "leader", "demo");
				for (int round = 0; round < ROUNDS; round++) {
					leader.bytes("/");
					leader.bytes("/tasks");
					leader.bytes("/calendar");
				}
				long resident = monitor.resident();
				return Line.Measured.of(resident + " MB", resident <= 300);
			});
		}
	}

}
